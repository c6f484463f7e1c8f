"""What the files of other programs have in common: what writes them must be installed, and what XML cannot hold is left out."""

import datetime

from conformed.basis.pattern import pattern

Change = tuple[str, datetime.date | None]
"""Who made a change, and from when it counts."""

_BANNED = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML 1.0 cannot hold


class Lacking(Exception):
    """What writes a format is not installed; the message is one sentence that says what to do."""

    def __init__(self, what: str) -> None:
        """Of `what` is written, in words that begin the sentence."""
        super().__init__(f"{what} need the extra `formats`: pip install 'conformed[formats]'.")


def xml_words(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _BANNED.sub("", text)
