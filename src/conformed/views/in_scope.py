"""Which provisions the scope of a waiver names beside those that are waived.

In: the reading of an instrument and a waiver of it.  Out: provisions of the agreement.  Afterwards none of another document,
nor of the instrument itself, is among them: what does not say that it is of the agreement is left out.
"""

import msgspec

from conformed.instrument import Path, references
from conformed.language import Interpretation, Waiver, names_of_agreement


def in_scope(read: Interpretation, waiver: Waiver) -> tuple[Path, ...]:
    """`5.01(c)`, where a waiver of 5.01(a) goes for `the certificate under clause (c) of Section 5.01 of the Agreement` too."""
    names = names_of_agreement(read.instrument, read.head)
    named = (path for one in references(waiver.scope) for path in one.paths if (path.document or "").lower() in names)
    ours = dict.fromkeys(msgspec.structs.replace(path, document=None) for path in named)
    return tuple(path for path in ours if path not in waiver.provisions)
