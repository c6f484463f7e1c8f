"""Tables: which cells stand under each other, and the rows and columns that an address may name."""
