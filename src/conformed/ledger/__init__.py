"""All changes in order: which document is the agreement, which instruments change it, when each takes effect."""

from conformed.ledger.amended import NoMatter
from conformed.ledger.chain import Chain, chain
from conformed.ledger.entries import Clash, Entry, entries
from conformed.ledger.link import Link, counts_from
from conformed.ledger.rulings import BadRulings, Ruling, Rulings, rulings_of
from conformed.ledger.standing import alone, blank_lines, filled_in, standing, unsigned, waiting

__all__ = [
    "BadRulings",
    "Chain",
    "Clash",
    "Entry",
    "Link",
    "NoMatter",
    "Ruling",
    "Rulings",
    "alone",
    "blank_lines",
    "chain",
    "counts_from",
    "entries",
    "filled_in",
    "rulings_of",
    "standing",
    "unsigned",
    "waiting",
]
