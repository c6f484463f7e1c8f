"""References to provisions, in the spellings that drafters use.

In: a text and a place in it.  Out: the addresses that stand there, and where the reference ends.  A recursive
descent over the text, one pattern a step:

    reference  = places { "of" | "in" | "to" places } [ "of" document ]
    places     = sentences | definitions | clauses | sections | parts

`Clauses (i) and (ii) of Section 2.1(b)` are two addresses; `Sections 7.1 through 7.4` are four.
"""

import re
from collections.abc import Callable, Iterator

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument.captioned import after_caption
from conformed.instrument.numbering import ordinal, roman
from conformed.instrument.path import Path

_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9",
    "tenth": "10", "last": "last", "final": "last", "penultimate": "second to last",
}  # fmt: skip
_CARDINALS = {word: str(value) for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_QUOTED = pattern(r"\s(?=[\"“][A-Z])")  # between letters in quotation marks that hold the comma
_FROM_LAST = ("last", "second to last", "third to last", "fourth to last")
_NUMBER = r"(?:\d{1,3}(?:[A-Z](?=\.\d))?(?:\.\d{1,3}[A-Z]?){0,4}[A-Z]?(?:(?=of\s)|(?![\w%$]|\.[a-zA-Z](?![a-zA-Z])))(?:-(?:\d{1,3}|(?-i:[A-Z]))(?!\w)|(?!-[A-Za-z]\b))|\d{1,3}(?:\.\d{1,3}){0,3}(?=\.[a-zA-Z](?![a-zA-Z])))"
_ROMAN = r"(?:[IVXLC]{1,6}(?:(?:\.\d{1,3}){1,2}|(?-i:[A-H]))?\b)"
_NUMBERS = pattern(rf"{_NUMBER}|[IVXLC]{{1,6}}\.\d{{1,3}}\b")
_ARTICLES = pattern(r"[IVXLC]{1,6}[A-H]?\b|\d{1,2}[A-Z]?\b")
_BRACKETED = r"(?:\s?\(\s?(?:[a-z]{1,5}|[A-Z]{1,4}|\d{1,3}|First|Second|Third|Fourth|Fifth)(?:-\d)?\.?\s?\))"
_DOTTED = r"\.[a-zA-Z](?![a-zA-Z])(?:\.\d{1,2}(?!\d))?\.?"  # "5.d", "11.A.1", "4.b.(iv)"
_STEPS = pattern(
    rf"{_DOTTED}{_BRACKETED}*(?:(?<=\.)(?=\s(?:of|to|in|is|shall|and|are)\b|$|\()|(?<!\.))|(?:\.(?=\())?{_BRACKETED}+"
)
_FIGURE = pattern(r"\.\d{1,2}(?![\d.])")  # "Paragraph F.4": what stands behind a letter
_STEP = pattern(r"\(\s?(\w{1,6}(?:-\d)?)\.?\s?\)|\.([a-zA-Z\d]{1,2})")
_PLACE = pattern(
    r"(?:(?:the|this|such|said)\s)?(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate|next(?=[\s-]to[\s-]))"
    r"(?:\s(?P<count>two|three|four|five|six|seven|eight|nine|ten))?(?:[\s-](?P<from>to|from|\(\d+\w{2}\)))?(?:[\s-](?:the\s)?last)?(?:\s(?P<flush>full|complete|grammatical|introductory|unnumbered|flush))?"
    r"\s(?P<what>sentences?|paragraphs?)\b",
    re.IGNORECASE,
)
_ORDINAL = pattern(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate)\b",
    re.IGNORECASE,
)
_SEVERAL_PLACES = pattern(
    r"(?:the\s)?(?P<nths>(?:(?:first|second|third|fourth|fifth|sixth),?\s){1,5}(?:and|or)\s(?:the\s)?(?:second|third|fourth|fifth|sixth|last|final))"
    r"\s(?P<what>sentences|paragraphs)\b",
    re.IGNORECASE,
)
_FRAGMENT = pattern(
    r"(?:the\s)?(?:(?P<nth>first|second|third|fourth|fifth|last|initial|opening|introductory)\s)?(?P<what>headings?|captions?|titles?(?!\sto\b)|parentheticals?|(?:introductory|parenthetical)\s(?:clause|language|text|phrase)|lead-?in"
    r"|flush\s(?:language|text)|(?<=\sfirst\s)clause|(?<=\slast\s)clause|(?<=initial\s)clause|(?<=opening\s)(?:clause|phrase|language)|provisos?|(?<=the\s)(?:parts?|portions?|remainder|balance)(?=\sof\s)|(?<=first\s)parts?|(?<=second\s)parts?|(?<=last\s)parts?)"
    r"(?=\s(?:thereof|therein|thereto|and\sthe\s(?:first|second|last|introductory)\s|(?:contained|set\sforth|appearing|located)\sin|(?:to|of|in|following)\s(?:each\sof\s|the\s(?:first|second|third|last|final|penultimate|definition)|such\s|said\s)?(?:sub-?)?"
    r"(?:section|clause|paragraph|article|exhibit|schedule|sentence)?))",
    re.IGNORECASE,
)
_SECTION = pattern(
    rf"(?:(?:the|this|such|said)\s)?(?P<word>(?:sub-?)?(?:sections?|paragraphs?|clauses?)|secs?\.|ss\.|paras?\.|items?|articles?|§+)\s?"
    rf"(?P<value>\d{{1,2}}\.\s\d{{1,2}}(?=\s\([A-Z“\"]|\s(?:of|is|shall)\s)|{_NUMBER}|{_ROMAN})(?!\s[b-z]\.?\s(?:is|are|of|in|shall)\b)",
    re.IGNORECASE,
)
_LETTERED = pattern(  # "Section D(3)(a)", "Paragraph F.4", "Section A of the Lease"
    r"(?:[Tt]he\s)?(?P<word>(?i:sections?|articles?|paragraphs?))\s(?P<value>[A-Z](?=\s?\(\w{1,4}\)|\.\d)|(?<![Hh]\s)[A-Z](?=,?\s(?:of|in|is|are|shall|will|to|and)\s))"
)
_LETTER = pattern(
    r"(?i:(?:the|this|such|said)\s)?(?i:(?:sub)?-?(?:clause|paragraph|section))\s(?P<letter>[b-z]|a(?=\s?\())(?![\w’'-]|\.\w)"
)
_BELOW = pattern(r",\s(?:sub)?-?(?:clause|paragraph|section|item)\s?(?=\()", re.IGNORECASE)
_BELOW_LETTER = pattern(
    r",\s(?i:(?:sub-?)?(?:clause|paragraph|section|item))\s(?P<letter>[A-Za-z])(?=,|\s(?:of|in|is|are|shall|thereof)\b)"
)
_PARAGRAPH_LETTER = pattern(  # "Paragraph B of Section III"
    r"(?:[Tt]he\s)?(?i:(?:sub-?)?(?:clause|paragraph|section|item))\s(?P<letter>[A-Z])(?=\s(?:of|in|to)\s(?i:the\s)?(?i:section|article|paragraph|exhibit|schedule|annex|appendix)\b)"
)
_IN_ARTICLE = pattern(r",\s(?=section\s)", re.IGNORECASE)
_WITHIN_ARTICLE = pattern(r",?\s(?=Section\s\d)", re.IGNORECASE)
_WITHIN_PROVISION = pattern(r"\s(?:of|to|in)\s(?:section|clause|the\sdefinition)", re.IGNORECASE)
_CLAUSE = pattern(
    r"(?:(?:the|this|such|said)\s)?(?:(?:sub)?-?(?:clauses?|paragraphs?|sections?)|items?|subparts?|parts?|romanettes?|provisos?)\s?(?=\()",
    re.IGNORECASE,
)
_PART = pattern(
    r"(?:(?:the|this|such|said)\s)?(?P<word>exhibits?|schedules?|annex(?:es)?|appendix|attachments?|recitals?)\s(?:[\"“]\s?)?(?P<value>[IVX]{2,6}\b|[A-Z](?:-\d{1,2}|\d)?\b|\d{1,3}(?:\.\d{1,3}){0,3}[A-Z]?\b)(?:,?[\"”])?",
    re.IGNORECASE,
)
_ENTITLED = pattern(  # a section that is called by its caption only
    r"(?:[Tt]he\s)?(?:(?i:(?:section|paragraph|provision|sub-?section|article)(?:\s(?:which\sis|that\sis))?\s(?:entitled|captioned|titled|headed))\s[\"“]\s?(?P<behind>[A-Z][^\"”“\n()/#:~]{2,80}?)[.,]?\s?[\"”]"
    r"|[\"“]\s?(?P<quoted>[A-Z][^\"”“\n()/#:~]{2,80}?)[.,]?\s?[\"”]\s(?i:section|paragraph|provision)\b(?!\s\d)|(?P<bare>[A-Z]{4,}(?:\s(?:AND|OF|[A-Z]{3,})){0,5})\s[Ss]ection\b(?!\s\d))"
)
_RECITAL = pattern(
    r"(?:the\s)?(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|initial)\s[\"“]?(?:whereas|recital)[\"”]?(?:\s(?:clause|paragraph|recital))?\b",
    re.IGNORECASE,
)
_SENTENCE_BEHIND = pattern(
    r",?\ssentences?\s(?P<nth>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b", re.IGNORECASE
)
_NAMED = pattern(
    r"(?:the\s)?(?P<name>preamble|signature\spages?|recitals|introductory\sparagraph|preliminary\sstatements?)\b",
    re.IGNORECASE,
)
_DEFINITION = pattern(
    r"(?:each\sof\s)?(?:the\s)?(?:defined\s)?(?:definitions?|terms?)(?:\sof)?(?:\sthe)?(?:\s(?:defined\s)?terms?)?\s?(?=[\"“`'])",
    re.IGNORECASE,
)
_UNQUOTED = pattern(
    r"(?:[Tt]he\s)?[Dd]efinition\sof\s(?:the\s(?:defined\s)?term\s)?(?P<term>[A-Z][\w’'/-]*(?:\s(?:(?:of|and|or|for|to|the)\s)?[A-Z][\w’'/-]*){0,6})(?=,?\s(?:(?:as\s)?(?:contained|set\sforth|appearing|found|included)\s|in\s|is\s|shall\s|under\s))"
)
_TERM = pattern(
    r"[\"“]\s?(?P<term>[^\"“”\n]{1,90}?)[,.]?\s?[\"”]|(?:``|`|''|')\s?(?P<single>[^\"“”`\n]{1,90}?)[,.]?\s?(?:[\"”]|''|'(?!\w))"
)
_OF = pattern(
    r"[\s,]*(?:as\s)?(?:(?:appearing|contained|found|set\sforth|located|included|which\sappears?|stated)\s)?(?:of|in|to|under|within|from)\s(?=\S)",
    re.IGNORECASE,
)
_POINT = pattern(r"\.(?=,|\s(?:[a-z]|\([A-Z]))")
_SECTION_WORD = pattern(r"sec|art|§|ss", re.IGNORECASE)
_OUTER = pattern(r"\s(?=Section\s\d)", re.IGNORECASE)  # "Clause (c)(ii) Section 1.3"
_AND = pattern(r"\s?(?:,\s?(?:and|or|&)\s|,\s|\s?(?:and|or|&)\s)", re.IGNORECASE)
_THROUGH = pattern(r"\s?(?:through|thru|to|[-–—])\s?(?=[\d(IVX])", re.IGNORECASE)
_DOCUMENT = pattern(
    r"(?:(?:the|such|said|that\scertain|each(?:\sof\sthe)?)\s|(?=Amendment\s(?:No|\d)))(?!(?:Sections?|Articles?|Paragraphs?|Clauses?|Exhibits?|Schedules?)\b)(?P<name>Amendment\s(?:No\.\s|Number\s)?\d+|(?:[A-Z][\w/&’'-]*)(?:\s(?!and\s(?:Sections?|Articles?|Paragraphs?|Clauses?|Exhibits?|Schedules?)\b)(?:of|and|to|the|&|[A-Z][\w/&’'-]*)){0,8})"
)
_TAIL_WORDS = pattern(r"(?:\s(?:of|and|to|the|&))+$")
_BACK = pattern(
    r"(?:(?:such|said|the\sforegoing|that)\s(?:sub)?(?:section|definition|clause|paragraph|article|exhibit|schedule)|thereof|therein)\b",
    re.IGNORECASE,
)

