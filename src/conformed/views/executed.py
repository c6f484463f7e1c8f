"""How every view words what the file shows of those who are to meet a condition.

In: a condition, the reading of its instrument, the entities of the matter.  Out: sentences without capital and stop: names in it
that no party bears, and who has signed what it asks to be signed, in the copy to hand.
"""

from collections.abc import Iterator, Sequence

from conformed.language import Condition, Interpretation
from conformed.language.owed import names, owed_by
from conformed.standing.amending import GROUP_NAMED
from conformed.standing.entities import Register
from conformed.standing.executed import Executed, executed


def beside(condition: Condition, read: Interpretation, known: Register) -> Iterator[str]:
    """What stands beside a condition that is not proved."""
    meant = [(name, other.name) for name in names(owed_by(condition.text) or "") if (other := known.meant_by(name))]
    if meant:
        yield f"no party to hand is called {' or '.join(name for name, _ in meant)}; perhaps {' and '.join(other for _, other in meant)}"
    if (shown := executed(condition, read, known)) is not None:
        yield copy_shows(shown)


def copy_shows(one: Executed) -> str:
    """`the copy to hand shows it signed by the Borrowers; the line of Mill LLC is blank; of Works LLC it does not tell`."""
    signed = [each.name for each in one.signers if each.signed]
    blank = [name for each in one.signers for name in each.blank]
    unknown = [each.name for each in one.signers if not each.entities]
    whole = len(signed) == len(one.signers) > 1
    told = [f"it signed by {'all of them' if whole else _and(signed)}"] if signed else []
    told += [f"{'the line' if len(blank) == 1 else 'the lines'} of {_and(blank)} blank"] if blank else []
    meant = [name for each in one.signers if not each.sure for name in each.entities]
    doubt = f", if {_and(meant)} {'is' if len(meant) == 1 else 'are'} meant" if meant else ""
    groups = [name for name in unknown if GROUP_NAMED.search(name)]  # whose consent is reckoned
    others = [name for name in unknown if name not in groups]
    rest = f"; of {_and(others)} it does not tell" if others else ""
    rest += f"; the consent of {_and(groups)} is told by itself" if groups else ""
    where = f"{one.part} in the copy to hand" if one.part else "the copy to hand"
    return f"{where} shows {', '.join(told)}{doubt}{rest}"


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
