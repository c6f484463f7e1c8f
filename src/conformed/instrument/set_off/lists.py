"""Where the lists of a text that is set off are over, so that what is numbered behind them is none of them.

In: its paragraphs in order, each with the places in lists that its number may have.  Out: the places behind which
a list does not go on.
"""

from collections.abc import Iterable

from conformed.basis.pattern import pattern

_JOINED = pattern(r"[;,]\s(?:and|or)$")
_FIGURES = "0123456789"


class Lists:
    """The lists of one text: one is over with the item behind an "and" that ends in a full stop, or whose own list does."""

    def __init__(self) -> None:
        self.last: dict[str, int] = {}  # by the kind of a list, the item that it came to
        self.over: dict[str, int] = {}  # and the one with which it is over

    def note(self, counted: Iterable[str], words: str) -> list[str]:
        """Take a paragraph that has some places in lists; the places in lists that are over behind it."""
        own = dict(_kind_and_item(place) for place in counted)
        own = {kind: item for kind, item in own.items() if item == 1 or self.last.get(kind) == item - 1}  # "(i)" behind "(b)" is no letter
        self.last |= own
        if _JOINED.search(words):
            ends = any(self.over.get(kind) == item for kind, item in own.items())  # it joins what its own list stands under
            joined = {kind: item for kind, item in self.last.items() if (kind in own) != ends}
            self.over |= {kind: item + 1 for kind, item in joined.items()}
        if not words.endswith("."):
            return []
        over = ((kind, item) for kind, item in self.last.items() if self.over.get(kind) == item)
        return [f"{kind}{each}" for kind, item in over for each in range(1, item + 1)]


def _kind_and_item(place: str) -> tuple[str, int]:
    kind = place.rstrip(_FIGURES)
    return kind, int(place[len(kind) :])
