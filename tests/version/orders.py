"""The orders of one amendment, written in the language of drafters and done to the model as well.

Some must be refused: what they speak of does not stand there, stands more than once, or was struck.
"""

from collections.abc import Callable
from random import Random

from tests.version import wordings as say
from tests.version.agreements import Agreement, Provision, Writer, plain
from tests.version.changes import Changes
from tests.version.drafter import Drafter, quoted

COUNTS = ("first", "second", "third")
LETTERS = "(a) (b) (c) (d) (e) (f) (g) (h)".split()
NUMERALS = "(i) (ii) (iii) (iv) (v) (vi) (vii)".split()


class Orders(Drafter):
    """Orders of every kind that has one plain meaning."""

    def __init__(
        self, random: Random, writer: Writer, agreement: Agreement, number: int, *, apart: bool = False
    ) -> None:
        super().__init__(random, writer, agreement, number, apart=apart)
        self.changes = Changes(random, writer)
        self.kinds: list[Callable[[], str]] = [
            self.words, self.words, self.words, self.two, self.passive, self.in_sentence, self.sentence, self.delete,
            self.restate, self.clause, self.shifted, self.closing, self.renumber, self.entries, self.table, self.attach,
            self.zombie, self.nowhere,
        ]  # fmt: skip
        if not apart:  # these bear on more than one section, or on where a new one stands
            self.kinds += [self.everywhere, self.section, self.definitions, self.several, self.override]

    def write(self, count: int) -> list[str]:
        """Some orders; what cannot be ordered of this agreement is passed over."""
        found: list[str] = []
        while len(found) < count:
            if order := self.random.choice(self.kinds)():
                found.append(order[0].upper() + order[1:])
        return found

    def change(self, one: Provision) -> str:
        """A change of words, as it stands behind "by"."""
        said, outcomes = self.changes.draw(one)
        self.done(*outcomes)
        return said

    def words(self) -> str:
        """One change of words in a provision."""
        if chain := self.choose(_has_words):
            return f"{self.say(say.AMENDED, chain)} by {self.change(chain[-1])}."
        return ""

    def two(self) -> str:
        """Two changes of words in one sentence."""
        if chain := self.choose(_has_words):
            one, other = self.change(chain[-1]), self.change(chain[-1])
            return f"{self.say(say.AMENDED, chain)} {self.say(say.TWO, one=one, other=other)}."
        return ""

    def passive(self) -> str:
        """Words of a provision are replaced."""
        chain = self.choose(_has_words)
        if chain and (old := self.changes.once(chain[-1])):
            chain[-1].put(old, new := self.changes.new())
            self.done("applied")
            return self.say(say.REPLACED, chain, old=plain(old), new=plain(new))
        return ""

    def everywhere(self) -> str:
        """A word is replaced in the whole agreement."""
        old, new = [self.random.choice(("vessel", "cargo", "harbor"))], self.changes.new(1)
        found = sum(len(one.spots(old)) for one in self.agreement.tops())
        for one in self.agreement.tops():
            one.put(old, new)
        self.done("applied" if found else "NotFound")
        return self.say(say.EVERYWHERE, old=plain(old), new=plain(new))

    # Sentences

    def in_sentence(self) -> str:
        """A change of words in one sentence of a section."""
        if not (chain := self.choose(_has_sentences)):
            return ""
        place = self.random.randrange(len(chain[-1].sentences[:3]))
        only = Provision("", "", [chain[-1].sentences[place]])
        if not (old := self.changes.once(only)):
            return ""
        only.put(old, new := self.changes.new())
        self.done("applied")
        return self.say(say.IN_SENTENCE, chain, count=COUNTS[place], old=plain(old), new=plain(new))

    def sentence(self) -> str:
        """A sentence is struck, restated or added."""
        if not (chain := self.choose(_has_sentences)):
            return ""
        one, place = chain[-1], self.random.randrange(len(chain[-1].sentences[:3]))
        new, count = self.writer.sentence(), COUNTS[place]
        self.done("applied")
        match self.random.choice(("delete", "restate", "add")):
            case "delete":
                del one.sentences[place]
                return self.say(say.SENTENCE_DELETED, chain, count=count)
            case "restate":
                one.sentences[place] = new
                return self.say(say.SENTENCE_RESTATED, chain, count=count, new=plain(new))
        one.sentences.insert(place + 1, new)
        return self.say(say.SENTENCE_ADDED, chain, count=count, new=plain(new))

    # Provisions

    def delete(self) -> str:
        """A provision is struck; its number stays."""
        if not (chain := self.choose(_is_whole)):
            return ""
        self.done("applied")
        said = self.say(say.DELETED, chain)
        chain[-1].gone = self.by
        return said

    def several(self) -> str:
        """Two clauses are struck at once."""
        chain = self.choose(
            lambda one: one.label != "1.1" and len([c for c in one.clauses if not c.gone]) > 2
        )
        if not chain or chain[-1].clauses[0].run_in:
            return ""
        one, other = self.random.sample([below for below in chain[-1].clauses if not below.gone], 2)
        if any(closed in (one, other) for closed in self.closed):
            return ""
        one.gone = other.gone = self.by
        self.done("applied", "applied")
        return self.say(say.CLAUSES_DELETED, chain, one=one.label, other=other.label)

    def restate(self) -> str:
        """A provision is restated with everything under it, or reserved."""
        if not (chain := self.choose(_is_whole)):
            return ""
        one, said = chain[-1], self.say(say.RESTATED, chain)
        self.done("applied")
        if one.kind == "section" and self.random.random() < 0.2:
            one.sentences, one.under, one.caption = [["[Reserved]", "."]], [], ""
        elif one.kind == "section":
            self.writer.body(one)
        else:
            self.writer.renew(one)
        return f"{said}\n\n{quoted(one)}"

    def attach(self) -> str:
        """An exhibit is replaced by one that is attached, or one that is attached is added."""
        if self.attached:
            return ""
        chain = self.choose(lambda one: one.kind == "exhibit")
        if chain and self.random.random() < 0.5:
            one, said = chain[-1], self.say(say.EXHIBIT_ATTACHED, label=chain[-1].label.title())
            self.writer.renew(one)
        else:
            label = f"EXHIBIT {'ABCDEFGHIJ'[len(self.agreement.exhibits)]}"
            one, said = self.writer.exhibit(label), self.say(say.EXHIBIT_ADDED, label=label.title())
            self.agreement.exhibits.append(one)
        self.done("applied")
        self.closed.append(one)
        self.attached.append(one.written())
        return said

    def clause(self) -> str:
        """A clause is added behind the last one."""
        chain = self.choose(_can_grow)
        if not chain:
            return ""
        clauses = chain[-1].clauses
        new = self._new_clause(chain[-1], len(clauses))
        self.done("applied")
        return (
            f"{self.say(say.CLAUSE_ADDED, chain, label=new.label, last=clauses[-1].label)}\n\n{quoted(new)}"
        )

    def shifted(self) -> str:
        """The last clause gets the next letter, and a new one its own."""
        chain = self.choose(_can_grow)
        if not chain or any(one in self.closed for one in chain[-1].clauses):
            return ""
        last = chain[-1].clauses[-1]
        new = self._new_clause(chain[-1], len(chain[-1].clauses) - 1)
        old, last.label = last.label, _labels(chain[-1])[len(chain[-1].clauses) - 1]
        self.done("applied", "applied")
        self.closed += [last, new]
        return f"{self.say(say.SHIFTED, chain, old=old, new=last.label)}\n\n{quoted(new)}"

    def _new_clause(self, one: Provision, place: int) -> Provision:
        """A new clause at a place among those of a provision."""
        new = Provision("clause", _labels(one)[place], [self.writer.sentence(capital=False)])
        before = one.under.index(one.clauses[0])  # what follows the clauses stays behind them
        one.under.insert(before + place, new)
        return new

    def closing(self) -> str:
        """A clause is added behind the last one, and the stops of those before it are set right."""
        chain = self.choose(lambda one: _can_grow(one) and len(one.clauses) > 1)
        if not chain:
            return ""
        one, last = chain[-1].clauses[-2:]
        ends = [below.sentences[-1][-2:] for below in (one, last)]
        if one.gone or one.under or last.under or ends[0] != [";", "and"] or ends[1][-1] != ".":
            return ""
        new = self._new_clause(chain[-1], len(chain[-1].clauses))
        one.sentences[-1].pop()
        last.sentences[-1][-1:] = [";", "and"]
        self.done("applied", "applied", "applied")
        said = self.say(say.CLOSING, chain, one=one.label, last=last.label, label=new.label)
        return f"{said}\n\n{quoted(new)}"

    def section(self) -> str:
        """A section is added behind the last of its article."""
        _, sections = self.random.choice(self.agreement.articles[1:])
        last = sections[-1]
        if last in self.closed:
            return ""
        article, _, count = last.label.partition(".")
        new = self.writer.section(f"{article}.{int(count) + 1}")
        sections.append(new)
        self.done("applied")
        return f"{self.say(say.SECTION_ADDED, label=new.label, last=last.label)}\n\n{quoted(new)}"

    def definitions(self) -> str:
        """Definitions are added where the alphabet puts them."""
        defined = self.agreement.articles[0][1][0]
        added = [self.writer.definition() for _ in range(self.random.randint(1, 2))]
        for new in added:
            before = [place for place, one in enumerate(defined.under, 1) if one.label < new.label]
            defined.under.insert(max(before, default=0), new)
            self.done("applied")
        wordings = say.DEFINITION_ADDED if len(added) == 1 else say.DEFINITIONS_ADDED
        return "\n\n".join((self.say(wordings), *map(quoted, added)))

    def renumber(self) -> str:
        """The last section of an article gets a later number."""
        lasts = [sections[-1] for _, sections in self.agreement.articles[1:]]
        chain = self.choose(lambda one: any(one is last for last in lasts))
        if not chain:
            return ""
        said = self.name(chain)
        article, _, count = chain[-1].label.partition(".")
        chain[-1].label = f"{article}.{int(count) + self.random.randint(1, 2)}"
        self.done("applied")
        self.closed.append(chain[-1])
        return self.say(say.RENUMBERED, one=said, new=f"Section {chain[-1].label}")

    # Tables

    def entries(self) -> str:
        """Rows of a table are struck by their keys."""
        chain = self.choose(lambda one: len(one.rows) > 2)
        if not chain:
            return ""
        struck = self.random.sample(chain[-1].rows, self.random.randint(1, 2))
        for row in struck:
            row.gone = self.by
        self.done("applied")
        return self.say(
            say.STRUCK, chain, keys=" and ".join(row.sentences[0][0].split()[0] for row in struck)
        )

    def table(self) -> str:
        """A table is exchanged for another."""
        chain = self.choose(lambda one: one.rows != [])
        if not chain:
            return ""
        chain[-1].under = self.writer.rows()
        self.done("applied")
        return f"{self.say(say.TABLE, chain)}\n\n" + "\n".join(row.written() for row in chain[-1].under)

    # What changes nothing

    def override(self) -> str:
        """What the agreement says is changed, and none of its words."""
        self.done("applied")
        return self.say(say.OVERRIDES)

    def zombie(self) -> str:
        """What was struck is spoken of."""
        gone = [one for one in self.agreement.tops() if one.gone and one not in self.closed]
        if not gone:
            return ""
        self.closed += gone if self.apart else []
        self.done("Zombie")
        old, new = plain(self.changes.new(2)), plain(self.changes.new(2))
        return f"{self.say(say.AMENDED, (gone[0],))} by {self.say(say.REPLACE, old=old, new=new)}."

    def nowhere(self) -> str:
        """A section is spoken of that does not stand in the agreement."""
        self.done("NotFound")
        return self.say(say.DELETED, (Provision("section", "7.4"),))


def _has_words(one: Provision) -> bool:
    return any(len(sentence) > 6 for sentence in one.own) and one.label != "1.1"


def _has_sentences(one: Provision) -> bool:
    return one.kind == "section" and not one.under and len(one.sentences) > 1


def _is_whole(one: Provision) -> bool:
    return one.label != "1.1" and not one.run_in


def _can_grow(one: Provision) -> bool:
    clauses = one.clauses
    return bool(clauses) and not (clauses[0].run_in or clauses[-1].gone) and len(clauses) < 6


def _labels(one: Provision) -> list[str]:
    return LETTERS if one.clauses[0].label == LETTERS[0] else NUMERALS
