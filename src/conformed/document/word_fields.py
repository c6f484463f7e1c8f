"""The fields of a Word document, whose results it keeps (ISO/IEC 29500-1, 17.16).

In: where fields begin, part and end, and what they are told.  Out: whether words are shown where we are, and what a field shows
that keeps no result: a box, a choice, a button.  The numbers of some (LISTNUM, AUTONUM) are counted by Word alone.
"""

import re
from typing import Any

from conformed.basis.pattern import pattern
from conformed.document.word_parts import W, is_on, val, whole
from conformed.document.word_symbols import symbol

_BUTTON = pattern(r"\s{0,99}(?:MACROBUTTON|GOTOBUTTON)\s{1,99}\S{1,99}\s", re.IGNORECASE)
_SIGN = pattern(r"\s{0,99}SYMBOL\s{1,99}(?P<code>\d{1,5}|0x[0-9a-f]{1,4})\b", re.IGNORECASE)
_FONT = pattern(r"\\f\s{0,9}\"?(?P<font>[A-Za-z ]{1,40})", re.IGNORECASE)
_COUNTED = frozenset("LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT".split())
_LONGEST = 2000  # characters of what a field is told


class Fields:
    """The fields around the place where we are."""

    def __init__(self) -> None:
        """Begin outside of all fields."""
        self._told: list[str | None] = []  # what each is told, until its result begins
        self._boxes: list[str] = []
        self.unshown = 0  # how many of them are being told what to do
        self.counts = False  # whether one was met that shows a number which the file does not keep

    def marked(self, element: Any) -> str:
        """A mark of a field: where it begins, where its result does, or where it ends; what it shows there without a result."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._told.append("")
            self._boxes.append(_box(element.find(f"{W}ffData")))
            self.unshown += 1
        elif self._told and kind == "separate" and self._told[-1] is not None:
            self._told[-1] = None
            self.unshown -= 1
            return self._boxes[-1]
        elif self._told and kind == "end":
            told, box = self._told.pop(), self._boxes.pop()
            if told is not None:
                self.unshown -= 1
                return box or self.shown(told)
        return ""

    def tell(self, words: str) -> None:
        """What the innermost field is told."""
        if self._told and self._told[-1] is not None and len(self._told[-1]) < _LONGEST:
            self._told[-1] += words

    def shown(self, told: str) -> str:
        """What a field without a result shows."""
        self.counts |= any(word.upper() in _COUNTED for word in told.split(None, 1)[:1])
        if button := _BUTTON.match(told):
            return told[button.end() :].strip()
        if sign := _SIGN.match(told):
            font, code = _FONT.search(told), sign["code"]
            return symbol(font["font"].strip() if font else None, code[2:] if "x" in code.lower() else f"{int(code):X}")
        return ""


def _box(data: Any | None) -> str:
    """What the field of a form shows that keeps no result: a box, or the choice made."""
    if data is None:
        return ""
    if (box := data.find(f"{W}checkBox")) is not None:
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        return "☒" if state is not None and is_on(state) else "☐"
    if (choice := data.find(f"{W}ddList")) is not None:
        entries = [val(one) or "" for one in choice.iterchildren(f"{W}listEntry")]
        chosen = whole(val(choice.find(f"{W}result"))) or whole(val(choice.find(f"{W}default"))) or 0
        return entries[chosen] if chosen < len(entries) else ""
    return ""
