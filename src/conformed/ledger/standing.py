"""What is not settled of the instruments themselves: conditions that are not proved, signature lines that are blank.

In: a chain.  Out: a finding for each instrument that waits for conditions, or changes of which wait for an event, and for
each signature line that is blank in the copy to hand, those of forms to be signed later left out.
"""

from collections.abc import Iterator

from conformed.basis import Finding
from conformed.language.by_itself import blank, upon
from conformed.ledger.chain import Chain
from conformed.ledger.effectiveness import State


def standing(chain: Chain) -> Iterator[Finding]:
    """The findings of a chain's instruments, in their order; those of another agreement are not its own."""
    ours = [(link.read, link.spoken, link.id) for link in chain.links if link.read is not None and link.changes]
    for link in chain.links:
        if link.read is not None and link.changes and not link.failed:
            waits = [one.condition for one in link.proofs if one.state is not State.MET]
            yield from upon(link.read, link.spoken, link.id, waits if link.upon else None)
    agreement = [(chain.agreement, "the Agreement", "A")] if chain.agreement else []
    for read, title, siglum in (*agreement, *ours):
        yield from blank(read, title, siglum)
