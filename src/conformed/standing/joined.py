"""Who joins an agreement in a part, or leaves it, by the words of an instrument.

In: the reading of an instrument, and the names that it knows.  Out: each party that it says to join as a Borrower, a
Guarantor or the like, or to be released as one.  The convention: `Alder LLC hereby joins the Credit Agreement as a Borrower`,
`is hereby released as a Guarantor`.  Afterwards whoever is to join only later, or upon an event, is told
with the words that say so.
"""

from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language import Class, Interpretation
from conformed.standing.listed import Names

_ROLE = r"(?:an?|the)\s(?:additional\s|new\s)?[\"“]?(?P<{}>[A-Z]\w+(?:\s[A-Z]\w+){{0,2}})[\"”]?"
_JOINS = pattern(
    rf"\s(?:(?:does|do|and|further|irrevocably|unconditionally|absolutely),?\s){{0,4}}"
    r"(?:hereby\s(?:\w+\s){0,2}?(?:joins?|becomes?|accedes?|agrees?\sto\s(?:join|become|be))"
    r"|(?:is|are|shall\sbe)\shereby\s(?:added|joined|admitted|made|deemed)|joins?|becomes?)\b"
    rf"(?:[^.;]{{0,160}}?\bas\s|(?:\sto\sbe)?\s){_ROLE.format('role')}(?:\s(?:and|or)\s{_ROLE.format('other')})?",
)
_LEAVES = pattern(
    r"\s(?:(?:is|are|shall\sbe)\shereby\s(?:released|removed|discharged|withdrawn)\b[^.;]{0,160}?\bas|hereby\sceases?\sto\sbe)\s"
    + _ROLE.format("role")
)
_WAITS = pattern(r"\b(?:upon|subject\sto|if|when|unless|until|after|following|in\sthe\sevent|on\sand\safter)\b", ENGLISH)
_NUMBER = pattern(r"^(?:(?:section\s)?\d[\w.]*|\(\w{1,4}\))\s", ENGLISH)
_OTHERS = {Class.PUT_IN, Class.ATTACHED, Class.RECITAL, Class.REPRESENTATION, Class.SIGNATURE}


class Joined(msgspec.Struct, frozen=True):
    """A party that joins as one of a group, or leaves it.

    `at` is the provision that says so; `waits` are the words of one that joins or leaves only later, or upon an event.
    """

    name: str
    role: str
    at: str | None
    leaves: bool = False
    waits: str | None = None


def joined(read: Interpretation, names: Names) -> Iterator[Joined]:
    """Who joins or leaves by an instrument, in the order of its words."""
    text = read.instrument.document.reading.text
    for one in read.account:
        if one.what in _OTHERS:
            continue
        words = " ".join(text[one.start : one.end].split())
        for expression, leaves in ((_JOINS, False), (_LEAVES, True)):
            match = expression.search(words)
            if match is None:
                continue
            told = match.groupdict()
            waits = _NUMBER.sub("", words) if _WAITS.search(words[: match.end()]) else None
            for name in names.at_the_end(words[: match.start()]):
                yield from (Joined(name, role, one.at, leaves, waits) for role in (told["role"], told.get("other")) if role)
