"""What a change order tells of the works, and not of a text: `The hall is revised to take a revolving door`.

In: the title of an instrument, and the words of one of its sentences.  Out: whether the sentence tells a change of a thing.  It does not
where it names a text, a number of one, an amount or a day, or anything else that a contract provides for, nor where it orders or binds.
"""

from conformed.basis.pattern import ENGLISH, pattern

_CHANGE_ORDER = pattern(r"\b(?:change|variation)\s(?:orders?|directives?)\b", ENGLISH)
_CHANGED = pattern(
    r"\b(?:is|are)\s(?:(?:also|now|further)\s)?(?:added|changed|deleted|eliminated|modified|omitted|relocated|removed|replaced|revised)\b"
    r"|^\W{0,3}(?:\(?\w{1,4}[.)]\s)?(?:[A-Z][\w/&’'-]*\s){0,6}(?:Added|Change|Revise)\s(?!(?:Orders?|Requests?|Proposals?)\b)",
)
_OF_A_CONTRACT = pattern(
    r"\b(?:(?:sub-?)?(?:section|article|clause|paragraph|proviso|sentence|provision|definition|reference|exhibit|schedule|appendix|attachment|recital|agreement|contract|subcontract"
    r"|lease|note|letter|amendment|addendum|term|condition|word|phrase|language|text|row|list|item)s?|lines?\s(?:\d|in|of)|tables?\s(?:in|of|is|set|attached|entitled|below|above)|entr(?:y|ies)\s(?:for|of)|annex|documents?"
    r"|prices?|sums?|amounts?|costs?|fees?|rates?|percentages?|payments?|retainage|retention|allowances?|contingency|savings?|damages|bonds?|insurance|warrant(?:y|ies)|guarantee[ds]?"
    r"|time|dates?|days?|period|milestones?|completion|scope|obligations?|rights?|remed(?:y|ies)|claims?|part(?:y|ies)|owner|contractor|subcontractors?|architect)\b"
    r"|[$%§“”\"]|\bhereby\b|\b(?:shall|will|must|may|agrees?)\b",
    ENGLISH,
)


def changes_works(title: str | None) -> bool:
    """Whether an instrument is one by which works are changed."""
    return _CHANGE_ORDER.search(title or "") is not None


def tells_of_works(words: str) -> bool:
    """Whether a sentence of such an instrument tells that a thing is changed, and no text."""
    return _CHANGED.search(words) is not None and _OF_A_CONTRACT.search(words) is None
