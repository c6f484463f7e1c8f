"""A text as a Word document: clean, or a redline whose changes are real tracked changes.

In: the paragraphs of a text, and of each entry who made it and from when it counts.  Out: the bytes of a DOCX file
(ISO/IEC 29500-1, WordprocessingML).  In a redline each change bears its instrument as author and its day of effect as date
(17.13.5.18 `ins`, 17.13.5.14 `del`), so that Word accepts and rejects by instrument: with all accepted the text is that of
the clean document, with all rejected the one before the changes.
"""

import io
import itertools
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from conformed.instrument import ProvisionKind
from conformed.instrument.tables.grid import grid
from conformed.version import Run
from conformed.views.set_out import Paragraph, cells, shown
from conformed.views.written import Change, Lacking, xml_words

_CENTERED = {ProvisionKind.TITLE, ProvisionKind.ARTICLE}
_INDENT = 36 * 20  # twentieths of a point by which each depth is set in
_DEEPEST = 6
_MADE = (1980, 1, 1, 0, 0, 0)  # the day that each part of the file bears, so that the same text gives the same file


def to_docx(title: str, paragraphs: Sequence[Paragraph], changes: Mapping[str, Change], *, redline: bool = False) -> bytes:
    """The file of a text; in a redline the changes of the entries in `changes` are tracked.  Raises `Lacking`."""
    return _Writer(title, changes, redline=redline).written(paragraphs)


class _Writer:
    """Writes one document."""

    def __init__(self, title: str, changes: Mapping[str, Change], *, redline: bool) -> None:
        """Begin with nothing written."""
        try:
            import docx  # noqa: PLC0415  (the extra `formats`)
            from docx.oxml import OxmlElement  # noqa: PLC0415
            from docx.oxml.ns import qn  # noqa: PLC0415
        except ImportError:
            raise Lacking("Word documents") from None
        self.document = docx.Document()
        self.document.core_properties.title = xml_words(title)[:255]
        self.document.core_properties.author = "Conformed"
        self.element, self.name = OxmlElement, qn
        self.changes, self.redline = changes, redline
        self.count = itertools.count(1)

    def written(self, paragraphs: Sequence[Paragraph]) -> bytes:
        """The bytes of a document that holds the paragraphs."""
        body = self.document.element.body
        kept = [one for one in paragraphs if self.redline or one.words().strip()]
        for rows, together in itertools.groupby(kept, key=lambda one: one.kind is ProvisionKind.ROW):
            alike = list(together)
            for made in [self._table(alike)] if rows else map(self._paragraph, alike):
                body.insert(len(body) - 1, made)  # before the properties of the section
        held = io.BytesIO()
        self.document.save(held)
        return _fixed(held)

    def _paragraph(self, one: Paragraph) -> Any:
        """A paragraph; the mark at its end is a change too where all of it is."""
        found = self._made("w:p")
        how = self._made("w:pPr")
        if one.kind in _CENTERED:
            how.append(self._made("w:jc", val="center"))
        elif one.depth:
            how.append(self._made("w:ind", left=str(_INDENT * min(one.depth, _DEEPEST))))
        if self.redline:
            self._mark(how, one)
        if len(how):
            found.append(how)
        found.extend(self._runs(one.runs, bold=one.kind in _CENTERED))
        return found

    def _mark(self, how: Any, one: Paragraph) -> None:
        marks = [(what, entry) for what, entry in (("w:ins", one.added), ("w:del", one.struck)) if entry]
        if marks:
            of_mark = self._made("w:rPr")
            of_mark.extend(self._change(what, entry) for what, entry in marks)
            how.append(of_mark)

    def _table(self, rows: Sequence[Paragraph]) -> Any:
        """A table, the cells of its rows under each other as they stand in the file."""
        apart = [cells(self._kept(row.runs)) for row in rows]
        places = grid([(row.columns, [sum(len(shown(run)) for run in cell) for cell in of]) for row, of in zip(rows, apart, strict=True)])
        width = max(taken[-1] + 1 for taken in places)
        found = self._made("w:tbl")
        how = self._made("w:tblPr")
        how.append(self._made("w:tblW", w="0", type="auto"))
        found.append(how)
        columns = self._made("w:tblGrid")
        columns.extend(self._made("w:gridCol") for _ in range(width))
        found.append(columns)
        for row, of, taken in zip(rows, apart, places, strict=True):
            line = self._made("w:tr")
            if self.redline and (row.added or row.struck):
                marks = self._made("w:trPr")
                marks.extend(self._change(what, entry) for what, entry in (("w:ins", row.added), ("w:del", row.struck)) if entry)
                line.append(marks)
            at = dict(zip(taken, of, strict=True))
            line.extend(self._cell(at.get(place, []), row) for place in range(width))
            found.append(line)
        return found

    def _cell(self, runs: Sequence[Run], row: Paragraph) -> Any:
        """A cell, whose paragraph is changed where its row is."""
        found = self._made("w:tc")
        inner = self._made("w:p")
        how = self._made("w:pPr")
        if self.redline:
            self._mark(how, row)
        inner.extend([how] if len(how) else [])
        inner.extend(self._runs(runs))
        found.append(inner)
        return found

    def _kept(self, runs: Sequence[Run]) -> Sequence[Run]:
        """The runs that are written: in a redline not those that an instrument put in and took out again."""
        if not self.redline:
            return [run for run in runs if run.struck is None]
        return [run for run in runs if not (run.added and run.struck and self._who(run.added) == self._who(run.struck))]

    def _who(self, entry: str) -> Change:
        return self.changes.get(entry, (entry, None))

    def _runs(self, runs: Sequence[Run], *, bold: bool = False) -> Iterator[Any]:
        """The runs of a paragraph, each within what changes it: struck words within the change that had brought them."""
        for run in self._kept(runs):
            words = self._words(run, bold=bold)
            for what, entry in (("w:del", run.struck), ("w:ins", run.added)) if self.redline else ():
                if entry:
                    changed = self._change(what, entry)
                    changed.append(words)
                    words = changed
            yield words

    def _words(self, run: Run, *, bold: bool) -> Any:
        found = self._made("w:r")
        how = self._made("w:rPr")
        if bold:
            how.append(self._made("w:b"))
        if run.ours or run.lacuna:
            how.append(self._made("w:i"))  # words of ours
        if len(how):
            found.append(how)
        for number, line in enumerate(xml_words(shown(run)).split("\n")):
            if number:
                found.append(self._made("w:br"))
            said = self._made("w:delText" if self.redline and run.struck else "w:t")
            said.text = line
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            found.append(said)
        return found

    def _change(self, what: str, entry: str) -> Any:
        who, day = self._who(entry)
        dated = {"date": f"{day.isoformat()}T00:00:00Z"} if day else {}
        return self._made(what, id=str(next(self.count)), author=xml_words(who), **dated)

    def _made(self, tag: str, **values: str) -> Any:
        found = self.element(tag)
        for name, value in values.items():
            found.set(self.name(f"w:{name}"), value)
        return found


def _fixed(held: io.BytesIO) -> bytes:
    """The same archive, whose parts bear no time of the day on which it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(held) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.infolist():
            after.writestr(zipfile.ZipInfo(one.filename, _MADE), before.read(one), zipfile.ZIP_DEFLATED)
    return made.getvalue()
