"""Whether words order a change of another instrument.

In: the words of a paragraph.  Out: whether they say that a provision is amended, deleted, replaced and the like.
"""

import re

from conformed.basis.pattern import pattern

ORDERS = pattern(
    r"\b(?:(?:is|are|(?<!may\s)(?<!might\s)(?<!same\s)(?<!time\s)be|shall|hereby|further)(?:,\sand\s(?:it\s)?hereby\s(?:is|are),)?\s(?:each\s)?(?:hereby\s)?(?:further\s)?(?:amended|deleted|replaced|added|inserted|restated|modified|revised|changed"
    r"|stricken|substituted|read\b)|hereby\s(?:further\s)?(?:amend|delet|replac|add|insert|restat|modif|substitut|revis)\w*"
    r"|(?:agree[sd]?|desire[sd]?|wish(?:es)?)\sto\s(?:further\s)?(?:amend|delete|replace|add|insert|restate|modify|substitute|revise|change)"
    r"|by\s(?:further\s)?(?:amending|adding|inserting|deleting|striking|replacing|substituting|restating|changing|revising)|to\sread\b"
    r"|(?:adding|inserting|deleting|striking|replacing|substituting)\s(?:the|in|a|new|to|\"|“))",
    re.IGNORECASE,
)
PROVISION = pattern(
    r"\b(?:sections?|articles?|clauses?|sub-?sections?|paragraphs?|definitions?|exhibits?|schedules?|annex|agreement|following|terms?)\b",
    re.IGNORECASE,
)


def orders(words: str) -> bool:
    """Whether a paragraph orders a change of a provision that it names."""
    match = ORDERS.search(words[:600])
    return match is not None and bool(PROVISION.search(words[: match.end() + 120]))
