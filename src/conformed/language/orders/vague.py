"""Orders that do not tell surely what they change: a thing that words name which are not understood, or several places.

In: an order with its arguments.  Out: whether it must be left, so that it does not fall on what is around that thing.
"""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.orders.arguments import ALL_OF
from conformed.language.orders.order import Order, Phrase

_STRIKES = {"delete", "replace", "substitute", "change"}
_CHANGED_WHOLE = {"delete", "replace", "restate", "change"}
_NEAR = 80  # characters before quoted words in which it shows that they are a part of what is changed
_LONG = 240  # characters before an address in which a clause begins that holds it
_NOUN = pattern(
    r"\s(?:out\s)?(?:in\s(?:its|their)\sentirety,?\s)?(?:the|an?|all|any|each|every|certain|its|those|these)\s(?!following)\w"
)
_MORE = pattern(  # of which the quotation is a part: `the name and address for "Alder, Inc."`
    r"\b(?:the|its|their|all|any|each)\s(?:[\w-]+\s){1,5}?(?:(?:for|regarding|concerning|opposite|beside|next\sto|alongside|against|above|below|under|(?:relating|pertaining)\sto|in\s(?:its|their)\scapacity\sas)"
    r"|(?:address(?:es)?|details|information|particulars)\sof)\s(?:the\s(?:words?|name)\s)?$",
    ENGLISH,
)
_HOLDS = (  # what is called by words that it holds: `the sentence that begins with "The mill"`
    r"\b(?:sentence|paragraph|clause|proviso|parenthetical|definition|section|row|column|language|text|provision|item|bullet|line|portion|part)s?\s"
    r"(?:(?:of|in)\s[^“\";:]{1,60}?\s)?(?:(?:that|which)\s)?"
)
_RIGHT_BEHIND = pattern(  # between a verb and "it": what else stands there, is what is changed
    r"[\w-]+(?:\sof)?\s(?:out\s)?(?:in\s(?:its|their)\sentirety,?\s)?(?:(?:all|the\s(?:whole|entirety))\sof\s)?"
)
_CALLED_BY = pattern(
    rf"{_HOLDS}(?:(?:begin|start|commenc|open|end|conclud|contain|includ|mention|refer|speak)\w*\s(?:with\s|by\s|to\s|of\s)?"
    r"|(?:entitled|captioned|headed|titled)\s|(?:in|of)\swhich\s)(?:the\s(?:words?|phrase|language|terms?)\s)?$"
    r"|\b(?:row|column|line|entry|box)\s(?:for|of|opposite|beside)\s$",
    ENGLISH,
)
_BESIDE = pattern(  # what is changed stands by the words that are quoted, and is not those: `the footnote to "mill"`
    r"\b(?:(?P<to>to)|(?P<from>from)|(?P<of>of)|in|within|into|on|with|between|around|about|near|beneath|beyond|under|over|above|below|beside|behind|against|opposite"
    r"|surrounding|enclosing|succeeding|accompanying|modifying|qualifying|(?:follow|preced)(?:s|es|e|ing|ed\sby)?)"
    r"\s(?:(?:the|such|said|a)\s)?(?:(?:defined|capitalized|single)\s)?(?:(?:words?|phrases?|terms?|numbers?|figures?|text|language|clause|sentence)\s)?$"
)
_CALLS = pattern(  # "the "Tolls" part of Section 5"
    r"\s(?:part|portion|row|column|line|item|entry|paragraph|bullet|table|footnote|provision|requirement|concept|exception|carve-?out|basket|prong|test)s?\b"
)
_REFERS = pattern(r"\breferences?\b", ENGLISH)
_AS_NOUN = pattern(r"\w+(?:ion|ment)\b")  # "the deletion from clause (a) of "mill""
_COUNTS = pattern(  # "the amount of "$5"", "each occurrence of "mill""
    r"\b(?:lieu|instead|stead|uses?|occurrences?|instances?|appearances?|places?|amounts?|sums?|numbers?|figures?|percentages?|rates?|dates?|words?|phrases?|terms?|(?:delet|strik|remov|replac)ing)(?:\sin\sthe(?:\s[A-Z][\w-]*){1,4})?\sof\s"
    r"(?:(?:the|such|said|a)\s)?(?:(?:defined|capitalized|single)\s)?(?:(?:words?|phrases?|terms?|numbers?|figures?|text|language|clause|sentence)\s)?$",
    ENGLISH,
)
_ONLY_LIKE = pattern(  # "replacing the definition of "Mill" with that of "Dam""
    r"\b(?:(?:that|those)\sof|(?:equal|similar|identical)\sto(?:\s\w+)?|(?:less|more|greater|fewer)\sthan|called|named)\s(?:the\s(?:words?|terms?)\s)?$"
)
_INTO = pattern(  # "adding to the list of grains"
    r"\b(?:to|into|in)\s(?:the|its|such|that|said)\s(?:[\w-]+\s){0,2}?(?:list(?!\sof\s(?:defined\s)?(?:terms|definitions))|table|chart|grid|footnotes?|series|examples?|exclusions?|legend|(?-i:schedule)(?!\s[\dA-Z(])|definition\sof\s[a-z]\w*)\b"
    r"|\b(?:an?|the\sfollowing)\s(?:new\s)?footnote\b"
)
_AMENDS_A_THING = pattern(  # "amend the toll in Section 5(b) to read"
    r"\s(?:the|each|any|every|all)\s(?!(?:provisions?|terms?|language|text|wording|contents?|first|second|third|fourth|fifth|last|final|penultimate|definitions?|entire|whole|entirety"
    r"|following|(?:sub-?)?(?:sections?|articles?|paragraphs?|clauses?)|sentences?|schedules?|exhibits?|annex|appendix|attachments?|preamble|recitals?|introductory|opening|lead-?in|headings?"
    r"|captions?|titles?|tables?|words?|phrases?|references?|provisos?|parentheticals?)\b)[a-z][a-z-]*(?:\s[a-z][a-z-]*){0,3}?\s(?:(?:contained|specified|stated|provided(?:\sfor)?|set\s(?:forth|out))\s)?"
    r"(?:in|of|under|by)\s(?:[Ss]ection|[Pp]aragraph|[Cc]lause|[Aa]rticle|[Ss]ub-?section)\s"
)
_HELD_BY = pattern(r"\b(?:set\sforth|set\sout|contained|listed|described|shown|specified|identified)\s(?:on|in)\s(?:the\s)?(?:attached\s)?$")
_IN_IT = pattern(  # "the toll in it is deleted"
    r"\b(?:the|any|each|every)\s(?!(?:whole|entirety|remainder|balance|rest|text|language|words?|provisions?)\b)[a-z][a-z-]*(?:\s[a-z][a-z-]*)?\s(?:in|under|within)\s$"
)
_LEADS_TO_PLACE = pattern(r"\s(?:from|in|within|under|of)(?:\sthe)?$")
_AGAIN = pattern(r",?\s(?:(?:and|or)\s)?(to|from|of)\s(?:the\s\w+\s)?$")  # "the references to "mill" and to "barge""
_OF_A_CLAUSE = pattern(r"\b(?:that|whether|if|as|because|unless)\s(?:the\s)?$")  # "the condition that Section 6 be met"
_HAS_A_VERB = pattern(
    r"\s(?:be\s\w+|provides?|requires?|prescribes?|permits?|allows?|applies|apply|sets?|imposes?|stipulates?|governs?)\b[^.;]{0,80}\b(?:is|are|be)\s"
)
_NO_PART = (  # what may stand behind the address of a provision that is meant whole
    r"(?!(?:is|are|be|shall|will|should|hereby|and|or|as|which|that|thereof|therein|thereto|therefrom|hereof|herein|above|below|also|each|both|in|of|to|under|from|on|at|by"
    r"|the|further|then|now|itself|with|for|so|if|but|immediately|through|after|before|altogether|\w+ed|\w+ing|\w+ly)\b)"
)
_IS_OF_IT = pattern(  # "the Section 6 tolls are deleted"
    rf"\s{_NO_PART}[a-z]+(?:\sof\s[^,;.]{{1,60}}|\sthereof|\stherein)?\s(?:is|are|shall|will)\s"
)
_PART_OF_IT = pattern(rf"[’']s\s\w|\s{_NO_PART}[a-z]+(?:\sthere(?:of|in|from))?(?:[.,;]?$|[.,;]?\s(?:$|and|to\sread|with)\b|[.;]\s)")  # "deleting the Section 6 tolls"
_DONE_BY = pattern(  # "the toll set by Section 6", "the Notes issued under Section 6"
    r"\b(?:(?:\w+ed|set|made|given|laid\sdown)\sby|(?!(?:amended|listed|contained|stated|specified|described|included|located|defined|provided)\s)\w+ed\s(?:under|pursuant\sto))\s(?:the\s)?$"
)
_IN_A_CLAUSE = pattern(r"\b[A-Z]\w+,?\s(?:which|that)\s(?:has|have|had|was|were|is|are)\b[^,;:]{0,200}$")  # "the Notes that were given for what Section 6 provides"
ROW_CALLED = pattern(r"\s(?:(?:for|of|captioned|entitled|titled|headed|labell?ed)\s)?")  # between "the row" and the words that call it so


