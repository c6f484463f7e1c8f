"""All changes in order: which document is the agreement, which instruments change it, when each takes effect."""

from conformed.ledger.amended import NoMatter
from conformed.ledger.chain import Chain, chain
from conformed.ledger.commitments import commitments_of
from conformed.ledger.effectiveness import Proof, State
from conformed.ledger.entries import Clash, Entry, beside_each_other, entries
from conformed.ledger.evidence import About, Evidence, evidence_of, written
from conformed.ledger.known import known_evidence, known_reads, known_rulings
from conformed.ledger.link import Link, if_met
from conformed.ledger.outstanding import outstanding
from conformed.ledger.records import BadRecord, holds_nothing
from conformed.ledger.rulings import Ruling, Rulings, rulings_of

__all__ = [
    "About",
    "BadRecord",
    "Chain",
    "Clash",
    "Entry",
    "Evidence",
    "Link",
    "NoMatter",
    "Proof",
    "Ruling",
    "Rulings",
    "State",
    "beside_each_other",
    "chain",
    "commitments_of",
    "entries",
    "evidence_of",
    "holds_nothing",
    "if_met",
    "known_evidence",
    "known_reads",
    "known_rulings",
    "outstanding",
    "rulings_of",
    "written",
]
