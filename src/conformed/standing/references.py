"""References of a text in force to provisions that do not stand in it, and to the provision in which they stand by another number.

In: the words that stand.  Out: each reference to a number that the outline around it surely does not have, and that stands
in references alone; and each in which a provision calls itself what it is not ("this Section 8.15" in Section 8.13), where
the numbers around it surely are its own.  A reference that names another document or a statute, or stands in an exhibit, is
left out; so is one to a clause whose mark stands in its section where it may have been misplaced.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, Provision, ProvisionKind, Reference, parse_path, references
from conformed.instrument.numbers.ordinals import roman
from conformed.standing.in_force import InForce
from conformed.standing.observed import About, Observed
from conformed.version import key

_APART = {ProvisionKind.PART, ProvisionKind.QUOTATION, ProvisionKind.TITLE, ProvisionKind.CONTENTS, ProvisionKind.SIGNATURES}
_OWN = pattern(r",?\s?(?:hereof|herein|hereto|hereunder|above|below|of\sthis\s[A-Z]\w+|in\sthis\sAgreement|to\sthis\sAgreement)\b", ENGLISH)
_OTHER = pattern(
    r",?\s?(?:\([^)]{0,60}\)\s)?(?:of|in|to|under|from|thereof|therein|promulgated)\s?(?:the|such|said|that|any|its|an?|each|ERISA|Title|Article|Annex|Exhibit|Schedule|Part|[A-Z]\w+)?\b",
    ENGLISH,
)
_STATUTE = pattern(
    r"\b(?:Code|Act|ERISA|Regulations?|Reg|Rules?|U\.\s?S\.\s?C|C\.\s?F\.\s?R|CFR|USC|UCC|Revenue|Treasury|Statutes?|Statutory|Laws?|Indenture|Lease|Plan"
    r"|General\sConditions|Guaranty|Mortgage|Title\s[IVX\d]+|Other\s[A-Z]\w+|Existing)\b"
)
_SELF = pattern(r"\bthis\s(?=(?:sub)?section\b)", ENGLISH)
_AGAIN = pattern(r"\b(?:such|said)\s\Z", ENGLISH)  # it was named before, where it tells whose it is
_AROUND = 110  # characters beside a reference in which a statute may be named
_SHORT = 80  # characters of a section that says nothing: `Section 2.4 [Reserved]`
_SEVERAL = pattern(r"(?:the\s)?(?:sub-?)?(?:sections|paragraphs|articles|clauses)\b|§§", ENGLISH)  # what a list follows
_NUMBER = re.compile(r"(?P<above>(?:\d{1,3}\.)+)(?P<last>\d{1,3})")
_DOTTED = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3})+")
_FIGURE = re.compile(r"\d{1,3}|[IVXL]{1,7}")
_LISTED = re.compile(r"(?:^|\n|[.;:]\s)\(?[a-z\d]{1,2}[.)]\s")
_MARK = re.compile(r"\((?P<mark>[A-Za-z]{1,5}|\d{1,2})\)")


def missing(text: InForce) -> Iterator[Observed]:
    """The references to provisions that do not stand, those to one provision together."""
    every = list(references(text.text))
    outline = _Outline(text, every)
    found: dict[str, list[tuple[int, int]]] = {}
    for one in every:
        if any(each.kind in _APART for each in text.around(one.start)) or one.back or _is_of_another(text.text, one.start, one.end):
            continue
        own = _is_own(text.text, one.start, one.end)
        if _SELF.match(text.text, max(0, one.start - 5)) and outline.other_than(one.paths[0], one.start):
            continue  # told by `misnumbered`
        for path in one.paths:
            if _is_written(path, text.text[one.start : one.end]) and outline.surely_lacks(path, own=own):
                found.setdefault(str(path), []).append((one.start, one.end))
    together: dict[tuple[tuple[int, int], ...], list[str]] = {}
    for told, spans in found.items():
        together.setdefault(tuple(spans), []).append(told)
    for places, several in together.items():
        where = ", ".join(f"Section {told}" if told[:1].isdigit() else told for told in several)
        stand = "does not stand" if len(several) == 1 else "do not stand"
        refers = "1 place refers" if len(places) == 1 else f"{len(places)} places refer"
        says = f"{where} {stand} in the text, and {refers} to {'it' if len(several) == 1 else 'them'}."
        yield Observed(About.NOT_THERE, ", ".join(several), says, tuple(text.place(start, end) for start, end in places))


def misnumbered(text: InForce) -> Iterator[Observed]:
    """The provisions that call themselves by another number, each once for each such number."""
    every = list(references(text.text))
    outline = _Outline(text, every)
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for one in every:
        if _SELF.match(text.text, max(0, one.start - 5)) and len(one.paths) == 1 and (here := outline.other_than(one.paths[0], one.start)):
            found.setdefault((here, str(one.paths[0])), []).append((one.start, one.end))
    for (here, called), places in found.items():
        says = f"Section {here} calls itself Section {called}{'' if len(places) == 1 else f', in {len(places)} places'}."
        yield Observed(About.MISNUMBERED, called, says, tuple(text.place(start, end) for start, end in places))


def _is_written(path: Path, words: str) -> bool:
    """Whether an address stands as such in the words of a reference, or as one of a list of marks behind its section."""
    told = "".join(words.split())
    if str(path) in told or len(path.steps) != 1 or not _SEVERAL.match(words):
        return str(path) in told
    listed = rf"{re.escape(path.section or '')}(?:\(\w{{1,4}}\)(?:,|and|or|and/or){{0,2}}){{1,12}}"
    lists = (re.findall(r"\(\w+\)", match[0]) for match in re.finditer(listed, told))
    return any(path.steps[0] in marks and len({_kind(mark) for mark in marks}) == 1 for marks in lists)


def _is_own(text: str, start: int, end: int) -> bool:
    """Whether a reference says itself that it is to the text in which it stands."""
    return bool(_OWN.match(text, end)) or text[max(0, start - 5) : start].lower() == "this "


def _is_of_another(text: str, start: int, end: int) -> bool:
    """Whether a reference names a statute or another document, or one is spoken of beside it."""
    if _is_own(text, start, end):
        return False
    if _OTHER.match(text, end) or _AGAIN.search(text, max(0, start - 5), start):
        return True
    sentence = text[max(0, start - _AROUND) : end + _AROUND]
    return bool(_STATUTE.search(sentence))


class _Outline:
    """The numbers of the text's own provisions, and which of their rows count on."""

    def __init__(self, text: InForce, referred: Sequence[Reference]) -> None:
        self.text = text
        self.plain = _without(text.text, referred)
        self.by_key: dict[tuple[str, ...], Provision] = {}
        self.sections: list[str] = []
        for one in _own(text.root):
            address = parse_path(one.path) if one.path else None
            if address is not None and address.section and address.term is None:
                self.by_key.setdefault(key(address), one)
                if not address.steps:
                    self.sections.append(address.section)

    def surely_lacks(self, path: Path, *, own: bool) -> bool:
        """Whether the text surely has no provision of this address."""
        if path.relative or path.document or path.part or path.term is not None or path.captioned or not path.section:
            return False
        plain = msgspec.structs.replace(path, place=None, inner=())
        if key(plain) in self.by_key:
            return False
        section = msgspec.structs.replace(plain, steps=())
        if key(section) not in self.by_key:
            return self._lacks_section(section.section or "", own=own)
        above = plain
        while key(above) not in self.by_key:
            missing_step, above = above.steps[-1], msgspec.structs.replace(above, steps=above.steps[:-1])
        return self._lacks_clause(self.by_key[key(above)], missing_step, section)

    def _lacks_section(self, number: str, *, own: bool) -> bool:
        match = _NUMBER.fullmatch(number)
        if match is None:
            return own and number.isdigit() and self._beyond("", int(number)) and not self._heads_a_line(number)
        above = match["above"]
        if any(one.startswith(above) for one in self.sections):
            row = self._row(above)
            return len(row) > 2 and row[0] == 1 and row == sorted(set(row)) and int(match["last"]) not in row and not self._heads(number)
        top = int(above.split(".")[0])
        beyond = top > 0 and (self._beyond("", top) or self._beyond("Article ", top))
        return own and (beyond or self._undivided(above.removesuffix("."))) and not self._heads(number)

    def _row(self, above: str) -> list[int]:
        """The numbers of the sections under a number, or of the articles."""
        row = [one[len(above) :] for one in self.sections if one.startswith(above) and _FIGURE.fullmatch(one, len(above))]
        return [int(one) if one.isdigit() else roman(one.lower()) or 0 for one in row]

    def _beyond(self, above: str, number: int) -> bool:
        """Whether the sections under a number, or the articles, count from one without a gap, and end before another."""
        row = self._row(above)
        return len(row) > 2 and row == list(range(1, len(row) + 1)) and number > len(row)

    def _undivided(self, number: str) -> bool:
        """Whether a section between two others has no sections under it, while others have."""
        row = self._row("")
        between = number.isdigit() and row == list(range(1, len(row) + 1)) and int(number) < len(row)
        return between and sum(any(one.startswith(f"{each}.") for one in self.sections) for each in row) > 1

    def _heads(self, number: str) -> bool:
        """Whether figures stand anywhere but in references: a provision may bear them after all."""
        return number in self._figures

    @functools.cached_property
    def _figures(self) -> set[str]:
        """The numbers that stand outside references in the text or in a file, with those that they stand under."""
        files = (document.reading.text for document in self.text.documents.values())
        told = {number for words in (self.plain, *(_without(one, references(one)) for one in files)) for number in _DOTTED.findall(words)}
        return {".".join(number.split(".")[:count]) for number in told for count in range(2, number.count(".") + 2)}

    def _heads_a_line(self, number: str) -> bool:
        head = re.compile(rf"(?m)^\W{{0,40}}(?:(?:Section|SECTION|Article|ARTICLE|Sec\.)\W{{1,3}})?{re.escape(number)}(?![\d])")
        return any(head.search(document.text) for document in self.text.documents.values()) or bool(head.search(self.text.text))

    def _lacks_clause(self, around: Provision, step: str, section: Path) -> bool:
        """Whether a provision that has others behind it has no clause of a mark, nor that mark anywhere in its words."""
        whole = self.by_key[key(section)]
        if not self._followed(section.section or "") or whole.end - whole.start < _SHORT or self._marks(step, around, whole):
            return False
        labels = [one.label for one in around.children if one.kind is ProvisionKind.CLAUSE]
        if not labels:
            own = self.plain[around.body : around.end]
            return _MARK.search(own) is None and not _LISTED.search(own)
        row = list(itertools.takewhile(bool, labels))
        while row and not _is_row(row):
            row.pop()
        return len(row) > 1 and any(_kind(step) == _kind(label) for label in row)

    def _marks(self, step: str, around: Provision, whole: Provision) -> bool:
        """Whether a mark stands in the words of a provision, or in those of its section where it opens no clause within another provision."""
        bare = re.escape(step.strip("()"))
        mark = re.compile(rf"\(\s?{bare}\s?\)|(?<=\n){bare}[.)]\s", re.IGNORECASE)
        others = (one for one in whole.walk() if one.end <= around.start or one.start >= around.end)
        opening = {child.start for one in others for child in one.children if child.label == step}
        return any(match.start() not in opening for match in mark.finditer(self.plain, whole.start, whole.end))

    def other_than(self, path: Path, offset: int) -> str | None:
        """The address of the provision around a place, where it surely is another than the one that a reference there calls its own."""
        chain = self.text.around(offset)
        address = parse_path(chain[-1].path) if chain[-1].path else None
        if path.part or path.relative or not path.section or address is None or not address.section or any(one.kind in _APART for one in chain):
            return None
        steps, own = path.steps, address.steps[: len(path.steps)]
        if _figures(path.section) != _figures(address.section):
            alike = path.section.count(".") == address.section.count(".") and path.section.replace(".", "").isdigit()
            return address.section if alike and address.section in self.sections[:-1] and self._followed(address.section) else None
        if len(own) < len(steps) or own[:-1] != steps[:-1] or own == steps or _kind(own[-1]) != _kind(steps[-1]):
            return None
        if key(Path(section=address.section, steps=steps)) in self.by_key:
            return None  # `this Section 2.01(a)` in its (b) may mean that (a)
        around = self.by_key.get(key(Path(section=address.section, steps=own[:-1])))
        row = [one.label for one in around.children if one.kind is ProvisionKind.CLAUSE] if around else []
        return f"{address.section}{''.join(own)}" if len(row) > 1 and _is_row(row) else None

    def _followed(self, section: str) -> bool:
        """Whether the next number is that of the next section, or of the next article."""
        at = self.sections.index(section) + 1
        here, after = _counted(section), _counted(self.sections[at]) if at < len(self.sections) else None
        if here is None or after is None:
            return False
        if here[0] == after[0]:
            return after[1] == here[1] + 1
        return after[1] == 1 or (after[0] == "Article " and here[0].split(".")[0] == str(after[1] - 1))