_ANY = pattern(
    r"(?<![\w.])(?:the\s)?(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate|initial|next(?=[\s-]to[\s-]))\b"
    r"|[\"“][A-Z][^\"”\n]{2,80}[\"”]\s(?:section|paragraph|provision)\b|(?:defined\s)?(?:definitions?|terms?)\b|sub-?sections?\b|sections?\b|secs?\.|ss\.|paras?\.|(?:sub-?)?paragraphs?\b|articles?\b|(?:sub-?)?clauses?\b|§"
    r"|items?\s[\d(]|(?:provisos?|(?:sub)?parts?)\s\(|exhibits?\b|schedules?\b|annex|appendix\b|attachments?\b|recitals?\b|preamble\b"
    r"|signature\spages?\b|introductory\sparagraph\b)",
    re.IGNORECASE,
)


class Reference(msgspec.Struct, frozen=True):
    """The addresses that stand at `start` to `end` of a text; `back` tells that they lean on an earlier one."""

    start: int
    end: int
    paths: tuple[Path, ...]
    back: bool = False


def references(text: str, start: int = 0, end: int | None = None) -> Iterator[Reference]:
    """Each reference in the characters `start` to `end`, in order."""
    limit = len(text) if end is None else end
    at = start
    while match := _ANY.search(text, at, limit):
        found = reference(text, match.start(), limit)
        if found is None:
            at = match.end()
            continue
        yield found
        at = found.end


