"""What stands around an address and tells of less than the address: `Section 5 (second sentence only)`, `Section 5 as to rye`.

In: an address where it stands.  Out: whether those words leave it open which part of the provision is meant, so that
nothing may fall on all of it.  Words that only tell what all of it is about narrow nothing: set off by commas or brackets,
set in quotation marks, told of its entirety, or repeated as the caption of the new text.
"""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.paths.captioned import after_caption
from conformed.instrument.paths.references import Reference

_PART_ONLY = pattern(r"\([^()]{0,160}\b(?:only|sentences?)\)|\([^()]{0,160}\b(?:only)\b[^()]{0,40}\)", ENGLISH)
_PLACE_BEHIND = pattern(
    r"\s\((?:the\s)?[^()]{0,160}\b(?:only|sentences?)\)"
    r"|\s\((?:the\s)?(?:[a-z]+\s)?(?:paragraph|sentence|clause|portion|table|definition)s?\b"
    r"|\sof\s(?:the\s)?(?:section|paragraph|article)\s(?:\d|[IVX]{1,5}\b)|,?\s(?:of|in)\spart\s(?:\d{1,2}|[IVX]{1,5}|[A-Z])\b",
    ENGLISH,
)
_ASIDE = pattern(r"\s\((?:the\s)?(?:[a-z]+\s)?(?:paragraph|sentence|clause|portion|table)s?\b")  # before the name of the document
_WITHIN_PART = pattern(r"\bPart\s(?:\d{1,2}|[IVX]{1,5}|[A-Z]),?\s$")  # "Part II, Section 3"
_THROUGH = pattern(r",?\s(?:through|thru)\s(?:and\sincluding\s)?")  # "Section 4 through Section 6": what lies between is meant too
_AS_FAR_AS = pattern(  # bounds what is meant, commas or not
    r",?\s(?:(?:insofar|(?:in\s)?(?:so|as)\sfar)\sas|to\sthe\sextent(?!\s(?:necessary|required|needed|permitted|applicable,?\s(?:is|are|shall|and)\b))|solely|only"
    r"|as\s(?:it|they|the\ssame)\s(?:\w+\s)?(?:pertain|relat|appl|concern|bear|affect|refer)\w*|as\s(?:applied|applicable)\sto"
    r"|(?:with|in)\s(?:respect|regards?|reference|relation)\s(?:to|of)|as\s(?:to|respects|concerns|regards)|vis-(?:a|à)-vis"
    r"|(?:where|when)(?:ever)?\s(?:applied|(?:it|they|the\ssame)\s(?:appl|relat|pertain|concern|refer|bear)\w+)|in\sthe\scase\sof)\s"
)
_BEARS_ON = pattern(  # tells what is meant, or what of it, where no comma parts them
    r"\s(?:(?:that|which)\s(?:[a-z]+\s){0,2}?)?(?:concern(?:s|ing)|regard(?:s|ing)|(?:relat|pertain)(?:es|s|ed|ing)?\s(?:\w+ly\s)?to|deal(?:s|ing)?\swith|appl(?:y|ies|ying)\sto"
    r"|applicable\sto|bear(?:s|ing)?\s(?:up)?on|govern(?:s|ing)?|address(?:es|ing)|cover(?:s|ing)?|describ(?:es|ing)|affect(?:s|ing)|touch(?:es|ing)|about|in\sconnection\swith)\s"
)
_CALLED = pattern(r"(?:the\s)?[\"“]")
_WHOLE = pattern(r"[^,;:.“\"]{1,120}?\b(?:is|are|shall\sbe|hereby|be)\s[^,;:.“\"]{1,80}?\bin\s(?:its|their)\sentirety\b")
_SUBJECT = pattern(r"(?:the\s)?(?P<what>[^,;:.“\"]{2,80}?)\s(?:is|are|shall\sbe)\s")
_NUMBER = pattern(r"\s*[“\"]?\s?(?:(?:\(\w{1,5}\)|\d[\w.()]{0,10}\.?)\s)?")  # before the caption of a new text
_NEW = pattern(r"\bnew\s$")
_HELD_IN = pattern(r"\b(?:in|of|under|from|within)\s(?:the\s)?$")


def is_narrowed(text: str, begun: int, found: Reference, end: int, before: int) -> bool:
    """Whether an address that begins at `begun`, in a sentence that ends at `end`, is of more than what is meant.

    `before` is where the address before it ended.
    """
    around = text[max(0, begun - 12) : begun]
    if _PLACE_BEHIND.match(text, found.end, end) or _WITHIN_PART.search(around) or _PART_ONLY.search(text, begun, found.end):
        return True
    if _ASIDE.search(text, begun, found.end):
        return True
    if before and _THROUGH.fullmatch(text, before, begun):
        return True
    behind = after_caption(text, found.end, end)
    if _NEW.search(around):
        return False  # "as a new Section 6 with respect to rye": what is put in
    if _AS_FAR_AS.match(text, behind, end):
        return True
    bears = _BEARS_ON.match(text, behind, end)
    if bears is None or _CALLED.match(text, bears.end(), end):
        return False
    held = any(path.place for path in found.paths) or _HELD_IN.search(around)
    return not (_heads_new_text(text, bears.end(), end) or (not held and _WHOLE.match(text, bears.end(), end)))


def begins_new_text(text: str, end: int, caption: str) -> bool:
    """Whether the text behind a sentence that ends at `end` begins with a caption, behind its number."""
    begins = _NUMBER.match(text, end)
    return begins is not None and text[begins.end() : begins.end() + len(caption)].lower() == caption.lower()


def _heads_new_text(text: str, start: int, end: int) -> bool:
    """Whether what a provision bears on is the caption of its new text: `Section 5 relating to rye is amended to read: 5. Rye.`."""
    subject = _SUBJECT.match(text, start, end)
    return subject is not None and any(begins_new_text(text, end, subject["what"] + mark) for mark in ".:–—-\n")
