"""Whom an instrument names: its parties, their groups and their affiliates."""
