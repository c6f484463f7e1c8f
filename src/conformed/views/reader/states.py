"""The states of the text on which the page can stand: a day, the instruments of it that count, the conditional ones left out.

In: a Page and its Chain.  Out: the sets of entries that count in each.  The script asks for no other.
"""

from collections.abc import Iterator
from itertools import combinations

from conformed.views.page import Day, Page, PageEntry
from conformed.views.reader.chain import Chain

_TOGETHER = 3  # conditional instruments of which any may be left out together; of more, one at a time


def states_of(page: Page, chain: Chain) -> set[frozenset[str]]:
    """The sets of entries that count in the states of the page."""
    entries = _entries(page, chain)
    order = {one.source.id: one.order for one in chain.instruments}
    days = sorted({chain.counts_from[entry.id] for entry in entries})
    found = {frozenset[str]()}
    for without in _left_out(page, chain):
        kept = [entry for entry in entries if entry.instrument not in without]
        for day in days:
            before = {entry.id for entry in kept if chain.counts_from[entry.id] < day}
            of_day = [entry for entry in kept if chain.counts_from[entry.id] == day]
            for last in {order[entry.instrument] for entry in of_day} | {-1}:  # instruments of one day, one by one
                found.add(frozenset(before | {entry.id for entry in of_day if order[entry.instrument] <= last}))
    return found


def state_on(page: Page, chain: Chain, day: Day) -> set[str]:
    """The entries that count on a day, with every conditional instrument."""
    return {entry.id for entry in _entries(page, chain) if chain.counts_from[entry.id] <= day}


def _entries(page: Page, chain: Chain) -> list[PageEntry]:
    never = {one.source.id for one in chain.instruments if one.source.failed}
    return [entry for entry in page.entries if entry.id in chain.counts_from and entry.instrument not in never]


def _left_out(page: Page, chain: Chain) -> Iterator[set[str]]:
    """The instruments that are left out together."""
    changing = {entry.instrument for entry in page.entries}
    upon = [one.source for one in chain.instruments if one.upon and (one.source.id in changing or one.source.along)]
    for count in range(len(upon) + 1 if len(upon) <= _TOGETHER else 2):
        for some in combinations(upon, count):
            yield {one for source in some for one in (source.id, *source.along)}
