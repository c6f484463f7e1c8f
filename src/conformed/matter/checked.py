"""Whether a matter is whole: the database, the digest of each document, and the seals of what was read and of each record.

In: a matter.  Out: a sentence for each thing that is wrong; none where it is whole.  Nothing is repaired.
"""

import hashlib
from collections.abc import Iterator

from conformed.matter.opened import told
from conformed.matter.record import sealed
from conformed.matter.store import Matter


def checked(matter: Matter) -> Iterator[str]:
    """What is wrong with a matter.  Raises `BadMatter` where it cannot even be looked through."""
    with told(matter.path):
        for (says,) in matter.connection.execute("PRAGMA integrity_check"):
            if says != "ok":
                yield f"The file is damaged: {says}."
        digests = set()
        for digest, data in matter.connection.execute("SELECT digest, bytes FROM document"):
            digests.add(digest)
            if hashlib.sha256(data).hexdigest() != digest:
                yield f"A document is not what came in: its bytes no longer have the digest {digest[:12]}."
        for name, value, seal in matter.connection.execute("SELECT name, value, seal FROM reading WHERE seal != ''"):
            if hashlib.sha256(value).hexdigest() != seal:
                yield f"What was read from {name} is not what was kept: its seal does not fit."
    records = matter.records()
    before = ""
    for count, one in enumerate(records, 1):
        if one.number != count:
            yield f"Record {count} is missing."
            return
        if one.seal != sealed(before, one):
            yield f"Record {one.number} is not what was entered: its seal does not fit."
        if one.digest is not None and one.digest not in digests:
            yield f"Record {one.number} is of a document that is not there ({one.name})."
        if one.removes is not None and not 0 < one.removes < one.number:
            yield f"Record {one.number} removes one that was not there."
        before = one.seal


