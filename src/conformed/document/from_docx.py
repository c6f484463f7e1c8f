"""A Word document (DOCX) to a Document (ISO/IEC 29500-1, 17).

In: a name, the archive and its bytes.  Out: the document, whose text is what Word shows with all tracked changes accepted: paragraphs
with the numbers that Word counts, rows of tables, the results of fields, text boxes and footnotes behind the paragraph that holds or
cites them.  Words that are tracked as deleted or struck through stand in the text and not in the reading.  Heads and feet of pages,
comments and hidden words are left out.  Each word leads back to its paragraph, counted from 1.  Raises `Unreadable`.
"""

from typing import Any

from conformed.document.archive import Archive
from conformed.document.document import Change, Document, Unreadable
from conformed.document.laid_out import transcribed
from conformed.document.transcript import CELLS, Line, Piece, Transcript
from conformed.document.word_fields import Fields
from conformed.document.word_lists import Lists
from conformed.document.word_notes import Note, Notes
from conformed.document.word_parts import W, WordFile, is_on, val, whole
from conformed.document.word_runs import ALTERNATIVES, GONE, WORDS, Runs, shown_form
from conformed.document.word_styles import Looks, Style

_DEEPEST = 60  # tables within each other
_LONGEST = 40_000_000  # characters that a document may show
_ON_NEW_PAGE = frozenset((None, "nextPage", "oddPage", "evenPage"))  # where a section begins


def from_docx(name: str, data: bytes, archive: Archive) -> Document:
    """Read the Word document `name`, whose bytes are `data`.  Raises `Unreadable`."""
    word = WordFile(name, archive)
    try:
        lines = _Shown(word).lines()
    except RecursionError:
        raise Unreadable(f"{name} nests its elements too deep to be read: save it as text and give that.") from None
    if sum(map(len, lines)) > _LONGEST:
        raise Unreadable(f"{name} shows more than {_LONGEST:,} characters: give its parts one by one.")
    written = Transcript()
    for line in lines:
        written.line(line)
    return transcribed(name, data, written, marks_only=True)


