"""What opens provisions: numbers and letters, captions, and which number stands at which depth."""
