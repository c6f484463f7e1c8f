"""Where text ends that an amending sentence sets off.

In: the paragraph in which it begins.  Out: the paragraph after it, and its last character.

Quoted text ends where its quotation mark closes; text that is only set off ends where the instrument goes on
counting, orders the next change, speaks of itself or is signed.  A quotation whose closing mark is missing ends
there as well.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Paragraph
from conformed.instrument.numbers.captions import caption, is_caption
from conformed.instrument.numbers.counting import Count, before
from conformed.instrument.numbers.markers import Numbered, clauses, heads, numbered
from conformed.instrument.numbers.ordinals import ordinal
from conformed.instrument.set_off.closings import behind, closes, signs
from conformed.instrument.set_off.lists import Lists
from conformed.instrument.set_off.ordering import ORDERS, order_within, orders, orders_plainly
from conformed.instrument.set_off.quoting import (
    CLOSING,
    OPENING,
    TERM,
    before_next_change,
    closed_within,
    marks_in,
    still_open,
)

_BARE = pattern(r"\(?\w{1,4}[.)]$")  # a number alone on its line
_NEAR = 8  # characters before a marker in which a stop stands
_NEXT = 8  # paragraphs behind a quotation in which its closing mark may still stand
_FARTHER = 500  # paragraphs that a quotation may go on where text without marks would have ended
_CAPTIONED = pattern(
    r"^\W?\w{1,4}\W\s(?:Amendments?\s(?:to|of)|Conditions|Representations|Effectiveness|Miscellaneous|Waiver|Consent)\b",
    ENGLISH,
)

_EFFECT = pattern(
    r"\b(?:is|are)\shereby\s(?:increased|decreased|reduced|extended|shortened|suspended|terminated|cancell?ed)\b", ENGLISH
)
_SEVERAL = pattern(
    r"\b(?:(?:paragraphs|provisions|sentences|sub-?sections|sections|clauses|definitions|terms|language|text)\b[^.:]{0,160}|two|three)\W{0,3}$",
    ENGLISH,
)
_CLAUSE = pattern(  # "adding a new clause (c) as follows:", "Section 2.2(b) is restated as follows:"
    r"\b(?:sub-?)?(?:clause|paragraph|section|item)\s(?:\d[\d.]{0,8}\s?)?(?:\(\w{1,4}\)\s?){0,4}(\(\w{1,4}\))(?!,?\s(?:and|through|to)\s\()(?:[^.:()]|\.(?=\d)){0,160}\W{0,3}$", ENGLISH
)
_LEANS = pattern(
    r"(?:notwithstanding\sthe\s(?:foregoing|above)|(?:subject|in\saddition|pursuant)\sto\sthe\sforegoing|for\s(?:the\s)?purposes?\sof\s(?:this|the\sforegoing)"
    r"|(?:such|these|those|any\ssuch|each\ssuch|provided|the\s(?:foregoing|above|preceding))\b|(?-i:[a-z]))",
    ENGLISH,
)
_AS_THE_AGREEMENT = pattern(
    r"\b(?:this\s(?:agreement|section|sub-?section|paragraph|clause|article|lease|plan|note|definition)|hereunder)\b",
    ENGLISH,
)


class Ending:
    """Finds the ends of texts that are set off among `paragraphs` up to `last`; `own` is the instrument's count."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], last: int, own: Count) -> None:
        self.text, self.paragraphs, self.last, self.own = text, paragraphs, last, own
        self.stopped: dict[int, bool] = {}  # by paragraph, what is asked of it again and again
        self.ran_in: dict[int, tuple[list[str], list[str]]] = {}

    def find(self, begun: int, start: int, announced: str, *, quoted: bool) -> tuple[int, int]:
        """The paragraph after the text that begins at `start` in paragraph `begun`, and the character at its end."""
        number, closed = self._closed(begun, start) if quoted else (self._stop(begun, start, announced), None)
        if closed is not None:
            return number, closed
        if number < self.last and number - 1 > begun and _BARE.fullmatch(self._words(number - 1)):
            number -= 1  # a number alone on its line belongs to what goes on
        for inner in range(begun, number):
            first = max(start, self.paragraphs[inner].start)
            ordered = order_within(self.text[first : self.paragraphs[inner].end])
            if ordered is not None:
                return inner + 1, first + ordered
        return behind(self.text, self.paragraphs, begun, number)

    def settled(self, announced: str, begun: int, after: int) -> bool:
        """Whether the last paragraph of text without marks, before `after`, is surely of it and not the instrument's own.

        Where the instrument counts its paragraphs, what it does not count is of the text.  Where it does not, a
        paragraph is of the text if it goes on from what stands before it, or speaks as the agreement does.
        """
        last = after - 1
        counts = after < self.last and self._marked(after)
        if counts or last == begun or self.paragraphs[last].row or self._marked(last):
            return True
        if not self._stopped(last - 1) or any(self._marked(number) for number in range(begun + 1, last)):
            return True
        words = self._words(last)
        return bool(_SEVERAL.search(announced) or _LEANS.match(words) or _AS_THE_AGREEMENT.search(words))

    def closes_behind(self, after: int) -> bool:
        """Whether the mark that a quotation lacks stands behind it, before another is opened or another change ordered."""
        for number in range(after, min(after + _NEXT, self.last)):
            words = self._words(number)
            if OPENING.match(words) or orders(words):
                return False
            if CLOSING.search(words) and marks_in(words, open_before=False) % 2 == 1:
                return True
        return False

    def _marked(self, number: int) -> bool:
        """Whether a paragraph opens with a number or letter."""
        paragraph = self.paragraphs[number]
        return bool(
            numbered(self.text, paragraph.start, paragraph.end)
            or heads(self.text, paragraph.start, paragraph.end, 0)
        )

    def _words(self, number: int) -> str:
        paragraph = self.paragraphs[number]
        return self.text[paragraph.start : paragraph.end]

    def _closed(self, begun: int, start: int) -> tuple[int, int | None]:
        """The paragraph after a quotation and its closing mark; None for the mark where the instrument goes on before it."""
        unquoted, stop = self._inside(begun, start, quoted=False), begun
        bare: int | None = None  # where the text would end if it were not quoted
        marks, inside = 0, set[str]()
        for number in self._inside(begun, start, quoted=True):
            if bare is None and next(unquoted, None) is None:
                bare = number
            if bare is not None and number > bare + _FARTHER:
                break
            stop = number + 1
            paragraph, words = self.paragraphs[number], self._words(number)
            marks += marks_in(words, open_before=marks % 2 == 1)
            if paragraph.start >= start:
                inside |= _counted(self.text, paragraph)
            if closed := before_next_change(words, marks):
                return number + 1, paragraph.start + closed
            if CLOSING.search(words) and self._closes(number, words, marks, inside):
                return number + 1, paragraph.end
            if closed := closed_within(words, marks):
                return number + 1, paragraph.start + closed
        return (stop if bare is None else min(stop, bare)), None

    def _stop(self, begun: int, start: int, announced: str) -> int:
        """The first paragraph that is the instrument's own again, behind text without quotation marks."""
        clause = _CLAUSE.search(announced)
        alone = clause is not None and self.text.startswith(clause[1], start)
        return max(self._inside(begun, start, quoted=False, alone=alone), default=begun - 1) + 1

    def _inside(self, begun: int, start: int, *, quoted: bool, alone: bool = False) -> Iterator[int]:
        """The paragraphs from `begun` up to the one with which the instrument itself goes on.

        Where the text begins within a paragraph, the number before it is the instrument's.  A clause that is announced
        `alone` is followed by no other of its list.
        """
        marks = 0
        inside: dict[str, int] = {}  # numbers that the text counts itself, and where it did last
        ran_in: dict[str, int] = {}  # those that it counts within its sentences
        lists = Lists()
        for number in range(begun, self.last):
            paragraph, words = self.paragraphs[number], self._words(number)
            section = numbered(self.text, paragraph.start, paragraph.end)
            resumes = number > begun and self.own.resumes(paragraph)
            ended = resumes and self._stopped(number - 1)  # and with it a list that runs in
            listed = section is None and _follows(self.text, paragraph, inside if ended else inside | ran_in)
            inner = section is not None and (
                ("." in section.value and before(section.value) in inside) or self.own.has_none_of(section)
            )
            if number > begun and (
                (
                    closes(
                        words,
                        resumes=resumes,
                        listed=listed,
                        inner=inner,
                        flush=self._stopped(number - 1),
                        quoted=quoted,
                    )
                    or signs(self.text, self.paragraphs, number, self.last)
                )
                and not (quoted and still_open(words, marks))
            ):
                return
            if number > begun and self._goes_on(number, words, section, inside, listed=listed, quoted=quoted):
                return
            yield number
            if paragraph.start >= start:
                if section is not None and (not resumes or (quoted and before(section.value) in inside)):
                    inside[section.value] = number
                counted = set() if alone and number == begun else _counted(self.text, paragraph)
                inside |= dict.fromkeys(counted, number)
                for closed in lists.note(counted, words):
                    inside.pop(closed, None)
            every, behind_stop = self._run_in(number)
            ran_in |= dict.fromkeys(every, number)
            inside |= dict.fromkeys(behind_stop, number)
            marks += marks_in(words, open_before=marks % 2 == 1)

    def _goes_on(
        self,
        number: int,
        words: str,
        section: Numbered | None,
        inside: Mapping[str, int],
        *,
        listed: bool,
        quoted: bool,
    ) -> bool:
        """Whether the instrument itself goes on with this paragraph."""
        if self.own.resumes(self.paragraphs[number]):
            if section is not None:
                counted = section.word == "article" or before(section.value) not in inside
                return orders(words) or (counted and (not quoted or self._ended(number - 1)))
            if listed:  # it goes on with a list of the text as well
                return orders_plainly(words)
            effects = _EFFECT.search(words[:240]) is not None
            if quoted:
                return effects or orders(words)
            changes = effects or ORDERS.search(words[:600]) or _CAPTIONED.search(words[:120])
            return bool(changes) or self._stopped(number - 1)
        if quoted:  # its closing mark may be missing
            repeats = section is not None and section.value not in inside and self.own.is_at(section)
            opens = words.endswith(":") and orders_plainly(words) and self._opens(number + 1)
            return opens or (repeats and orders(words))
        if OPENING.match(words) or not (orders_plainly(words) if listed else orders(words)):
            return False
        begun = order_within(words)  # behind more than a caption, the paragraph is still of the text
        return begun is None or is_caption(words[:begun].rstrip(" .:"))

    def _opens(self, number: int) -> bool:
        return number < self.last and OPENING.match(self._words(number)) is not None

    def _ended(self, number: int) -> bool:
        paragraph = self.paragraphs[number]
        return paragraph.row or self.text[paragraph.end - 1] in ".;:\"”“')"

    def _stopped(self, number: int) -> bool:
        """Whether a paragraph is a row, or ends with a full stop and is no caption of what follows it."""
        if number not in self.stopped:
            self.stopped[number] = self._is_stopped(number)
        return self.stopped[number]

    def _is_stopped(self, number: int) -> bool:
        text, paragraph = self.text, self.paragraphs[number]
        if paragraph.row:
            return True
        if text[paragraph.start : paragraph.end].rstrip("\"”’')")[-1:] != ".":
            return False
        section = numbered(text, paragraph.start, paragraph.end)
        markers = heads(text, paragraph.start, paragraph.end, 0)
        at = section.end if section else markers[-1].end if markers else paragraph.start
        titled = caption(text, at, paragraph.end)
        return titled is None or titled[1] < paragraph.end

    def _run_in(self, number: int) -> tuple[list[str], list[str]]:
        """The places that the clause markers within a paragraph may have: all, and those behind a full stop."""
        if number not in self.ran_in:
            text, paragraph = self.text, self.paragraphs[number]
            every, behind_stop = self.ran_in[number] = [], []
            for marker in clauses(text, paragraph.start, paragraph.end, 0, row=paragraph.row):
                if not marker.run_in or marker.doubtful:
                    continue
                places = [f"{style}{marker.shape}{place}" for style, place in ordinal(marker.value)]
                every += places
                if text[max(paragraph.start, marker.start - _NEAR) : marker.start].rstrip().endswith("."):
                    behind_stop += places
        return self.ran_in[number]

    def _closes(self, number: int, words: str, marks: int, inside: set[str]) -> bool:
        """Whether the mark at the end of `words` closes the quotation and not a term, or one of several texts, in it."""
        if number + 1 >= self.last:
            return True
        after, ahead = self.paragraphs[number + 1], self._words(number + 1)
        resumes = self.own.resumes(after)
        if TERM.match(words) and TERM.match(ahead):
            return False
        if marks % 2 == 0 and OPENING.match(ahead) and not (resumes or orders(ahead)):
            return False  # another text, quoted for itself
        if _counted(self.text, after, back=1) & inside and not (resumes or orders_plainly(ahead)):
            return False  # the list goes on behind a mark that is misplaced
        term = re.search(r"[\"“](?![),;.\s])[^\"“”\n]{1,60}[\"”]\s?[.,;:]?$", words)
        if marks % 2 == 0 and (term is None or term.start() == 0):
            return True
        return resumes or bool(ORDERS.search(ahead[:400]))


def _counted(text: str, paragraph: Paragraph, *, back: int = 0) -> set[str]:
    """The places in lists that the clause markers at the head of a paragraph may have, or those `back` before them."""
    return {
        f"{style}{marker.shape}{place - back}"
        for marker in heads(text, paragraph.start, paragraph.end, 0)[:1]
        for style, place in ordinal(marker.value)
    }


def _follows(text: str, paragraph: Paragraph, inside: Mapping[str, int]) -> bool:
    """Whether a paragraph goes on with a list: with what follows a number that came after its own last came."""
    return any(
        inside.get(f"{style}{marker.shape}{place - 1}", -1) > inside.get(f"{style}{marker.shape}{place}", -1)
        for marker in heads(text, paragraph.start, paragraph.end, 0)[:1]
        for style, place in ordinal(marker.value)
    )
