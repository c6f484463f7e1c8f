"""A matter as the reading page shows it: one module for each kind of thing that the page holds."""

from conformed.views.to_page.editions import editions_of
from conformed.views.to_page.matter import Reckoned, to_page

__all__ = ["Reckoned", "editions_of", "to_page"]
