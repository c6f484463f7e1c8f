"""How the reading page writes days, places and the names of instruments.

In: values of the page.  Out: short American legal English.  Nothing here knows the state of the page.
"""

import datetime

import msgspec

from conformed.basis import long_day
from conformed.instrument import Path, references
from conformed.views.page import Page, PageFinding, PageInstrument
from conformed.views.told import FINDINGS

Day = datetime.date

_TITLE_LONGEST = 40  # a longer title names the agreement too, and stands in the panel
_QUOTED_WHOLE = 280  # a longer sentence is quoted by its beginning and what stands around the mention
_BEGINNING, _BEFORE, _BEHIND = 120, 80, 50
_KINDS = {
    "agreement": "Agreement",
    "amendment": "Amendment",
    "waiver": "Waiver",
    "consent": "Consent",
    "amendment_and_waiver": "Amendment",
    "restatement": "Restatement",
    "extension": "Extension",
    "joinder": "Joinder",
}


def mention(sentence: str, path: str) -> str:
    """What the margin at a provision quotes of a sentence: its beginning, which may deny the rest, and the mention."""
    if len(sentence) <= _QUOTED_WHOLE:
        return sentence
    named = next((one for one in references(sentence) if path in map(_bare, one.paths)), None)
    start, end = (named.start, named.end) if named else (0, 0)
    last = end + _BEHIND
    stretches = [(0, _BEGINNING), (start - _BEFORE, last)]
    if start <= _BEGINNING + _BEFORE:
        last = max(last, _BEGINNING + _BEFORE + _BEHIND)
        stretches = [(0, last)]
    quoted = " … ".join(_whole_words(sentence, *stretch) for stretch in stretches)
    return quoted if last >= len(sentence) else f"{quoted}…"


def _bare(path: Path) -> str:
    return str(msgspec.structs.replace(path, document=None))


def _whole_words(words: str, first: int, last: int) -> str:
    first = words.find(" ", first) + 1 if first else 0
    return words[first : words.rfind(" ", first, last) if last < len(words) else last]


def brief_day(day: Day | None) -> str:
    """A day as a margin writes it: "Jul 8, 2024"."""
    return f"{day:%b}\u00a0{day.day},\u00a0{day.year}" if day else "a\u00a0date not stated"


def finding_margin(finding: PageFinding) -> str:
    """A finding in the few words that the margin has room for."""
    return finding.margin or (FINDINGS[finding.kind][1] if finding.kind in FINDINGS else "Not settled.")


def matter_name(page: Page) -> str:
    """What the page calls a matter: "Alder Mills, Inc., Credit Agreement"."""
    return ", ".join([*(one.name for one in page.parties[:1]), title_case(page.title)])


def sentence(text: str) -> str:
    """A text as a sentence, with a capital and a point."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""


def instrument_name(instrument: PageInstrument) -> str:
    """What the page calls an instrument: "Amendment No. 2", "Limited Waiver", "Credit Agreement"."""
    title = title_case(" ".join(instrument.title.split()))
    if instrument.number is not None and instrument.kind != "agreement":
        title = title.split(" to ", 1)[0]  # "Amendment No. 2 to Credit Agreement"
    if instrument.kind == "agreement" or 0 < len(title) <= _TITLE_LONGEST:
        return title or "Agreement"
    kind = _KINDS.get(instrument.kind, "Instrument")
    if instrument.number is not None:
        return f"{kind} No. {instrument.number}"
    return f"{kind} dated {long_day(instrument.dated)}" if instrument.dated else kind


def instrument_short(instrument: PageInstrument) -> str:
    """The label of an instrument on the timeline."""
    if instrument.number is not None and instrument.kind not in ("agreement", "waiver", "consent"):
        return f"No. {instrument.number}"
    return _KINDS.get(instrument.kind, "Instrument")


def lacuna(text: str) -> str:
    """What the box of a lacuna says."""
    if not text or "not to hand" in text:
        return text or "Text not to hand"
    return f"Text not to hand{': ' if text[:1].islower() else '. '}{text}"


def title_case(title: str) -> str:
    """A title in capitals, in the letters of a sentence's title; any other title as it is."""
    if title != title.upper():
        return title
    small = {"and", "of", "to", "the", "for", "in", "by", "a", "an", "or"}
    words = [word if word in small else word[:1].upper() + word[1:] for word in title.lower().split()]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]
