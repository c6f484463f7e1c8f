"""Draws agreements and new text at random."""

import itertools
from random import Random

from tests.version.agreements import LISTS, Agreement, Provision, Reference, Sentence

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


class Writer:
    """Draws agreements and new text, each word but the common ones used once."""

    def __init__(self, random: Random) -> None:
        """Draw from `random`."""
        self.random = random
        self.style = random.choice(("Section {}.", "Section {}.", "SECTION {}.", "{}", "{}."))
        self.steps = random.choice(
            (("(a)", "(i)"), ("(a)", "(i)"), ("(a)", "(1)"), ("(i)", "(A)"), ("(1)", "(A)"))
        )
        self._fresh = iter(
            [
                word + tail
                for tail in ("", "s", "ing", "er", "ish", "ed", "ment", "less", "ward", "hood", "like")
                for word in random.sample(POOL, len(POOL))
            ]
        )
        self._keys = iter(map("".join, itertools.product("BDFG", "KLMQ", "RSTV", "X", "12345")))

    def words(self, least: int, most: int) -> Sentence:
        """Words that stand nowhere else, some common ones among them."""
        found = [next(self._fresh) for _ in range(self.random.randint(least, most))]
        for _ in range(self.random.choice((0, 0, 1, 1, 2))):
            found.insert(self.random.randint(1, len(found)), self.random.choice(COMMON))
        if len(found) > 4 and self.random.random() < 0.3:
            found.insert(3, ",")
        if len(found) > 4 and self.random.random() < 0.15:
            found.insert(2, self.reference())
        return found

    def reference(self) -> Reference:
        """A cross-reference, which may lead nowhere."""
        number = f"{self.random.choice(('under', 'in', 'of'))} Section {self.random.randint(2, 3)}.{self.random.randint(1, 4)}"
        return Reference(number + self.random.choice(("", "", *LISTS[self.steps[0]][:3])))

    def sentence(self, close: str = ".", *, capital: bool = True) -> Sentence:
        """A sentence, or what a clause says."""
        words = self.words(5, 8)
        match self.random.choice(("plain", "plain", "plain", "plain", "aside", "quoted")):
            case "aside":
                words[4:4] = self.aside()
            case "quoted":
                words.insert(3, f"“{next(self._fresh).capitalize()}”")
        return [words[0].capitalize() if capital else words[0], *words[1:], *close.split()]

    def aside(self) -> Sentence:
        """A parenthetical."""
        return ["(unless", next(self._fresh), f"{next(self._fresh)})"]

    def proviso(self) -> Sentence:
        """What a sentence that may have a proviso ends with."""
        words = [next(self._fresh) for _ in range(3)]
        return [self.random.choice((",", ";")), "provided that", *words] if self.random.random() < 0.2 else []

    def sentences(self) -> list[Sentence]:
        """One to three sentences."""
        found = [self.sentence() for _ in range(self.random.randint(1, 3))]
        return [[*sentence[:-1], *self.proviso(), "."] for sentence in found]

    def title(self) -> str:
        """A caption or a defined term."""
        return " ".join(next(self._fresh).capitalize() for _ in range(2))

    def clauses(self, depth: int = 0, *, run_in: bool = False) -> list[Provision]:
        """Two to four clauses, one of which may have clauses of its own."""
        labels = LISTS[self.steps[depth]][: self.random.randint(2, 4)]
        closes = [*[";"] * (len(labels) - 2), "; and", "."]
        found = []
        for label, close in zip(labels, closes, strict=True):
            below = self.clauses(1) if not depth and not run_in and self.random.random() < 0.3 else []
            if below:
                below[-1].sentences[-1][-1:] = close.split()
            own = self.sentence(":" if below else close, capital=False)
            found.append(Provision("clause", label, [own], below, run_in=run_in))
        return found

    def rows(self) -> list[Provision]:
        """The rows of a table, each known by its key."""
        return [self.row(count) for count in range(1, self.random.randint(3, 5))]

    def row(self, dollars: int) -> Provision:
        """A row of a table: its key, some words and a sum."""
        name = " ".join(next(self._fresh) for _ in range(2))
        return Provision("row", "", [[f"{next(self._keys)}    {name:28}${dollars}4.50"]])

    def body(self, section: Provision) -> Provision:
        """Fill a section: sentences, clauses on lines of their own or run in, or a table."""
        section.sentences, section.under = self.sentences(), []
        match self.random.choice(("plain", "plain", "clauses", "clauses", "run in", "table", "paragraphs")):
            case "clauses":
                section.under = self.clauses()
                section.sentences[-1] = self.sentence(":")
                section.under += self.paragraphs(self.random.choice((0, 0, 1)))
            case "run in":
                section.under = self.clauses(run_in=True)
                section.sentences[-1] = self.sentence("")
            case "table":
                section.under = self.rows()
                section.sentences[-1] = self.sentence(":")
                section.under += self.paragraphs(self.random.choice((0, 0, 1)))
            case "paragraphs":
                section.under = self.paragraphs(self.random.randint(1, 2))
        return section

    def paragraphs(self, count: int) -> list[Provision]:
        """Paragraphs without a number."""
        return [Provision("flush", "", self.sentences()) for _ in range(count)]

    def section(self, number: str) -> Provision:
        """A section with a caption."""
        return self.body(Provision("section", number, caption=self.title(), style=self.style))

    def definition(self) -> Provision:
        """A definition, perhaps with clauses that run in."""
        found = Provision("definition", self.title())
        self.renew(found)
        return found

    def renew(self, one: Provision) -> None:
        """Give a clause, definition or exhibit other words, and what stands under it as well."""
        if one.kind == "exhibit":
            one.under = self.exhibit("").under
            return
        one.under, close = [], ["."]
        if one.kind == "definition" and self.random.random() < 0.2:
            one.under, close = self.clauses(run_in=True), []
        elif one.label == self.steps[0] and self.random.random() < 0.3:
            one.under, close = self.clauses(1), [":"]
        one.sentences = [self.sentence(capital=False)[:-1] + close]

    def exhibit(self, label: str) -> Provision:
        """An exhibit with a title and paragraphs."""
        title = Provision("title", "", [["FORM", "OF", next(self._fresh).upper()]])
        return Provision("exhibit", label, [], [title, *self.paragraphs(2)])

    def agreement(self, restated: str = "") -> Agreement:
        """An agreement of an article of definitions, one or two others, and perhaps an exhibit; one that was `restated` on a day."""
        terms = sorted(
            (self.definition() for _ in range(self.random.randint(2, 4))), key=lambda one: one.label
        )
        defined = Provision(
            "section",
            "1.1",
            [["As", "used", "in", "this", "Agreement", ":"]],
            terms,
            "Defined Terms",
            style=self.style,
        )
        articles = [("ARTICLE I\n\nDEFINITIONS", [defined])]
        for number, roman in ((2, "II"), (3, "III"))[: self.random.randint(1, 2)]:
            sections = [self.section(f"{number}.{n}") for n in range(1, self.random.randint(3, 5))]
            articles.append((f"ARTICLE {roman}\n\nTHE {next(self._fresh).upper()}", sections))
        return Agreement(articles, [self.exhibit("EXHIBIT A")][: self.random.randint(0, 1)], restated)
