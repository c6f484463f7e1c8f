"""Whether compliance with a provision is waived on a day, as a lawyer would answer.

In: a chain, the provision and the day.  Out: a text: yes, perhaps or no, with each waiver that bears on the provision, its words
and its days.  Afterwards a waiver that ended, or that has not begun, is told with its days, and a missing instrument too.
"""

import datetime

from conformed.basis import long_day
from conformed.instrument import Path
from conformed.ledger import Chain
from conformed.standing.stands import Waived
from conformed.standing.stands import waived as waivers_of
from conformed.views.lines import folded
from conformed.views.reader.words import place, where


def waived(chain: Chain, path: Path, day: datetime.date) -> str:
    """The answer."""
    found = list(waivers_of(chain, path))
    now = [one for one in found if one.on(day)]
    what = where(str(path))
    if not now:
        answer = f"No instrument to hand waives compliance with {what} on {long_day(day)}."
    elif all(one.upon for one in now):
        answer = f"Compliance with {what} is waived on {long_day(day)} if the conditions of the waiver were met; they are not proved."
    else:
        answer = f"Compliance with {what} is waived on {long_day(day)}, so far as the words below go."
    lines = folded(answer)
    for one in found:
        lines += ["", *_told(one, path, day)]
    if gone := [link.title for link in chain.links if link.read is None]:
        are = "is" if len(gone) == 1 else "are"
        lines += ["", *folded(f"{'; '.join(gone)} {are} not to hand: whether compliance is waived there is not known.")]
    return "\n".join(lines) + "\n"


def _told(one: Waived, path: Path, day: datetime.date) -> list[str]:
    """A waiver that bears on the provision: its days, its words, and what ends it early."""
    read = one.link.read
    page = read.instrument.document.page(one.waiver.sentence.start) if read else None
    cited = place(one.waiver.at, page).replace("\u00a0", " ")
    days = f"from {long_day(one.first)}" if one.first else "from a day not stated"
    days += f" to {long_day(one.last)}" if one.last else ", without a last day"
    counts = one.link.failed or "not in effect on this day"
    if one.on(day):
        counts = "in effect if its conditions were met" if one.upon else "in effect"
    of = ", ".join(where(str(each)) for each in one.waiver.provisions)
    named = "" if any(str(each) == str(path) for each in one.waiver.provisions) else f" (waives {of})"
    lines = folded(f"- {one.link.title}, {cited}{named}: {days}; {counts.rstrip('.')}.", "", "  ")
    lines += folded(f"“{one.waiver.scope}”", "  ")
    if one.ended:
        lines += folded(f"What ends it early came {one.ended}", "  ")
    elif one.waiver.lapses_if:
        lines += folded(f"It ends early if “{one.waiver.lapses_if}”; no evidence of that is entered.", "  ")
    return lines
