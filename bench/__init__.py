"""Measures of speed and memory, each run by hand: `make bench`."""
