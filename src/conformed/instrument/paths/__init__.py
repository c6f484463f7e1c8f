"""Addresses of provisions in one normal form, from the spellings that drafters use."""
