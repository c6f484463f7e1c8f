"""Whom words name that list parties: `the Borrower, Alder LLC and each Guarantor`.

In: words, and the names that are known.  Out: the names in their order, and the words that name nobody known ("each other
Subsidiary").  Afterwards a name that stands within words of another purport is none of the list, and of a list with an
exception nobody is told.
"""

import re
from collections.abc import Mapping

import msgspec

from conformed.basis.pattern import ENGLISH, pattern

_BETWEEN = pattern(  # what stands before a name of the list
    r"(?:[\s,:;]|\((?:[ivx]{1,4}|[a-z]|\d)\)"
    r"|\b(?:collectively|individually|jointly|severally|together\swith|as\swell\sas|either|both|and|or|each|every|all|any|of|the|an?)\b)*",
    ENGLISH,
)
_BEHIND = pattern(  # what describes a name of the list
    r"""(?:\s?\((?![^()]{0,200}\b(?:other\sthan|except|exclud|only|solely)\b)[^()]{0,200}\)
    | ,?\s(?:each\s)?an?\s[^,;()]{0,80}?\b(?:corporation|company|partnership|association|trust|bank|individual|cooperative)\b
        (?:,?\s(?:duly\s)?(?:organi[sz]ed|formed|incorporated|existing)\b[^,;()]{0,60})?
    | ,?\s(?:and|or|together\swith)\s(?:each\sof\s|any\sof\s|all\sof\s)?(?:its|their|his|her)\s(?:respective\s|permitted\s){0,2}successors?
        (?:,?\s(?:and|or|and/or)\s(?:permitted\s)?(?:assign(?:s|ees?)?|transferees?))?
        (?:\s(?:under|pursuant\sto)\sSection\s[\w.]{1,12}(?:\(\w{1,4}\)){0,3}(?:\s(?:hereof|of\sthis\sAgreement))?)?
    | ,?\sjointly\sand\sseverally
    | ,?\s(?:individually|collectively|thereunder|hereunder|(?:from\stime\sto\stime\s)?(?:a\s)?party\s(?:here|there)to|signatory\s(?:here|there)to)\b
    | ,?\s(?:each\s)?in\s(?:its|their)\s(?:\w+\s)?capacit(?:y|ies)\sas\s(?:an?\s|the\s)?(?:\w+\s?){1,3}(?=[,;.]|\s(?:and|or)\b|$)
    | ,?\sas\s(?:an?\s|the\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,2}(?=[,;.]|\s(?:and|or)\b|$)
    | ,?\sas\sthe\scontext\s(?:may\s)?requires?(?:\sor\spermits)?\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_GOES_ON = pattern(r"\s*(?:[,;.(]|\b(?:and|or|and/or|together|as\swell)\b|$)", ENGLISH)
_ENDS = pattern(r"[\s.;,]*$")
_EXCEPTS = pattern(
    r"\b(?:other\sthan|except|excluding|excludes?|exclusive\sof|not\sincluding|but\snot|unless|until|provided|so\slong\sas|to\sthe\sextent)\b",
    ENGLISH,
)
_OF_A_KIND = pattern(r"\b(?:each|every|all|any|other)\s+$", ENGLISH)  # before what is no name
_COMPANY = pattern(  # of which nothing else is known
    r"(?!(?:Subsidiary|Subsidiaries|Affiliates?|Persons?)\b)[A-Z][\w&’'-]*(?:\.\w+\.?)*(?:\s(?:of|the|&|[A-Z0-9][\w&’'-]*(?:\.\w+\.?)*)){0,7}?,?\s"
    r"(?:Inc|Incorporated|LLC|L\.L\.C|Corp|Corporation|Company|Co|L\.P|LP|Ltd|Limited|N\.A|LLP|PLC)\b\.?"
)
_WORD = re.compile(r"\w+")


class Listed(msgspec.Struct, frozen=True):
    """The names of a list, as they are known, and the words that name nobody known."""

    named: tuple[str, ...] = ()
    rest: str = ""


class Names:
    """The names that are known, each with what it stands for."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """`known` tells for each spelling what it stands for; the letters and marks between words do not count."""
        self.known = {_key(spelling): meant for spelling, meant in known.items() if _key(spelling)}
        longest = sorted(self.known, key=len, reverse=True)
        any_of = "|".join(r"\W{1,3}".join(map(re.escape, key.split())) for key in longest)
        self.expression = re.compile(rf"(?:{any_of})(?![\w’'])\.?", re.IGNORECASE) if any_of else None

    def read(self, words: str) -> Listed:
        """The list that words are."""
        words = " ".join(words.split())
        if _EXCEPTS.search(words):
            return Listed(rest=words.strip(" ,.;"))
        named: list[str] = []
        at = 0
        while True:
            between = _BETWEEN.match(words, at)
            begun = between.end() if between else at
            if _ENDS.match(words, begun):
                return Listed(tuple(dict.fromkeys(named)))
            found = self._one(words, begun)
            if found is None:
                return Listed(tuple(dict.fromkeys(named)), words[at:].strip(" ,.;").removeprefix("and ").strip(" ,.;"))
            meant, at = found
            named.append(meant)

    def at_the_end(self, words: str) -> tuple[str, ...]:
        """Those whom the longest list names with which words end."""
        words = " ".join(words.split())
        for start in (0, *(one.end() for one in re.finditer(r"[,.;]\s|\bthat\s|\b(?=the\s)|\b(?=each\sof\s)", words))):
            if (found := self.read(words[start:])).named and not found.rest:
                return found.named
        return ()

    def _one(self, words: str, at: int) -> tuple[str, int] | None:
        """The name that stands at a place with what it stands for, and where what describes it ends."""
        match = self.expression.match(words, at) if self.expression else None
        meant = self.known[_key(match[0])] if match else None
        if match is None and not _OF_A_KIND.search(words[:at]) and (match := _COMPANY.match(words, at)) is not None:
            meant = match[0]
        if match is None or meant is None:
            return None
        end = match.end()
        while (behind := _BEHIND.match(words, end)) is not None:
            end = behind.end()
        return (meant, end) if _GOES_ON.match(words, end) else None


def _key(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))
