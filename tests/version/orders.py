"""The orders of one amendment, written in the language of drafters and done to the model as well.

Some must be refused: what they speak of does not stand there, stands more than once, or was struck.
"""

from collections.abc import Callable
from random import Random

from tests.version import wordings as say
from tests.version.agreements import Agreement, Provision, plain
from tests.version.changes import Changes
from tests.version.listed import Listed
from tests.version.writer import Writer

COUNTS = ("first", "second", "third", "fourth", "fifth", "sixth")
FROM_LAST = (("last", "final"), ("second to last", "penultimate", "next to last"))


class Orders(Listed):
    """Orders of every kind that has one plain meaning."""

    def __init__(
        self, random: Random, writer: Writer, agreement: Agreement, number: int, *, apart: bool = False, nested: bool = False
    ) -> None:
        super().__init__(random, writer, agreement, number, apart=apart, nested=nested)
        self.turn = 0  # of the order that is written
        self.changes = Changes(random, writer)
        self.counted: list[Provision] = []  # sections of which a sentence was struck, restated or added
        self.kinds: list[Callable[[], str]] = [
            self.words, self.words, self.words, self.words_with_clauses, self.in_clause, self.two, self.passive, self.passive,
            self.in_sentence, self.sentence, self.paragraph,
            self.delete, self.several, self.restate, self.reserve, self.again, self.clause, self.shifted, self.closing,
            self.renumber, self.waiver, self.entries, self.table, self.row, self.attach, self.zombie, self.nowhere,
            self.throughout, self.aside, self.clause_within,
        ]  # fmt: skip
        if not apart:  # these bear on more than one section, or on where a new one stands
            self.kinds += [self.everywhere, self.everywhere_at_once, self.in_each_of, self.several_definitions, self.of_amendment, self.of_amendment, self.section, self.definitions, self.override]

    def write(self, count: int) -> list[str]:
        """Some orders; what cannot be ordered of this agreement is passed over."""
        found: list[str] = []
        while len(found) < count:
            if order := self.random.choice(self.kinds)():
                found.append(order[0].upper() + order[1:])
                self.turn += 1
        return found

    def change(self, one: Provision, *, second: bool = False) -> str:
        """A change of words, as it stands behind "by"; the second of its sentence or not."""
        said, outcomes = self.changes.draw(one, second=second)
        self.done(*outcomes)
        put_in = self.agreement.put_in
        put_in[:] = [each for each in put_in if each[1] not in self.changes.brought]  # it is not the amendment's any more
        return said

    def words(self) -> str:
        """One change of words in a provision."""
        if chain := self.choose(_has_words):
            return f"{self.say(say.AMENDED, chain)} by {self.change(chain[-1])}."
        return ""

    def words_with_clauses(self) -> str:
        """Words are put in that hold clauses."""
        chain = self.choose(lambda one: one.kind == "section" and not one.under and _has_words(one))
        self.changes.brought.clear()
        if chain and (change := self.changes.clauses(chain[-1])):
            self.done(*change[1])
            return f"{self.say(say.AMENDED, chain)} by {change[0]}."
        return ""

    def in_clause(self) -> str:
        """Words of a clause that runs in are changed."""
        if chain := self.choose(lambda one: one.run_in and _has_words(one)):
            return f"{self.say(say.AMENDED, chain)} by {self.change(chain[-1])}."
        return ""

    def two(self) -> str:
        """Two changes of words in one sentence."""
        if chain := self.choose(_has_words):
            one, other = self.change(chain[-1]), self.change(chain[-1], second=True)
            return f"{self.say(say.AMENDED, chain)} {self.say(say.TWO, one=one, other=other)}."
        return ""

    def passive(self) -> str:
        """Words of a provision are replaced."""
        chain = self.choose(_has_words)
        if chain and (old := self.changes.once(chain[-1])):
            chain[-1].put(old, new := self.changes.new())
            self.done("applied")
            own = f"1({'abcdefgh'[self.turn]})" if self.nested else str(self.turn + 1)
            by = f"Section {own} of Amendment No. {self.number}"
            self.agreement.put_in.append((by, new[0], chain[-1]))
            return self.say(say.REPLACED, chain, old=plain(old), new=plain(new))
        return ""

    def of_amendment(self) -> str:
        """Words of an earlier amendment are replaced, where the agreement holds them."""
        standing = [one for chain in self.agreement.provisions() for one in chain[-1:]]
        held = [
            (by, word, one)
            for by, word, one in self.agreement.put_in
            if not by.endswith(f"No. {self.number}") and len(one.spots([word])) == 1 and any(one is each for each in standing)
        ]
        if not held:
            return ""
        by, word, one = self.random.choice(held)
        one.put([word], new := self.changes.new())
        self.done("applied")
        return self.say(say.OF_AMENDMENT, by=by, old=word, new=plain(new))

    def everywhere(self) -> str:
        """A word is replaced in the whole agreement."""
        old, new = [self.random.choice(("vessel", "cargo", "harbor"))], self.changes.new(1)
        found = sum(len(one.spots(old)) for one in self.agreement.tops())
        for one in self.agreement.tops():
            one.put(old, new)
        self.done("applied" if found else "NotFound")
        return self.say(say.EVERYWHERE, old=plain(old), new=plain(new))

    def everywhere_at_once(self) -> str:
        """A word, and two words that hold it, are replaced in the whole agreement by one sentence; new words hold it as well."""
        old, tops = [self.random.choice(("vessel", "cargo", "harbor"))], self.agreement.tops()
        before = [sentence[at - 1] for one in tops for sentence, at in one.spots(old) if at > 1]
        plainly = [word for word in before if type(word) is str and word.isalpha() and word.islower() and word not in old]
        if not plainly:
            return ""
        longer, new, newer, mark = [self.random.choice(plainly), *old], [*self.changes.new(1), *old], self.changes.new(1), ["\0"]
        alone = sum(len(one.spots(old)) - len(one.spots(longer)) for one in tops)
        for was, put in ((longer, mark), (old, newer), (mark, new)):
            for one in tops:
                one.put(was, put)
        pairs = [(longer, new, "applied"), (old, newer, "applied" if alone else "NotFound")]
        (first, its, became), (second, others, becomes) = self.random.sample(pairs, 2)
        self.done(became, becomes)
        return self.say(say.EVERYWHERE_AT_ONCE, old=plain(first), new=plain(its), other=plain(second), newer=plain(others))

    def throughout(self) -> str:
        """A word is replaced in all of a provision."""
        old = [self.random.choice(("vessel", "cargo", "harbor"))]
        if not (chain := self.choose(lambda one: _has_words(one) and one.spots(old) != [])):
            return ""
        chain[-1].put(old, new := self.changes.new(1))
        self.done("applied")
        return self.say(say.THROUGHOUT, chain, old=plain(old), new=plain(new))

    def in_each_of(self) -> str:
        """A word of two sections is replaced, which must stand in each of them once."""
        free = [one for one in self.agreement.tops() if one.kind == "section" and _has_words(one) and not one.gone]
        if len(free) < 2:
            return ""
        old, new = [self.random.choice(("vessel", "cargo", "harbor"))], self.changes.new(1)
        both = sorted(self.random.sample(free, 2), key=lambda one: one.label)
        for one in both:
            found = len(one.spots(old))
            self.done("applied" if found == 1 else "Ambiguous" if found else "NotFound")
            if found == 1:
                one.put(old, new)
        return self.say(say.IN_EACH_OF, one=both[0].label, other=both[1].label, old=plain(old), new=plain(new))

    # Sentences

    def in_sentence(self) -> str:
        """A change of words in one sentence of a section."""
        if not (chain := self.choose(_has_sentences)):
            return ""
        place = self.random.randrange(len(chain[-1].sentences[:6]))
        only = Provision("", "", [chain[-1].sentences[place]])
        if not (old := self.changes.once(only)):
            return ""
        only.put(old, new := self.changes.new())
        self.done("applied")
        count = COUNTS[place] if chain[-1] in self.counted else self.count(place, len(chain[-1].sentences))
        return self.say(say.IN_SENTENCE, chain, count=count, old=plain(old), new=plain(new))

    def sentence(self) -> str:
        """A sentence is struck, restated or added; before or after another such order would not be said."""
        if not (chain := self.choose(lambda one: _has_sentences(one) and one not in self.counted)):
            return ""
        self.counted.append(chain[-1])
        one, place = chain[-1], self.random.randrange(len(chain[-1].sentences[:6]))
        new, count = self.writer.sentence(), self.count(place, len(chain[-1].sentences))
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

    def count(self, place: int, length: int) -> str:
        """What one of several things in a row is called."""
        from_last: tuple[str, ...] = FROM_LAST[length - place - 1] if length - place <= len(FROM_LAST) else ()
        return self.random.choice((COUNTS[place], *from_last))

    def paragraph(self) -> str:
        """A paragraph of a section is struck, restated or added, or words of it are changed."""
        chain = self.choose(lambda one: bool(one.under) and all(below.kind == "flush" and not below.run_in for below in one.under) and one not in self.counted)
        if not chain:
            return ""
        under = chain[-1].under
        place = self.random.randrange(len(under))
        count = self.count(place + 1, len(under) + 1)
        action = self.random.choice(("delete", "restate", "add", "words"))
        if action == "words":
            if not (old := self.changes.once(under[place])):
                return ""
            under[place].put(old, changed := self.changes.new())
            self.done("applied")
            return self.say(say.IN_PARAGRAPH, chain, count=count, old=plain(old), new=plain(changed))
        self.counted.append(chain[-1])
        self.done("applied")
        if action == "delete":
            del under[place]
            return self.say(say.PARAGRAPH_DELETED, chain, count=count)
        (new,) = self.writer.paragraphs(1)
        words = " ".join(map(plain, new.sentences))
        if action == "add":
            under.insert(place + 1, new)
            return self.say(say.PARAGRAPH_ADDED, chain, count=count, new=words)
        under[place] = new
        return self.say(say.PARAGRAPH_RESTATED, chain, count=count, new=words)

    # Parentheticals and provisos

    def aside(self) -> str:
        """A parenthetical or a proviso of a provision is struck or exchanged."""
        what, opens, ends = self.random.choice((("parenthetical", "(unless", ")"), ("proviso", "provided that", "")))
        if not (chain := self.choose(lambda one: _has_words(one) and one.spots([opens]) != [])):
            return ""
        if what == "proviso" and any(one.clauses for one in chain[-1].walk()):
            return ""  # they may be of it
        places = chain[-1].spots([opens])
        turn = self.random.randrange(len(places[:3]))
        which = what if len(places) == 1 else f"{COUNTS[turn]} {what}"
        sentence, at = places[turn]
        words = sentence[at:]
        if ends:
            closed = next((place for place, word in enumerate(words, 1) if word.endswith(ends)), None)
            if closed is None:
                return ""  # an order before took its end
            start, stop, new = at, at + closed, self.writer.aside()
        else:
            stop, start = len(sentence) - 1, at - 1
            new = [sentence[start], "provided that", *self.changes.new(3, 2)]
            if sentence[start] == "," in words:  # where it ends is then not plain
                self.done("Ambiguous")
                return self.say(say.ASIDE_DELETED, chain, which=which)
        self.done("applied")
        if self.random.random() < 0.5:
            del sentence[start:stop]
            return self.say(say.ASIDE_DELETED, chain, which=which)
        sentence[start:stop] = new
        return self.say(say.ASIDE_REPLACED, chain, which=which, new=plain(new))

    # What changes nothing

    def waiver(self) -> str:
        """Compliance with a provision is waived, which changes no word."""
        chain = self.choose(lambda one: one.kind in {"section", "clause"} and one.label != "1.1")
        if not chain or self.nested:
            return ""
        self.waived += 1
        return self.say(say.WAIVED, chain)

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
        self.done("NotFound" if gone[0].gone == "[Reserved]" else "Zombie")
        old, new = plain(self.changes.new(2)), plain(self.changes.new(2))
        return f"{self.say(say.AMENDED, (gone[0],))} by {self.say(say.REPLACE, old=old, new=new)}."

    def nowhere(self) -> str:
        """A provision is spoken of that does not stand in the agreement."""
        self.done("NotFound")
        return self.say(say.NOWHERE)


def _has_words(one: Provision) -> bool:
    return any(len(sentence) > 6 for sentence in one.own) and one.label != "1.1"


def _has_sentences(one: Provision) -> bool:
    return one.kind == "section" and not one.under and len(one.sentences) > 1
