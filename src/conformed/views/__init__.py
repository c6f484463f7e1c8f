"""What people read: the reading of a document, conformed text and redline, the page, open points, summaries."""
