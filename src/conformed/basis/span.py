"""Where words stand: a stretch of one document's text as delivered."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """The characters `start` to `end` (exclusive) of the document whose id is `document`."""

    document: str
    start: int
    end: int