def reference(text: str, at: int, limit: int | None = None) -> Reference | None:
    """The reference that begins at `at`, or None."""
    limit = len(text) if limit is None else limit
    start = at
    read = _places(text, at, limit)
    if read is None:
        return None
    at, paths = read
    back = False
    if len(paths) == 1 and paths[0].section and (sentence := _SENTENCE_BEHIND.match(text, at, limit)):
        nth = _CARDINALS.get(sentence["nth"].lower(), sentence["nth"])
        at, paths = sentence.end(), [msgspec.structs.replace(paths[0], place=f"sentence {nth}")]
    while True:
        after = after_caption(text, _after_point(text, at, limit), limit)
        match = _OF.match(text, after, limit) or (
            _OUTER.match(text, at, limit) if all(path.steps and not path.section for path in paths) else None
        )
        outer_at = match.end() if match else _thereof(text, after, limit)
        if outer_at is None:
            break
        if leaning := _BACK.match(text, outer_at, limit):
            back, at = True, leaning.end()
            break
        outer = _places(text, outer_at, limit)
        if outer is None:
            if document := _DOCUMENT.match(text, outer_at, limit):
                name = _TAIL_WORDS.sub("", document["name"])
                name = (
                    name.rpartition(" of the ")[2] if "Section" in name else name
                )  # "the DEFINITIONS Section of the Agreement"
                paths = [msgspec.structs.replace(path, document=path.document or name) for path in paths]
                at = document.start("name") + len(name)
            break
        if not _nests(paths, outer[1]):
            break
        at, outers = outer
        paths = [path.within(one) for one in outers for path in paths]
    return Reference(start, at, tuple(paths), back)


