"""What is outstanding of the instruments themselves: conditions that are not proved, lines that are blank, other signers than parties.

In: a chain.  Out: a finding for each instrument that waits for conditions, or changes of which wait for an event, and for
each signature line that is blank in the copy to hand, those of forms to be signed later left out, and where those who sign are
not those who are named.  Afterwards nothing is
outstanding of an instrument that failed, and no line is blank of one that is known to be signed.
"""

from collections.abc import Iterator

from conformed.basis import Finding
from conformed.language.by_itself import blank, outside, signers, upon
from conformed.language.conditions_named import misnamed, misplaced
from conformed.ledger.chain import Chain
from conformed.ledger.effectiveness import State


def outstanding(chain: Chain) -> Iterator[Finding]:
    """The findings of a chain's instruments, in their order; those of another agreement are not its own."""
    ours = [(link, link.read) for link in chain.links if link.read is not None and link.changes and not link.failed]
    for link, read in ours:
        waits = [one.condition for one in link.proofs if one.state is not State.MET]
        yield from upon(read, link.spoken, link.id, waits if link.upon else None)
        yield from misplaced(read, link.spoken, link.id)
        yield from misnamed(read, link.spoken, link.id)
        yield from outside(read, link.spoken, link.id)
    if chain.agreement is not None:
        yield from blank(chain.agreement, "the Agreement", "A")
        yield from signers(chain.agreement, "the Agreement", "A")
    for link, read in ours:
        if link.signing is None:
            yield from blank(read, link.spoken, link.id)
        yield from signers(read, link.spoken, link.id)
