"""What a text lacks that is not to hand: the agreement, and instruments that stand before what is shown.

In: the chain, the sigla of the instruments that are shown, and the day.  Out: the instruments, and one sentence on them.
Afterwards an instrument that bears a day counts by that day, also where what names it is made only later; any other counts
if it stands before the last that is shown, or, where the agreement is not to hand, before the first that is.
"""

import datetime
from collections.abc import Collection, Iterator, Sequence

from conformed.basis import long_day
from conformed.ledger import Chain, Link


def not_to_hand(chain: Chain, shown: Collection[str], day: datetime.date | None) -> list[Link]:
    """The instruments that are not to hand and that a text with those shown, or of a day, would hold."""
    links = [link for link in chain.links if link.changes]
    held = [turn for turn, link in enumerate(links) if link.read is not None]
    last = max((turn for turn in held if links[turn].id in shown), default=-1)
    if chain.agreement is None and held:
        last = max(last, held[0])
    return [
        link
        for turn, link in enumerate(links)
        if link.read is None and (turn < last if day is None or link.effective is None else link.effective <= day)
    ]


def lacking(chain: Chain, shown: Collection[str], day: datetime.date | None) -> Iterator[str]:
    """One sentence on what is not to hand."""
    absent = [called(link) for link in not_to_hand(chain, shown, day)]
    counted = chain.agreement is None or any(link.number for link in chain.links if link.id in shown)
    absent += [gap.title for gap in chain.gaps if counted]
    told = []
    if chain.agreement is None:
        told.append("The agreement is not to hand: its text is known only so far as the instruments give it.")
    if absent:
        absent = list(dict.fromkeys(absent))
        several, names = len(absent) > 1, _listed(absent)
        told.append(
            f"{names[0].upper()}{names[1:]} {'are' if several else 'is'} not to hand; what {'they change' if several else 'it changes'} is not known."
        )
    if told:
        yield " ".join(told)


def called(link: Link) -> str:
    """What an instrument that is not to hand is called; one without a number or title of its own by its day."""
    named = link.named
    if named is None or named.title or named.number:
        return link.title
    return "an earlier instrument" + (f" dated {long_day(named.dated)}" if named.dated else "")


def _listed(titles: Sequence[str]) -> str:
    """Titles as a list in a sentence; those with an "and" of their own are told apart by semicolons."""
    *first, last = titles
    mark = ";" if any(" and " in title for title in titles) else ","
    behind = mark if mark == ";" else ""
    return f"{f'{mark} '.join(first)}{behind} and {last}" if first else last