def in_several(order: Order) -> bool:
    """`deleting "ten" in clause (a) and "six" in clause (b)`: which words stand in which of them is not read."""
    within = [phrase.paths[0] for phrase in order.places if phrase.paths and all(path.relative for path in phrase.paths)]
    clauses = [path for path in within if path.steps and not path.place]
    sentences = [path for path in within if path.place and not path.steps]
    return len(clauses) > 1 or len({path.place for path in sentences}) > 1 or _each_its_own(order)


def _each_its_own(order: Order) -> bool:
    """Whether a place stands between words, of which it may hold some: `"ten" and, in Section 5, "six"`."""
    words = [phrase.start for phrase in order.of("quote")]
    return bool(words) and any(min(words) < place.start < max(words) for place in order.places)


def is_mixed(order: Order) -> bool:
    """Whether provisions and words are struck in one, `deleting clause (a) and the word "and"`, or put in in one."""
    words = [phrase.start for phrase in order.instead if phrase.kind == "quote"]
    behind = bool(words) and any(phrase.kind == "path" and phrase.start > words[0] for phrase in order.instead)
    both = bool(order.of("path")) and bool(order.of("quote") or order.of("point"))
    return order.verb in _STRIKES and not order.passive and (both or behind)


def is_vague(text: str, begun: int, order: Order) -> bool:
    """Whether what an order changes is named by words that are not understood: `deleting the fee chart in Section 3`.

    It must not fall on the provision around them.  Its sentence begins at `begun`.
    """
    if order.rest is not None:
        return False  # what it takes is read by its own form, or not at all
    if order.verb in _STRIKES and any(one.occurrence for one in (*order.after, *order.before)):
        return True  # "deleting "of oats" after the second reference to "bushel"": it is not counted
    if any(_ONLY_LIKE.search(text[max(0, one.start - _NEAR) : one.start]) for one in order.instead if one.kind == "quote"):
        return True
    if order.verb == "amend" and not order.passive and _AMENDS_A_THING.match(text, order.end):
        return True
    if order.verb in {"add", "insert", "substitute"}:
        held = any(_HELD_BY.search(text[max(order.start, path.start - _NEAR) : path.start]) for path in order.of("path"))
        return held or _into_what_it_holds(text, order) or any(_is_called_by(text, order, quote) for quote in order.of("quote"))
    if order.objects or order.each:
        return _is_more(text, begun, order)
    if order.passive:
        return bool(order.places) and order.verb != "amend"
    return (
        order.verb in _CHANGED_WHOLE
        and bool(_NOUN.match(text, order.end))
        and not ALL_OF.match(text, order.end)
    )


