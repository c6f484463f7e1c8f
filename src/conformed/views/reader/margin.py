"""What stands in the margin of a provision, and which of its words are in dispute.

In: a Page, and the items of one provision.  Out: the items, each note before the first words it speaks of, though
behind the number of a clause.  Afterwards an entry has one note in each provision that it changes, save where whole
provisions in a row are its own: then the first has it.
"""

import msgspec

from conformed.views.page import Page, PageEntry, PageFinding, PageProvision, PageRun
from conformed.views.reader.pieces import SPACE, Item, Reader
from conformed.views.reader.words import mention

BOX_LONGEST = 200  # words nearest to what was sought are boxed up to this length


class Margin(msgspec.Struct):
    """What the margin has to say of each provision, and which words are in dispute there."""

    overrides: dict[str, list[str]]
    waivers: dict[str, list[str]]
    remarks: dict[str, list[Item]]
    findings: dict[str, list[str]]
    near: dict[str, list[tuple[str, str]]]
    noted: frozenset[str]
    brings: frozenset[tuple[str, str]]


def overrides_of(page: Page) -> list[PageEntry]:
    """The entries that change what provisions say and edit none of their words."""
    known = {instrument.id for instrument in page.instruments}
    return [
        entry
        for entry in page.entries
        if entry.action == "override" and entry.outcome != "not_in_force" and entry.finding is None and entry.instrument in known
    ]


def margin_of(page: Page) -> Margin:
    """What the margin has to say of each provision of a page."""
    brings = {(one.added, one.path) for one in page.provisions}
    brings |= {(run.added, one.path) for one in page.provisions for run in (*one.numbers, *one.runs)}
    brought = frozenset((entry, path) for entry, path in brings if entry)
    known = {instrument.id for instrument in page.instruments}
    noted = frozenset(entry.id for entry in page.entries if entry.instrument in known)
    margin = Margin({}, {}, {}, {}, {}, noted, brought)
    for entry in overrides_of(page):
        for provision in entry.provisions:
            margin.overrides.setdefault(provision, []).append(entry.id)
    for waiver in page.waivers:
        for provision in waiver.places:
            margin.waivers.setdefault(provision, []).append(waiver.id)
    paths = {one.id: one.path for one in page.provisions}
    for index, remark in enumerate(page.notes):
        for provision in remark.provisions if remark.instrument in known else ():
            quoted = mention(remark.sentence, paths.get(provision, ""))
            margin.remarks.setdefault(provision, []).append(Item("note", quoted, role="remark", ref=str(index)))
    ordered = {entry.ruling for entry in page.entries}  # which the notes of these entries cite
    for finding in page.findings:
        # these bear on the whole text, or are told by the note of their entry
        if finding.open and finding.kind not in ("MissingInstrument", "Upon"):
            _dispute(finding, margin)
        elif not finding.open and finding.settled_by not in ordered:
            for provision in finding.provisions:
                margin.findings.setdefault(provision, []).append(str(finding.number))
    return margin


def _dispute(finding: PageFinding, margin: Margin) -> None:
    for provision in finding.provisions:
        margin.findings.setdefault(provision, []).append(str(finding.number))
    places = [(finding.nearest, "")] if finding.nearest else []
    places += [(one, chr(97 + index) if index < 26 else "") for index, one in enumerate(finding.candidates)]
    for one, letter in places:
        words = SPACE.sub(" ", one.text).strip() if one else ""
        if one and one.provision and 0 < len(words) <= BOX_LONGEST:
            margin.near.setdefault(one.provision, []).append((words, f"{finding.number}{letter}"))


def with_notes(
    provision: PageProvision, items: list[Item], margin: Margin, reader: Reader, runs: list[PageRun]
) -> list[Item]:
    """The items with the notes of the margin among them."""
    said = [Item("note", role="finding", ref=ref) for ref in margin.findings.get(provision.id, ())]
    said += [Item("note", role="waiver", ref=ref) for ref in margin.waivers.get(provision.id, ())]
    said += [Item("note", role="override", ref=ref) for ref in margin.overrides.get(provision.id, ())]
    said += margin.remarks.get(provision.id, ())
    shared = [{(entry, way) for entry, way in ((run.added, "+"), (run.struck, "-")) if entry} for run in runs]
    whole = frozenset(set.intersection(*shared)) if shared else frozenset[tuple[str, str]]()
    starts = provision.outline or provision.kind == "definition"
    seen = set[str]() if starts else {entry for entry, _ in whole & reader.whole}
    reader.whole = whole
    result = said
    here = {item.added for item in items}
    # an entry's note stands where it brings words; where it only strikes, if it brings none to that place
    struck = {run.struck for run in runs if run.struck and run.struck not in here}
    seen |= {entry for entry in struck if (entry, provision.path) in margin.brings}
    for item in items:
        for entry in (item.added, None if item.struck in here else item.struck):
            if entry and entry not in seen and entry in margin.noted:
                seen.add(entry)
                result.append(Item("note", role="entry", ref=entry))
        result.append(item)
    return _behind_number(result) if provision.kind == "clause" else result


def _behind_number(items: list[Item]) -> list[Item]:
    """The items with each note behind the number that it would stand before: the number of a clause hangs in the indent."""
    held, told = list[Item](), list[Item]()
    for item in items:
        if item.kind == "note":
            held.append(item)
            continue
        if item.role != "num" and item.kind != "page":
            told += held
            held = []
        told.append(item)
    return told + held


def boxed(items: list[Item], near: list[tuple[str, str]]) -> list[Item]:
    """The items with the words in dispute cut out, each once."""
    for words, tag in near:
        for index, item in enumerate(items):
            found = item.text.find(words) if item.kind == "run" and not item.role else -1
            if found >= 0:
                start, end = _whole_words(item.text, found, found + len(words))
                ends = (item.text[:start], item.text[start:end], item.text[end:])
                parts = [msgspec.structs.replace(item, text=text) for text in ends]
                parts[1] = msgspec.structs.replace(parts[1], role="near", ref=tag)
                items[index : index + 1] = [part for part in parts if part.text]
                break
    return items


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text, widened so that it cuts no word."""
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
