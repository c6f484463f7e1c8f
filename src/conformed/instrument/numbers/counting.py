"""The numbers that an instrument itself counts, so that its going on is told from a text that it sets off.

In: its paragraphs, one by one.  Out: whether a paragraph goes on with that count.
"""

import re

from conformed.basis.pattern import pattern
from conformed.document import Paragraph
from conformed.instrument.numbers.markers import Numbered, heads, numbered
from conformed.instrument.numbers.ordinals import ordinal

_LETTERED = pattern(r"(\d{1,2})\.([A-Z])(?=[.\s]\s?[A-Z\[])")  # 8.A, 8.B
_ARTICLE = 26


class Count:
    """The last number of each kind that the instrument has reached."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._own: dict[str, int] = {}
        self._noted: list[Paragraph] = []  # not counted yet: most instruments are never asked
        self._two_figures: set[str] = set()  # what is counted 1.01, 1.02

    def note(self, paragraph: Paragraph) -> None:
        """Note a paragraph of the instrument, for the number with which it opens."""
        self._noted.append(paragraph)

    def _count(self, paragraph: Paragraph) -> None:
        section = numbered(self.text, paragraph.start, paragraph.end)
        own = self._own
        if lettered := _LETTERED.match(self.text, paragraph.start, paragraph.end):
            own["lettered"] = _place(lettered)
            return
        if section is not None and section.word == "article":
            own["article"] = 1
            return
        if section is not None and section.value[0].isdigit():
            head, _, tail = section.value.rpartition(".")
            own[f"{head}."] = _figure(tail)
            if tail.startswith("0"):
                self._two_figures.add(head)
            for style in [
                style
                for style in own
                if style != "article" and (not style.endswith(".") or style.startswith(f"{section.value}."))
            ]:
                del own[style]
            return
        for marker in heads(self.text, paragraph.start, paragraph.end, 0):
            for style, place in ordinal(marker.value):
                own[style + marker.shape] = place

    def is_at(self, section: Numbered) -> bool:
        """Whether a section bears the number that the count has reached, as if by a slip it were counted again."""
        self._count_noted()
        head, _, tail = section.value.rpartition(".")
        return self._own.get(f"{head}.") == _figure(tail)

    def has_none_of(self, section: Numbered) -> bool:
        """Whether a number is that of an article, and the instrument counts sections and no articles."""
        self._count_noted()
        return section.word == "article" and "article" not in self._own and "." in self._own

    def _count_noted(self) -> None:
        for noted in self._noted:
            self._count(noted)
        self._noted.clear()

    def resumes(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph goes on with the count."""
        self._count_noted()
        text, own = self.text, self._own
        if "lettered" in own and (lettered := _LETTERED.match(text, paragraph.start, paragraph.end)):
            return 0 < _place(lettered) - own["lettered"] <= _ARTICLE
        if section := numbered(text, paragraph.start, paragraph.end):
            return self._follows(section)
        markers = heads(text, paragraph.start, paragraph.end, 0)
        return bool(markers) and any(
            own.get(style + markers[0].shape) == place - 1
            for style, place in ordinal(markers[0].value)
            if place > 1
        )

    def _follows(self, section: Numbered) -> bool:
        """Whether a number is the next of the sections."""
        own = self._own
        if section.word == "article":
            return "article" in own
        if not section.value[0].isdigit() or (section.point == ":" and not section.word):
            return False  # a row of a table
        head, _, tail = section.value.rpartition(".")
        known = own.get(f"{head}.")
        if len(tail) == 1 and head in self._two_figures:
            return False  # 1.2 does not follow on 1.01
        if known is not None and tail[0] == "0" and head not in self._two_figures:
            return False
        if known is not None and known < _figure(tail) <= known + 2:
            return True
        return bool(head) and own.get(".") == _figure(head) and _figure(tail) == 1 and not head.count(".")


def _place(lettered: re.Match[str]) -> int:
    """The place of 8.B among 8.A, 8.B, 9.A."""
    return _ARTICLE * int(lettered[1]) + ord(lettered[2]) - ord("A")


def before(value: str) -> str:
    """The number that is counted before a number."""
    head, _, tail = value.rpartition(".")
    return f"{head}{'.' if head else ''}{_figure(tail) - 1}"


def _figure(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else 0
