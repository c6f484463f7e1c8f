"""An agreement as a model that knows nothing of Conformed: provisions, each of sentences, each of words.

A mark of punctuation is a word of its own.  What a test orders is done here to the lists, so that the text that
must come out is known by construction.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Sentence = list[str]
CLOSING = {".", ";", ":", ",", "and"}
HEAD = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), the Lenders party hereto and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:
"""
RESTATED = """\
AMENDED AND RESTATED CREDIT AGREEMENT

This AMENDED AND RESTATED CREDIT AGREEMENT, dated as of {day}, is among BRAMBLE MILLING, INC., a Delaware
corporation (the "Borrower"), the Lenders party hereto and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the
"Agent"), and amends and restates the Credit Agreement dated as of May 1, 2018.

The parties hereto agree as follows:
"""
LISTS = {  # of clauses, by their first
    "(a)": "(a) (b) (c) (d) (e) (f) (g) (h)".split(),
    "(i)": "(i) (ii) (iii) (iv) (v) (vi) (vii) (viii)".split(),
    "(1)": "(1) (2) (3) (4) (5) (6) (7) (8)".split(),
    "(A)": "(A) (B) (C) (D) (E) (F) (G) (H)".split(),
}
SIGNED = """
IN WITNESS WHEREOF, the parties have executed this Agreement.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President
"""


class Reference(str):
    """A cross-reference to a section or clause, which is itself and none of the same words."""

    __slots__ = ()

    def leads_to(self, address: str) -> bool:
        """Whether it names what stands at an address, or something under it."""
        return f" {address}(" in f"{self}("


@dataclass
class Provision:
    """What an order can speak of: `label` is its own step of an address, empty where it has none."""

    kind: str
    label: str
    sentences: list[Sentence] = field(default_factory=list)
    under: list["Provision"] = field(default_factory=list)
    caption: str = ""
    run_in: bool = False
    gone: str = ""
    style: str = "Section {}."  # of the number of a section

    def walk(self) -> Iterator["Provision"]:
        """This provision and all under it that stand, in the order of the text."""
        if not self.gone:
            yield self
            for one in self.under:
                yield from one.walk()

    @property
    def clauses(self) -> list["Provision"]:
        """The clauses right under it, struck ones as well."""
        return [one for one in self.under if one.kind == "clause"]

    @property
    def rows(self) -> list["Provision"]:
        """The rows of its table that stand."""
        return [one for one in self.under if one.kind == "row" and not one.gone]

    @property
    def own(self) -> list[Sentence]:
        """The sentences that stand in it and under it, outside tables and titles."""
        return [words for one in self.walk() if one.kind not in {"row", "title"} for words in one.sentences]

    def put(self, old: Sentence, new: Sentence) -> None:
        """Put words in the place of others wherever they stand; where none are put, no comma is left before a point."""
        for sentence, at in reversed(self.spots(old)):
            sentence[at : at + len(old)] = new
            if not new and sentence[at - 1 : at] == [","] and sentence[at : at + 1] in ([";"], ["."]):
                del sentence[at - 1]

    def spots(self, words: Sentence) -> list[tuple[Sentence, int]]:
        """Where words stand in it and under it."""
        return [
            (sentence, at)
            for one in self.walk()
            for sentence in one.sentences
            for at in range(len(sentence))
            if sentence[at : at + len(words)] == words
        ]

    @property
    def number(self) -> str:
        """Its number as it is printed."""
        if self.kind == "section":
            return self.style.format(self.label)
        return f'"{self.label}"' if self.kind == "definition" else self.label

    def written(self) -> str:
        """It and all under it as they stand on the page."""
        own = " ".join(map(plain, self.sentences))
        means = "means" if self.kind == "definition" else ""
        text = " ".join(filter(None, (self.number, means, f"{self.caption}." if self.caption else "", own)))
        if self.gone:
            quoted = re.sub('"(.*)"', "“\\1”", self.number)
            return self.gone if self.gone.startswith(self.number) else f"{quoted} {self.gone}".strip()
        for one in (one for one in self.under if not (one.gone and one.kind == "row")):
            gap = " " if one.run_in else "\n" if one.kind == "row" else "\n\n"
            text += gap + one.written()
        return text


@dataclass
class Agreement:
    """Articles with their sections, and exhibits; words that amendments put in, each with who did and where it stands.

    One that takes the place of another was `restated` on a day.
    """

    articles: list[tuple[str, list[Provision]]]
    exhibits: list[Provision]
    restated: str = ""
    put_in: list[tuple[str, str, Provision]] = field(default_factory=list)

    def written(self) -> str:
        """The whole document."""
        text = RESTATED.format(day=self.restated) if self.restated else HEAD
        for title, sections in self.articles:
            text += f"\n{title}\n" + "".join(f"\n{one.written()}\n" for one in sections)
        return text + SIGNED + "".join(f"\n{one.written()}\n" for one in self.exhibits)

    def references(self, address: str = "") -> Iterator[tuple[Provision, Reference]]:
        """The references that stand in the sections, those to an address where one is given, each with its section."""
        for section in (section for _, sections in self.articles for section in sections):
            for word in (word for sentence in section.own for word in sentence if isinstance(word, Reference)):
                if not address or word.leads_to(address):
                    yield section, word

    def tops(self) -> list[Provision]:
        """The sections and exhibits."""
        return [*(section for _, sections in self.articles for section in sections), *self.exhibits]

    def provisions(self) -> Iterator[tuple[Provision, ...]]:
        """Each provision that stands and has a name, behind those that it stands under."""

        def named(above: tuple[Provision, ...], one: Provision) -> Iterator[tuple[Provision, ...]]:
            if not one.gone and one.label and one.kind != "row":
                yield (*above, one)
                for below in one.under:
                    yield from named((*above, one), below)

        for one in self.tops():
            yield from named((), one)


def plain(words: Sentence) -> str:
    """Words as they are printed."""
    return re.sub(r"\s(?=[,.;:])", "", " ".join(words))