def _is_called_by(text: str, order: Order, quote: Phrase) -> bool:
    """Whether quoted words only tell which sentence or clause is meant; a row is known by the words that call it."""
    if any(one.kind == "entries" and ROW_CALLED.fullmatch(text, one.end, quote.start) for one in order.after):
        return False
    return _CALLED_BY.search(text[max(order.start, quote.start - _NEAR) : quote.start]) is not None


def _is_more(text: str, begun: int, order: Order) -> bool:
    """Whether what is changed is more than the words that stand in quotation marks."""
    if text.startswith(("substitut", "Substitut"), order.start):
        return _stands_beside(text, begun, order)  # but not "substituting the figure 5 for "6""
    stands_for = order.objects[0] if order.objects and order.verb in _CHANGED_WHOLE else None
    if stands_for is not None and stands_for.kind == "pronoun" and stands_for.start > order.start:
        return not _RIGHT_BEHIND.fullmatch(text, order.start, stands_for.start)  # "deleting the duty to pay them"
    if stands_for is not None and stands_for.kind == "pronoun" and _IN_IT.search(text[max(begun, stands_for.start - _NEAR) : stands_for.start]):
        return True
    if order.verb in {*_CHANGED_WHOLE, "amend"} and _only_bears_on(text, begun, order):
        return True
    if order.verb in _CHANGED_WHOLE and _stands_beside(text, begun, order):
        return True
    quoted = any(phrase.kind == "quote" for phrase in order.instead)
    for quote in order.of("quote"):
        since = order.start if order.start < quote.start else begun
        if not quoted and any(ROW_CALLED.fullmatch(text, one.end, quote.start) for one in order.of("entries")):
            continue
        before = text[max(since, quote.start - _NEAR) : quote.start]
        if _MORE.search(before) or _CALLED_BY.search(before):
            return True
    return False


