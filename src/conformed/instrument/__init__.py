"""The legal structure of a document: its provisions and their addresses, and what its words tell about it."""

from conformed.instrument.affiliates import Affiliates, affiliates
from conformed.instrument.head import head
from conformed.instrument.instrument import Instrument, parse
from conformed.instrument.marks import Effective, Head, InstrumentKind, Named, Party, Signature
from conformed.instrument.outline import defined, outline
from conformed.instrument.parties import parties
from conformed.instrument.path import Path, parse_path
from conformed.instrument.provision import Provision, ProvisionKind
from conformed.instrument.quotations import Quotation
from conformed.instrument.references import Reference, reference, references
from conformed.instrument.signatures import signatures

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
    "defined",
    "head",
    "outline",
    "parse",
    "parse_path",
    "parties",
    "reference",
    "references",
    "signatures",
]
