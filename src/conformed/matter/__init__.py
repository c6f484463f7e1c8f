"""A deal on disk: its documents as delivered, what was read from them, and the append-only record of what was done."""

from conformed.matter.checked import checked
from conformed.matter.opened import BadMatter
from conformed.matter.record import Record, What
from conformed.matter.store import Held, Matter

__all__ = ["BadMatter", "Held", "Matter", "Record", "What", "checked"]
