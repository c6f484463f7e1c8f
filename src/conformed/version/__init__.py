"""The text of an agreement as of a day, with all that was added and struck."""

from conformed.version.alone import only
from conformed.version.by_word import by_word
from conformed.version.clash import unclashed
from conformed.version.conform import Version, conform
from conformed.version.dangling import left_behind
from conformed.version.editions import editions, shared, sound
from conformed.version.locate import locate
from conformed.version.numbers import Numbers, numbers
from conformed.version.outcome import Outcome, OutcomeKind
from conformed.version.passage import Passage, Run, at, key, passages, standing
from conformed.version.settle import Settled, findings_of, settle
from conformed.version.since import since

__all__ = [
    "Numbers",
    "Outcome",
    "OutcomeKind",
    "Passage",
    "Run",
    "Settled",
    "Version",
    "at",
    "by_word",
    "conform",
    "editions",
    "findings_of",
    "key",
    "left_behind",
    "locate",
    "numbers",
    "only",
    "passages",
    "settle",
    "shared",
    "since",
    "sound",
    "standing",
    "unclashed",
]
