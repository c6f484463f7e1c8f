"""The footnotes and endnotes of a Word document, as they are cited (ISO/IEC 29500-1, 17.11).

In: the parts of the document, and each place that cites a note.  Out: the mark that stands there, and the note.  Footnotes are counted
in figures, endnotes in roman numerals, in the order in which they are cited; those that are cited in struck words are not counted.
"""

from typing import Any, NamedTuple

from conformed.document.lists import roman
from conformed.document.word_parts import TURNED_OFF, W, WordFile

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST = 5000  # from here on endnotes are counted in figures


class Note(NamedTuple):
    """A note as it is cited: its mark, its words, how many paragraphs stand before it, and whether it is cited for the first time."""

    mark: str
    element: Any
    before: int
    is_new: bool


class Notes:
    """The notes of a document."""

    def __init__(self, word: WordFile) -> None:
        """Take them from their parts; their paragraphs are counted behind those of the text."""
        self._word = word
        self._held: dict[tuple[str, str], tuple[Any, int]] = {}
        self._marks: dict[tuple[str, str], str] = {}
        self._counts = {"footnote": 0, "endnote": 0}
        before = _paragraphs(word.root)
        for kind in self._counts:
            part = word.part(f"{kind}s")
            for note in () if part is None else part.iterchildren(f"{W}{kind}"):
                self._held.setdefault((kind, note.get(f"{W}id") or ""), (note, before))
                before += _paragraphs(note)

    def cited(self, element: Any, *, struck: bool) -> Note:
        """The note that an element cites.  Raises `Unreadable` where the file lacks it."""
        name = kind, _ = _name(element)
        if name not in self._held:
            raise self._word.damaged(f"a {kind} that it cites is not in it")
        is_new = name not in self._marks
        if is_new:
            self._marks[name] = "" if struck or _has_own_mark(element) else self._mark(kind)
        return Note(self._marks[name], *self._held[name], is_new)

    def paragraphs(self, element: Any) -> range:
        """The numbers of the paragraphs of the note that an element cites."""
        note, before = self._held.get(_name(element), (None, 0))
        return range(before + 1, before + 1 + (0 if note is None else _paragraphs(note)))

    def _mark(self, kind: str) -> str:
        self._counts[kind] += 1
        number = self._counts[kind]
        if kind == "footnote":
            return str(number).translate(_RAISED)
        return f"[{roman(number) if number < _MOST else number}]"


def _name(element: Any) -> tuple[str, str]:
    """The kind and the name of the note that an element cites."""
    return "footnote" if element.tag == f"{W}footnoteReference" else "endnote", element.get(f"{W}id") or ""


def _has_own_mark(element: Any) -> bool:
    """Whether a mark of the author stands behind the place, as any other words."""
    said = element.get(f"{W}customMarkFollows")
    return said is not None and said not in TURNED_OFF


def _paragraphs(element: Any) -> int:
    return sum(1 for _ in element.iter(f"{W}p"))
