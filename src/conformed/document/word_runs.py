"""The words of a Word document: runs, how they look, how they are tracked, and fields (ISO/IEC 29500-1, 17.3.2, 17.3.3, 17.13.5).

In: the elements within a paragraph.  Out: pieces, written to the lines.  What is deleted, moved away or struck through is struck;
what is inserted or moved here is inserted; hidden words and what fields are told are not shown.
"""

import datetime
from collections.abc import Callable
from typing import Any

from conformed.document.document import Change, Unreadable
from conformed.document.transcript import Piece
from conformed.document.word_fields import Fields
from conformed.document.word_lines import Lines
from conformed.document.word_parts import W, WordFile
from conformed.document.word_styles import BEARING, Looks, Style, Styles, looks
from conformed.document.word_symbols import symbol

GONE = f"{W}del", f"{W}moveFrom"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
WORDS = frozenset(f"{W}{one}" for one in "t tab br cr sym noBreakHyphen ptab fldChar footnoteReference endnoteReference".split())
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAME = 100  # characters of an author's name
_BLANKS = str.maketrans("\t\n\r\f\v\x85\u2028\u2029", "        ", "\u00ad")  # as Word shows them; a soft hyphen is none
_WITHOUT_WORDS = "pPr rPr tblPr tblGrid trPr tcPr tblPrEx sectPr sdtPr sdtEndPr delInstrText ffData rt"


class Runs:
    """What the runs of a document show."""

    def __init__(self, word: WordFile) -> None:
        """Begin with nothing shown."""
        self._word = word
        self._styles = Styles(word.part("styles"))
        self._shown = Lines()
        self._fields = Fields()
        self._number = 0  # of the paragraph
        self._style = Style()
        self._plain: Looks = {}  # how words look in the paragraph
        self._looks: Looks = {}  # and where we are
        self._change: Change | None = None
        self._begins: dict[str, Callable[[Any], None]] = {
            f"{W}{name}": begin
            for names, begin in (
                ("r", self._run), ("t delText", self._text), ("br", self._break), ("cr", self._line_end), ("tab ptab", self._tab),
                ("noBreakHyphen", self._hyphen), ("sym", self._sign), ("lastRenderedPageBreak", self._page_end), ("fldChar", self._field),
                ("fldSimple", self._simple_field), ("instrText", self._told), ("ins moveTo del moveFrom", self._changed),
                (_WITHOUT_WORDS, self._pass),
            )
            for name in names.split()
        }  # fmt: skip
        self._begins |= {f"{_MATH}t": self._text, f"{_MATH}den": self._divided}

    def _each(self, element: Any) -> None:
        begins = self._begins
        for child in element:
            begins.get(child.tag, self._each)(child)

    def _pass(self, _: Any) -> None:
        """What holds no words."""

    def _look(self, properties: Any | None) -> Looks:
        """How words with some properties look in the paragraph."""
        return self._styles.look(self._style.looks, self._styles.of(properties, "run").looks, looks(properties))

    def _run(self, element: Any) -> None:
        properties = element.find(f"{W}rPr")
        if properties is not None and any(one.tag in BEARING for one in properties):
            self._looks = self._look(properties)
        self._each(element)
        self._looks = self._plain

    def _say(self, words: str) -> None:
        """Words stand where we are."""
        if self._fields.unshown or self._looks.get("hidden"):
            return
        self._shown.say(Piece(words.upper() if self._looks.get("caps") else words, self._number, self._change_of(self._looks)))

    def _change_of(self, look: Looks) -> Change | None:
        """How words are marked as changed that look so."""
        through = look.get("strike") or look.get("dstrike")
        return Change(struck=True) if through and not (self._change and self._change.struck) else self._change

    def _changed(self, element: Any) -> None:
        around, self._change = self._change, self._change_by(element)
        self._each(element)
        self._change = around

    def _change_by(self, element: Any) -> Change:
        """The change that an element marks; within words that are struck all are."""
        if self._change and self._change.struck:
            return self._change
        by = " ".join((element.get(f"{W}author") or "").split())[:_NAME]
        try:
            day = datetime.date.fromisoformat((element.get(f"{W}date") or "")[:10])
        except ValueError:
            day = None
        return Change(element.tag in GONE, by or None, day)

    def _text(self, element: Any) -> None:
        words = element.text or ""
        self._say((words if element.get(_SPACE) == "preserve" else words.strip()).translate(_BLANKS))

    def _tab(self, _: Any) -> None:
        self._say("\t")

    def _hyphen(self, _: Any) -> None:
        self._say("-")

    def _sign(self, element: Any) -> None:
        self._say(symbol(element.get(f"{W}font"), element.get(f"{W}char")))

    def _divided(self, element: Any) -> None:
        self._say("/")
        self._each(element)

    def _break(self, element: Any) -> None:
        self._page_end(element) if element.get(f"{W}type") == "page" else self._line_end(element)

    def _line_end(self, _: Any) -> None:
        if not (self._fields.unshown or self._looks.get("hidden")):
            self._shown.end_line()

    def _page_end(self, _: Any) -> None:
        self._shown.end_page()

    def _field(self, element: Any) -> None:
        self._say(self._fields.marked(element))
        self._refuse_counted()

    def _simple_field(self, element: Any) -> None:
        if not len(element):
            self._say(self._fields.shown(element.get(f"{W}instr") or ""))
            self._refuse_counted()
        self._each(element)

    def _told(self, element: Any) -> None:
        self._fields.tell(element.text or "")

    def _refuse_counted(self) -> None:
        if self._fields.counts:
            why = "numbers words by fields (LISTNUM, AUTONUM), whose numbers the file does not hold"
            raise Unreadable(f"{self._word.name} {why}: save it as text and give that.")


def shown_form(element: Any) -> Any | None:
    """Of one content in several forms the one that is shown: the first that holds words."""
    return next((form for form in element if next(form.iter(*WORDS), None) is not None), None)
