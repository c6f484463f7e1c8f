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

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.paths import part_names, section_names
from conformed.instrument.paths.captioned import after_caption
from conformed.instrument.paths.path import Path

_Reader = Callable[[str, re.Match[str], int], tuple[int, list[Path]] | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (*part_names.READERS, *section_names.READERS)
_OF = pattern(
    r"[\s,]*(?:as\s)?(?:(?:appearing|contained|found|set\sforth|located|included|which\sappears?|stated)\s)?(?:of|in|(?:(?:attached|annexed)\s)?to|under|within|from)\s(?=\S)",
    ENGLISH,
)
_POINT = pattern(r"\.(?=,|\s(?:[a-z]|\([A-Z]))")
_OUTER = pattern(r"\s(?=Section\s\d)", ENGLISH)  # "Clause (c)(ii) Section 1.3"
_DOCUMENT = pattern(
    r"(?:(?:the|such|said|that\scertain|each(?:\sof\sthe)?|THE|SUCH|SAID)\s|(?=Amendment\s(?:No|\d)))(?!(?:Sections?|Articles?|Paragraphs?|Clauses?|Exhibits?|Schedules?)\b)(?P<name>Amendment\s(?:No\.\s|Number\s)?\d+|(?:(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s(?:\d{1,2},\s)?)?\d{4},?\s(?=[A-Z]))?(?:[A-Z][\w/&’'-]*)(?:\s(?!and\s(?:(?:Sub-?)?[Ss]ections?|Articles?|Paragraphs?|Clauses?|Exhibits?|Schedules?)\b)(?!(?:IS|ARE|SHALL|WILL|BE|HEREBY)\b)(?:of|and|to|the|&|[A-Z][\w/&’'-]*)){0,8})"
)
_TAIL_WORDS = pattern(r"(?:\s(?:of|and|to|the|&))+$")
_MOST = 1_000  # addresses of one reference: lists within lists multiply
_BACK = pattern(
    r"(?:(?:such|said|the\sforegoing|that)\s(?:sub)?(?:section|definition|clause|paragraph|article|exhibit|schedule)|thereof|therein)\b",
    ENGLISH,
)
_ANY = pattern(
    r"(?<![\w.])(?:the\s)?(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate|initial|next(?=[\s-]to[\s-])|\d{1,2}(?:st|nd|rd|th))\b"
    r"|[\"“][A-Z][^\"”\n]{2,80}[\"”]\s(?:section|paragraph|provision)\b|(?:defined\s)?(?:definitions?|terms?)\b|sub-?sections?\b|sections?\b|secs?\.|ss\.|paras?\.|(?:sub-?)?paragraphs?\b|articles?\b|(?:sub-?)?clauses?\b|§"
    r"|items?\s[\d(]|(?:provisos?|(?:sub)?parts?)\s\(|exhibits?\b|schedules?\b|annex|appendix\b|attachments?\b|recitals?\b|preamble\b"
    r"|signature\spages?\b|introductory\sparagraph\b)",
    ENGLISH,
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
    if len(paths) == 1 and paths[0].section:
        at, place = part_names.sentence_behind(text, at, limit)
        paths = [msgspec.structs.replace(paths[0], place=place or paths[0].place)]
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
                name = _TAIL_WORDS.sub("", document["name"].split("- ")[0]).rstrip("-–—")
                name = (
                    name.rpartition(" of the ")[2] if "Section" in name else name
                )  # "the DEFINITIONS Section of the Agreement"
                paths = [msgspec.structs.replace(path, document=path.document or name) for path in paths]
                at = document.start("name") + len(name)
            break
        if len(paths) * len(outer[1]) > _MOST or not _nests(paths, outer[1]):
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
