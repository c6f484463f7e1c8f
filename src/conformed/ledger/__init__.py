"""All changes in order: which document is the agreement, which instruments change it, when each takes effect."""

from conformed.ledger.amended import NoMatter
from conformed.ledger.chain import Chain, chain
from conformed.ledger.entries import Entry, entries
from conformed.ledger.link import Link

__all__ = ["Chain", "Entry", "Link", "NoMatter", "chain", "entries"]
