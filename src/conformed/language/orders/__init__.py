"""What a sentence orders, verb by verb, told by its words alone."""
