"""The large parts of a document: contents, recitals, what is agreed, signature pages, exhibits."""
