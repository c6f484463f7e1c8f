"""Sections and clauses, as drafters name them by number: one of them, several, or all from one to another.

In: a text and the place where a name begins.  Out: the addresses, and where the name ends.
"""

import re

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.numbers.ordinals import CARDINALS, ordinal, roman
from conformed.instrument.paths.captioned import after_caption
from conformed.instrument.paths.items import is_item
from conformed.instrument.paths.path import Path

_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}(?=\.[a-zA-Z](?![a-zA-Z]))"  # of a clause behind a point: 2.05.b
    r"|\d{1,3}(?:[A-Z](?=\.\d))?(?:\.\d{1,3}[A-Z]?){0,4}[A-Z]?(?:(?=of\s)|(?![\w%$]|\.[a-zA-Z](?![a-zA-Z])))"
    r"(?:-(?:\d{1,3}|(?-i:[A-Z]))(?!\w)|(?!-[A-Za-z]\b)))"
)
_ROMAN = r"(?:[IVXLC]{1,6}(?:(?:\.\d{1,3}){1,2}|(?-i:[A-H]))?\b)"
_WORDS = rf"(?:{'|'.join(CARDINALS)})\b"  # "Article Four"
_NUMBERS = pattern(rf"{_NUMBER}|[IVXLC]{{1,6}}(?:\.\d{{1,3}})?\b")
_ARTICLES = pattern(rf"[IVXLC]{{1,6}}[A-H]?\b|\d{{1,2}}[A-Z]?\b|(?i:{_WORDS})")
_BRACKETED = r"(?:\s?\(\s?(?:[a-z]{1,5}|[A-Z]{1,4}|\d{1,3}|First|Second|Third|Fourth|Fifth)(?:-\d)?\.?\s?\))"
_DOTTED = r"\.[a-zA-Z](?![a-zA-Z])(?:\.(?:\d{1,2}(?!\d)|[ivx]{1,5}(?![a-zA-Z])))?\.?"  # "5.d", "11.A.1", "5.a.ii", "4.b.(iv)"
_STEPS = pattern(
    rf"{_DOTTED}{_BRACKETED}*(?:(?<=\.)(?=\s(?:of|to|in|is|shall|and|are)\b|$|\()|(?<!\.))|(?:\.(?=\())?{_BRACKETED}+"
)
_FIGURE = pattern(r"\.\d{1,2}(?![\d.])")  # "Paragraph F.4": what stands behind a letter
_STEP = pattern(r"\(\s?(\w{1,6}(?:-\d)?)\.?\s?\)|\.([a-zA-Z\d]{1,5})")
_SECTION = pattern(
    rf"(?:(?:the|this|such|said)\s)?(?P<word>(?:sub-?)?(?:sections?|paragraphs?|clauses?)|secs?\.|ss\.|paras?\.|items?|articles?|§+)\s?"
    rf"(?P<value>\d{{1,2}}\.\s\d{{1,2}}(?=\s\([A-Z“\"]|\s(?:of|is|shall)\s)|{_NUMBER}|{_ROMAN}|(?:(?<=article\s)|(?<=articles\s)){_WORDS})(?!\s[b-z]\.?\s(?:is|are|of|in|shall)\b)",
    ENGLISH,
)
_LETTERED = pattern(  # "Section D(3)(a)", "Paragraph F.4", "Section A of the Lease"
    r"(?:[Tt]he\s)?(?P<word>(?i:sections?|articles?|paragraphs?))\s(?P<value>[A-Z](?=\s?\(\w{1,4}\)|\.\d)|(?<![Hh]\s)[A-Z](?=,?\s(?:of|in|is|are|shall|will|to|and)\s))"
)
_LETTER = pattern(
    r"(?i:(?:the|this|such|said)\s)?(?i:(?:sub)?-?(?:clause|paragraph|section))\s(?P<letter>[b-z]|a(?=\s?\())(?![\w’'-]|\.\w)"
)
_BELOW = pattern(r",\s(?:sub)?-?(?:clause|paragraph|section|item)\s?(?=\()", ENGLISH)
_BELOW_LETTER = pattern(
    r",\s(?i:(?:sub-?)?(?:clause|paragraph|section|item))\s(?P<letter>[A-Za-z])(?=,|\s(?:of|in|is|are|shall|thereof)\b)"
)
_PARAGRAPH_LETTER = pattern(  # "Paragraph B of Section III"
    r"(?:[Tt]he\s)?(?i:(?:sub-?)?(?:clause|paragraph|section|item))\s(?P<letter>[A-Z])(?=\s(?:of|in|to)\s(?i:the\s)?(?i:section|article|paragraph|exhibit|schedule|annex|appendix)\b)"
)
_IN_ARTICLE = pattern(r",\s(?=section\s)", ENGLISH)
_WITHIN_ARTICLE = pattern(r",?\s(?=Section\s\d)", ENGLISH)
_CLAUSE = pattern(
    r"(?:(?:the|this|such|said)\s)?(?:(?:sub)?-?(?:clauses?|paragraphs?|sections?)|items?|subparts?|parts?|romanettes?|provisos?)\s?(?=\()",
    ENGLISH,
)
_BELOW_NUMBER = pattern(  # "a new subsection 4", "subsection 4 of Section 9"
    r"(?:(?:the|such|said|a\snew)\s)?sub-?(?:section|paragraph|clause)\s(?P<letter>\d{1,2})(?![\w.(]|\s?\((?:\w{1,4})\)|\sof\sthe\s[A-Z]|,?\s(?:and|or|through|to)\s\d)",
    ENGLISH,
)
_SECTION_WORD = pattern(r"sec|art|§|ss", ENGLISH)
AND = pattern(r"\s?(?:,\s?(?:and|or|&)\s|,\s|\s?(?:and|or|&)\s)", ENGLISH)
_LETTERED_NUMBER = pattern(r"\d{1,2}(?:\.\d{1,3}){0,4}(?:[A-Za-z]|\.[A-Za-z])(?![\w(])")
_SMALL = pattern(r"\d{1,2}(?:\.\d{1,3}){0,4}[a-z]")
_LETTER_ENDS = pattern(r"[A-Za-z]\.?$")
_POINT = pattern(r"\.(?=(?:,|,?\s(?:and|or|&))\s\d)")  # of a number behind which another is named: 4b. and 4c.
_THROUGH = pattern(r"\s?(?:through|thru|to|[-–—])\s?(?:and\sincluding\s)?(?=[\d(IVX])", ENGLISH)


