"""A tree of provisions that grows paragraph by paragraph.

In: the headings and paragraphs of an outline, in order.  Out: the provisions that they open, each under those
that are still open around it.  Which marker stands at which depth is decided over all markers of a section.
"""

from collections.abc import Sequence, Set

import msgspec

from conformed.basis.stops import BULLETS
from conformed.document import Document, Paragraph
from conformed.instrument.numbers.captions import HEADING, caption, is_caption
from conformed.instrument.numbers.markers import Numbered, again, clauses, dotted
from conformed.instrument.numbers.numbering import Marker
from conformed.instrument.numbers.ordinals import DEFINITION
from conformed.instrument.set_off.quotations import Quotation
from conformed.instrument.tree.defining import Definitions
from conformed.instrument.tree.flush import end_lists
from conformed.instrument.tree.placing import going_on, placed
from conformed.instrument.tree.provision import ProvisionKind
from conformed.instrument.tree.unfinished import ARTICLE, CLAUSE, DEFINED, ROOT, SECTION, Unfinished
from conformed.instrument.tree.unnumbered import Heading

_ENDS = frozenset(".:;")  # with which a caption has ended


class Tree:
    """Adds paragraphs to a growing tree; `stack` are the provisions that are still open, outermost first."""

    def __init__(
        self,
        document: Document,
        prefix: str,
        root: tuple[ProvisionKind, str],
        start: int,
        inline: dict[int, Quotation],
        contents: Set[int],
    ) -> None:
        self.document, self.prefix, self.inline, self.contents = document, prefix, inline, contents
        self.text = document.reading.text
        self.stack = [Unfinished(root[0], root[1], root[1], "", start, start, rank=ROOT)]
        self.open_heading: Unfinished | None = None
        self.definition = -1  # the depth of the definition that is open; -1 where none is
        self.called = ("", "")  # the section and the letter of the clause that was last called by both
        self.going_on = 0  # the depths at which lists go on behind this paragraph, a bit for each
        self.definitions = Definitions(self.text, document.paragraphs)

    def head(self, number: int, found: Numbered) -> None:
        """Open the article or section that paragraph `number` is headed with."""
        kind, rank = ProvisionKind.SECTION, SECTION + found.value.count(".")
        if found.outer:
            kind, rank = ProvisionKind.ARTICLE, ARTICLE
        self._close(rank)
        self.definition = -1
        if not found.outer and rank > SECTION and not self._beneath(found.value):
            self._close(SECTION)
        paragraph = self.document.paragraphs[number]
        provision = Unfinished(
            kind, found.label, self.prefix + found.label, self.text[found.start : found.end], found.start, found.end,
            rank=rank, indent=paragraph.indent,
        )  # fmt: skip
        if found.point != "(":
            self._caption(provision, paragraph.end)
        self._open(provision)
        bare = provision.heading is None and self._skip(provision.body, paragraph.end) == paragraph.end
        self.open_heading = provision if bare else None

    def title(self, number: int, heading: Heading) -> None:
        """Open the section that paragraph `number` heads without a number, which is called by its caption."""
        self._close(SECTION)
        self.definition, self.open_heading = -1, None
        start, label = self.document.paragraphs[number].start, f'"{heading.words}"'
        provision = Unfinished(ProvisionKind.SECTION, label, self.prefix + label, "", start, heading.body, rank=SECTION)
        provision.heading = heading.words
        self._open(provision)

    def _beneath(self, value: str) -> bool:
        """Whether a dotted number stands under the section that is open: 1.1 under 1, 2.1.1 under 2.1."""
        return self.stack[-1].rank < SECTION or value.startswith(self.stack[-1].label + ".")

    def _close(self, rank: int) -> None:
        while self.stack[-1].rank >= rank and len(self.stack) > 1:
            self.stack.pop()

    def _open(self, provision: Unfinished) -> None:
        self.stack[-1].children.append(provision)
        self.stack.append(provision)

    def _caption(self, provision: Unfinished, end: int) -> None:
        found = caption(self.text, provision.body, end)
        if found is not None:
            provision.heading, provision.body = found
            provision.alone = provision.body >= end

    def fill(self, numbers: Sequence[int], quoted: dict[int, Quotation]) -> None:
        """Add the paragraphs of one section: its clauses, definitions, rows and plain paragraphs."""
        if not numbers:
            return
        headed = (one.heading for one in reversed(self.stack) if ARTICLE <= one.rank < DEFINED and one.heading)
        self.definitions.open(next(headed, ""), numbers[0] + 1 if self.open_heading else -1)
        markers: list[Marker] = []
        around = self._around()
        label = around.label if around else ""
        for number in numbers:
            if number not in quoted and number not in self.contents:
                markers.extend(self._markers(number, label, headed=number == numbers[0]))
        by_paragraph: dict[int, list[tuple[Marker, int]]] = {}
        found = placed(self.text, markers)
        for marker, depth in found:
            by_paragraph.setdefault(marker.paragraph, []).append((marker, depth))
        ahead = going_on(found)
        passed = 0
        for place, number in enumerate(numbers):
            if number in quoted:
                self._quotation(number, quoted[number])
                continue
            self.going_on = ahead[passed]
            within = by_paragraph.get(number, [])
            self._paragraph(number, within, headed=place == 0 and self._headed(number))
            passed += len(within)

    def _headed(self, number: int) -> bool:
        """Whether paragraph `number` is the one that opened the section."""
        return self.stack[-1].rank != ROOT and self.stack[-1].start == self.document.paragraphs[number].start

    def _markers(self, number: int, section: str, *, headed: bool) -> list[Marker]:
        """The markers of paragraph `number` in a section, which is `headed` with it."""
        paragraph = self.document.paragraphs[number]
        start = paragraph.start
        for provision in self.stack if headed else ():
            if provision.start == start and ARTICLE <= provision.rank < DEFINED:
                start = self._skip(provision.body, paragraph.end)
        end = max(start, self.inline[number].start if number in self.inline else paragraph.end)
        begun = start if headed or not section else again(self.text, start, end, section)
        called = self._called(begun, end, number) if self.text.endswith(".", 0, begun) else []
        found = [*called, *clauses(self.text, called[-1].end if called else begun, end, number, row=paragraph.row)]
        if found and found[0].start != start and (called or found[0].start == begun):
            found[0] = msgspec.structs.replace(found[0], start=start)
        defining = [start] if start == paragraph.start and not paragraph.row and self.definitions.find(number) else []
        if not found or defining or found[0].run_in:  # no clause around the definitions
            defining += self.definitions.run_on(number, start)
        marks = [Marker(DEFINITION, "", at, at, number, run_in=False) for at in defining if at < end or at == start]
        return sorted([*marks, *found], key=lambda marker: (marker.start, marker.value != DEFINITION)) if marks else found

    def _skip(self, at: int, end: int) -> int:
        end = min(end, len(self.text))
        while at < end and self.text[at].isspace():
            at += 1
        return at

    def _quotation(self, number: int, quotation: Quotation) -> None:
        if number == quotation.first:
            self._put(ProvisionKind.QUOTATION, quotation.start)
        self._behind(number, quotation)

    def _behind(self, number: int, quotation: Quotation) -> None:
        """Add what the instrument itself says behind the closing mark of a quotation, in its last paragraph."""
        end = self.document.paragraphs[number].end
        start = self._skip(quotation.end, end) if number == quotation.last - 1 else end
        if start < end:
            self._put(ProvisionKind.PARAGRAPH, start)

    def _put(self, kind: ProvisionKind, start: int) -> None:
        """Put what has no number under the provision that is open."""
        self.stack[-1].children.append(Unfinished(kind, "", "", "", start, start))

    def _paragraph(self, number: int, markers: list[tuple[Marker, int]], *, headed: bool) -> None:
        paragraph = self.document.paragraphs[number]
        if not headed and not (markers and markers[0][0].start == paragraph.start):
            self._plain(number)
        for place, (marker, depth) in enumerate(markers):
            if marker.value == DEFINITION:
                self._definition(marker, depth, paragraph)
            else:
                last = place + 1 == len(markers)
                self._clause(marker, depth, paragraph, paragraph.end if last else markers[place + 1][0].start)
        if number in self.inline:
            self._put(ProvisionKind.QUOTATION, self.inline[number].start)
            self._behind(number, self.inline[number])

    def _plain(self, number: int) -> None:
        """A paragraph without number: the rest of a heading, a definition, a row, or text of its own."""
        paragraph = self.document.paragraphs[number]
        words = self.text[paragraph.start : paragraph.end]
        bare, self.open_heading = self.open_heading, None
        if bare is not None and not paragraph.row and number not in self.contents:
            title = words.lstrip("-–— ")
            if len(title) <= HEADING and is_caption(title.rstrip(",") if title.isupper() else title):
                bare.heading, bare.body = title, paragraph.end
                return
            if bare.kind is ProvisionKind.SECTION:
                bare.body = paragraph.start
                self._caption(bare, paragraph.end)
                return
        if self._goes_on(paragraph, words):
            return
        if paragraph.row or number in self.contents:
            self._put(ProvisionKind.CONTENTS if number in self.contents else ProvisionKind.ROW, paragraph.start)
            return
        if self._bare(paragraph.end) or self._marked(paragraph.start):
            return
        end_lists(self.stack, self.going_on, self.text, paragraph.indent, words)
        self._put(ProvisionKind.PARAGRAPH, paragraph.start)

    def _goes_on(self, paragraph: Paragraph, words: str) -> bool:
        """Whether the caption of the provision that is open, in capitals, goes on in this line, which then is of it."""
        above = self.stack[-1]
        line = self.document.lines[paragraph.lines[0]]
        if not (above.heading and above.heading.isupper() and words.isupper()) or paragraph.row:
            return False
        if above.children or above.body + 1 != paragraph.start or line.gap or self.text[above.body - 1] in _ENDS:
            return False
        heading = f"{above.heading} {words.rstrip('.')}"
        if len(heading) > HEADING or not is_caption(heading):
            return False
        above.heading, above.body = heading, paragraph.end
        return True

    def _definition(self, marker: Marker, depth: int, paragraph: Paragraph) -> None:
        """Open the definition of a term, which may run on in a paragraph that holds several."""
        term = self.definitions.terms[marker.start]
        self.open_heading = None
        around = (self.going_on & ((1 << depth) - 1)).bit_length()  # the clauses that go on behind it stay open
        rank = CLAUSE + around if around else DEFINED
        self._close(rank)
        self.definition = depth
        path, start = f"{self._path()}#{term}", marker.start
        self._open(
            Unfinished(
                ProvisionKind.DEFINITION, f"#{term}", path, "", start, start, rank=rank, indent=paragraph.indent
            )
        )

    def _bare(self, paragraph_end: int) -> bool:
        """Whether the clause that is open is only a marker on a line of its own: then this is its text."""
        clause = self.stack[-1]
        bare = (
            clause.kind is ProvisionKind.CLAUSE
            and not clause.children
            and not clause.paragraphs
            and self.text[clause.body - 1 : clause.body] == "\n"
        )
        clause.paragraphs += 1
        if bare and clause.heading is None:
            self._caption(clause, paragraph_end)
        return bare

    def _marked(self, start: int) -> bool:
        """Whether the mark of an item, on a line of its own, stands before the words at `start`, which then are its own."""
        beside = self.stack[-1].children
        mark = beside[-1].start if beside and beside[-1].kind is ProvisionKind.PARAGRAPH else -1
        return mark == start - 2 and self.text[mark] in BULLETS

    def _called(self, start: int, end: int, number: int) -> list[Marker]:
        """The clauses that paragraph `number` calls behind the number of its section: `1.A`, or only the last of `1.A.1`."""
        called = dotted(self.text, start, end, number)
        if not called:
            return called
        known, self.called = self.called, (self._path(), called[0].value)
        return called[1:] if len(called) > 1 and known == self.called else called

    def _around(self) -> Unfinished | None:
        """The article or section that is open."""
        return next((one for one in reversed(self.stack) if ARTICLE <= one.rank < DEFINED), None)

    def _path(self) -> str:
        if around := self._around():
            return around.path
        return self.stack[0].path if self.stack[0].kind is ProvisionKind.SECTION else self.prefix

    def _clause(self, marker: Marker, depth: int, paragraph: Paragraph, end: int) -> None:
        """Open a clause, whose own words end at `end`."""
        if depth <= self.definition:
            self._close(next((one.rank for one in self.stack if one.kind is ProvisionKind.DEFINITION), DEFINED))
            self.definition = -1
        self._close(CLAUSE + depth)
        label = f"({marker.value})"
        place = -1
        while not self.stack[place].path and self.stack[place].rank != ROOT:
            place -= 1
        around = self.stack[place]
        under = around.rank != ROOT or around.kind is ProvisionKind.SECTION
        own = label if under or marker.shape == "()" else marker.value
        path = around.path + label if under else self.prefix + own
        body = self._skip(marker.end, paragraph.end + 1)
        provision = Unfinished(
            ProvisionKind.CLAUSE, label, path, self.text[marker.start : marker.end], marker.start, body,
            rank=CLAUSE + depth, run_in=marker.run_in, indent=paragraph.indent,
        )  # fmt: skip
        found = caption(self.text, provision.body, end)
        if found is not None and (found[1] < end or end == paragraph.end):
            provision.heading, provision.body = found
            provision.alone = provision.body >= paragraph.end
        self._open(provision)
