"""The numbers and letters that open provisions, as they stand in the text.

In: a reading and one paragraph of it.  Out: the section number or article with which the paragraph opens,
and the clause markers at its head and within it.  What refers to a clause ("clause (ii)", "Section
2.10(b)", "(a) and (b) above") or repeats a number in figures ("thirty (30) days") is none.
"""

from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument.numbers.captions import ABBREVIATION, is_caption
from conformed.instrument.numbers.numbering import Marker
from conformed.instrument.numbers.ordinals import CARDINALS, roman
from conformed.instrument.numbers.referring import CERTAINLY, chooses, refers_to

_ARTICLE = pattern(
    rf"(?P<word>ARTICLE|Article|(?:PART|Part|CHAPTER|Chapter)(?=\s(?:[IVXLC]+|\d{{1,2}}|(?i:{'|'.join(CARDINALS)}))(?:[.:]?$|[.:]?\n|[.:]\s|\s?[-–—])))"
    rf"\s(?P<value>[IVXLC]+[A-H]?|\d{{1,2}}[A-Z]?|[A-Z]|(?i:{'|'.join(CARDINALS)}))\b[.:]?(?=\s|$|[-–—])"
)
_SECTION = pattern(  # not of the tax law, whose sections captions name: `Section 409A Compliance`
    r"(?:(?P<word>SECTION|Section|SUBPART|Subpart|Sec\.|SEC\.|§{1,2}|\(S\)|ARTICLE|Article|(?:CLAUSE|Clause|PARAGRAPH|Paragraph)(?=\s\d{1,2}(?:\.\d{1,2}){0,3}(?:[.:]?$|[.:]?\n|[.:]\s|\s?[-–—])))\s?)?(?!409A|280G)"
    r"(?P<value>(?(word)[IVX]{1,6}\.\d{1,3}|[IVX]{1,6}\.\d{1,3}(?=\.\s))|(?(word)[A-Z]?)(?=[l.]{0,4}\d)[\dl]{1,3}[A-Z]?(?:(?(word)\.\s?|\.)[\dl]{1,3}(?:[A-Z](?!\s[a-z]))?){0,6}(?:[A-Z](?!\s[a-z])|-[A-Z](?=\.(?:\s|$)))?|[IVX]{1,6}(?=\.)|l(?=\.\s))"
    r"(?P<point>(?(word)\s?\.|(?:\.|[ ]\.(?=\s[A-Z])))|\)|:)?(?=\s|$|[-–—“\"(A-Z])(?![-–—]\d{1,3}$)"
)
_ORDINAL = pattern(
    r"(?P<value>FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|TWELFTH"
    r"|(?:THIR|FOUR|FIF|SIX|SEVEN|EIGH|NINE)TEENTH|TWENTIETH|TWENTY[\s-](?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH)"
    r"|THIRTIETH)\s?[.:](?=\s)"
)
_BARE = pattern(
    r"\d{1,2}(?=[ \t][A-Z\[])(?![ \t](?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_OMITTED = pattern(r"\[[*•\s]{1,12}\]")  # a caption that a filing keeps back
_SPOKEN_OF = pattern(
    r"(?:\s?\([a-zA-Z0-9]{1,5}\))*,?\s(?:of|is|are|shall|will|to|hereof|thereof|and|or|through|in|as|has|under|hereby)\b"
)
_RATIO = pattern(  # behind a figure that is no number: 2.0 to 1.0, or the next figure of a row
    r"\s(?:%|(?:to|by|x|through)\s\d|\d{1,3}\.\d{1,3}%?(?:\s|$))"
)
_CLAUSE = pattern(
    r"(?:\(\s?(?P<bracket>[a-z]{1,5}|[A-Z]{1,4}|\d{1,3})\s?\)|(?P<open>[a-zA-Z]{1,5}|\d{1,3})(?P<shape>[.)])(?=\s|$))"
)
# A telephone number, or the first member of a sum.
_NO_CLAUSE = pattern(r"\(\d{3}\)\s?\d{3}[-.\s]\s?\d{4}|\(\w{1,3}\)\s?[+×÷]\s")
_FIRST = frozenset("0123456789AEFINSTVXl§*†‡[")
_OUTER = ("article", "part", "chapter")
# The mark of a note before a number.
_NOTED = pattern(r"(?:\*{1,3}|[†‡]{1,2}|\[\*{1,3}\])\s?(?=\d{1,2}\.\d|(?:Section|SECTION)\s\d)")
NOTES = frozenset("*†‡[")
_ORDINALS = frozenset("EFNST")
_WORDS = ("Part ", "PART ", "Chapter ", "CHAPTER ", "Clause ", "CLAUSE ", "Paragraph ", "PARAGRAPH ")
_OPENS = ("(S)", *_WORDS)  # what else a number may begin with; the first is what a filing makes of a section sign
_STOP = frozenset(".)")
_LETTERS = 6  # characters in which a marker without an opening bracket ends
_NEAR = 8  # blanks between two markers
_CALL = 24  # characters in which a clause is called by its section: Section 2.10(b)
_DEEPEST = 9  # markers with which a paragraph may open: (a)(i)(A)
_BARE_CAPTION = 80  # characters of a caption whose number has no point
# The initial of a name, of which there may be several: `J. Rowan Birch, Jr.`, `P. O. Box 4`.
_INITIAL = pattern(
    r"[A-Z]\.\s(?:[A-Z]\.?\s|[A-Z][a-z’'-]{1,20}(?:\s[A-Z][\w.’'-]{0,20}){0,2}(?:,?\s(?:Jr|Sr|II|III|IV|Ph\.D)\b\.?)?(?:,|$|\s[$(]))"
)
_RUN_IN = pattern(r"\(([a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)(?=\s|$|[A-Z“\"]|\((?:i|1|A|a)\)\s)")
# Quoted words, which may quote others: a mark opens behind a blank, and closes before one or a stop; a straight one stands at a word.
_MARK_OPENS, _MARK_CLOSES = r"(?:\"(?=\S)|“)(?<![^\s(\[].)", r"(?:(?<=\S)\"|”)(?![^\s.,;:)\]\"”])"
QUOTED = pattern(
    rf"{_MARK_OPENS}[^\"“”]{{1,2000}}(?:{_MARK_OPENS}[^\"“”]{{1,200}}{_MARK_CLOSES}[^\"“”]{{0,2000}}){{0,20}}{_MARK_CLOSES}"
)
_GOES_ON = pattern(r"(?:\s?\([a-zA-Z0-9]{1,4}\)){0,4},?\s[a-z]|\s\((?:[A-Z]|captioned\s|entitled\s|titled\s|headed\s)[^()\n]{1,80}\)(?:,|\s[a-z])")
_CLAUSE_OF = pattern(r"(?<![.:)])\s?(?P<bracket>\([a-zA-Z0-9]{1,4}\))|(?<=\.)[A-Z][\s.]")
# The clause behind the number of its section and a point: 1.A Names, 2.C.1 Days.
_DOTTED = pattern(r"(?<=\d\.)(?P<letter>[A-Z])(?:\.(?P<figure>\d{1,2}))?[.:]?(?=\s{1,4}[A-Z\[“\"])")
# Where a sentence may begin, and what ends in a full stop and is no sentence.
_SENTENCE = pattern(r"[.?!][\"”’)]?\s+[\"“(]?(?=[A-Z])")
_STOPPED = {". ", "? ", "! ", ".\t", ".\n"}


class Numbered(msgspec.Struct, frozen=True, gc=False):
    """The number with which a paragraph opens as an article, section or the like.

    `value` is the number without blanks ("2.10", "VII", "FIRST"), `word` the word before it in lower case
    ("article", "part", "chapter", "section" or ""), "heading" where none stands there and sections stand under it, `point` what follows it, a bracket where a clause is called in full ("2.10(b)", "2.B"); it
    stands at `start` to `end` of the reading.
    """

    value: str
    word: str
    point: str
    start: int
    end: int

    @property
    def label(self) -> str:
        """Its step of a path: `Article IV`, `Part II`, or the number alone."""
        return f"{self.word.title()} {self.value}" if self.word in _OUTER else self.value

    @property
    def outer(self) -> bool:
        """Whether sections stand under it."""
        return self.word in _OUTER or self.word == "heading"


def opens(text: str, start: int) -> bool:
    """Whether a number may stand at `start`, by its first letters."""
    return text[start] in _FIRST or text.startswith(_OPENS, start)


def numbered(text: str, start: int, end: int) -> Numbered | None:
    """The article or section number with which the paragraph at `start` to `end` opens, or None."""
    if start >= end or not opens(text, start):
        return None
    first = text[start]
    if first in NOTES:
        noted = _NOTED.match(text, start, end)
        found = numbered(text, noted.end(), end) if noted else None
        return msgspec.structs.replace(found, start=start) if found else None
    if (
        first in "ACP"
        and (match := _ARTICLE.match(text, start, end))
        and not _GOES_ON.match(text, match.end(), end)
    ):
        return Numbered(_unscanned(match["value"]), match["word"].lower(), "", start, match.end())
    capitals = first in _ORDINALS and text[start + 1 : start + 2].isupper()
    if capitals and (match := _ORDINAL.match(text, start, end)):
        return Numbered("-".join(match["value"].split()), "heading", "", start, match.end())
    if first in _ORDINALS and first != "S":
        return None
    return _section(text, start, end, article=first == "A")


def _section(text: str, start: int, end: int, *, article: bool) -> Numbered | None:
    """The section number with which a paragraph opens, which may be called an article if it has a point."""
    match = _SECTION.match(text, start, end)
    if match is None:
        return None
    word = "section" if match["word"] else ""
    value = "".join(match["value"].split()).replace("l", "1")  # what a scan makes of a one
    point = (match["point"] or "").strip()
    if word:
        if article and "." not in value:
            return None
        if _SPOKEN_OF.match(text, match.end(), end) or (not point and _GOES_ON.match(text, match.end(), end)):
            return None  # a sentence about that section, or one that begins with a reference
    elif point != "." and not (value[0].isdigit() and (point or "." in value)):
        return None  # a bare figure is no number
    elif _RATIO.match(text, match.end(), end):
        return None
    clause = "(" if _CLAUSE_OF.match(text, match.end(), end) else ""
    return Numbered(value, word, clause or point, start, match.end())


def _unscanned(value: str) -> str:
    """A roman numeral without the L that a scan makes of an I: `ILL` is III."""
    meant = value.replace("L", "I")
    return meant if roman(value.lower()) is None and roman(meant.lower()) else value


def again(text: str, start: int, end: int, section: str) -> int:
    """Where, behind the number of the section that is open, the clause begins that the paragraph at `start` opens.

    `start` where that number does not stand before it: `2.10(b) Fees.` within 2.10.
    """
    if text.find(section, start, start + _CALL) < 0:
        return start
    found = numbered(text, start, end)
    if found is None and text.startswith(f"{section} (", start):
        behind = start + len(section)  # a letter and a figure without a point: `S3 (a)` within S3
    elif found is not None and found.value == section:
        behind = found.end
    else:
        return start
    if _GOES_ON.match(text, behind, end):
        return start
    if _DOTTED.match(text, behind, end):
        return behind
    called = _CLAUSE_OF.match(text, behind, end)
    return called.start("bracket") if called and called["bracket"] else start


def dotted(text: str, start: int, end: int, paragraph: int) -> list[Marker]:
    """The clauses with which a paragraph goes on behind the number of its section and a point: `A` of `1.A Names`."""
    match = _DOTTED.match(text, start, end)
    if match is None:
        return []
    groups = [group for group in ("letter", "figure") if match[group]]
    ends = [*(match.start(group) for group in groups[1:]), match.end()]
    return [
        Marker(match[group], ".", match.start(group), until, paragraph, run_in=False)
        for group, until in zip(groups, ends, strict=True)
    ]


def bare(text: str, start: int, end: int) -> Numbered | None:
    """The figure, without point or word, that may number a caption on a line of its own: `12 ARBITRATION`."""
    match = _BARE.match(text, start, end) if end - start <= _BARE_CAPTION else None
    words = text[match.end() + 1 : end] if match else ""
    if match is None or not (words.isupper() or (words[-1] not in ".:;," and is_caption(words)) or _OMITTED.fullmatch(words)):
        return None
    return Numbered(match[0], "", "", start, match.end())


def heads(text: str, start: int, end: int, paragraph: int) -> list[Marker]:
    """The clause markers at the head of the paragraph at `start` to `end`."""
    return _heads(text, start, end, paragraph)[0]


def _heads(text: str, start: int, end: int, paragraph: int) -> tuple[list[Marker], int]:
    found: list[Marker] = []
    at = start
    if text[start : start + 1] != "(" and _STOP.isdisjoint(text[start + 1 : start + _LETTERS]):
        return found, at
    while len(found) < _DEEPEST and (match := _CLAUSE.match(text, at, end)):
        value = match["bracket"] or match["open"]
        shape = "()" if match["bracket"] else match["shape"]
        if found and shape != "()":
            break
        if (len(value) > 1 and value.isalpha() and not _listable(value)) or _NO_CLAUSE.match(text, at, end):
            break
        initial = shape == "." and value.isupper() and start > 0 and _INITIAL.match(text, at, end) is not None
        found.append(
            Marker(value, shape, match.start(), match.end(), paragraph, run_in=False, initial=initial)
        )
        at = match.end()
        while at < end and text[at] in " \t":
            at += 1
    return found, at


def clauses(text: str, start: int, end: int, paragraph: int, *, row: bool) -> list[Marker]:
    """The clause markers of the paragraph at `start` to `end`: at its head, then within it."""
    found, at = _heads(text, start, end, paragraph)
    if row or text.find("(", at, end) < 0:
        return found
    run_in = list(_RUN_IN.finditer(text, at, end))
    quoted = QUOTED.finditer(text, at, end) if run_in else iter(())
    words = next(quoted, None)
    for match in run_in:
        value = match[1]
        while words is not None and words.end() <= match.start():
            words = next(quoted, None)
        if words is not None and words.start() < match.start():
            continue  # it is of the words that are quoted
        near = bool(found) and match.start() - found[-1].end <= _NEAR
        follows = near and not text[found[-1].end : match.start()].strip()
        if (value.isalpha() and not _listable(value)) or _NO_CLAUSE.match(text, match.start(), end):
            continue
        refers = int(found[-1].doubtful) if follows else refers_to(text, match.start(), match.end())
        if refers < CERTAINLY:
            found.append(
                Marker(
                    value, "()", match.start(), match.end(), paragraph,
                    run_in=True, doubtful=refers > 0, inner=not refers and chooses(text, match.start()),
                )
            )
    return found


def sentences(text: str, markers: Sequence[Marker]) -> list[tuple[int, bool]]:
    """For each marker how many sentences have begun before it, and whether one begins with it."""
    if not any(marker.run_in for marker in markers):
        return []
    found = []
    count, at = 0, markers[0].end
    for marker in markers:
        for match in _SENTENCE.finditer(text, at, marker.start):
            count += not ABBREVIATION.search(text, max(0, match.start() - 5), match.start())
        begins = not marker.run_in or text[max(0, marker.start - 2) : marker.start] in _STOPPED
        found.append((count, begins))
        at = marker.end
    return found


def _listable(value: str) -> bool:
    """Whether letters can be a place in a list: one letter, one letter doubled, or a roman numeral."""
    return len(set(value)) == 1 or all(letter in "ivxlIVXL" for letter in value)
