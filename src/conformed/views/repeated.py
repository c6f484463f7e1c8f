"""What an instrument says of representations that it makes again and of defaults that came, as every view tells it.

In: the value that the language gives.  Out: words without capital and stop.
"""

from collections.abc import Sequence

from conformed.basis import long_day
from conformed.instrument import Path
from conformed.language import RecitedDefault, Representations
from conformed.views.lines import short
from conformed.views.places import where

_LONG = 300  # characters of a text that is quoted whole


def repeated(one: Representations) -> str:
    """Which representations are made again, as of which day, and what is saved for an earlier day."""
    of = f"the representations of {_named(one.provisions)}" if one.provisions else "representations"
    as_of = one.as_of or "a day that is not stated"
    day = f" ({long_day(one.day)})" if one.day and one.as_of != long_day(one.day) else ""
    saving = f"; of those of an earlier day it says: “{short(one.saving, _LONG)}”" if one.saving else ""
    return f"{of}, as of {as_of}{day}: “{short(one.scope, _LONG)}”{saving}"


def recited(one: RecitedDefault) -> str:
    """Which default came, what it is called, and the words that say so."""
    of = f", with {_named(one.provisions)}" if one.provisions else ""
    called = f" (“{one.called}”)" if one.called else ""
    return f"a default{called}{of}: “{short(one.scope, _LONG)}”"


def _named(paths: Sequence[Path]) -> str:
    return ", ".join(where(str(path)) for path in paths)
