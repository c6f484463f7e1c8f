"""The legal structure of a document: its provisions and their addresses, and what its words tell about it."""

from conformed.instrument.heading.head import head
from conformed.instrument.instrument import Instrument, parse
from conformed.instrument.marks import Effective, Head, InstrumentKind, Named, Party, Signature
from conformed.instrument.parties.affiliates import Affiliates, affiliates
from conformed.instrument.parties.parties import parties
from conformed.instrument.paths.path import Path, parse_path
from conformed.instrument.paths.references import Reference, reference, references
from conformed.instrument.set_off.quotations import Quotation
from conformed.instrument.several import instruments
from conformed.instrument.signed import signatures
from conformed.instrument.tree.outline import caption, defined, outline, outline_within
from conformed.instrument.tree.provision import Provision, ProvisionKind

__all__ = [
    "Affiliates",
    "Effective",
    "Head",
    "Instrument",
    "InstrumentKind",
    "Named",
    "Party",
    "Path",
    "Provision",
    "ProvisionKind",
    "Quotation",
    "Reference",
    "Signature",
    "affiliates",
    "caption",
    "defined",
    "head",
    "instruments",
    "outline",
    "outline_within",
    "parse",
    "parse_path",
    "parties",
    "reference",
    "references",
    "signatures",
]
