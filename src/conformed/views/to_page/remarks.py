"""What instruments say that changes no text and that a reader should see."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language import Remark
from conformed.views.page import PageNote, PageReference
from conformed.views.to_page.sources import Sources
from conformed.views.to_page.text import Places

_TOPICS = {
    "filing": "filing",
    "representations": "representations repeated",
    "reservation": "rights reserved",
}
_DENIES = pattern(r"(?:[,;]|\band|\bthat)\s(?P<nothing>nothing)\b", ENGLISH)  # behind another clause of its sentence


def references(sources: Sources) -> Iterator[PageReference]:
    """The texts outside the matter that instruments make part of it."""
    for siglum, told in sources.remarks.items():
        for remark in told:
            if remark.topic == "incorporated" and remark.name:
                span = remark.sentence
                yield PageReference(
                    remark.name, None, quote(sources, remark), siglum, remark.at, sources.page(span), span
                )


def notes(sources: Sources, places: Places) -> Iterator[PageNote]:
    """What a reader should see, each sentence once: a filing, a right reserved, a provision mentioned."""
    for siglum, read in sources.reads:
        ordering = {operation.sentence for operation in read.operations}
        waived = {(waiver.sentence, path) for waiver in read.waivers for path in waiver.provisions}
        told = [
            remark
            for remark in sources.remarks[siglum]
            if remark.topic in _TOPICS or (remark.topic == "mentions" and remark.sentence not in ordering)
        ]
        under = _under(told)
        for _, of_one in groupby(told, key=lambda remark: remark.sentence):
            alike = list(of_one)
            first = alike[0]
            topics = [_TOPICS[one.topic] for one in alike if one.topic in _TOPICS]
            quoted_below = under.get(first.sentence.end, set())
            paths = [
                path
                for one in alike
                for path in one.paths
                if path not in quoted_below and (one.sentence, path) not in waived
            ]
            topics += [f"mentions {', '.join(map(str, paths))}"] if paths else []
            if topics:
                bears_on = dict.fromkeys(place for path in paths for place in places.of(str(path), siglum))
                yield PageNote(
                    "; ".join(topics),
                    quote(sources, first),
                    siglum,
                    first.at,
                    sources.page(first.sentence),
                    first.sentence,
                    tuple(bears_on),
                )


def _under(told: Sequence[Remark]) -> dict[int, set[Path]]:
    """The provisions that are mentioned in clauses, by where the words end that lead in to these: they are quoted there."""
    found = defaultdict[int, set[Path]](set)
    for one in told:
        for words in one.led_by:
            found[words.end].update(one.paths)
    return found


def quote(sources: Sources, remark: Remark) -> str:
    """The words of a remark with those that lead in to them; of these, where they end in a denial, the denial alone."""
    leads = [sources.words(span) for span in remark.led_by]
    if leads and (denials := list(_DENIES.finditer(leads[0]))):
        leads[0] = f"… {leads[0][denials[-1].start('nothing') :]}"
    words = " ".join([*leads, sources.words(remark.sentence)])
    return f"{words} …" if words.endswith(":") else words
