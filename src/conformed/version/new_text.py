"""New text that an operation brings, as the passages that it makes.

In: the text, and what it stands under.  Out: its passages, with the addresses that they have there.
"""

import functools
import re
from collections.abc import Mapping

import msgspec

from conformed.basis.pattern import pattern
from conformed.basis.stops import JOINING
from conformed.document import Document
from conformed.instrument import Path, ProvisionKind, caption
from conformed.language import Text
from conformed.version.passage import Passage, Run, parsed

Documents = Mapping[str, Document]

_CAPTION = pattern(
    r"\s?(?:[-–—:.(][^\n]{0,150}|(?-i:[^\na-z]{0,150}))$", re.IGNORECASE
)  # behind a part's name
_JOINT = rf"(?:{JOINING}\s)?"  # before the label of the last clause of a list
_WORD = r"(?:(?i:section|paragraph|clause|article|sub-?section|sub-?paragraph)\s|§\s?)"
_BEGINS = r"(?=[\s:–—-]{0,4}(?:[A-Z\d(\"“$]|$))"


def new_passages(new: Text, parent: str, entry: str, documents: Documents) -> tuple[Passage, ...]:
    """The passages that a new text makes under `parent`."""
    document = documents[new.span.document]
    start, end = document.reading.at(new.span.start), document.reading.at(new.span.end - 1) + 1
    return parsed(document, start, end, parent, entry)


def same_number(one: Passage, other: Passage) -> bool:
    """Whether two passages bear one number, points and blanks aside."""
    return re.sub(r"[\s.]", "", one.label) == re.sub(r"[\s.]", "", other.label)


def numbered(new: Text, bears: Passage, entry: str, documents: Documents) -> Passage | None:
    """The passage that a text makes which opens with the address of the passage `bears`; None where it opens with none.

    What the instrument prints is its number: `7(d) Termination. ...` stands under no other `(d)`.
    """
    document = documents[new.span.document]
    text = document.reading.text
    start, end = document.reading.at(new.span.start), document.reading.at(new.span.end - 1) + 1
    number = printed_number(text[start:end], bears.address)
    if not number:
        return None
    body = start + number
    while body < end and text[body].isspace():
        body += 1
    line = text.find("\n", body, end)
    headed = caption(text, body, line if line >= 0 else end)
    heading, begun = headed or (None, body)
    below = parsed(document, begun, end, bears.path, entry) if begun < end else ()
    runs: tuple[Run, ...] = ()
    if below and below[0].kind is ProvisionKind.PARAGRAPH:
        runs, below = below[0].runs, (*below[0].children, *below[1:])
    return Passage(
        bears.kind, bears.label, bears.path, text[start : start + number], caption=" ".join(text[body:begun].split()),
        heading=heading, span=document.span(start, end), added=entry, runs=runs, children=below,
    )  # fmt: skip


def printed_number(words: str, path: Path) -> int:
    """Where the number ends with which words open that stand at an address; 0 where they open with none.

    It may be spelled in full or in part, with points or brackets: `(d)`, `7(d)`, `7.d.`, `Section 7 (d).`, `or (d)`.
    """
    return max((match.end() for one in _spellings(path) if (match := one.match(words))), default=0)


@functools.lru_cache(maxsize=1024)
def _spellings(path: Path) -> tuple[re.Pattern[str], ...]:
    """What matches the number of an address: the whole of it, or its last steps only."""
    section = path.section if path.term is None else None
    lettered = re.fullmatch(r"(.*\d)([A-Z])", section or "")
    pieces = [*(lettered.groups() if lettered else [section] if section else [])]
    pieces += [step.strip("()") for step in path.steps]
    found = []
    for first in range(len(pieces)):
        *outer, last = (re.escape(one).replace(r"\.", r"\.\s?") for one in pieces[first:])  # a scan has `1. 06`
        above = "".join(rf"\(?{one}\s?\)?[.\s]{{0,2}}" for one in outer)
        bracketed, pointed = rf"\({last}\s?\)", rf"{last}(?:\.|\))(?=\W|[A-Z]|\d{{3}}[A-Z]|$)"
        if first == 0 and section:
            close = "".join(rf"{one}\.?" for one in outer)
            spelled = rf"{above}(?:{bracketed}[.:]?|{pointed})|{close}{last}(?!\.)"
            found.append(re.compile(rf"{_WORD}?(?:{spelled}){_BEGINS}"))
        else:
            bare = rf"|{above}{last}(?=\s[A-Z])" if last.isdigit() else ""
            found.append(re.compile(rf"{_JOINT}{above}{bracketed}\.?|{above}{pointed}{bare}"))
            found.append(re.compile(rf"{_WORD}{above}(?:{bracketed}[.:]?|{pointed}){_BEGINS}"))
    return tuple(found)


def new_part(part: Passage, new: Text, entry: str, documents: Documents) -> Passage:
    """A part with a new text under it; the line that names it at the head of the text is its number as printed."""
    body = new_passages(new, "", entry, documents)
    words = "".join(run.text for run in body[0].runs) if body else ""
    if words.lower().startswith(part.label.lower()) and _CAPTION.match(words, len(part.label)):
        part = msgspec.structs.replace(part, number=words, span=body[0].span)
        body = body[1:]
    elif not body:
        part = msgspec.structs.replace(part, runs=(Run(new.words, new.span, entry),))
    children = tuple(under(one, part.path, first=True) for one in body)
    return msgspec.structs.replace(part, added=entry, children=children)


def within(new: tuple[Passage, ...], part: str | None) -> tuple[Passage, ...]:
    """New passages with addresses in the part in which they come to stand; of them only the first was ordered there by its own."""
    if not part:
        return new
    return tuple(one if one.address.part or not one.path else under(one, part, first=True) for one in new)


def under(passage: Passage, parent: str, *, first: bool) -> Passage:
    """A passage with the address that it has under `parent`."""
    if not passage.path:
        return msgspec.structs.replace(
            passage, children=tuple(under(child, parent, first=first) for child in passage.children)
        )
    path = (
        f"{parent}/{passage.path}"
        if first
        else f"{parent}{passage.label}"
        if passage.label.startswith("(")
        else passage.path
    )
    children = tuple(under(child, path if not first else parent, first=first) for child in passage.children)
    return msgspec.structs.replace(passage, path=path, children=children)
