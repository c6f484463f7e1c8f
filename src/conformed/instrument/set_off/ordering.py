"""Whether words order a change of another instrument.

In: the words of a paragraph.  Out: whether they say that a provision is amended, deleted, replaced and the like.
A provision that speaks of its own change ("no payment under this Section may be deferred or changed") orders none.
"""


from conformed.basis.pattern import ENGLISH, pattern

ORDERS = pattern(
    r"\b(?=\w)(?:(?:is|are|(?<!may\s)(?<!can\s)(?<!might\s)(?<!same\s)(?<!time\s)(?<!not\s)be|shall|hereby|further)(?:,\sand\s(?:it\s)?hereby\s(?:is|are),)?\s(?:each\s)?(?:hereby\s)?(?:further\s)?(?:deemed\s(?:to\sbe\s)?)?(?:amended|deleted|replaced|added|inserted|restated|modified|revised|changed"
    r"|stricken|substituted|supplemented|renumbered|redesignated|relettered|superseded|updated|altered|(?:hereafter\s|henceforth\s)?read\b)|hereby\s(?:further\s)?(?:amend|delet|replac|add|insert|restat|modif|substitut|revis)\w*"
    r"|(?:agree[sd]?|desire[sd]?|wish(?:es)?)\sto\s(?:further\s)?(?:amend|delete|replace|add|insert|restate|modify|substitute|revise|change)"
    r"|by\s(?:further\s)?(?:amending|adding|inserting|deleting|striking|replacing|substituting|restating|changing|revising|appending)|by\sthe\s(?:addition|insertion|substitution)\b|to\sread\b"
    r"|(?:adding|inserting|deleting|striking|replacing|substituting)\s(?:the|in|a|new|to|\"|“))",
    ENGLISH,
)
PROVISION = pattern(
    r"\b(?:sections?|articles?|clauses?|sub-?sections?|paragraphs?|definitions?|exhibits?|schedules?|annex|agreement|following|terms?)\b",
    ENGLISH,
)
_EDITS_WORDS = pattern(  # "The words "ten days" are replaced by"
    r"\W{0,3}(?:\w{1,4}[.)]\s)?(?:(?:the|all|each|every|any)\s)?(?:\w+\s){0,2}(?:words?|phrases?|references?|numbers?|figures?|names?|dates?|amounts?)\s(?:\w+\s){0,6}?[\"“`]",
    ENGLISH,
)
_NUMBERED = pattern(
    r"(?<!with\s)(?<!\bto\s)(?<!under\s)(?:\bsections?|\bparagraphs?|\barticles?|\bclauses?|§)\s?\d{1,2}(?!\d)(?!\S{0,12}\shereof)",
    ENGLISH,
)
_ITS_OWN = pattern(
    r"\bthis\s(?:agreement|section|article|clause|sub-?section|paragraph|plan|lease|note)\b|\bwhereas\b",
    ENGLISH,
)
_OF_A_PROVISION = pattern(
    r"\W{0,3}(?:\w{1,5}[.)]\s?)?(?:(?!this\s|no\s|any\s)[a-z]+\s){0,6}(?:sections?|articles?|clauses?|sub-?sections?|paragraphs?|definitions?|exhibits?|schedules?)\s(?!shall|is\b|may|will)",
    ENGLISH,
)
_AGREED = pattern(
    r"\W{0,3}(?:\w{1,5}[.)]\s?)?the\sparties\s(?:hereto\s)?(?:further\s)?agree\sto\s(?:amend|delete|replace|add|insert|substitute)\s",
    ENGLISH,
)
_AMENDS_THE_AGREEMENT = pattern(  # which no text of the agreement says of itself
    r"\W{0,3}(?:\w{1,5}[.)]\s?)?[Tt]he\s(?:[A-Z][\w&-]*\s){0,5}(?:Agreement|Lease|Contract|Indenture|Note|Plan)\s(?:is|shall\sbe)\s(?:further\s|also\s)?"
    r"(?:amended|modified)\sby\s(?:add|insert|delet|strik|replac|substitut|restat|amend)ing\b"
)
_COMMANDS = pattern(  # "Delete clause (a)", "In the first line, replace "ten" with "twenty""
    r"\W{0,3}(?:\(?\w{1,4}[.)]\s)?(?:[Ii]n\s[^“\".;:]{1,80},\s)?(?:[Pp]lease\s)?"
    r"(?:[Aa]dd|[Dd]elete|[Ii]nsert|[Rr]eplace|[Ss]trike|[Ss]ubstitute|[Cc]hange|[Aa]mend|[Rr]estate|[Rr]evise|[Rr]emove|[Rr]enumber|[Rr]e-?letter|[Rr]e-?designate)\s"
    r"(?=[^.;:]{0,60}?(?:[“\"`]|\b(?:(?:sub-?)?sections?|(?:sub-?)?clauses?|(?:sub-?)?paragraphs?|articles?|sentences?|definitions?|words?|phrases?|exhibits?|schedules?|following)\b))"
)
_VERB = pattern(
    r"\b(?:is|are|shall\sbe)\s(?:hereby\s)?(?:further\s)?(?:amended|deleted|replaced|restated|revised)\b"
)
_STOP = pattern(r"[.;:]\s(?=[A-Z\d(])")
_CAPTION = pattern(r"\s(?:[A-Z]|\d{1,2})\.\s[A-Z][A-Z ,;&'-]{2,60}\.$")
_NUMBER = 8  # characters of the number with which a paragraph may open
_SENTENCE = 240  # characters of an order before its verb
_OF_THE_AGREEMENT = pattern(r"\bof\sthe\s(?:[A-Z][\w&-]*\s){0,4}(?:Agreement|Lease|Contract)\b")


def orders(words: str) -> bool:
    """Whether a paragraph orders a change of a provision that it names, or commands one."""
    if _COMMANDS.match(words):
        return True
    match = ORDERS.search(words[:600])
    if match is None or not (PROVISION.search(words[: match.end() + 120]) or _EDITS_WORDS.match(words)):
        return False
    spoken = words[: match.start()]
    return "hereby" in match[0].lower() or not _ITS_OWN.search(spoken) or bool(_OF_A_PROVISION.match(words))


def names_provision(text: str, start: int, end: int) -> bool:
    """Whether words speak of a provision by its number, and not only of the power to change it."""
    return _NUMBERED.search(text, start, end) is not None


def orders_plainly(words: str) -> bool:
    """Whether a paragraph that could be of the text around it orders a change beyond doubt."""
    agreed = _AGREED.match(words) and _OF_THE_AGREEMENT.search(words[:_SENTENCE])
    plainly = "hereby" in words[:600].lower() or any(
        form.match(words) for form in (_OF_A_PROVISION, _AMENDS_THE_AGREEMENT, _EDITS_WORDS)
    )
    return orders(words) and bool(plainly or agreed)


def order_within(words: str) -> int | None:
    """Where, behind other sentences of a paragraph, one begins that orders a change of the agreement, or None."""
    for verb in _VERB.finditer(words):
        for stop in reversed(
            list(_STOP.finditer(words, max(_NUMBER, verb.start() - _SENTENCE), verb.start()))
        ):
            if _OF_A_PROVISION.match(words, stop.end(), verb.start()) and (
                "hereby" in verb[0] or _OF_THE_AGREEMENT.search(words, stop.end(), verb.start())
            ):
                caption = _CAPTION.search(words, max(0, stop.start() - _SENTENCE), stop.start() + 1)
                return caption.start() if caption else stop.start() + 1
    return None
