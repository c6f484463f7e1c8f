"""Whose operating affiliates an instrument lists by state.

In: the reading of an instrument.  Out: the party that makes it `on behalf of itself and all operating affiliates`.
Afterwards it is the party whose name or alias stands last before those words, in the same sentence; else nobody is told.
"""

import re

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language import Interpretation

_ON_BEHALF = pattern(r"\bon\sbehalf\sof\s(?:itself|themselves)\sand\b[^.;]{0,80}\baffiliates?\b", ENGLISH)
_OPERATING = pattern(r"\bon\sbehalf\sof\s(?:itself|themselves)\sand\b[^.;]{0,60}\b(?:operating|certificated|certified|licensed)\b[^.;]{0,40}\baffiliates?\b", ENGLISH)
_REACH = 160  # characters before these words in which the party is named


def acts_for_affiliates(read: Interpretation) -> str | None:
    """The party that makes an instrument for its operating affiliates too."""
    return whose(read) if _OPERATING.search(read.instrument.document.reading.text) else None


def whose(read: Interpretation) -> str | None:
    """The party for whose affiliates too an instrument is made."""
    text = read.instrument.document.reading.text
    for match in _ON_BEHALF.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        named = [(found.end(), one.name) for one in read.parties for name in (one.name, *one.alias) for found in re.finditer(re.escape(name), before)]
        if named:
            return max(named)[1]
    return None
