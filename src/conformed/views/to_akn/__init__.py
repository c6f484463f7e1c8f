"""A text as Akoma Ntoso 3.0 (OASIS LegalDocML): its structure, and how it came about.

In: the chain, the entries of a version, its root passage, and the day that it stands for.  Out: the bytes of an XML file that
is valid against the schema.  Afterwards the words of its body are those of the text, and each change that was applied stands
in its `passiveModifications`; a redline marks what was put in and struck by `ins` and `del`.
"""

import datetime
from collections.abc import Sequence
from typing import Any

from conformed.ledger import Chain, Entry
from conformed.version import OutcomeKind, Passage, Version
from conformed.views.to_akn.body import Body
from conformed.views.to_akn.meta import Meta
from conformed.views.to_akn.names import Names
from conformed.views.written import Lacking

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_XHTML = "http://www.w3.org/1999/xhtml"  # of words where Akoma Ntoso has no element for them
_OWN = ("body", "preface", "preamble", "conformed", "inForce", "parties")


def to_akn(chain: Chain, entries: Sequence[Entry], version: Version, root: Passage, day: datetime.date | None, *, redline: bool = False) -> bytes:
    """The file of a version, of which `root` is shown.  Raises `Lacking`."""
    try:
        from lxml import etree  # noqa: PLC0415  (the extra `formats`)
    except ImportError:
        raise Lacking("Akoma Ntoso files") from None

    def made(tag: str, **how: str) -> Any:
        space, name = (_XHTML, "span") if tag == "span" else (_NAMESPACE, tag)
        return etree.Element(f"{{{space}}}{name}", how, {None: space})  # type: ignore[dict-item]

    names = Names()
    names.given.update(_OWN)
    known = {one.id: one for one in entries}
    applied = [(known[one.entry], one) for one in version.outcomes if one.kind is OutcomeKind.APPLIED]
    meta = Meta(made, names, chain, applied, day)
    body = Body(made, names, meta.marks() if redline else None)
    parts = body.written(root)
    file, document = made("akomaNtoso"), made("doc", name="agreement", contains="multipleVersions" if redline else "singleVersion")
    document.extend([meta.written(body.places, body.terms), *parts])
    file.append(document)
    data: bytes = etree.tostring(file, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"
