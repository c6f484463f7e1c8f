"""A matter as the reading page shows it: one module for each kind of thing that the page holds."""

from conformed.views.to_page.matter import Reckoned, to_page

__all__ = ["Reckoned", "to_page"]
