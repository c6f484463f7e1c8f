"""What writes parts of the package: run by `make`, never by a user."""
