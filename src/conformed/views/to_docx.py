"""A text as a Word document: clean, or a redline whose changes are real tracked changes.

In: the paragraphs of a text, and of each entry who made it and from when it counts.  Out: the bytes of a DOCX file
(ISO/IEC 29500-1, WordprocessingML).  In a redline each change bears its instrument as author and its day of effect as date
(17.13.5.18 `ins`, 17.13.5.14 `del`), so that Word accepts and rejects by instrument: with all accepted the text is that of
the clean document, with all rejected the one before the changes.
"""

import io
import itertools
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from conformed.instrument import ProvisionKind
from conformed.views.set_out import Paragraph, shown
from conformed.views.word_edited import mark
from conformed.views.word_marks import Marks
from conformed.views.word_tables import table
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
        except ImportError:
            raise Lacking("Word documents") from None
        self.document = docx.Document()
        self.document.core_properties.title = xml_words(title)[:255]
        self.document.core_properties.author = "Conformed"
        self.marks = Marks(changes, redline=redline)

    def written(self, paragraphs: Sequence[Paragraph]) -> bytes:
        """The bytes of a document that holds the paragraphs."""
        body = self.document.element.body
        kept = [one for one in paragraphs if self.marks.redline or one.words().strip()]
        for rows, together in itertools.groupby(kept, key=lambda one: one.kind is ProvisionKind.ROW):
            alike = list(together)
            for made in [table(alike, self.marks)] if rows else map(self._paragraph, alike):
                body.insert(len(body) - 1, made)  # before the properties of the section
        held = io.BytesIO()
        self.document.save(held)
        return _fixed(held)

    def _paragraph(self, one: Paragraph) -> Any:
        """A paragraph; the mark at its end is a change too where all of it is."""
        found = self.marks.made("p")
        how = self.marks.made("pPr")
        if one.kind in _CENTERED:
            how.append(self.marks.made("jc", val="center"))
        elif one.depth:
            how.append(self.marks.made("ind", left=str(_INDENT * min(one.depth, _DEEPEST))))
        if len(how):
            found.append(how)
        mark(found, self.marks, one.added, one.struck)
        bold = self.marks.made("rPr")
        bold.extend([self.marks.made("b")] if one.kind in _CENTERED else [])
        found.extend(self.marks.run(shown(run), run, bold) for run in self.marks.kept(one.runs))
        return found


def _fixed(held: io.BytesIO) -> bytes:
    """The same archive, whose parts bear no time of the day on which it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(held) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.infolist():
            after.writestr(zipfile.ZipInfo(one.filename, _MADE), before.read(one), zipfile.ZIP_DEFLATED)
    return made.getvalue()
