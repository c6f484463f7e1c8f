"""The elements of a Word document that words with a history make (ISO/IEC 29500-1, 17.13.5.18 `ins`, 17.13.5.14 `del`).

In: of each entry who made it and from when it counts; whether changes are shown.  Out: elements; in a redline each change within
the mark that bears its instrument as author and its day of effect as date.
"""

import copy
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from conformed.basis.pattern import pattern
from conformed.document.word_parts import W
from conformed.version import Run
from conformed.views.set_out import Paragraph
from conformed.views.written import Change, Lacking, xml_words

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PIECES = pattern(r"[^\t\n]+|\t|\n")
_LAST_WORD = pattern(r"\S+\s*$")
_BREAKS = {"\t": "tab", "\n": "br"}


class Marks:
    """Makes the elements of one document."""

    def __init__(self, changes: Mapping[str, Change], *, redline: bool, first: int = 1) -> None:
        """Begin with no change marked; the first has the number `first`.  Raises `Lacking`."""
        try:
            from lxml import etree  # noqa: PLC0415  (the extra `formats`)
        except ImportError:
            raise Lacking("Word documents") from None
        self._element = etree.Element
        self._changes, self.redline = changes, redline
        self._count = itertools.count(first)

    def made(self, tag: str, **values: str) -> Any:
        """An element with its values."""
        found = self._element(W + tag, nsmap={"w": W[1:-1]})
        for name, value in values.items():
            found.set(W + name, value)
        return found

    def kept(self, runs: Sequence[Run]) -> list[Run]:
        """The runs that are written: in a redline not those that an instrument put in and took out again."""
        if not self.redline:
            return [run for run in runs if run.struck is None]
        return [run for run in runs if not (run.added and run.struck and self._who(run.added) == self._who(run.struck))]

    def change(self, what: str, entry: str) -> Any:
        """The mark of a change."""
        who, day = self._who(entry)
        dated = {"date": f"{day.isoformat()}T00:00:00Z"} if day else {}
        return self.made(what, id=str(next(self._count)), author=xml_words(who), **dated)

    def of_whole(self, added: str | None, struck: str | None) -> list[Any]:
        """The marks of what is changed as a whole: a row, or the end of a paragraph."""
        return [self.change(what, entry) for what, entry in (("ins", added), ("del", struck)) if entry] if self.redline else []

    def run(self, words: str, of: Run, look: Any | None = None) -> Any:
        """The words of a run, within what changes it: struck words within the change that had brought them."""
        found = self.made("r")
        how = self.made("rPr") if look is None else copy.deepcopy(look)
        if (of.ours or of.lacuna) and how.find(f"{W}i") is None:
            how.append(self.made("i"))  # words of ours
        if len(how):
            found.append(how)
        for piece in _PIECES.findall(xml_words(words)):
            if piece in _BREAKS:
                found.append(self.made(_BREAKS[piece]))
                continue
            said = self.made("delText" if self.redline and of.struck else "t")
            said.text = piece
            said.set(_SPACE, "preserve")
            found.append(said)
        for what, entry in (("del", of.struck), ("ins", of.added)) if self.redline else ():
            if entry:
                changed = self.change(what, entry)
                changed.append(found)
                found = changed
        return found

    def _who(self, entry: str) -> Change:
        return self._changes.get(entry, (entry, None))


def parted(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs in which what was put in last stands before words struck last, where a paragraph was put in behind.

    LibreOffice takes words put in at the end of a paragraph, and a paragraph put in behind it, for one change, and joins the
    paragraphs around it where that is rejected.  Where no words gave way there, the last one that stays is struck and put in anew.
    """
    nexts = [*paragraphs[1:], None]
    return [_parted(one) if then and then.added and not one.added else one for one, then in zip(paragraphs, nexts, strict=True)]


def _parted(one: Paragraph) -> Paragraph:
    end = len(one.runs)
    while end and one.runs[end - 1].added and not one.runs[end - 1].struck:
        end -= 1
    start = end
    while start and one.runs[start - 1].struck and not one.runs[start - 1].added:
        start -= 1
    stays, struck, new = one.runs[:start], one.runs[start:end], one.runs[end:]
    last = _LAST_WORD.search(stays[-1].text) if stays and new and not struck else None
    if last and not (stays[-1].struck or stays[-1].ours or stays[-1].lacuna or one.columns):
        before, word = (msgspec.structs.replace(stays[-1], text=text) for text in (stays[-1].text[: last.start()], last[0]))
        stays, struck = (*stays[:-1], before), (msgspec.structs.replace(word, struck=new[0].added),)
        new = (msgspec.structs.replace(word, added=new[0].added, span=None), *new)
    return msgspec.structs.replace(one, runs=(*stays, *new, *struck))
