"""The sentences of an instrument, and what their wording tells: what bounds an order, from when it counts, of which document it speaks."""
