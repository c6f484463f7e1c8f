"""The caption that stands behind the number of a provision where the provision is named.

In: a text and the place behind an address.  Out: where the caption ends, or the same place where there is none:
`Section 9.1 (Tolls)`, `Section 4. Exclusivity is`, `Section 3.1, “Tolls,” of the Lease`, `Section 4 TOLLS AND DUES is`.
"""

from conformed.basis.pattern import pattern

_PROVISION = r"(?:Sub-?)?(?:[Ss]ection|[Aa]rticle|[Pp]aragraph|[Cc]lause)s?\b|(?:Exhibit|Schedule|Annex|Appendix|Attachment|Recital)s?\b"
_TITLE = (
    rf"(?!{_PROVISION})[A-Z][\w&/’'-]*(?:[,;:]?\s(?:[-–—]\s)?(?!{_PROVISION})"
    r"(?:[A-Z][\w&/’'-]*|of|and|the|to|for|in|on|or|by|with|from|upon|after|without|a|an|not|as|at|no|during|under|other|than)){0,16}?"
)
_INSTRUMENT = r"(?:Agreement|Contract|Lease|Note|Letter|Plan|Guaranty|Indenture|Mortgage|Deed|Amendment|Addendum|Exhibit|Schedule|Annex|Appendix|Attachment)s?"
_GOES_ON = (  # the verb, the document, or a part of the provision
    r"(?=,?\s(?:(?:is|are|shall|will|has\sbeen|have\sbeen)\s|(?:of|to|in|under)\s(?:the|this|such|said)\s(?:[A-Z][\w’'-]*\s(?:(?:of|and)\s)?){0,6}"
    + _INSTRUMENT
    + r"\b|of\s(?:Exhibit|Schedule|Annex|Appendix|Attachment)\s)"
    r"|,\s(?:the\s)?(?:first|second|third|fourth|last|final)\s(?:sentence|paragraph)|,\s(?:(?:[Ss]ub-?)?(?:[Ss]ection|[Cc]lause|[Pp]aragraph))\s\(?\w{1,4}\W)"
)
_QUOTED = r"[\"“]\s?[A-Z][^\"”\n]{1,120}[\"”]"
_QUOTED_TITLE = r"[\"“][A-Z][\w’'-]*(?:[\s,]{1,2}(?:of|and|to|the|this|a|an|for|from|in|on|or|by|with|without|upon|[A-Z][\w’'-]*)){0,8}[.,]?[\"”]"
_MAY_BEGIN = pattern(r"[\s.,–—-]{0,5}(?:[(\"“A-Z]|which\s|entitled|captioned|titled|headed)")
_CAPTION = pattern(
    r"[\s,]*\((?:(?!\w{1,5}\))|(?=[A-Z][a-z]{2,4}\)))[^()\n]{2,120}(?:\([^()\n]{1,10}\)[^()\n]{0,80})?\)"
    rf"|[\s,]{{1,3}}(?:which\sis\s)?(?:entitled|captioned|titled|headed)[\s,]{{1,2}}{_QUOTED},?"
    rf"|,\s{_QUOTED_TITLE}(?=,?\s(?:of|to)\s(?:the|this)\s[A-Z])"
    rf"|\s{_QUOTED_TITLE}(?=,?\s(?:(?:of|to|in)\s|(?:is|are|shall\sbe|will\sbe)\s(?:hereby\s|further\s)?(?:amended|modified|restated|revised)\b))"
    rf"|(?:\.|,|\s?[-–—])?\s{_TITLE}{_GOES_ON}"
)


def after_caption(text: str, at: int, limit: int) -> int:
    """The place behind the caption that stands at `at`, or `at`."""
    match = _CAPTION.match(text, at, limit) if _MAY_BEGIN.match(text, at, limit) else None
    return match.end() if match else at