def _own(root: Provision) -> Iterator[Provision]:
    """The provisions that stand in no exhibit and no quoted text."""
    stack = [root]
    while stack:
        one = stack.pop()
        yield one
        stack.extend(child for child in reversed(one.children) if child.kind not in _APART)


def _counted(number: str) -> tuple[str, int] | None:
    """What stands before the last figure of a number, and that figure."""
    before, _, last = number.rpartition("Article ") if " " in number else number.rpartition(".")
    before = f"{before}." if before else "Article " if " " in number else ""
    return (before, int(last) if last.isdigit() else roman(last.lower()) or 0) if _FIGURE.fullmatch(last) else None


def _without(text: str, referred: Iterable[Reference]) -> str:
    """A text with blanks in place of its references, but for what may head a paragraph."""
    kept: list[str] = []
    at = 0
    for one in referred:
        if text[one.start - 1 : one.start] not in {"", "\n"}:
            kept += (text[at : one.start], " " * (one.end - one.start))
            at = one.end
    return "".join([*kept, text[at:]])


def _figures(number: str) -> list[str]:
    """The figures of a number without zeros before them, roman ones as others: `II.1` is `2.01`."""
    return [str(roman(one.lower()) or one.lstrip("0")) for one in number.split(".")]


def _kind(mark: str) -> str:
    """How clauses are counted: by figures, by small or capital letters or roman figures."""
    bare = mark.strip("()")
    if bare.isdigit():
        return "1"
    kind = "A" if bare.isupper() else "a"
    several = len(set(bare)) > 1 or (len(bare) > 1 and bare[0].lower() == "i")
    return kind + ("i" if several and roman(bare.lower()) else "")


def _is_row(labels: list[str]) -> bool:
    """Whether labels count on from the first without a gap."""
    marks = [label.strip("()") for label in labels]
    if all(mark.isdigit() for mark in marks):
        return [int(mark) for mark in marks] == list(range(1, len(marks) + 1))
    if all(len(mark) == 1 for mark in marks) and marks[0].lower() == "a":
        return [ord(mark) - ord(marks[0]) for mark in marks] == list(range(len(marks)))
    return [roman(mark.lower()) for mark in marks] == list(range(1, len(marks) + 1))
