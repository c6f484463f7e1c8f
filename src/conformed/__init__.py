"""Conformed: the text in force of an amended agreement, each word traced to the page it came from."""

__version__ = "0.1.0"
