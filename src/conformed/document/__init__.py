"""A file as delivered: every byte kept, its pages known, its words in reading order with spans back to the file."""

from conformed.document.delivered import Delivered, delivered
from conformed.document.document import Change, Document, Line, Paragraph, Tracked, Unreadable
from conformed.document.from_text import from_text
from conformed.document.reading import Reading

__all__ = ["Change", "Delivered", "Document", "Line", "Paragraph", "Reading", "Tracked", "Unreadable", "delivered", "from_text"]
