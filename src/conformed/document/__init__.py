"""A file as delivered: every byte kept, its pages known, its words in reading order with spans back to the file."""

from conformed.document.document import Document, Line, Paragraph, Unreadable
from conformed.document.from_text import from_text
from conformed.document.reading import Reading

__all__ = ["Document", "Line", "Paragraph", "Reading", "Unreadable", "from_text"]
