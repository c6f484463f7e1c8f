"""Words of execution: those with which an instrument leads to its signatures, or a notary to his own.

In: words of a paragraph, a caption or a note.  Out: whether they are such words.
"""

import re

from conformed.basis.pattern import pattern

END = 900  # characters at the end of a paragraph in which they count
_EXECUTION = pattern(  # in lower case
    r"wh?itn?m?ess\s+(?:whereof|the\s+due)|due execution|hereunto|\bundersigned\b"
    r"|\bhave (?:duly |each )?(?:caused|executed|signed|set)\b|\bsign(?:ing|ed)?\b.{0,60}\b(?:below|return"
    r"|copy|enclosed)\b"
    r"|\bi (?:hereby )?(?:accept|agree|acknowledge)|\b(?:agreed|accepted|acknowledged)(?:,| and) .{0,80}$"
    r"|\b(?:agreed|accepted|confirmed)(?: to)? as of the (?:date|day)\b"
    r"|executed\b.{0,80}\b(?:date|day)\b|very truly yours|sincerely|please feel free",
    re.DOTALL,
)
# One of these stands in all words of execution, and in few others.
_TELLING = (
    "whereof", "the due", "due exec", "hereunto", "undersigned", "have ", "sign", "i accept", "i agree", "i acknowledge",
    "i hereby", "agreed", "accepted", "acknowledged", "executed", "truly", "sincerely", "feel free",
)  # fmt: skip

_NOTARIAL = pattern(  # an acknowledgment, in lower case: what stands below is a notary's
    r"\bpersonally (?:appeared|came)\b|\b(?:acknowledged|sworn|subscribed|executed)\b.{0,40}\bbefore me\b"
    r"|\bmy hand and (?:official |notarial )?seal\b",
    re.DOTALL,
)


def notarial(words: str) -> bool:
    """Whether a notary certifies with the words who signed: they end an acknowledgment."""
    return bool(_NOTARIAL.search(words.lower()))


def says_so(words: str) -> bool:
    """Whether words are of execution."""
    lower = words.lower()
    return any(word in lower for word in _TELLING) and bool(_EXECUTION.search(lower))
