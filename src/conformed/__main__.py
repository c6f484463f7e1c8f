"""`python -m conformed` is the command `conformed`."""

from conformed.cli import run

run()
