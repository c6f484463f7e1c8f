"""Which provisions the scope of a waiver names beside those that are waived.

In: the reading of an instrument and a waiver of it.  Out: provisions of the agreement: those that the waiver's own scope names, and
those to which another sentence says that the waivers relate (`the waivers set forth above relate solely to noncompliance with
Sections 4.2 and 8.1 of the Credit Agreement`).  Afterwards none of another document, nor of the instrument itself, is among them:
what does not say that it is of the agreement is left out; and no sentence on one waiver is told of several.
"""

from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, references
from conformed.language import Class, Interpretation, Waiver, names_of_agreement

_RELATES = pattern(
    r"\b(?P<which>waivers?)\b[^.;]{0,160}?\b(?:relates?|appl(?:y|ies)|extends?|limited)\s(?:solely|only|exclusively|strictly)\s(?:to|with\s(?:regard|respect)\sto)"
    r"(?P<what>\s(?:(?!\b(?:and|but)\s(?:nothing|not|shall)\b)[^;]){1,240})", ENGLISH
)
_OTHERS = {Class.PUT_IN, Class.ATTACHED, Class.RECITAL, Class.SIGNATURE}


def in_scope(read: Interpretation, waiver: Waiver) -> tuple[Path, ...]:
    """`5.01(c)`, where a waiver of 5.01(a) goes for `the certificate under clause (c) of Section 5.01 of the Agreement` too."""
    names = names_of_agreement(read.instrument, read.head)
    words = [waiver.scope, *_limits(read)]
    named = (path for each in words for one in references(each) for path in one.paths if (path.document or "").lower() in names)
    ours = dict.fromkeys(msgspec.structs.replace(path, document=None) for path in named)
    return tuple(path for path in ours if path not in waiver.provisions)


def _limits(read: Interpretation) -> Iterator[str]:
    """To what sentences of an instrument say that its waivers relate, or its one waiver."""
    text = read.instrument.document.reading.text
    alone = len(read.waivers) == 1
    for one in read.account:
        match = _RELATES.search(text, one.start, one.end) if one.what not in _OTHERS else None
        if match and (alone or match["which"].lower().endswith("s")):
            yield match["what"]
