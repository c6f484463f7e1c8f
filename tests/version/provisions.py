"""Orders on whole provisions and exhibits."""

from tests.version import wordings as say
from tests.version.agreements import LISTS, Provision
from tests.version.drafter import Drafter


class Provisions(Drafter):
    """Orders that strike, restate, add and renumber."""

    def delete(self) -> str:
        """A provision is struck; its number stays."""
        if not (chain := self.choose(self._can_go)):
            return ""
        self.leave(*chain)
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
        for clause in (one, other):
            self.leave(*chain, clause)
            self.done("applied")
        one.gone = other.gone = self.by
        return self.say(say.CLAUSES_DELETED, chain, one=one.label, other=other.label)

    def restate(self) -> str:
        """A provision is restated with everything under it, or reserved."""
        if not (chain := self.choose(self._can_go)):
            return ""
        one, said = chain[-1], self.say(say.RESTATED, chain)
        self.restated.append(one)
        if one.kind == "section" and self.random.random() < 0.2:
            self.leave(one)
            one.sentences, one.under, one.caption = [["[Reserved]", "."]], [], ""
        else:
            self._renew(one)
        self.done("applied")
        return f"{said}\n\n{self.quoted(one)}"

    def _can_go(self, one: Provision) -> bool:
        """Whether a provision may be struck or restated; no drafter does so with what the same amendment restated."""
        whole = one.label != "1.1" and not one.run_in
        return whole and not any(one is restated for restated in self.restated)

    def _renew(self, one: Provision) -> None:
        if one.kind == "section":
            one.caption = self.writer.title()
            self.writer.body(one)
        else:
            self.writer.renew(one)

    def reserve(self) -> str:
        """A section or clause is struck, and its number kept."""
        chain = self.choose(lambda one: self._can_go(one) and one.kind in {"section", "clause"})
        if not chain:
            return ""
        self.leave(*chain)
        self.done("applied")
        said = self.say(say.RESERVED, chain)
        chain[-1].gone = "[Reserved]"
        return said

    def again(self) -> str:
        """A new section bears the number of one that was struck."""
        gone = [one for one in self.agreement.tops() if one.gone and one.kind == "section"]
        if not (gone := [one for one in gone if one not in self.closed]):
            return ""
        one = self.random.choice(gone)
        one.gone = ""
        self._renew(one)
        self.done("applied")
        self.closed += [one] if self.apart else []
        return f"{self.say(say.SECTION_AGAIN, label=one.label)}\n\n{self.quoted(one)}"

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
        return f"{self.say(say.CLAUSE_ADDED, chain, label=new.label, last=clauses[-1].label)}\n\n{self.quoted(new)}"

    def shifted(self) -> str:
        """The last clause gets the next letter, and a new one its own."""
        chain = self.choose(_can_grow)
        if not chain or any(one in self.closed for one in chain[-1].clauses):
            return ""
        last = chain[-1].clauses[-1]
        if any(one is last for one in self.restated):
            return ""
        self.leave(*chain, last, filled=True)
        new = self._new_clause(chain[-1], len(chain[-1].clauses) - 1)
        old, last.label = last.label, _labels(chain[-1])[len(chain[-1].clauses) - 1]
        self.done("applied", "applied")
        self.closed += [last, new]
        return f"{self.say(say.SHIFTED, chain, old=old, new=last.label)}\n\n{self.quoted(new)}"

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
        return f"{said}\n\n{self.quoted(new)}"

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
        return f"{self.say(say.SECTION_ADDED, label=new.label, last=last.label)}\n\n{self.quoted(new)}"

    def renumber(self) -> str:
        """The last section of an article gets a later number."""
        lasts = [sections[-1] for _, sections in self.agreement.articles[1:]]
        chain = self.choose(lambda one: any(one is last for last in lasts))
        if not chain or any(one is chain[-1] for one in self.restated):
            return ""
        self.leave(*chain)
        said = self.name(chain)
        article, _, count = chain[-1].label.partition(".")
        chain[-1].label = f"{article}.{int(count) + self.random.randint(1, 2)}"
        self.done("applied")
        self.closed.append(chain[-1])
        return self.say(say.RENUMBERED, one=said, new=f"Section {chain[-1].label}")


def _can_grow(one: Provision) -> bool:
    clauses = one.clauses
    return bool(clauses) and not (clauses[0].run_in or clauses[-1].gone) and len(clauses) < 6


def _labels(one: Provision) -> list[str]:
    return LISTS[one.clauses[0].label]
