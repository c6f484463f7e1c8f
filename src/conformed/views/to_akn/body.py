"""The body of an Akoma Ntoso document: the provisions of a text as its hierarchy.

In: the root passage of a text.  Out: preface, preamble and main body; the eId of each path, and the terms that are defined.
Afterwards the words of the blocks, in their order, are those of the text; what stands in one place in two versions has two
eIds, the one that is in force the plain one.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from conformed.instrument import ProvisionKind
from conformed.instrument.tables.grid import grid
from conformed.version import Passage, Run
from conformed.views.set_out import cells, line, pieces, set_out, shown
from conformed.views.to_akn.names import Names
from conformed.views.written import xml_words

_CLAUSES = ("paragraph", "subparagraph", "point")
_HIERARCHY = {ProvisionKind.ARTICLE: "article", ProvisionKind.SECTION: "section"}
_BLOCKS = {ProvisionKind.PARAGRAPH, ProvisionKind.ROW, ProvisionKind.CONTENTS, ProvisionKind.QUOTATION}
_CONTAINERS = {ProvisionKind.PART: "attachment", ProvisionKind.SIGNATURES: "signatures"}
_PREAMBLE = {ProvisionKind.PREAMBLE, ProvisionKind.RECITAL}

Made = Callable[..., Any]


class Body:
    """Writes the text of one document; `marks` are the attributes of the changes of each entry, where they are shown."""

    def __init__(self, made: Made, names: Names, marks: Mapping[str, Mapping[str, str]] | None) -> None:
        """Begin with nothing written; `made` makes an element of a tag and its attributes."""
        self.made, self.names, self.marks = made, names, marks
        self.places: dict[str, str] = {}
        self.terms: dict[str, str] = {}

    def written(self, root: Passage) -> list[Any]:
        """Preface, preamble and main body, those that have words."""
        rest = list(root.children)
        front: list[Any] = []
        for tag, kinds in (("preface", {ProvisionKind.TITLE}), ("preamble", _PREAMBLE)):
            first = list(itertools.takewhile(lambda one, kinds=kinds: one.kind in kinds, rest))  # type: ignore[misc]
            rest = rest[len(first) :]
            if blocks := [block for one in first for block in self._flat(one)]:
                self.places |= dict.fromkeys((one.path for one in first), tag)
                front.append(self._filled(self.made(tag, eId=tag), blocks))
        body = self.made("mainBody", eId="body")
        own = self._paragraph(self._kept(line(root, None)))
        items = [*([own] if own is not None else []), *self._items(root, rest, "", None, ())]
        return [*front, self._filled(body, items or [self.made("p")])]

    def _flat(self, passage: Passage) -> list[Any]:
        """The blocks of a passage whose parts have no names: a title page, the parties, recitals."""
        found: list[Any] = []
        lines = ((one.kind is ProvisionKind.ROW, one.columns, self._kept(one.runs)) for one in set_out(passage))
        for rows, several in itertools.groupby(((row, columns, runs) for row, columns, runs in lines if runs), key=lambda one: one[0]):
            if rows:
                found.append(self._table([(columns, runs) for _, columns, runs in several]))
            else:
                found += [self._words(self.made("p"), runs) for *_, runs in several]
        return found

    def _items(self, above: Passage, children: Sequence[Passage], within: str, gone: str | None, held: tuple[str, ...]) -> list[Any]:
        """Blocks and provisions of one level in their order; rows that follow each other make a table."""
        kept = [child for child in children if self._stands(child, gone)]
        names = self._named(above, kept, within, held)
        found: list[Any] = []
        for kind, several in itertools.groupby(kept, key=self._as_block):
            if kind is ProvisionKind.ROW:
                rows = ((row.columns, self._kept(line(row, gone))) for row in several)
                found.append(self._table([(columns, runs) for columns, runs in rows if runs]))
            elif kind is not None:
                found += [one for child in several if (one := self._paragraph(self._kept(line(child, gone)), child)) is not None]
            else:
                found += [self._provision(child, *names[id(child)], gone, held) for child in several]
        return found

    def _named(self, above: Passage, children: Sequence[Passage], within: str, held: tuple[str, ...]) -> dict[int, tuple[str, str]]:
        """The tag and the eId of each provision; first of those in force."""
        found: dict[int, tuple[str, str]] = {}
        for child in sorted(children, key=lambda one: one.struck is not None):
            if self._as_block(child) is None:
                tag = _tag(child, above, held)
                label = child.label.removeprefix("Article ") if tag != "hcontainer" or child.kind not in _CONTAINERS else child.label
                found[id(child)] = tag, self.names.give(tag, label, within)
                if child.path:
                    self.places.setdefault(child.path, found[id(child)][1])
        return found

    def _as_block(self, passage: Passage) -> ProvisionKind | None:
        """The kind of a passage that is a block by itself."""
        return passage.kind if passage.kind in _BLOCKS and not passage.children and not passage.path else None

    def _provision(self, passage: Passage, tag: str, name: str, gone: str | None, held: tuple[str, ...]) -> Any:
        """A provision with all that is under it: words before its parts lead in, words behind them wrap up."""
        how = {"name": _CONTAINERS.get(passage.kind, passage.kind.value)} if tag == "hcontainer" else {}
        found = self.made(tag, eId=name, **how, **({"class": "run-in"} if passage.run_in else {}))
        number, caption, own = map(self._kept, pieces(passage, gone))
        for inner, runs in (("num", number), ("heading", caption)):
            if runs:
                found.append(self._words(self.made(inner), runs, apart=" "))
        term = passage.address.term if passage.kind is ProvisionKind.DEFINITION else None
        first = self._paragraph(own, term=term)
        items = [first] if first is not None else []
        items += self._items(passage, passage.children, name, passage.struck or gone, (*held, tag))
        groups = [(plain, list(several)) for plain, several in itertools.groupby(items, key=_is_block)]
        for turn, (plain, several) in enumerate(groups):
            if not plain:
                found.extend(several)
            elif len(groups) == 1:
                found.append(self._filled(self.made("content", eId=f"{name}__content"), several))
            elif turn in {0, len(groups) - 1}:
                at = "wrapUp" if turn else "intro"
                found.append(self._filled(self.made(at, eId=f"{name}__{at.lower()}"), several))
            else:
                between = self.names.give("alinea", "", name)
                content = self._filled(self.made("content", eId=f"{between}__content"), several)
                found.append(self._filled(self.made("alinea", eId=between), [content]))
        return found

    def _filled(self, element: Any, children: Sequence[Any]) -> Any:
        element.extend(children)
        return element

    def _paragraph(self, runs: Sequence[Run], passage: Passage | None = None, term: str | None = None) -> Any | None:
        """A paragraph; None where there are no words."""
        if not runs:
            return None
        kind = {"class": passage.kind.value} if passage and passage.kind in {ProvisionKind.CONTENTS, ProvisionKind.QUOTATION} else {}
        return self._words(self.made("p", **kind), runs, term)

    def _table(self, rows: Sequence[tuple[tuple[int, ...], Sequence[Run]]]) -> Any:
        """A table, the cells of its rows under each other as they stand in the file."""
        apart = [cells(runs) for _, runs in rows]
        places = grid([(columns, [sum(len(shown(run)) for run in cell) for cell in of]) for (columns, _), of in zip(rows, apart, strict=True)])
        width = max(taken[-1] + 1 for taken in places)
        found = self.made("table", eId=self.names.give("table"))
        for of, taken in zip(apart, places, strict=True):
            row, at = self.made("tr"), dict(zip(taken, of, strict=True))
            for place in range(width):
                row.append(self._filled(self.made("td"), [self._words(self.made("p"), at.get(place, []))]))
            found.append(row)
        return found

    def _stands(self, passage: Passage, gone: str | None) -> bool:
        """Whether something of a passage is shown."""
        if any(shown(run).strip() for run in self._kept(line(passage, gone))):
            return True
        return any(self._stands(child, passage.struck or gone) for child in passage.children)

    def _kept(self, runs: Iterator[Run] | Sequence[Run]) -> list[Run]:
        """The runs that are written, in a redline with those that were struck; none where they have no words."""
        kept = [run for run in runs if (not (run.added and run.struck) if self.marks is not None else run.struck is None)]
        return kept if any(shown(run).strip() for run in kept) else []

    def _words(self, element: Any, runs: Sequence[Run], term: str | None = None, apart: str = "") -> Any:
        """An element filled with runs, each within what changes it; `apart` stands between them."""
        for turn, run in enumerate(runs):
            if turn:
                _add(element, apart or (" " if run.ours else ""))
            into = element
            tag, entry = ("del", run.struck) if run.struck else ("ins", run.added)
            if self.marks is not None and entry and not run.ours:
                changed = self.made(tag, **self.marks.get(entry, {}))
                into.append(changed)
                into = changed
            if run.ours or run.lacuna:
                note = self.made("omissis" if run.lacuna else "remark")
                into.append(note)
                into = note
            self._said(into, xml_words(shown(run)), term if turn == 0 else None)
        return element

    def _said(self, into: Any, words: str, term: str | None) -> None:
        """Words, the term that they define marked, and line ends."""
        at = words.find(term, 0, len(term) + 3) if term else -1
        if term and at >= 0:
            _add(into, words[:at])
            if term not in self.terms:
                self.terms[term] = self.names.give("term", term)
            defined = self.made("def", refersTo=f"#{self.terms[term]}")
            defined.text = term
            into.append(defined)
            words = words[at + len(term) :]
        for turn, said in enumerate(words.split("\n")):
            if turn:
                into.append(self.made("br"))
            _add(into, said)


def _tag(passage: Passage, above: Passage, held: tuple[str, ...]) -> str:
    """The element that a provision is; clauses by their depth, a section within a section below it."""
    if passage.kind is ProvisionKind.CLAUSE:
        return _CLAUSES[min(sum(one in _CLAUSES for one in held), len(_CLAUSES) - 1)]
    if passage.kind is ProvisionKind.SECTION and above.kind is ProvisionKind.SECTION:
        return "subsection"
    return _HIERARCHY.get(passage.kind, "hcontainer")


def _is_block(element: Any) -> bool:
    return str(element.tag).endswith(("}p", "}table"))


def _add(element: Any, words: str) -> None:
    """Words behind all that an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
