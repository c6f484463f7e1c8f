"""What an instrument says of itself at its head: kind, title, day, effect, and what it amends."""