def _thereof(text: str, at: int, limit: int) -> int | None:
    match = re.compile(r"\s(?=thereof\b|therein\b)").match(text, at, limit)
    return match.end() if match else None


def _after_point(text: str, at: int, limit: int) -> int:
    """The place behind the point of a number where the sentence goes on: `Paragraph 13. of the Lease`."""
    match = _POINT.match(text, at, limit)
    return match.end() if match else at


def _nests(inner: list[Path], outer: list[Path]) -> bool:
    """Whether `inner` can stand within `outer`: a clause in a section, a section in a part, not section in section."""
    for path in inner:
        for around in outer:
            if path.section and around.section and not path.section.startswith(around.section):
                return around.section.startswith("Article")
            if path.part and not path.section and around.section and not around.part:
                return False
    return True


def _places(text: str, at: int, limit: int) -> tuple[int, list[Path]] | None:
    for form, read in _READERS:
        if match := form.match(text, at, limit):
            return read(text, match, limit)
    return None


def _several(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    what = match["what"].lower().rstrip("s")
    return match.end(), [
        Path(place=f"{what} {_ORDINALS[nth.lower()]}") for nth in _ORDINAL.findall(match["nths"])
    ]


def _place(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    what, nth = match["what"].lower().rstrip("s"), _ORDINALS.get(match["nth"].lower(), "last")
    if match["from"] and match["from"].lower() in {"to", "from"}:
        nth = f"{'second' if match['nth'].lower() == 'next' else match['nth'].lower()} to last"
    count = int(_CARDINALS[match["count"].lower()]) if match["count"] else 1
    if count > 1 and nth == "1":
        return match.end(), [Path(place=f"{what}s 1-{count}")]
    if count > len(_FROM_LAST) and nth == "last":
        return match.end(), [Path(place=f"{what}s last {count}")]
    if count > 1 and nth == "last":
        return match.end(), [Path(place=f"{what} {one}") for one in reversed(_FROM_LAST[:count])]
    return match.end(), [Path(place=f"{what} {nth}")]


def _fragment(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    return match.end(), [Path(place=" ".join(match["what"].lower().split()))]


def _entitled(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    return match.end(), [Path(section=f'"{match["behind"] or match["quoted"] or match["bare"]}"')]


def _recital(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    return match.end(), [Path(part=f"Recital {_ORDINALS.get(match['nth'].lower(), '1')}")]


def _unquoted(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    return match.end(), [Path(term=match["term"])]


def _named(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]]:
    name = match["name"].lower()
    if name == "introductory paragraph" and _WITHIN_PROVISION.match(text, match.end(), limit):
        return match.end(), [Path(place="paragraph 1")]
    return match.end(), [
        Path(part="Preamble" if name in {"preamble", "introductory paragraph"} else name.title())
    ]


def _steps(text: str, at: int, limit: int) -> tuple[int, tuple[str, ...]]:
    match = _STEPS.match(text, at, limit)
    if match is None:
        return at, ()
    return match.end(), tuple(f"({step or dotted})" for step, dotted in _STEP.findall(match[0]))


def _clauses(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]] | None:
    at = match.end()
    at, steps = _steps(text, at, limit)
    if not steps:
        return None
    paths = [Path(steps=steps)]
    while True:
        joint, through = _joint(text, after_caption(text, at, limit), limit)
        if joint is None:
            return at, paths
        if word := _CLAUSE.match(text, joint, limit):
            joint = word.end()
        after, more = _steps(text, joint, limit)
        if not more or text[joint] != "(":
            return at, paths
        at = after
        paths.extend(_between(paths[-1], _beside(paths[-1], more)) if through else [_beside(paths[-1], more)])


def _lettered(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]] | None:
    """A clause whose letter has no brackets: `paragraph d(iii)`."""
    at, steps = _steps(text, match.end(), limit)
    return at, [Path(steps=(f"({match['letter']})", *steps))]


def _joint(text: str, at: int, limit: int) -> tuple[int | None, bool]:
    if match := _THROUGH.match(text, at, limit):
        return match.end(), True
    if match := _AND.match(text, at, limit):
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
        return _steps(text, below.end(), limit)
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
    at, steps = _steps(text, at, limit)
    steps = first + steps
    at, more = _under(text, at, limit)
    number, steps = _lettered_section("".join(match["value"].split()), steps + more)
    paths = [Path(section=prefix + number, steps=steps)]
    if article and not steps and (section := _IN_ARTICLE.match(text, at, limit)):
        inner = _SECTION.match(text, section.end(), limit)
        if inner is not None and inner["word"].lower().startswith("section"):
            return _sections(text, inner, limit)
    while True:
        joint, through = _joint(text, after_caption(text, at, limit), limit)
        if joint is None:
            return at, paths
        if again := _SECTION.match(text, joint, limit):
            if again["word"].lower().startswith("article") != article or _is_below(text, at, match, again):
                return at, paths
            joint = again.start("value")
        value = (_ARTICLES if article else _NUMBERS).match(text, joint, limit)
        stepped = value is not None and text[value.end() : value.end() + 1] == "("
        if value is not None and (
            stepped
            or "." in value[0]
            or again
            or article
            or text[match.start("word") : match.start("value")].strip().lower().endswith("s")
        ):
            at, steps = _steps(text, value.end(), limit)
            number, steps = _lettered_section(value[0], steps)
            last = Path(section=prefix + number, steps=steps)
        elif text[joint : joint + 1] == "(" and paths[-1].steps and _steps(text, joint, limit)[1]:
            at, steps = _steps(text, joint, limit)
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


def _parts(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]]:
    word = {
        "exhibits": "Exhibit",
        "schedules": "Schedule",
        "annexes": "Annex",
        "attachments": "Attachment",
        "recitals": "Recital",
    }.get(match["word"].lower(), match["word"].capitalize())
    paths = [Path(part=f"{word} {match['value']}")]
    at = match.end()
    at, steps = _steps(text, at, limit)
    if steps:
        paths = [Path(part=f"{word} {match['value']}{''.join(steps)}")]
    plural = match["word"].lower().endswith("s")
    while joint := _AND.match(text, at, limit) or _QUOTED.match(text, at, limit):
        if not plural and text[joint.end() : joint.end() + len(word)].lower() != word.lower():
            break
        again = re.compile(
            rf"(?:{word}\s)?[\"“]?([A-Z](?:-\d{{1,2}})?\b|[IVX]{{1,6}}\b|\d{{1,3}}(?:\.\d{{1,3}}){{0,3}})(\([a-z]\))?(?:,?[\"”])?"
        ).match(text, joint.end(), limit)
        if again is None:
            break
        paths.append(Path(part=f"{word} {again[1]}{again[2] or ''}"))
        at = again.end()
    return at, paths


def _terms(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]] | None:
    at = match.end()
    paths: list[Path] = []
    while term := _TERM.match(text, at, limit):
        paths.append(Path(term=(term["term"] or term["single"]).strip()))
        at = term.end()
        joint = _AND.match(text, at, limit)
        if joint is None or not _TERM.match(text, joint.end(), limit):
            break
        at = joint.end()
    return (at, paths) if paths else None


_Reader = Callable[[str, re.Match[str], int], tuple[int, list[Path]] | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_SEVERAL_PLACES, _several), (_PLACE, _place), (_RECITAL, _recital), (_ENTITLED, _entitled), (_FRAGMENT, _fragment), (_DEFINITION, _terms), (_UNQUOTED, _unquoted), (_CLAUSE, _clauses), (_PARAGRAPH_LETTER, _lettered), (_LETTER, _lettered),
    (_SECTION, _sections), (_LETTERED, _sections), (_PART, _parts), (_NAMED, _named),
)  # fmt: skip
