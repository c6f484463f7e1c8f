"""What the reading page is made of: the layout in Python, its templates, its style and its script."""