def steps_of(text: str, at: int, limit: int) -> tuple[int, tuple[str, ...]]:
    """The clauses that stand in brackets or behind points at `at`, and where they end."""
    match = _STEPS.match(text, at, limit)
    if match is None:
        return at, ()
    return match.end(), tuple(f"({step or dotted})" for step, dotted in _STEP.findall(match[0]))


def _clauses(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]] | None:
    at = match.end()
    at, steps = steps_of(text, at, limit)
    if not steps:
        return None
    paths = [Path(steps=steps)]
    while True:
        joint, through = _joint(text, after_caption(text, at, limit), limit)
        if joint is None or is_item(text, match.start(), paths[-1].steps, joint, limit):
            return at, paths
        if word := _CLAUSE.match(text, joint, limit):
            joint = word.end()
        after, more = steps_of(text, joint, limit)
        if not more or text[joint] != "(":
            return at, paths
        at = after
        paths.extend(_between(paths[-1], _beside(paths[-1], more)) if through else [_beside(paths[-1], more)])


def _lettered(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]] | None:
    """A clause whose letter has no brackets: `paragraph d(iii)`."""
    at, steps = steps_of(text, match.end(), limit)
    return at, [Path(steps=(f"({match['letter']})", *steps))]


def _joint(text: str, at: int, limit: int) -> tuple[int | None, bool]:
    if match := _THROUGH.match(text, at, limit):
        return match.end(), True
    if match := AND.match(text, at, limit):
        return match.end(), False
    return None, False


def _beside(path: Path, steps: tuple[str, ...]) -> Path:
    """`(e)` beside `10.1(c)` is `10.1(e)`; `(b)(i)` beside `10.1(c)` is `10.1(b)(i)`."""
    kept = max(0, len(path.steps) - len(steps))
    return msgspec.structs.replace(path, steps=path.steps[:kept] + steps)


def _between(first: Path, last: Path) -> list[Path]:
    """The addresses after `first` up to `last`, where their lists can be counted."""
    if first.steps and last.steps and first.steps[:-1] == last.steps[:-1]:
        low, high = first.steps[-1].strip("()"), last.steps[-1].strip("()")
        counted = _count(low, high)
        if counted:
            return [
                msgspec.structs.replace(last, steps=(*last.steps[:-1], f"({value})")) for value in counted
            ]
    elif first.section and last.section and not last.steps:
        if first.section.startswith("Article ") and last.section.startswith("Article "):
            counted = _count(first.section[8:].lower(), last.section[8:].lower())
            return [
                msgspec.structs.replace(last, section=f"Article {value.upper()}") for value in counted
            ] or [last]
        head, _, low = first.section.rpartition(".")
        other, _, high = last.section.rpartition(".")
        if head == other and low.isdigit() and high.isdigit() and 0 < int(high) - int(low) < 60:
            width = len(low) if low.startswith("0") else 0
            return [
                msgspec.structs.replace(last, section=f"{head}{'.' if head else ''}{value:0{width}d}")
                for value in range(int(low) + 1, int(high) + 1)
            ]
    return [last]


