"""What is named otherwise than by the number of a section: sentences, definitions, exhibits, recitals, captions.

In: a text and the place where a name begins.  Out: the addresses, and where the name ends.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.paths.path import Path
from conformed.instrument.paths.section_names import AND, steps_of

_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9",
    "tenth": "10", "last": "last", "final": "last", "penultimate": "second to last",
}  # fmt: skip
_CARDINALS = {
    word: str(value)
    for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
_QUOTED = pattern(r"\s(?=[\"“][A-Z])")  # between letters in quotation marks that hold the comma
FROM_LAST = ("last", "second to last", "third to last", "fourth to last")

_PLACE = pattern(
    r"(?:(?:the|this|such|said|(?:its|their)(?=\s\w+\sparagraph))\s)?(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate|next(?=[\s-]to[\s-])|\d{1,2}(?=(?:st|nd|rd|th)\s))(?:st|nd|rd|th)?"
    r"(?:\s(?P<count>two|three|four|five|six|seven|eight|nine|ten))?(?:[\s-](?P<from>to|from|\(\d+\w{2}\)))?(?:[\s-](?:the\s)?last)?(?:\s(?P<flush>full|complete|grammatical|introductory|unnumbered|flush))?"
    r"\s(?P<what>sentences?|paragraphs?|bullet(?:\spoint)?(?=\s(?:of|in|under|to)\s))\b",
    ENGLISH,
)
_COUNTS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_ORDINAL = pattern(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate)\b",
    ENGLISH,
)
_SEVERAL_PLACES = pattern(
    r"(?:the\s)?(?P<nths>(?:(?:first|second|third|fourth|fifth|sixth),?\s){1,5}(?:and|or)\s(?:the\s)?(?:second|third|fourth|fifth|sixth|last|final))"
    r"\s(?P<what>sentences|paragraphs)\b",
    ENGLISH,
)
_FROM_TO = pattern(  # "the third through fifth sentences"
    rf"(?:the\s)?(?P<first>{_COUNTS})\s(?:through|thru|to)\s(?:and\sincluding\s)?(?:the\s)?(?P<last>{_COUNTS})\s(?P<what>sentence|paragraph)s?\b", ENGLISH
)
_PROVISO = pattern(  # "the second proviso to Section 4", "the parenthetical phrase in clause (b)", "the proviso at the end of Section 5"
    r"(?P<the>the\s)?(?:(?P<nth>first|second|third|fourth|fifth|sixth|last|final)\s|(?P<count>two|three)\s)?(?P<what>provisos?|parentheticals?)(?:\s(?:clauses?|phrases?|language|text))?"
    r"(?P<end>(?:\s(?:appearing|contained|found|set\sforth|located))?\sat\sthe\s(?:very\s)?end(?=\s(?:of|thereof)\b))?"
    r"(?P<bare>(?=[.,;]|\sand\s(?:replac|substitut|insert)ing\b|\s(?:in\sits\sentirety|(?:contained|appearing|set\sforth)\sthere|is\b|shall\sbe\b))"
    r"|(?=\s(?:thereof|therein|thereto|and\sthe\s(?:first|second|last|introductory)\s|(?:contained|set\sforth|appearing|located)\sin\s|(?:to|of|in|following)\s)))",
    ENGLISH,
)
_FRAGMENT = pattern(
    r"(?:the\s)?(?:(?P<nth>first|second|third|fourth|fifth|last|initial|opening|introductory)\s)?(?P<what>(?:sub-?)?headings?|subheads?|captions?|titles?(?!\sto\b)|introductory\s(?:clause|language|text|phrase)|lead-?in"
    r"|flush\s(?:language|text)|(?<=\sfirst\s)clause|(?<=\slast\s)clause|(?<=initial\s)clause|(?<=opening\s)(?:clause|phrase|language)|(?<=the\s)(?:parts?|portions?|remainder|balance)(?=\sof\s)|(?<=first\s)parts?|(?<=second\s)parts?|(?<=last\s)parts?)"
    r"(?=\s(?:thereof|therein|thereto|and\sthe\s(?:first|second|last|introductory)\s|(?:contained|set\sforth|appearing|located)\sin|(?:to|of|in|following)\s(?:each\sof\s|the\s(?:first|second|third|last|final|penultimate|definition)|such\s|said\s)?(?:sub-?)?"
    r"(?:section|clause|paragraph|article|exhibit|schedule|sentence)?))",
    ENGLISH,
)
_WITHIN_PROVISION = pattern(
    r"\s(?:thereof|therein|thereto)\b|\s(?:of|to|in)\s(?:(?:the|such|said)\s)?(?:(?:sub-?)?(?:section|clause|paragraph|article)|§|secs?\.|definition|exhibit|schedule|annex)",
    ENGLISH,
)
_VALUE = (  # "A", "A-1", "IA", "Z-A", "1.1B", "1.1-2"; what a plural names from one to another is not one
    r"(?:[IVX]{2,6}|(?-i:[IVX](?=[A-H]\b|-[A-H]\b)))(?:-?(?-i:[A-H]))?\b|[A-Z](?:-\d{1,2}|-(?-i:[A-Z])|\d)?\b|(?!(?:OF|TO|IN|NO|AS|AT|BY|IS|IF|ON|OR)\b)(?-i:[A-Z]{2})\b"
    r"|\d{1,3}(?:\.\d{1,3}){0,3}[A-Z]?(?:-(?:\d{1,2}[A-Z]?|(?-i:[A-Z])))?\b"
)
_PART = pattern(
    r"(?:(?:the|this|such|said)\s)?(?P<word>exhibits?|schedules?|annex(?:es)?|appendix|attachments?|recitals?)\s(?:[\"“]\s?)?(?P<value>"
    + _VALUE
    + r")(?:,?[\"”])?",
    ENGLISH,
)
_ENTITLED = pattern(  # a section that is called by its caption only
    r"(?:[Tt]he\s)?(?:(?i:(?:section|paragraph|provision|sub-?section|article)(?:\s(?:which\sis|that\sis))?\s(?:entitled|captioned|titled|headed))\s[\"“]\s?(?P<behind>[A-Z][^\"”“\n()/#:~]{2,80}?)[.,]?\s?[\"”]"
    r"|[\"“]\s?(?P<quoted>[A-Z][^\"”“\n()/#:~]{2,80}?)[.,]?\s?[\"”]\s(?i:section|paragraph|provision)\b(?!\s\d))",
)
_IN_CAPITALS = pattern(r"(?:[Tt]he\s)?(?P<bare>[A-Z]{4,}(?:\s(?:AND|OF|[A-Z]{3,})){0,5})\s[Ss]ection\b(?!\s\d)")
_RECITAL = pattern(
    r"(?:the\s)?(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|initial)\s[\"“]?(?:whereas|recital)[\"”]?(?:\s(?:clause|paragraph|recital))?\b",
    ENGLISH,
)
_SENTENCE_BEHIND = pattern(
    r",?\ssentences?\s(?P<nth>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b", ENGLISH,
)
_NAMED = pattern(
    r"(?:the\s)?(?P<name>preamble|signature\spages?|recitals|introductory\sparagraph|preliminary\sstatements?)\b",
    ENGLISH,
)
_OPENINGS = {"introductory paragraph": "paragraph 1", "preamble": "lead-in"}  # of a provision
_DEFINITION = pattern(
    r"(?:each\sof\s)?(?:the\s)?(?:defined\s)?(?:definitions?|terms?)(?:\sof:?)?(?:\sthe)?(?:\s(?:defined\s)?terms?)?\s?(?=[\"“`'])",
    ENGLISH,
)
_UNQUOTED = pattern(
    r"(?:[Tt]he\s)?[Dd]efinition\sof\s(?:the\s(?:defined\s)?term\s)?(?P<term>[A-Z][\w’'/-]*(?:\s(?:(?:of|and|or|for|to|the)\s)?[A-Z][\w’'/-]*){0,6})(?=[,;:]\s|[.;:]?$|,?\s(?:(?:as\s)?(?:contained|set\sforth|appearing|found|included)\s|in\s|is\s|shall\s|under\s|by\s|to\s(?:\w+ly\s)?(?:read|delete|add|insert|replace|include|provide|substitute|strike|state)\b|so\s(?:as|that)\s|as\sfollows|and\s(?:by\s)?(?:restat|replac|substitut|insert|delet)\w+))",
)
_TERM = pattern(
    r"[\"“]\s?(?P<term>[^\"“”\n]{1,90}?)[,.]?\s?[\"”]|(?:``|`|''|')\s?(?P<single>[^\"“”`\n]{1,90}?)[,.]?\s?(?:[\"”]|''|'(?!\w))"
)


_CALLED = r"(?:(?:of\s)?the\s(?:defined\s)?(?:signs?|symbols?|terms?|abbreviations?)\s)?"
_BESIDE = pattern(  # another term: `"A"; "B" and the sign "C"`
    rf"(?:\s?(?:,|;)\s(?:and\s|or\s)?|\s(?:and|or|&)\s){_CALLED}", ENGLISH
)
_BESIDE_A_COMMA = pattern(rf"(?<=,[\"”])\s(?:and\s|or\s)?{_CALLED}", ENGLISH)  # that stands in the marks: `"A," "B"`
_OF_EITHER = pattern(r"[\"“][^\"“”]{1,90}[\"”],?\sor\s", ENGLISH)
_ONE_DEFINITION = pattern(r"definition\b", ENGLISH)
_SEVERAL_TERMS = pattern(r"(?:definition|term)s\b", ENGLISH)


def sentence_behind(text: str, at: int, limit: int) -> tuple[int, str | None]:
    """The sentence that is named by its number behind a section: `Section 4(b) sentence three`."""
    match = _SENTENCE_BEHIND.match(text, at, limit)
    if match is None:
        return at, None
    return match.end(), f"sentence {_CARDINALS.get(match['nth'].lower(), match['nth'])}"


def _several(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    what = match["what"].lower().rstrip("s")
    return match.end(), [
        Path(place=f"{what} {_ORDINALS[nth.lower()]}") for nth in _ORDINAL.findall(match["nths"])
    ]


def _from_to(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]] | None:
    first, last = (int(_ORDINALS[match[name].lower()]) for name in ("first", "last"))
    what = match["what"].lower()
    return (match.end(), [Path(place=f"{what} {number}") for number in range(first, last + 1)]) if first < last else None


def _nth(word: str) -> str:
    return word if word.isdigit() else _ORDINALS.get(word.lower(), "last")


def _place(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    what, nth = match["what"].lower().rstrip("s").removesuffix(" point"), _nth(match["nth"])
    if match["from"] and match["from"].lower() in {"to", "from"}:
        nth = f"{'second' if match['nth'].lower() == 'next' else match['nth'].lower()} to last"
    count = int(_CARDINALS[match["count"].lower()]) if match["count"] else 1
    if count > 1 and nth == "1":
        return match.end(), [Path(place=f"{what}s 1-{count}")]
    if count > len(FROM_LAST) and nth == "last":
        return match.end(), [Path(place=f"{what}s last {count}")]
    if count > 1 and nth == "last":
        return match.end(), [Path(place=f"{what} {one}") for one in reversed(FROM_LAST[:count])]
    return match.end(), [Path(place=f"{what} {nth}")]


def _proviso(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]] | None:
    """A proviso or parenthetical: the one that is counted, that at the end, or the only one that there is."""
    if not match["the"] and (match["end"] or match["bare"] is not None):
        return None  # "a new proviso at the end of Section 4"
    what, nth = match["what"].lower(), match["nth"]
    if match["count"]:
        return match.end(), [Path(place=f"{match['count'].lower()} {what}")]
    if nth:
        return match.end(), [Path(place=f"{what} {_ORDINALS[nth.lower()]}")]
    return match.end(), [Path(place=f"{what} at the end" if match["end"] else what)]


def _fragment(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    what, nth = " ".join(match["what"].lower().split()), (match["nth"] or "").lower()
    if nth in {"initial", "opening", "introductory"}:
        what = f"introductory {what}"
    return match.end(), [Path(place=what)]


def _entitled(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    return match.end(), [Path(section=f'"{match[match.lastgroup or 0]}"')]


def _recital(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    return match.end(), [Path(part=f"Recital {_ORDINALS.get(match['nth'].lower(), '1')}")]


def _unquoted(_: str, match: re.Match[str], __: int) -> tuple[int, list[Path]]:
    return match.end(), [Path(term=match["term"])]


def _named(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]]:
    name = match["name"].lower()
    if name in _OPENINGS and _WITHIN_PROVISION.match(text, match.end(), limit):
        return match.end(), [Path(place=_OPENINGS[name])]
    return match.end(), [
        Path(part="Preamble" if name in {"preamble", "introductory paragraph"} else name.title())
    ]


def _parts(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]] | None:
    word = {
        "exhibits": "Exhibit",
        "schedules": "Schedule",
        "annexes": "Annex",
        "attachments": "Attachment",
        "recitals": "Recital",
    }.get(match["word"].lower(), match["word"].capitalize())
    plural = match["word"].lower().endswith("s")
    if plural and match["value"][0].isdigit() and "-" in match["value"]:
        return None  # "Schedules 1-3": from one to another
    paths = [Path(part=f"{word} {match['value']}")]
    at = match.end()
    at, steps = steps_of(text, at, limit)
    if steps:
        paths = [Path(part=f"{word} {match['value']}{''.join(steps)}")]
    while joint := AND.match(text, at, limit) or _QUOTED.match(text, at, limit):
        if not plural and text[joint.end() : joint.end() + len(word)].lower() != word.lower():
            break
        again = re.compile(rf"(?:{word}\s)?[\"“]?({_VALUE})(\([a-z]\))?(?:,?[\"”])?").match(
            text, joint.end(), limit
        )
        if again is None:
            break
        paths.append(Path(part=f"{word} {again[1]}{again[2] or ''}"))
        at = again.end()
    return at, paths


def _terms(text: str, match: re.Match[str], limit: int) -> tuple[int, list[Path]] | None:
    """The definitions that are named by their terms; the one definition of several, `of "Toll" or "Tolls"`, by the first."""
    at = match.end()
    several = _SEVERAL_TERMS.search(match[0])
    paths: list[Path] = []
    while term := _TERM.match(text, at, limit):
        paths.append(Path(term=(term["term"] or term["single"]).strip()))
        at = term.end()
        joint = _BESIDE.match(text, at, limit) or (_BESIDE_A_COMMA.match(text, at, limit) if several else None)
        if joint is None or not _TERM.match(text, joint.end(), limit):
            break
        at = joint.end()
    one = len(paths) > 1 and _ONE_DEFINITION.search(match[0]) and (_OF_EITHER.match(text, match.end(), at) or _in_numbers(paths))
    return (at, paths[:1] if one else paths) if paths else None


def _in_numbers(paths: Sequence[Path]) -> bool:
    """Whether terms are one in the singular and the plural: "Toll" and "Tolls"."""
    first, *others = (path.term or "" for path in paths)
    return all(other.removeprefix(first) in {"s", "es"} or first.removeprefix(other) in {"s", "es"} for other in others)


READERS = (
    (_SEVERAL_PLACES, _several), (_FROM_TO, _from_to), (_PLACE, _place), (_RECITAL, _recital), (_ENTITLED, _entitled),
    (_IN_CAPITALS, _entitled), (_PROVISO, _proviso), (_FRAGMENT, _fragment),
    (_DEFINITION, _terms), (_UNQUOTED, _unquoted), (_PART, _parts), (_NAMED, _named),
)  # fmt: skip
