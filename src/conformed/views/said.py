"""What an instrument says of the agreement that changes none of its words, each sentence once.

In: the reading of an instrument and its remarks.  Out: the sentences, each with its topics, the provisions that it names and
its words as they are quoted.  Afterwards a sentence stands with every provision that it names, whatever its topic, but for
one that is told there in another way: waived by it, or named by a clause with which it is quoted whole.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from conformed.basis import Span
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language import Interpretation, Remark
from conformed.views.places import where

_TOPICS = {
    "filing": "filing",
    "representations": "representations repeated",
    "default": "default recited",
    "no default": "no default represented",
    "reservation": "rights reserved",
}
_DENIES = pattern(r"(?:[,;]|\band|\bthat)\s(?P<nothing>nothing)\b", ENGLISH)  # behind another clause of its sentence


class Said(msgspec.Struct, frozen=True):
    """A sentence that changes no text: where it stands, what it is, the provisions that it names, and its words."""

    at: str | None
    sentence: Span
    topics: tuple[str, ...]
    paths: tuple[Path, ...]
    words: str

    @property
    def topic(self) -> str:
        """What it is, and the provisions that it mentions."""
        mentions = (f"mentions {', '.join(where(str(path)) for path in self.paths)}",) if self.paths else ()
        return "; ".join((*self.topics, *mentions))


def said(read: Interpretation, remarks: Sequence[Remark]) -> Iterator[Said]:
    """The sentences of an instrument that a reader should see: a filing, a right reserved, a provision mentioned."""
    ordering = {operation.sentence for operation in read.operations}
    waived = {(waiver.sentence, path) for waiver in read.waivers for path in waiver.provisions}
    told = [
        remark
        for remark in remarks
        if remark.topic in _TOPICS or (remark.topic == "mentions" and remark.sentence not in ordering)
    ]
    below = _quoted_below(read, told)
    for sentence, of_one in groupby(told, key=lambda remark: remark.sentence):
        alike = list(of_one)
        elsewhere = below.get(sentence.end, set())
        named = (path for one in alike for path in one.paths if path not in elsewhere and (sentence, path) not in waived)
        topics = tuple(_TOPICS[one.topic] for one in alike if one.topic in _TOPICS)
        paths = tuple(dict.fromkeys(named))
        if topics or paths:
            yield Said(alike[0].at, sentence, topics, paths, quote(read, alike[0]))


def quote(read: Interpretation, remark: Remark) -> str:
    """The words of a remark with those that lead in to them; of these, where they end in a denial, the denial alone."""
    leads = _leads(read, remark)
    if leads and (denial := _denial(leads[0])) is not None:
        leads[0] = f"… {leads[0][denial:]}"
    words = " ".join([*leads, _words(read, remark.sentence)])
    return f"{words} …" if words.endswith(":") else words


def _quoted_below(read: Interpretation, told: Sequence[Remark]) -> dict[int, set[Path]]:
    """The provisions that clauses name, by where the words end that lead in to these and are quoted there whole."""
    found = defaultdict[int, set[Path]](set)
    for one in told:
        cut = one.led_by[:1] if (leads := _leads(read, one)) and _denial(leads[0]) is not None else ()
        for words in one.led_by[len(cut) :]:
            found[words.end].update(one.paths)
    return found


def _leads(read: Interpretation, remark: Remark) -> list[str]:
    return [_words(read, span) for span in remark.led_by]


def _denial(lead: str) -> int | None:
    """Where the denial begins in which words end that lead in to a clause."""
    denials = [match.start("nothing") for match in _DENIES.finditer(lead)]
    return denials[-1] if denials else None


def _words(read: Interpretation, span: Span) -> str:
    return " ".join(read.instrument.document.words(span).split())
