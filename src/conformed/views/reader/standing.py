"""Where an instrument stands on a day, in words.

In: an instrument as the page shows it.  Out: for each of its states on some day the words that tell it.  Afterwards head
note, panel and `matter.json` say the same of it on the same day.
"""

import datetime

from conformed.basis import long_day
from conformed.views.reader.chain import Shown

Day = datetime.date


def standings(one: Shown) -> tuple[tuple[str, str], ...]:
    """The states of an instrument, as the page names them, each with its words."""
    source, day = one.source, long_day(one.day)
    agreement = one.role == "agreement"
    if source.missing:
        what = "says is known only where an instrument quotes it" if agreement else "changes is not known"
        return (("missing", f"not to hand: what it {what}"),)
    if one.role == "apart":
        failed = f"{source.failed[:1].lower()}{source.failed[1:]} None" if source.failed else "none"
        return (("apart", f"{failed} of it is applied"),)
    if agreement:
        return (("before", "not yet made"), ("in", "the agreement as signed"))
    waives = one.role == "waiver"
    force, out = ("in effect", "left out") if waives else ("in force", "left out: the text is shown without it")
    end = long_day(source.until) if source.until else ""
    to = f" to {end}" if end else ""
    after = f"ended by {end} at the latest" if one.upon else f"ended {end}"
    due = max((condition.last for condition in source.conditions if condition.last), default=None)
    upon = "if its conditions were met" + (f" by {long_day(due)}" if due else "")
    before, now, met = f"not yet {force}; it counts from {day}", f"{force} from {day}{to}", f"{force} from {day}{to} {upon}"
    if one.undated:
        order = "its date is not stated, and it is taken in its order"
        before = "not counted here; its date is not stated"
        now, met = f"{force}{to}; {order}", f"{force}{to} {upon}; {order}"
    elif source.unfixed:
        met = f"{force}{to} {upon}, from the day on which they were; that day is not known, shown from {day}"
    told = (("before", before), ("in", now), ("if", met), ("out", out))
    return (*told, ("after", after)) if waives and end else told


def standing_on(one: Shown, day: Day) -> str:
    """The standing of an instrument on a day as a sentence, with the changes that wait and the lines that are blank."""
    words = next(words for states, words in standings(one) if one.state(day) in states.split())
    told = (words, *one.source.waits, one.source.blank)
    return " ".join(f"{sentence[:1].upper()}{sentence[1:]}." for sentence in told if sentence)