def _only_bears_on(text: str, begun: int, order: Order) -> bool:
    """Whether what is changed is told by a clause that only names a provision: `deleting the condition that Section 6 be met`."""
    for path in order.of("path"):
        before = text[max(0, path.start - _NEAR) : path.start]
        if path.start > order.start:
            leans = bool(_OF_A_CLAUSE.search(before) or _PART_OF_IT.match(text, path.end))
        else:
            told = _HAS_A_VERB.match(text, path.end, order.start) or _IS_OF_IT.match(text, path.end, order.start)
            leans = bool(told) or of_another(text, begun, path)
        if leans:
            return True
    return False


def of_another(text: str, begun: int, path: Phrase) -> bool:
    """Whether an address only tells of something else which it is: `the Notes issued under Section 6`."""
    before = text[max(begun, path.start - _LONG) : path.start]
    return bool(_DONE_BY.search(before) or _IN_A_CLAUSE.search(before))


def _stands_beside(text: str, begun: int, order: Order) -> bool:
    """Whether what is changed stands by the words that are quoted: `deleting the comma near "mill"`."""
    since = begun
    shared: str | None = None  # the preposition by which the words before are meant
    for quote in order.of("quote"):
        since = order.start if since <= order.start < quote.start else since
        before = _without_places(text, since, quote.start, order)[-_NEAR:]
        since = quote.end
        if _CALLS.match(text, quote.end):
            return True
        beside = _BESIDE.search(before)
        again = _AGAIN.match(before) if shared else None
        shared = beside.lastgroup if beside else None
        if beside is None or (beside["from"] and order.verb == "change") or (again and again[1] == shared):
            continue
        counts = beside["of"] and (_COUNTS.search(before) or _AS_NOUN.match(text, order.start))
        if not (counts or (beside["to"] and _REFERS.search(before))):
            return True
    return False


def _into_what_it_holds(text: str, order: Order) -> bool:
    """Whether new words go into something that a provision holds, and not to its end: `adding to the list of grains`."""
    anchored = order.after or order.before or order.at_end or order.at_beginning
    phrases = [phrase.start for phrase in order.objects if phrase.kind == "quote" and phrase.start > order.start]
    end = min(phrases, default=order.end + _NEAR)
    defines = order.announced in {"definition", "term", "defined term"}  # which have their place by themselves
    return not (anchored or defines) and _INTO.search(text, order.start, end) is not None


def _without_places(text: str, start: int, end: int, order: Order) -> str:
    """Words without the places that they name: `the reference in Section 5 to` is one to what follows, `from Section 5 the words` none."""
    kept, at = [], start
    for place in sorted(order.places, key=lambda one: one.start):
        if at <= place.start and place.end <= end:
            kept.append(_LEADS_TO_PLACE.sub("", text[at : place.start].rstrip()))
            at = place.end
    return "".join((*kept, text[at:end]))
