"""Changes of words in a provision, said as they stand behind "by" and done to the model as well."""

import re
from random import Random

from tests.version import wordings as say
from tests.version.agreements import CLOSING, LISTS, Provision, Reference, Sentence, plain
from tests.version.writer import COMMON, Writer

Change = tuple[str, tuple[str, ...]]  # how it is said, and what becomes of each of its operations
APPLIED = ("applied",)
_APART = re.compile(r"[()]|provided that")  # no drafter quotes one bracket of two


class Changes:
    """Draws changes of words, some of which must be refused."""

    def __init__(self, random: Random, writer: Writer) -> None:
        self.random, self.writer = random, writer
        self.brought: set[str] = set()  # words that the sentence strikes or puts in, which no second change of it strikes
        self.kinds = (
            self._replace, self._replace, self._pairs, self._exchanged, self._delete, self._insert, self._beside_comma, self._comma_gone, self._at_end,
            self._at_start, self._counted, self._rest, self._missing,
        )  # fmt: skip

    def draw(self, one: Provision, *, second: bool = False) -> Change:
        """A change of words in a provision; the second of a sentence leaves alone what the first has put in."""
        if not second:
            self.brought.clear()
        kinds = [kind for kind in self.kinds if not (second and kind == self._counted)]  # before or after the first is not said
        drawn = (self.random.choice(kinds)(one) for _ in range(50))
        found = next((change for change in drawn if change is not None), None)
        return found or self._missing(one)  # of few words, chance may find nothing to change

    def once(self, one: Provision) -> Sentence:
        """One to three words that stand once in a provision, within a sentence; [] where none were met."""
        sentences = [sentence for sentence in one.own if len(sentence) > 6]
        for sentence in self.random.sample(sentences, len(sentences)):
            at = self.random.randrange(1, len(sentence) - 3)  # what begins a sentence has a capital letter
            words = sentence[at : at + self.random.randint(1, 3)]
            kept = {words[0], words[-1]} & CLOSING or self.brought & set(words) or words[0][0] == "“" or words[-1][-1] == "”"
            kept = kept or isinstance(words[-1], Reference)  # it may be how another begins
            if not kept and not _APART.search(plain(words)) and len(one.spots(words)) == 1:
                self.brought |= set(words)
                return words
        return []

    def new(self, most: int = 3, least: int = 1) -> Sentence:
        """Words that take the place of others."""
        words = self.writer.words(least, most)
        self.brought |= set(words)
        return words

    def say(self, wordings: tuple[str, ...], old: Sentence, new: Sentence, **given: str) -> str:
        """One of several wordings."""
        return self.random.choice(wordings).format(old=plain(old), new=plain(new), **given)

    def _replace(self, one: Provision) -> Change | None:
        if old := self.once(one):
            one.put(old, new := self.new())
            return self.say(say.REPLACE, old, new), APPLIED
        return None

    def _pairs(self, one: Provision) -> Change | None:
        """Two replacements that share one verb."""
        old, other, new, newer = self.once(one), self.once(one), self.new(), self.new()
        if not old or not other or {*old, *new} & set(other):
            return None
        one.put(old, new)
        one.put(other, newer)
        return self.say(say.PAIRS, old, new, other=plain(other), newer=plain(newer)), APPLIED * 2

    def _exchanged(self, one: Provision) -> Change | None:
        """Words of which each takes the place of the other."""
        old, other = self.once(one), self.once(one)
        if not old or not other or set(old) & set(other) or any(isinstance(word, Reference) for word in (*old, *other)):
            return None  # a reference that is put in anew is its amendment's own
        said = self.say(say.PAIRS, old, other, other=plain(other), newer=plain(old))
        one.put(old, mark := ["\0"])
        one.put(other, old)
        one.put(mark, other)
        self.brought |= {*old, *other}
        return said, APPLIED * 2

    def _delete(self, one: Provision) -> Change | None:
        if (old := self.once(one)) and not one.spots([*old, ","]):
            one.put(old, [])
            return self.say(say.DELETE, old, []), APPLIED
        return None

    def _insert(self, one: Provision) -> Change | None:
        old, new = self.once(one), self.new()
        if len(old) == 2 and self.random.random() < 0.5:
            one.put(old, [old[0], *new, old[1]])
            return self.say(say.BETWEEN, old, new, left=old[0], right=old[1]), APPLIED
        if old and self.random.random() < 0.5:
            one.put(old, [*old, *new])
            return self.say(say.AFTER, old, new), APPLIED
        if old:
            one.put(old, [*new, *old])
            return self.say(say.BEFORE, old, new), APPLIED
        return None

    def _beside_comma(self, one: Provision) -> Change | None:
        """Words that bring their comma with them."""
        if (old := self.once(one)) and not one.spots([*old, ","]):
            one.put(old, [*old, *(new := [",", *self.new()])])
            return self.say(say.AFTER, old, new), APPLIED
        return None

    def _comma_gone(self, one: Provision) -> Change | None:
        """Words take the place of others with the comma before them."""
        pairs = {(*sentence[at : at + 2],) for sentence in one.own for at in range(1, len(sentence) - 2) if sentence[at] == "," and not _APART.search(sentence[at + 1])}
        begins = {sentence[0] for sentence in one.own if sentence}  # behind the comma of what stands before it
        free = sorted(pair for pair in pairs if not self.brought & set(pair) and len(one.spots([*pair])) == 1 and pair[1] not in begins)
        if not free:
            return None
        one.put(old := [*self.random.choice(free)], new := self.new())
        return self.say(say.REPLACE, old, new), APPLIED

    def clauses(self, one: Provision) -> Change | None:
        """Words that hold clauses, which stand under the section from then on; what stood behind them is of neither."""
        if one.kind != "section" or one.under or not (old := self.once(one)) or len(one.spots(old)) != 1:
            return None
        ((sentence, at),) = one.spots(old)
        place = next(place for place, own in enumerate(one.sentences) if own is sentence)
        labels, at = LISTS[self.writer.steps[0]][: self.random.randint(2, 3)], at + len(old)
        if sentence[at] in CLOSING:
            return None
        words = [[*self.new(8, 6), "and" if label == labels[-2] else ","] for label in labels]
        clauses = [Provision("clause", label, [own], run_in=True) for label, own in zip(labels, words, strict=True)]
        behind = Provision("flush", "", [sentence[at:], *one.sentences[place + 1 :]], run_in=True)
        one.sentences[place:] = [[*sentence[:at], *(lead := [",", *self.new()])]]
        one.under = [*clauses, behind]
        new = [*lead, *(word for clause in clauses for word in (clause.label, *clause.sentences[0]))]
        return self.say(say.AFTER, old, new), APPLIED

    def _at_end(self, one: Provision) -> Change | None:
        last = [below for below in one.walk() if below.sentences][-1]
        if last.kind == "row" or self._ends_gone(one):
            return None  # whether before or behind what only keeps its number, is not plain
        if last.sentences[-1][-1] == "." and self.random.random() < 0.5:
            new = self.writer.sentence()
            self.brought |= set(new)
            apart = self._on_a_line_of_its_own(one, last)
            if apart or (last is not one and last.kind == "clause"):  # it is none of the last clause of the list
                one.under.append(Provision("flush", "", [new], run_in=not apart))
            else:
                last.sentences.append(new)
            return self.say(say.SENTENCE_AT_END, [], new), APPLIED
        words, new = last.sentences[-1], self.new()
        place = next(place for place in range(len(words), 0, -1) if words[place - 1] not in CLOSING)
        words[place:place] = new
        return self.say(say.AT_END, [], new), APPLIED

    def _ends_gone(self, one: Provision) -> bool:
        """Whether the last clause of a provision, or the last of that, only keeps its number."""
        return any(below.gone or self._ends_gone(below) for below in one.under[-1:])

    def _on_a_line_of_its_own(self, one: Provision, last: Provision) -> bool:
        """Whether the last words of a provision stand in a clause under it that does not run in."""
        if one is last:
            return False
        below = next(each for each in one.under if last in each.walk())
        own = below.kind == "clause" and not below.run_in
        return own or self._on_a_line_of_its_own(below, last)

    def _at_start(self, one: Provision) -> Change | None:
        first = next(below for below in one.walk() if below.sentences)
        if first.kind in {"row", "title", "definition"}:  # whether before its term or behind, is not plain
            return None
        first.sentences[0][:0] = new = self.new()
        return self.say(say.AT_START, [], new), APPLIED

    def _counted(self, one: Provision) -> Change | None:
        """A word that stands more than once: each place is meant, one is counted, or it is not said which."""
        often = {word for word in COMMON if len(one.spots([word])) > 1} - self.brought
        if not often:
            return None
        old, new = [self.random.choice(sorted(often))], self.new(2)
        match self.random.choice(("each", "second", "last", "after second", "unsaid", "after")):
            case "each":
                one.put(old, new)
                return self.say(say.EACH, old, new), APPLIED
            case "second" | "last" as which:
                sentence, at = one.spots(old)[1 if which == "second" else -1]
                sentence[at : at + 1] = new
                return self.say(say.COUNTED, old, new, which=which), APPLIED
            case "after second":
                sentence, at = one.spots(old)[1]
                sentence[at + 1 : at + 1] = new
                return self.say(say.AFTER_COUNTED, old, new, which="second"), APPLIED
            case "after":
                return self.say(say.AFTER, old, new), ("Ambiguous",)
        return self.say(say.REPLACE, old, new), ("Ambiguous",)

    def _rest(self, one: Provision) -> Change | None:
        """All behind some words goes, to the end of their sentence or of a provision of sentences."""
        if one.under or one.kind == "row" or not (old := self.once(one)):
            return None
        ((sentence, at),) = one.spots(old)
        place = next(place for place, own in enumerate(one.sentences) if own is sentence)
        end = next(end for end in range(len(sentence), 0, -1) if sentence[end - 1] not in CLOSING)
        rest = at + len(old)
        if end <= rest or self.brought & set(sentence[rest:]):
            return None
        if sentence[-1] == "." and self.random.random() < 0.3:
            del sentence[rest:end]
            return self.say(say.REST_OF_SENTENCE, old, []), APPLIED
        wordings = self.random.choice((say.REST_OF_PROVISION, say.FROM_THERE_ON, say.REST_REPLACED))
        new = self.new() if wordings == say.REST_REPLACED else []
        rest = at - (sentence[at - 1] == ",") if wordings == say.FROM_THERE_ON else rest
        last = one.sentences[-1]
        closing = last[next(end for end in range(len(last), 0, -1) if last[end - 1] not in CLOSING) :]
        sentence[rest:] = [*new, *closing]
        del one.sentences[place + 1 :]
        return self.say(wordings, old, new), APPLIED

    def _missing(self, one: Provision) -> Change:
        """Words that do not stand there, not as often as is counted, or only as a part of a longer figure."""
        if (once := self.once(one)) and self.random.random() < 0.3:
            return self.say(say.COUNTED, once, self.new(), which="second"), ("NotFound",)
        absent = (["$1,250"], ["250,000"]) if not self.brought & {"$1,250,000"} else ()
        old = self.random.choice((self.new(2), *absent))
        wordings = self.random.choice((say.REPLACE, say.DELETE, say.AFTER, say.BEFORE))
        return self.say(wordings, old, self.new()), ("NotFound",)
