"""All changes in order: which document is the agreement, which instruments change it, when each takes effect."""

from conformed.ledger.chain import Chain, Link, NoMatter, chain
from conformed.ledger.entries import Entry, entries

__all__ = ["Chain", "Entry", "Link", "NoMatter", "chain", "entries"]