class _Shown(Runs):
    """What Word shows of a document, element by element."""

    def __init__(self, word: WordFile) -> None:
        """Begin with nothing shown."""
        super().__init__(word)
        self._lists = Lists(word.part("numbering"), self._styles)
        self._notes = Notes(word)
        self._counted = 0  # the paragraphs that were met
        self._boxes: list[Line] = []  # what stands in boxes that the paragraph holds
        self._cited: list[tuple[Note, Change | None]] = []
        self._depth = 0  # of tables, boxes and notes around
        sections = [one for one in word.root.iter(f"{W}sectPr") if one.getparent().tag != f"{W}sectPrChange"]
        self._turns = iter([val(one.find(f"{W}type")) in _ON_NEW_PAGE for one in sections[1:]])
        self._begins |= {
            f"{W}{name}": begin
            for names, begin in (
                ("p", self._paragraph), ("tbl", self._table), ("tr", self._row), ("tc", self._cell), ("txbxContent", self._box),
                ("footnoteReference endnoteReference", self._cite), ("altChunk subDoc", self._elsewhere),
            )
            for name in names.split()
        }  # fmt: skip
        self._begins[ALTERNATIVES] = self._alternatives

    def lines(self) -> list[Line]:
        """All lines of the document."""
        self._each(self._word.root)
        self._close()
        if self._fields.unshown:
            raise self._word.damaged("a field in it does not end")
        return self._shown.done()

    def _elsewhere(self, _: Any) -> None:
        """A file that Word takes in as it opens this one."""
        says = f"{self._word.name} takes in the words of another file as it is opened: open it in Word, save it anew and give that."
        raise Unreadable(says)

    # Paragraphs

    def _paragraph(self, element: Any) -> None:
        self._counted += 1
        around = self._number, self._style, self._plain, self._looks
        self._number = self._counted
        properties = element.find(f"{W}pPr")
        self._style = self._styles.of(properties)
        self._plain = self._looks = self._look(None)
        mark = None if properties is None else properties.find(f"{W}rPr")
        if _ends_page_before(properties, self._style):
            self._page_end(element)
        joins = mark is not None and self._is_gone(mark)  # with the next paragraph
        gone = joins and not self._shown.open and not self._survives(element)
        if not (gone or self._shown.open):
            self._count(properties, self._look(mark))
        self._each(element)
        if gone or not joins:
            self._close()
        if properties is not None and properties.find(f"{W}sectPr") is not None and next(self._turns, False):
            self._page_end(element)
        self._number, self._style, self._plain, self._looks = around

    def _close(self) -> None:
        """The paragraph ends; what stands in boxes and notes follows."""
        self._shown.end_paragraph()
        self._shown.add(self._boxes)
        self._boxes = []
        if not self._depth:
            cited, self._cited = self._cited, []
            for note, change in cited:
                self._write(note, change)

    def _is_gone(self, mark: Any) -> bool:
        """Whether the mark of a paragraph is deleted or hidden, so that the next one goes on with it."""
        return any(mark.find(one) is not None for one in GONE) or self._look(mark).get("hidden", False)

    def _survives(self, paragraph: Any) -> bool:
        """Whether a paragraph whose mark is gone shows words."""
        if self._change and self._change.struck:
            return False
        for run in paragraph.iter(f"{W}r"):
            if any(child.tag in WORDS for child in run) and not self._look(run.find(f"{W}rPr")).get("hidden"):
                above = run.getparent()
                while above is not paragraph and above.tag not in GONE:
                    above = above.getparent()
                if above is paragraph:
                    return True
        return False

    def _count(self, properties: Any | None, mark: Looks) -> None:
        """Count the paragraph where it is of a list; its number looks as its mark does."""
        place = self._lists.place(properties, self._style)
        if place is None or (number := self._lists.number(*place)) is None:
            return
        look = {**mark, "hidden": False, **number.looks}
        if not look.get("hidden"):
            words = number.words.upper() if look.get("caps") else number.words
            self._shown.number(Piece(words, self._number, self._change_of(look)))

    # Tables, boxes and notes

    def _alternatives(self, element: Any) -> None:
        """One content in several forms: the first that holds words is shown."""
        first = shown_form(element)
        for form in element:
            if form is first:
                self._each(form)
            else:
                self._counted += sum(1 for _ in form.iter(f"{W}p"))

    def _table(self, element: Any) -> None:
        if self._shown.begin_table() > _DEEPEST:
            raise Unreadable(f"{self._word.name} nests more than {_DEEPEST} tables: save it as text and give that.")
        self._depth += 1
        self._each(element)
        self._depth -= 1
        if self._shown.places > CELLS:
            raise Unreadable(f"{self._word.name} holds a table of more than {CELLS:,} cells: give it as a file of its own.")
        self._shown.end_table()
        self._close()

    def _row(self, element: Any) -> None:
        if not self._shown.in_table:
            raise self._word.damaged("a row stands outside of its table")
        properties = element.find(f"{W}trPr")
        around = self._change
        before = 0
        if properties is not None:
            before = whole(val(properties.find(f"{W}gridBefore"))) or 0
            for change in properties.iterchildren(f"{W}ins", f"{W}del"):
                self._change = self._change_by(change)
        self._shown.begin_row(before)
        self._each(element)
        self._shown.end_row()
        self._change = around

    def _cell(self, element: Any) -> None:
        if not self._shown.in_row:
            raise self._word.damaged("a cell stands outside of its table")
        lines = self._block(element)
        self._shown.cell(lines, whole(val(element.find(f"{W}tcPr/{W}gridSpan"))) or 1)

    def _box(self, element: Any) -> None:
        if not (self._fields.unshown or self._looks.get("hidden")):
            self._boxes += self._block(element)

    def _block(self, element: Any, mark: str = "") -> list[Line]:
        """The lines of a cell, a box or a note, which opens with its mark."""
        around, boxes = self._shown.begin_block(), self._boxes
        self._shown.number(Piece(mark, self._counted + 1, self._change))
        self._boxes = []
        self._depth += 1
        self._each(element)
        self._close()
        self._depth -= 1
        self._boxes = boxes
        return self._shown.end_block(around)

    def _cite(self, element: Any) -> None:
        struck = self._change_of(self._looks)
        if self._fields.unshown or self._looks.get("hidden"):
            return
        note = self._notes.cited(element, struck=bool(struck and struck.struck))
        self._say(note.mark)
        if note.is_new:
            self._cited.append((note, struck if struck and struck.struck else None))

    def _write(self, note: Note, change: Change | None) -> None:
        """Write a note behind the paragraph that cites it."""
        around = self._counted, self._fields, self._change
        self._counted, self._fields, self._change = note.before, Fields(), change
        self._shown.add(self._block(note.element, f"{note.mark} " if note.mark else ""))
        self._counted, self._fields, self._change = around


def _ends_page_before(properties: Any | None, style: Style) -> bool:
    own = None if properties is None else properties.find(f"{W}pageBreakBefore")
    return style.page_before if own is None else is_on(own)
