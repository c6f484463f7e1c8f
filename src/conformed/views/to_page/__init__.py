"""A matter as the reading page shows it: one module for each kind of thing that the page holds."""

from conformed.views.to_page.matter import to_page

__all__ = ["to_page"]
