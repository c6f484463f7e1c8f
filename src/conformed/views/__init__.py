"""What people read: conformed text, redline, page, open points, summaries."""

from conformed.views.open_points import open_points
from conformed.views.page import Page
from conformed.views.reading import reading
from conformed.views.summary import summary
from conformed.views.to_page import to_page
from conformed.views.to_text import to_text

__all__ = ["Page", "open_points", "reading", "summary", "to_page", "to_text"]
