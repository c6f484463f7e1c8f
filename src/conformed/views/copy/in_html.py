"""A copy as one HTML file, in the look of the reading page: it asks nothing of any network, runs no script, and prints well.

In: a Copy.  Out: the text of the file.  Afterwards every text is escaped, also in the style that tells the heads of its pages.
"""

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from conformed import __version__
from conformed.views.copy import Copy
from conformed.views.lines import short
from conformed.views.packaged import packaged, templates
from conformed.views.reader.words import title_case
from conformed.views.written import xml_words

_PLACE = "conformed.views.copy"
_LONGEST = 70  # characters of a title that the head of a page has room for


def in_html(copy: Copy) -> str:
    """The file of a copy."""
    title, when = title_case(copy.title), copy.when
    head = f'@page {{ @top-left {{ content: "{_css(short(title, _LONGEST))}"; {_HEAD} }} @top-right {{ content: "{_css(when)}"; {_HEAD} }} }}\n'
    head += "@page :first { @top-left { content: none } @top-right { content: none } }\n"
    style = packaged("conformed.views.reader", "reader.css") + packaged(_PLACE, "copy.css") + head
    made = _environment().get_template("copy.html.jinja").render(
        copy=copy, title=title, when=when, version=__version__, style=Markup(style)  # noqa: S704  (the project's own, or escaped already)
    )  # fmt: skip
    return xml_words(made)


_HEAD = "color: #444; font: 8.5pt sans-serif;"


@cache
def _environment() -> Environment:
    return templates(_PLACE)


def _css(text: str) -> str:
    """A text within a string of a style sheet: all but letters and figures by their codes."""
    return "".join(char if char.isascii() and char.isalnum() else f"\\{ord(char):x} " for char in text)
