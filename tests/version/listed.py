"""Orders on what is listed: definitions in the order of the alphabet, and rows of tables by their keys."""

from tests.version import wordings as say
from tests.version.agreements import CLOSING, Provision, plain
from tests.version.provisions import Provisions


class Listed(Provisions):
    """Orders that add, restate and strike definitions and rows."""

    def definitions(self) -> str:
        """Definitions are added where the alphabet puts them, behind one that is struck or not."""
        struck = self._free()[:1] if self.random.random() < 0.3 else []
        for one in struck:
            one.gone = self.by
        defined = self.agreement.articles[0][1][0]
        added = [self.writer.definition() for _ in range(self.random.randint(2 if struck else 1, 3))]
        for new in added:
            before = [place for place, one in enumerate(defined.under, 1) if one.label < new.label]
            defined.under.insert(max(before, default=0), new)
        self.done(*["applied"] * len([*struck, *added]))
        wordings = say.DEFINITIONS_CHANGED if struck else say.DEFINITION_ADDED if len(added) == 1 else say.DEFINITIONS_ADDED
        said = self.say(wordings, one="".join(one.label for one in struck))
        return "\n\n".join((said, *map(self.quoted, added)))

    def several_definitions(self) -> str:
        """Two or three definitions are restated or struck at once."""
        free = self._free()
        if len(free) < 2:
            return ""
        chosen = sorted(free[: self.random.randint(2, 3)], key=lambda one: one.label)
        *others, last = (f'"{one.label}"' for one in chosen)
        terms = f"{', '.join(others)}{',' if len(others) > 1 else ''} and {last}"
        self.done(*["applied"] * len(chosen))
        if self.random.random() < 0.4:
            for one in chosen:
                one.gone = self.by
            return self.say(say.DEFINITIONS_DELETED, terms=terms)
        for one in chosen:
            self.writer.renew(one)
        self.restated += chosen
        return "\n\n".join((self.say(say.DEFINITIONS_RESTATED, terms=terms), *map(self.quoted, chosen)))

    def _free(self) -> list[Provision]:
        """The definitions that stand and that the amendment may restate or strike, in no order."""
        defined = self.agreement.articles[0][1][0].under
        free = [one for one in defined if not (one.gone or one in self.closed or one in self.restated)]
        return self.random.sample(free, len(free))

    def clause_within(self) -> str:
        """A clause that runs in within a definition is restated."""
        chain = self.choose(lambda one: one.kind == "clause" and one.run_in)
        if not chain or chain[-2].kind != "definition" or any(chain[-1] is one for one in self.restated):
            return ""
        words = chain[-1].sentences[-1]
        closing = [word for word in words[-2:] if word in CLOSING]
        said = [*self.writer.words(4, 6), *closing]
        chain[-1].sentences = [said]
        self.restated.append(chain[-1])
        self.done("applied")
        return self.say(say.CLAUSE_WITHIN, chain, new=plain([chain[-1].label, *said]))

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
            say.STRUCK, chain, keys=" and ".join(map(key, struck))
        )

    def table(self) -> str:
        """A table is exchanged for another."""
        chain = self.choose(lambda one: one.rows != [])
        if not chain:
            return ""
        rows = self.writer.rows()
        chain[-1].under = rows + [one for one in chain[-1].under if one.kind != "row"]
        self.done("applied")
        return f"{self.say(say.TABLE, chain)}\n\n" + "\n".join(row.written() for row in rows)

    def row(self) -> str:
        """A row is added at the end of a table or behind another, or takes the place of one."""
        chain = self.choose(lambda one: one.rows != [])
        if not chain:
            return ""
        one, rows, new = chain[-1], chain[-1].rows, self.writer.row(self.random.randint(10, 99))
        old = self.random.choice(rows)
        place = next(place for place, below in enumerate(one.under) if below is old)
        self.done("applied")
        match self.random.choice(("end", "after", "replace")):
            case "end":
                said = self.say(say.ROW_ADDED, chain)
                one.under.insert(sum(below.kind == "row" for below in one.under), new)
            case "after":
                said = self.say(say.ROW_AFTER, chain, key=key(old))
                one.under.insert(place + 1, new)
            case _:
                said = self.say(say.ROW_REPLACED, chain, key=key(old), label=one.label)
                one.under[place] = new
        return f"{said}\n\n{new.written()}"


def key(row: Provision) -> str:
    """The code by which a row is called."""
    return row.sentences[0][0].split()[0]
