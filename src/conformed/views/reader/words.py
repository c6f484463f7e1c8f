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


def where(path: str) -> str:
    """A place in the agreement in words: "Section 6.01(a)", "Section 1.01, “Lien”", "Exhibit A, 4"."""
    path = path.strip()
    if path in ("", "*"):
        return "The whole agreement"
    if "#" in path:
        section, term = path.split("#", 1)
        end = _clauses_start(term)
        term, rest = term[:end], term[end:]
        return f"{where(section)}, “{term}”{rest}" if section else f"“{term}”{rest}"
    if "~" in path:
        section, piece = path.split("~", 1)
        return f"{where(section)}, {piece}" if section else piece.capitalize()
    if "/" in path:
        part, rest = path.split("/", 1)
        inner = "at the end" if rest == "end" else where(rest) if rest[:1].isdigit() and "." in rest else rest
        return f"{where(part)}, {inner}"
    return f"Section {path}" if path[:1].isdigit() else path


def at(path: str | None) -> str:
    """A place in an instrument, as a citation has it: "§ 1.1(a)"."""
    if not path:
        return ""
    return f"§\u00a0{path}" if path[0].isdigit() and "#" not in path and "~" not in path else where(path)


def lacuna(text: str) -> str:
    """What the box of a lacuna says."""
    if not text or "not to hand" in text:
        return text or "Text not to hand"
    return f"Text not to hand{': ' if text[:1].islower() else '. '}{text}"


def place(path: str | None, page: int | None) -> str:
    """A place and its page: "§ 1.1(a), p. 2"."""
    return ", ".join(part for part in (at(path), f"p.\u00a0{page}" if page else "") if part)


def title_case(title: str) -> str:
    """A title in capitals, in the letters of a sentence's title; any other title as it is."""
    if title != title.upper():
        return title
    small = {"and", "of", "to", "the", "for", "in", "by", "a", "an", "or"}
    words = [word if word in small else word[:1].upper() + word[1:] for word in title.lower().split()]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _clauses_start(term: str) -> int:
    """Where the clauses at the end of a definition's path begin: "Lien(a)(ii)"."""
    end = len(term)
    while end and term[end - 1] == ")":
        start = term.rfind("(", max(0, end - 7), end)
        if start <= 0 or not term[start + 1 : end - 1].isalnum():
            break
        end = start
    return end
