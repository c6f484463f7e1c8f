"""The sentences read one after the other: each order by the first form that knows it, or shown as not understood."""
