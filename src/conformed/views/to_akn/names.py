"""The names that Akoma Ntoso gives: eIds within the text, and the addresses of works (Naming Convention 1.0, 4.4 and 5.1).

In: kinds, labels and titles.  Out: names in small letters, figures and hyphens.  Afterwards no eId is given twice.
"""

import datetime

from conformed.basis.pattern import pattern

_APART = pattern(r"[^a-z0-9]+")
_SHORT = {  # Naming Convention, 5.5: abbreviations of element names; others stand in full
    "article": "art", "section": "sec", "subsection": "subsec", "paragraph": "para", "subparagraph": "subpara",
    "alinea": "al", "wrapUp": "wrapup", "recital": "rec", "recitals": "recs", "eventRef": "eref", "temporalGroup": "tmpg",
}  # fmt: skip


def plain(words: str) -> str:
    """Words as a part of a name; nothing where none of their letters is in ASCII."""
    return _APART.sub("-", words.lower()).strip("-")


class Names:
    """Gives eIds, each once."""

    def __init__(self) -> None:
        """Begin with none given."""
        self.given: set[str] = set()
        self.turn: dict[str, int] = {}

    def give(self, tag: str, label: str = "", within: str = "") -> str:
        """The eId of an element: what holds it, its short name, and its label, or where it has none its turn."""
        begun = (f"{within}__" if within else "") + _SHORT.get(tag, tag)
        own = plain(label)
        name = f"{begun}_{own}" if own else begun
        if own and name not in self.given:
            self.given.add(name)
            return name
        turn = self.turn.get(name, 1 if own else 0)
        while True:
            turn += 1
            if (found := f"{name}_{turn}") not in self.given:
                break
        self.turn[name] = turn
        self.given.add(found)
        return found


def work(kind: str, dated: datetime.date | None, title: str) -> str:
    """The address of an instrument as a work; of its country, which nobody tells, the code that ISO 3166 leaves to users."""
    return "/".join(("/akn/xx/doc", plain(kind) or "instrument", dated.isoformat() if dated else "undated", plain(title) or "untitled"))
