"""An agreement as a model that knows nothing of Conformed: provisions, each of sentences, each of words.

A mark of punctuation is a word of its own.  What a test orders is done here to the lists, so that the text that
must come out is known by construction.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

Sentence = list[str]
CLOSING = {".", ";", ":", ",", "and"}
HEAD = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), the Lenders party hereto and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:
"""
SIGNED = """
IN WITNESS WHEREOF, the parties have executed this Agreement.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President
"""
POOL = [
    head + tail
    for head in ("bar", "cor", "dun", "fen", "gal", "hol", "kes", "lom", "mar", "ner", "pen", "rad")
    for tail in (
        "ley",
        "ton",
        "wick",
        "dale",
        "ford",
        "ham",
        "stead",
        "mere",
        "combe",
        "hurst",
        "worth",
        "gate",
    )
]
COMMON = ("vessel", "cargo", "$1,250,000", "harbor")  # what may stand more than once


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
        """Put words in the place of others wherever they stand."""
        for sentence, at in reversed(self.spots(old)):
            sentence[at : at + len(old)] = new

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
            return f"Section {self.label}."
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
    """Articles with their sections, and exhibits."""

    articles: list[tuple[str, list[Provision]]]
    exhibits: list[Provision]

    def written(self) -> str:
        """The whole document."""
        text = HEAD
        for title, sections in self.articles:
            text += f"\n{title}\n" + "".join(f"\n{one.written()}\n" for one in sections)
        return text + SIGNED + "".join(f"\n{one.written()}\n" for one in self.exhibits)

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


class Writer:
    """Draws agreements and new text, each word but the common ones used once."""

    def __init__(self, random: Random) -> None:
        """Draw from `random`."""
        self.random = random
        self._fresh = iter(
            [word + tail for tail in ("", "s", "ing", "er", "ish") for word in random.sample(POOL, len(POOL))]
        )
        self._keys = iter(map("".join, itertools.product("BDFG", "KLMQ", "RSTV", "X", "12345")))

    def words(self, least: int, most: int) -> Sentence:
        """Words that stand nowhere else, some common ones among them."""
        found = [next(self._fresh) for _ in range(self.random.randint(least, most))]
        for _ in range(self.random.choice((0, 0, 1, 1, 2))):
            found.insert(self.random.randint(1, len(found)), self.random.choice(COMMON))
        if len(found) > 4 and self.random.random() < 0.3:
            found.insert(3, ",")
        return found

    def sentence(self, close: str = ".", *, capital: bool = True) -> Sentence:
        """A sentence, or what a clause says."""
        words = self.words(5, 8)
        return [words[0].capitalize() if capital else words[0], *words[1:], *close.split()]

    def sentences(self) -> list[Sentence]:
        """One to three sentences."""
        return [self.sentence() for _ in range(self.random.randint(1, 3))]

    def title(self) -> str:
        """A caption or a defined term."""
        return " ".join(next(self._fresh).capitalize() for _ in range(2))

    def clauses(self, labels: str, deeper: str = "", *, run_in: bool = False) -> list[Provision]:
        """Two to four clauses, the first of them perhaps with clauses of its own."""
        count = self.random.randint(2, 4)
        found = []
        for place, label in enumerate(labels.split()[:count]):
            close = "." if place == count - 1 else "; and" if place == count - 2 else ";"
            below = self.clauses(deeper) if deeper and self.random.random() < 0.3 else []
            if below:
                below[-1].sentences[-1][-1:] = close.split()
            own = self.sentence(":" if below else close, capital=False)
            found.append(Provision("clause", label, [own], below, run_in=run_in))
        return found

    def rows(self) -> list[Provision]:
        """The rows of a table, each known by its key."""
        found = []
        for count in range(1, self.random.randint(3, 5)):
            cells = next(self._keys), " ".join(next(self._fresh) for _ in range(2)), f"${count}4.50"
            found.append(Provision("row", "", [["{}    {:24}{}".format(*cells)]]))
        return found

    def body(self, section: Provision) -> Provision:
        """Fill a section: sentences, clauses on lines of their own or run in, or a table."""
        section.sentences, section.under = self.sentences(), []
        kind = self.random.choice(("plain", "plain", "clauses", "clauses", "run in", "table"))
        if kind == "clauses":
            section.under = self.clauses("(a) (b) (c) (d)", "(i) (ii) (iii) (iv)")
            section.sentences[-1][-1] = ":"
            if self.random.random() < 0.4:
                section.under.append(Provision("flush", "", self.sentences()))
        elif kind == "run in":
            section.under = self.clauses("(a) (b) (c) (d)", run_in=True)
            section.sentences[-1].pop()
        elif kind == "table":
            section.under = self.rows()
            section.sentences[-1][-1] = ":"
        return section

    def section(self, number: str) -> Provision:
        """A section with a caption."""
        return self.body(Provision("section", number, caption=self.title()))

    def definition(self) -> Provision:
        """A definition."""
        return Provision("definition", self.title(), [self.sentence(capital=False)])

    def renew(self, one: Provision) -> None:
        """Give a clause, definition or exhibit other words, and what stands under it as well."""
        if one.kind == "exhibit":
            one.under = self.exhibit("").under
            return
        labels = "(i) (ii) (iii) (iv)" if one.kind == "clause" and one.label in "(a) (b) (c) (d)" else ""
        one.under = self.clauses(labels) if labels and self.random.random() < 0.3 else []
        one.sentences = [self.sentence(":" if one.under else ".", capital=False)]

    def exhibit(self, label: str) -> Provision:
        """An exhibit with a title and paragraphs."""
        title = Provision("title", "", [["FORM", "OF", next(self._fresh).upper()]])
        return Provision(
            "exhibit", label, [], [title, *(Provision("flush", "", [self.sentence()]) for _ in range(2))]
        )

    def agreement(self) -> Agreement:
        """An agreement of an article of definitions, one or two others, and perhaps an exhibit."""
        terms = sorted(
            (self.definition() for _ in range(self.random.randint(2, 4))), key=lambda one: one.label
        )
        defined = Provision(
            "section", "1.1", [["As", "used", "in", "this", "Agreement", ":"]], terms, "Defined Terms"
        )
        articles = [("ARTICLE I\n\nDEFINITIONS", [defined])]
        for number, roman in ((2, "II"), (3, "III"))[: self.random.randint(1, 2)]:
            sections = [self.section(f"{number}.{n}") for n in range(1, self.random.randint(3, 5))]
            articles.append((f"ARTICLE {roman}\n\nTHE {next(self._fresh).upper()}", sections))
        return Agreement(articles, [self.exhibit("EXHIBIT A")][: self.random.randint(0, 1)])