def _count(low: str, high: str) -> list[str]:
    if low.isdigit() and high.isdigit():
        return [str(value) for value in range(int(low) + 1, int(high) + 1)][:60]
    if roman(low) and roman(high) and (len(low) > 1 or low == "i") and roman(low) < roman(high):  # type: ignore[operator]
        return [_roman_numeral(value) for value in range(roman(low) + 1, roman(high) + 1)]  # type: ignore[operator]
    if len(low) == len(high) == 2 and low[0] == low[1] and high[0] == high[1]:
        return [chr(value) * 2 for value in range(ord(low[0]) + 1, ord(high[0]) + 1)]
    if len(low) == len(high) == 1 and ordinal(low)[0][0] == ordinal(high)[0][0]:
        return [chr(value) for value in range(ord(low) + 1, ord(high) + 1)]
    return []


def _roman_numeral(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")[tens] + (
        "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix",
    )[ones]  # fmt: skip


def _under(text: str, at: int, limit: int) -> tuple[int, tuple[str, ...]]:
    """The clauses that are named behind a section and its caption: `, subsection (b)`, `, Paragraph B`."""
    if below := _BELOW.match(text, after_caption(text, at, limit), limit):
        return steps_of(text, below.end(), limit)
    if below := _BELOW_LETTER.match(text, after_caption(text, at, limit), limit):
        return below.end(), (f"({below['letter']})",)
    return at, ()


def _sections(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]]:
    article = match["word"].lower().startswith("article") and "." not in match["value"]
    if (
        article
        and (within := _WITHIN_ARTICLE.match(text, match.end(), limit))
        and (section := _SECTION.match(text, within.end(), limit))
    ):
        return _sections(text, section, limit)  # "Article 2, Section 2.3"
    prefix = "Article " if article else ""
    at, first = match.end(), tuple[str, ...]()
    if not match["value"][0].isdigit() and (figure := _FIGURE.match(text, at, limit)):
        at, first = figure.end(), (f"({figure[0][1:]})",)
    at, steps = steps_of(text, at, limit)
    steps = first + steps
    at, more = _under(text, at, limit)
    number, steps = _lettered_section("".join(match["value"].split()), steps + more)
    paths = [Path(section=prefix + number, steps=steps)]
    if article and not steps and (section := _IN_ARTICLE.match(text, at, limit)):
        inner = _SECTION.match(text, section.end(), limit)
        if inner is not None and inner["word"].lower().startswith("section"):
            return _sections(text, inner, limit)
    while True:
        lettered = _LETTER_ENDS.search(text, at - 2, at)
        point = _POINT.match(text, at, limit)
        joint, through = _joint(text, after_caption(text, point.end() if point else at, limit), limit)
        if joint is None or is_item(text, match.start(), paths[-1].steps, joint, limit):
            return at, paths
        if again := _SECTION.match(text, joint, limit):
            if again["word"].lower().startswith("article") != article or _is_below(text, at, match, again):
                return at, paths
            joint = again.start("value")
        alike = lettered and _LETTERED_NUMBER.match(text, joint, limit)  # "Paragraph 4b and 4c"
        value = (alike and _SMALL.match(text, joint, limit)) or (_ARTICLES if article else _NUMBERS).match(text, joint, limit)
        stepped = value is not None and text[value.end() : value.end() + 1] == "("
        if value is not None and (
            stepped
            or "." in value[0]
            or alike
            or again
            or article
            or text[match.start("word") : match.start("value")].strip().lower().endswith("s")
        ):
            at, steps = steps_of(text, value.end(), limit)
            number, steps = _lettered_section(value[0], steps)
            last = Path(section=prefix + number, steps=steps)
        elif text[joint : joint + 1] == "(" and paths[-1].steps and steps_of(text, joint, limit)[1]:
            at, steps = steps_of(text, joint, limit)
            last = _beside(paths[-1], steps)
        else:
            return at, paths
        paths.extend(_between(paths[-1], last) if through else [last])


def _is_below(text: str, at: int, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a paragraph behind a comma is one of the section before it: `Section 5, paragraph 2`."""
    comma = text[at : other.start()].strip() == ","
    return comma and _SECTION_WORD.match(one["word"]) is not None and not _SECTION_WORD.match(other["word"])


def _lettered_section(value: str, steps: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A small letter behind a number is a clause of it: `Section 5g` is 5(g), while 5A is a section."""
    if value[-1].islower() and value[:1].isdigit():
        return value[:-1], (f"({value[-1]})", *steps)
    return value, steps


READERS = (
    (_CLAUSE, _clauses), (_PARAGRAPH_LETTER, _lettered), (_LETTER, _lettered), (_BELOW_NUMBER, _lettered), (_SECTION, _sections), (_LETTERED, _sections),
)  # fmt: skip
