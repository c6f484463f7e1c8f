"""The outline at the left: what is listed, and the marks beside it.

In: a Page.  Out: lines in the order of the text.  Afterwards every change, waiver, open point and lacuna is
marked on the line under which it stands, and on the sections above that line.
"""

import re

import msgspec

from conformed.basis.pattern import pattern
from conformed.views.page import Page, PageProvision
from conformed.views.places import where
from conformed.views.reader.head import number_end
from conformed.views.reader.margin import overrides_of

_SECTION = pattern(r"(?:section|sec\.|§§?)\s*", re.IGNORECASE)
_LONGEST = 84  # a heading may take three lines, words that only begin a text two
_HEADINGS = ("article", "part", "title")


class Line(msgspec.Struct):
    """A provision in the outline, with all that may be marked on it on some day.

    `changes` holds, for each instrument's id, the entries that change words here, or what they say; a `quiet` line, a
    definition or a section of a section that bears no heading, is listed only where something is marked.
    """

    provision: str
    kind: str
    number: str
    label: str
    changes: dict[str, list[str]]
    waivers: list[str]
    findings: list[int]
    lacuna: bool
    quiet: bool

    @property
    def marked(self) -> bool:
        """Whether anything may ever be marked here."""
        return bool(self.changes or self.waivers or self.findings or self.lacuna)

    def change(self, instrument: str, entry: str) -> None:
        """Take in a change, once."""
        held = self.changes.setdefault(instrument, [])
        if entry not in held:
            held.append(entry)


def outline_of(page: Page) -> list[Line]:
    """The lines of the outline, without the quiet ones on which nothing is ever marked."""
    kinds = {one.id: one.kind for one in page.provisions}
    lines = {one.id: _line(one, kinds.get(one.parent or "", "")) for one in page.provisions if one.outline}
    hosts = _hosts(page, lines)
    instrument_of = {entry.id: entry.instrument for entry in page.entries}
    order = {one.id: index for index, one in enumerate(page.instruments)}
    for provision in page.provisions:
        entries = {provision.added, provision.struck}
        runs = (*provision.numbers, *provision.runs)
        entries.update(entry for run in runs for entry in (run.added, run.struck))
        lacuna = any(run.lacuna is not None for run in provision.runs)
        for line in hosts[provision.id]:
            line.lacuna = line.lacuna or lacuna
            for entry in sorted(entry for entry in entries if entry in instrument_of):
                line.change(instrument_of[entry], entry)
    _mark(page, hosts)
    for line in lines.values():
        line.changes = dict(sorted(line.changes.items(), key=lambda one: order.get(one[0], 0)))
    return [line for line in lines.values() if line.marked or not line.quiet]


def _mark(page: Page, hosts: dict[str, list[Line]]) -> None:
    for entry in overrides_of(page):
        for line in _lines_of(entry.provisions, hosts):
            line.change(entry.instrument, entry.id)
    for waiver in page.waivers:
        for line in _lines_of(waiver.places, hosts):
            line.waivers.append(waiver.id)
    for finding in page.findings:
        for line in _lines_of(finding.provisions, hosts) if finding.open else ():
            line.findings.append(finding.number)


def _lines_of(provisions: tuple[str, ...], hosts: dict[str, list[Line]]) -> list[Line]:
    found = {line.provision: line for one in provisions for line in hosts.get(one, ())}
    return list(found.values())


def _hosts(page: Page, lines: dict[str, Line]) -> dict[str, list[Line]]:
    """For each provision the lines that answer for it: its own and those above, else the last before it."""
    parents = {one.id: one.parent for one in page.provisions}
    hosts: dict[str, list[Line]] = {}
    last: Line | None = None
    for provision in page.provisions:
        last = lines.get(provision.id, last)
        above: list[Line] = []
        walk: str | None = provision.id
        seen: set[str] = set()
        while walk is not None and walk not in seen:
            seen.add(walk)
            line = lines.get(walk)
            if line and (line.kind not in _HEADINGS or not above):
                above.append(line)
            walk = parents.get(walk)
        hosts[provision.id] = above or ([last] if last else [])
    return hosts


def _line(provision: PageProvision, above: str) -> Line:
    number = provision.number or ""
    label = provision.heading or (where(provision.path) if provision.kind == "part" else _words(provision))
    if provision.kind == "definition" and "#" in provision.path:
        label = provision.path.split("#", 1)[1]
    label = " ".join(label.split()).strip(" .:—–-")
    if provision.kind in ("article", "part"):
        told = number.casefold() in label.casefold()
        parts = [_calm(number)] if number and not told else []
        label, number = ". ".join(part for part in (*parts, _calm(label)) if part), ""
    else:
        number = _SECTION.sub("", number).strip(" .")
    quiet = provision.kind == "definition" or (above == "section" and not provision.heading)
    longest = _LONGEST if provision.heading or provision.kind == "definition" else _LONGEST // 2
    if len(label) > longest:
        label = label[:longest].rsplit(" ", 1)[0] + " …"
    return Line(provision.id, provision.kind, number, label, {}, [], [], lacuna=False, quiet=quiet)


def _words(provision: PageProvision) -> str:
    """The first words of a provision without heading."""
    if any(run.lacuna is not None for run in provision.runs):
        return "Text not to hand"
    text = "".join(run.text for run in provision.runs if not run.ours)
    words = " ".join(text[number_end(text, provision.number or "") :].split())
    return words if words or provision.number else provision.path


def _calm(text: str) -> str:
    """Capitals made into a title's letters; other text as it is."""
    text = " ".join(text.split()).strip(" .")
    if text != text.upper():
        return text
    # small words are small, save at the beginning
    small = {"and", "of", "to", "the", "for", "in", "by", "on", "or"}
    roman = set("IVXLC")
    words = []
    for word in text.split():
        if set(word.strip(".")) <= roman and word.strip("."):
            words.append(word)
        else:
            words.append(word.lower() if words and word.lower() in small else word.capitalize())
    return " ".join(words)
