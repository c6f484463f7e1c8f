"""Slips in what an instrument says of its conditions: they stand elsewhere, or one names another amendment for this.

In: the reading of an instrument.  Out: a finding for each sentence such as `subject to the satisfaction of the conditions set forth
in Section 2 below`, where Section 4 holds them, told only where conditions were read, none of them in the section named; and for
each condition of, say, the fifth amendment that names "the Fourth Amendment", which stands nowhere else in it.
"""

import re
from collections.abc import Iterator

from conformed.basis import Finding, FindingKind
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, parse_path
from conformed.instrument.heading.recitals import ORDINALS
from conformed.language.operation import Interpretation

_NAMED = pattern(
    r"\b(?:satisfaction|satisfied|fulfil\w+|met|subject)\b[^.;]{0,60}\bconditions?\b(?:\sprecedent)?(?:\sto\s(?:the\s)?effectiveness)?(?:\s(?:set\sforth|specified|contained|described|stated|listed))?"
    r"\s(?:in|of)\s(?P<where>(?:Section|Paragraph|Article)\s(?P<number>\d{1,2}))(?:\.\d+)?(?:\(\w+\)){0,3},?\s(?:below|above|hereof|herein|hereto|of\sthis\s\w+)", ENGLISH
)


_AMENDMENT = pattern(rf"\bthe\s(?P<name>(?P<nth>{'|'.join(ORDINALS)})\sAmendment)\b(?!\s(?:to|of|and|Effective|Date|Fee|Closing)\b)", ENGLISH)


def misnamed(read: Interpretation, title: str, siglum: str | None) -> Iterator[Finding]:
    """A finding for each condition that names an amendment of another number than this one, which it names nowhere else."""
    document = read.instrument.document
    for one in read.conditions if read.head.number is not None else ():
        for match in _AMENDMENT.finditer(one.text):
            nth, name = ORDINALS.index(match["nth"].lower()) + 1, match["name"]
            if nth != read.head.number and len(re.findall(re.escape(name), document.reading.text, re.IGNORECASE)) == one.text.count(name):
                at = f" in Section {one.at}" if one.at else ""
                says = f"A condition of {title}{at} speaks of the {name}, which nothing else in it names or defines, and this is number {read.head.number}."
                yield Finding(FindingKind.SLIP, says, (one.span,), instrument=siglum)


def misplaced(read: Interpretation, title: str, siglum: str | None) -> Iterator[Finding]:
    """A finding for each sentence that looks for the conditions of an instrument in a section that holds none."""
    places = [parse_path(one.at) for one in read.conditions if one.at]
    sections = {_top(path) for path in places}
    if not sections or None in sections:
        return
    document = read.instrument.document
    told = set()
    for match in _NAMED.finditer(document.reading.text):
        if match["number"] not in sections and match["number"] not in told:
            told.add(match["number"])
            named = " ".join(match["where"].split())
            held = " and ".join(f"Section {one}" for one in sorted(filter(None, sections), key=len))
            verb = "hold" if len(sections) > 1 else "holds"
            says = f"{title[:1].upper()}{title[1:]} looks for its conditions in {named}, and {held} {verb} them."
            yield Finding(FindingKind.SLIP, says, (document.span(match.start(), match.end()),), instrument=siglum)


def _top(path: Path) -> str | None:
    """The number of the section, or the article, in which a provision of an instrument stands."""
    return path.section.split(".")[0].removeprefix("Article ") if path.section else None
