"""Words that bound an order: without them it would say more than it does, or what it does not say at all.

In: the words of a sentence, what stands in quotation marks blanked out.  Out: whether they negate, except, condition,
limit or end what the sentence orders.  Such an order is not applied whole; it is shown as not understood.
"""

import re

from conformed.basis.pattern import ENGLISH, AnyOf, pattern
from conformed.language.orders.going_on import own_clause, result
from conformed.language.sentences.commencement import upon
from conformed.language.sentences.mood import withheld
from conformed.language.sentences.sentences import Sentence, unquoted
from conformed.language.sentences.wording import CHANGES

_AT_ITS_HEAD = r"(?:^|\.\s)\W{0,3}(?:\(?\w{1,5}[.)]\s)?"
_PLACE = (  # in which words are changed: "With respect to Section 5, the word "barge" is deleted"
    r"(?:defined\s)?(?:(?:sub-?)?(?:sections?|articles?|paragraphs?|clauses?)|definitions?|terms?|sentences?|exhibits?|schedules?|annex|appendix|attachments?|recitals?|words?|phrases?|references?"
    r"|first|second|third|fourth|fifth|last|final|agreement)\b"
)
EDITS = "amend|delete|replace|modify|strike|remove|insert|add|substitute|revise|restate|change"
_PERSON = (
    r"(?:part(?:y|ies)(?:\shereto)?|guarantors?|borrowers?|lenders?|obligors?|grantors?|employee|employer|executive|company|corporation|agent|banks?|owner"
    r"|contractor|builder|landlord|tenant|lessor|lessee|seller|buyer|purchaser|licensor|licensee|issuer|trustee|holders?|consultant|manager)"
)
_BOUNDS = AnyOf(
    r"\b(?:is|are|shall|will|does|do|has|have)\snot\s(?:hereby\s|been\s|be\s|being\s)*(?:amend|delet|replac|add|insert|restat|modif|chang)\w*",
    r"\bneither\b",
    r"\bwhich\s(?:provide[sd]?|state[sd]?)\sthat(?!\s?[“\"])",
    r"\bin\sno\sevent",
    r"\bwas\samended\sby",
    rf"\b{_PERSON}\s(?:shall|will)\s(?:also\s|thereafter\s|promptly\s)?(?:{EDITS})\s",  # a duty to do so later
    r"\b(?:has|have|had)\s(?:\w+\s)?been\s(?:amended|modified|revised)\sby\s(?:delet|replac|insert|add|strik|substitut|remov)ing\b",
    r"\b(?:negotiates?\b|(?:may|shall)\s(?:elect|negotiate)|so\selects?)",
    r"\bat\sthe\s(?:sole\s)?option\sof",
    r"\b(?:ought\sto|consider\s\w+ing)\b",
    r"\bexcept\s(?:for|in|that|with)\b",
    r"\bother\sthan\b",
    r"\bexcluding\b",
    r"\bsave\sfor\b",
    r"\bwith\sthe\sexception\sof\b",
    r"\b(?:sentence|paragraph|clause|section|provision|words?)s?\s(?:that|which)\s(?:immediately\s)?(?:follow|precede|come)s?\b",
    r"\b(?:sentence|paragraph|clause|line|word)\sfrom\sthe\s(?:end|bottom|last)\b",
    r"\bevery\s(?:second|third|fourth|other)\s(?:sentence|paragraph|clause|line|word)\b",
    r"\b(?:all|each|every|any|everything|anything)\s(?:\w+\s){0,3}?but\b(?!\snot\b)",
    r"(?:^|\s)not\s(?:section|paragraph|article|clause|exhibit|schedule)s?\s[\dA-Z(]",
    r"\beither\s(?:section|paragraph|article|clause|exhibit|schedule)s?\s[\dA-Z(]",
    r"\beither\s(?:the\s\w+\s)?[“\"]",
    r"\bwhichever\b",
    r"(?:^|,\s)(?:instead\sof|rather\sthan|unlike|like|in\scontrast\s(?:to|with))\s(?:section|paragraph|article|clause|exhibit|schedule)s?\s[\w.()]{1,12}"
        r"(?:\sof\s[^,;:.“\"]{1,60})?,\s(?:(?:section|paragraph|article|clause|exhibit|schedule)s?\s[\dA-Z(]|(?:is|are|shall\sbe)\s)",
    r"\bas\s(?:it|they|the\ssame)\s(?:appl|relat|pertain|concern|refer)\w*\s[^;:“\"]{1,160}?,?\s"
        r"(?:is|are|shall\sbe|hereby)\s(?:hereby\s)?(?:amended|deleted|replaced|restated|modified|changed|revised|stricken)\b",
    r"\b(?:is|are|shall\sbe)\s?,\s(?:to\sthe\sextent|as\sto|with\srespect\sto|insofar)\s",
    r"\bup\sto\s(?:[“\"]|(?:but|and)\b|(?:but\snot\sincluding\s|and\sincluding\s)?the\s(?:\w+\s)?(?:proviso|words?|phrase|semi-?colon|comma|period|colon)\b)",
    r"\btemporar(?:y|ily)",
    r"\bfor\sso\slong\sas",
    r"\bshall\scease\sto",
    r"\buntil\s(?:[A-Z][a-z]+\s\d|the\s(?:earlier|date))",
    r"\bthrough\sthe\send\sof",
    r"\bfor\s(?:the\s)?purposes\sof\s[^;]{0,80}\sonly\b",
    r"\bfor\s\w{3,20}s\s(?:of\smore|in\sexcess|exceeding|over|made|arising)",
    r"\bas\sof\sthe\sdate\s(?:that|on\swhich|when)\b(?!\s(?:the\sconditions|all\b|each\b|this\b))",
    r"\b(?:is|are|be)\s(?:hereby\s)?(?:moved|relocated|transposed)\b",
    r"\bcontents?\s(?:moved|transferred)\b",
    r"[”\"],?\sand\s(?:the|all|any)\s(?:\w+\s){1,4}(?:opposite|beside|next\sto|alongside|corresponding|relating|related|pertaining)\b",
    r"\bsolely\s(?:for|with|to\sthe|in|as)",
    r"\b(?:insofar|(?:in\s)?so\sfar)\sas",
    r"(?<!that )(?<!that, )\bto\sthe\sextent\s(?!necessary|required|needed|applicable[,.:;]|permitted)",
    r"\brequests\sthat",
    r"\b(?:deleted|amended|modified|replaced|restated|revised),?\s(?:in\s(?:its|their)\sentirety,?\s)?(?:only\s)?(?:with\s(?:respect|regards?|reference)\sto|in\s(?:respect\sof|regards?\sto)|as\s(?:regards|concerns|to)|to\sthe\sextent|when)\b",
    r"\beffective\s(?:immediately\s)?(?:upon|at|following|after)\s(?:the\s)?(?:closing|consummation|completion|occurrence|sale|termination|expiration)\b",
    r"(?:;\s|\band\s|\bthat,?\s)(?:effective\s)?(?:immediately\s)?(?:prior\sto|before|(?:up)?on|at|following|after)\s(?:the\s)?(?:closing|consummation|completion|occurrence|sale|termination|expiration|acquisition|merger)\b(?!\sdate)[^.;“\"]{0,200}?,\s",
    r"\b(?:(?:delet|strik|remov)\w*\s(?:out\s)?the\s(?:remainder|balance)\sof|the\s(?:remainder|balance)\sof\s[^.;]{0,60}\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:deleted|stricken|struck))",
    r"\b(?:strike-?\s?throughs?|(?:struck|lined|crossed)[\s-]through|lined[\s-]out|red-?lined?|black-?lined?)\b",  # which words go, plain text does not show
    r"\b(?:deleted|removed)\s(?:language|text|words)\s(?:is|are|being|has\sbeen|have\sbeen)\s(?:shown|stricken|struck|bracketed|in\sbrackets|marked)\b",
    r"\bin\s(?:relevant\s|pertinent\s|applicable\s)?part\b(?!\sof\b)",
    r"\b(?:relevant|pertinent|applicable)\s(?:portions?|parts?|language|text)\sof",
    r"\b(?:will|shall)\sbe\s(?:further\s)?(?:amended|modified|revised)(?:\sand\srestated)?,?\s(?:subsequently|in\sa\smanner|in\sform\sand\ssubstance"
        r"|at\sa\slater|in\sthe\sfuture|by\s(?:an?\s)?(?:separate|further|future|subsequent)\s(?:amendment|agreement|instrument|letter))\b",
    r"\b(?:but\sonly\b|only\s(?:as\sto|for|if|with\srespect))",
    r"\band\s(?:everything|(?:all|each|every)\s(?:text|words?|language))\s(?:that|which|thereafter|follow|after|behind)",
    r"\b(?:prior\sto|before)\s(?:giving\seffect\sto\s)?(?:the|such|this|any)\s(?:foregoing\s)?(?:renumbering|redesignation|relettering)",
    r"\beffective\s(?:(?:as\sof|on|for|upon|from)\s)?(?:the\s(?:first|last)\sday\sof|(?:all\s)?deliver(?:y|ies)|the\sdate\s(?:that|on\swhich)(?!\s(?:the\sconditions|all|each|this)\b))",
    r"(?<=[.”\"])\*{1,3}\s*$",
    r"\bfrom\s(?:and\sincluding\s)?(?:the\s(?:words?|phrase)\s)?[“\"]·*[”\"]\s(?:through|until|up\sto|down\sto|to\sand\sincluding|to\sthe\s(?:end|words?))\b",
    r"[“\"]·*[”\"]\s(?:through|thru|until|up\sto|down\sto)\s(?:and\sincluding\s)?(?:the\s(?:words?|phrase)\s)?[“\"]",
    r"\(but\b(?!\s(?:before|after|prior|not\sincluding))",
    r"(?:^|[,;]\s)(?:unless|provided,?\s(?:that|however)(?!,?\s(?:that\s)?(?:section|paragraph|clause|article)\s[^,;:]{1,60}\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:amended|deleted|replaced|restated)\b))\b",
    r"(?:^|[,;]\s)if(?!\s(?:any|applicable|necessary|appropriate)\b)\b",
    rf"{_AT_ITS_HEAD}(?:if|unless|provided(?!\s(?:for|in|by)\b)|upon(?!\s[^,]{{0,120}}\b(?:effective|effectiveness|conditions?|execution|date|acceptance)\b)|during|solely)\b",
    rf"{_AT_ITS_HEAD}from\s(?:and\s(?:after|including)\s)?[^,;:“\"]{{3,60}}?(?:,\s\d{{4}})?,?\s(?:(?:and\s)?(?:through|until)|to|up\sto)\s(?!section|paragraph|clause|article|read\b|the\sextent)",
    rf"{_AT_ITS_HEAD}for\s(?:the|each|any)\s(?:\w+\s){{0,3}}(?:year|period|quarter|month)\b",
    rf"{_AT_ITS_HEAD}(?:as\sto|(?:with|in)\s(?:respect|regards?|reference|relation)\s(?:to|of)|concerning|regarding)\s(?!(?:the\s)?{_PLACE})\b",
    rf"{_AT_ITS_HEAD}(?:(?:insofar|(?:in\s)?(?:so|as)\sfar)\sas|to\sthe\sextent|as\s(?:it|they)\b|in\sthe\scase\sof|subject\sto(?![^,]{{0,160}}\b(?:conditions?|terms|effective|effectiveness|satisfaction|waiver)\b))\b",
    r"\bfrom\sand\safter\s(?![^,]{0,100}(?:\b(?:effective|hereof|date|day|\d{4})\b|,\s\d{4}\b))",
    flags=ENGLISH,
)

_CONDITION = pattern(
    r"(?:^|[.;:]\s)\W{0,3}(?:if|unless|in\sthe\sevent|provided,?\s(?:(?:however|further),?\s)?that)\b(?:[^.;]|\.(?=\d))*$",
    ENGLISH,
)
_GOES_ON = pattern(  # into the sentence behind it, which a line end or a number begins
    r"(?:^|[.;:]\s)\W{0,3}(?:if|unless|in\sthe\sevent)\b(?:[^.;]|\.(?=\d))*,?\sthen\b(?:[^.;]|\.(?=\d))*$",
    ENGLISH,
)
_EVENT = pattern(  # that the lead of a list waits for, and that is no condition of the instrument itself
    r"^\W{0,3}(?:\(?\w{1,5}[.)]\s+){0,2}(?:effective\s+)?(?:immediately\s+)?"
    r"(?:prior\s+to|before|(?:up)?on|at|following|after|subject\s+to|simultaneously\s+with|concurrently\s+with|contingent\s+(?:up)?on)\s+"
    r"(?:and\s+(?:after|subject\s+to)\s+)?(?:the\s+)?(?:closing|consummation|completion|sale|termination|expiration|acquisition|merger)\b"
    r"(?!\s+date\b)",
    ENGLISH,
)
_FOR_A_TIME = pattern(
    r"\b(?:amended|modified|revised|changed)\s(?:[^.;:\"“]{0,40}\s)?(?:(?:solely|only)\s(?:for|during)\s(?:the|a)\s(?:\w+\s)?(?:period|time|term|year|quarter|month)"
    r"|temporarily|for\s(?:the|a)\s(?:limited\s|temporary\s)?period\s(?:from|of|commencing|beginning|ending|through))\b",
    ENGLISH,
)
_TIME = r"(?:\w+\s){0,3}(?:[Qq]uarters?|[Yy]ears?|[Mm]onths?|[Pp]eriods?|[Ww]eeks?|[Dd]ays?|[Tt]erms?|[Ss]easons?)\b(?!\s[“\"])"
_FROM_THEN_ON = (  # without an end, which bounds nothing
    r"period\s(?:commencing|beginning|starting)\s(?:with|on|as\sof)\s(?![^;“\"]{0,160}\b(?:through|until|to\sand\sincluding|ending)\b)"
)
_CHANGED = (  # what is changed, or its verb, before what tells for how long, or of what alone
    r"(?:[”\"],?|\b(?:amended|modified|revised|changed|deleted|replaced|restated),?(?:\sin\s(?:its|their)\sentirety,?)?)\s(?:(?:only|solely)\s)?"
)
_FOR_SOME = AnyOf(
    rf"{_CHANGED}(?:for|during|through)\s(?:(?:the|each|any|all|its|such|an?|one|two|three|six|twelve)\s)(?!{_FROM_THEN_ON}){_TIME}",
    rf"{_CHANGED}(?:until|till)\s(?![“\"])",
    rf"{_CHANGED}while\s",
    rf"{_CHANGED}through\s(?:and\sincluding\s)?(?:the\s(?!words?\b|phrase\b|end\b)|[A-Z][a-z]+\s\d)",
    rf"{_CHANGED}for\s(?:the\s)?purposes?\sof\s",
    rf"{_CHANGED}in\sthe\scase\sof\s",
    rf"{_CHANGED}(?:(?:effective|with\seffect)\s[^.;:“”\"]{{3,60}}?,?\s)?(?:(?:with|in)\s(?:respect|regards?|reference|relation)\s(?:to|of)|as\sto(?!\s(?:read|provide|state)))\s",
    rf"{_CHANGED}(?:(?:insofar|(?:in\s)?(?:so|as)\sfar)\sas|vis-(?:a|à)-vis|(?:where|when)(?:ever)?\s(?:applied|(?:it|they|the\ssame)\s(?:appl|relat|pertain|concern|refer|bear)\w+))\s",
    r"\b(?:amended|modified|revised|changed|deleted|replaced|restated)\s(?:in\s(?:its|their)\sentirety\s)?(?:concerning|regarding|(?:relat|pertain)(?:ing|ed)\sto|in\sconnection\swith)\s",
    r"\b(?:deleted|stricken|struck)\sfor\s(?!(?:all|any)\s(?:intents|purposes)\b)",
    r"\b(?:as\sfollows|to\sread|following),?\s(?:with\s(?:respect|regards?|reference)\sto|in\s(?:respect\sof|regards?\sto|relation\sto)|as\s(?:to|respects|regards|concerns)|concerning|regarding|(?:insofar|in\sso\sfar)\sas)\s",
    rf"{_CHANGED}as\s(?:(?:it|they|the\ssame)\s(?:appl|relat|pertain|concern|refer|bear)\w+|appli(?:ed|cable)\sto)\s",
    rf"{_CHANGED}on\san?\s(?:one-time|temporary|interim|non-?recurring|limited)\s",
    rf"{_CHANGED}such\s(?:amendment|change|replacement|deletion)s?\sto\s(?:be|take|last|apply|remain)\b",
    rf"{_CHANGED}(?:if(?!\s(?:any|applicable)\b)|unless|in\sthe\sevent)\s",
    rf"{_CHANGED}subject\sto\s(?![^.;]{{0,120}}\b(?:conditions?|satisfaction|terms|effective\w*)\b)",
    rf"{_CHANGED}(?:(?:but|and|expressly)\s)?(?:condition(?:ed|al)|contingent)\s(?:up)?on\s",
    rf"{_CHANGED}(?:at|on|upon|after|following)\sthe\s(?:\w+\s){{0,2}}(?:anniversary|closing|consummation|sale|occurrence|completion|expiration)\b",
    rf"{_CHANGED}as\sof\sthe\s(?:[Cc]losing|[Cc]onsummation|[Cc]ompletion|[Ss]ale|[Oo]ccurrence)\b(?!\s[Dd]ate)",
    rf"{_CHANGED}on\sthe\s(?!(?:\w+\s){{0,4}}Effective|Amendment|Closing)(?:[A-Z]\w+\s){{1,4}}Date\b",
    rf"{_CHANGED}(?:no|not)\slater\sthan\s",
    rf"{_CHANGED}(?:apart\sfrom|down\sto|(?:beginning|starting)\s(?:with|at))\s",
    rf"{_CHANGED}from\s(?:the\s)?(?:section|paragraph|clause|sentence|words?|first|second|third)\b[^.;“\"]{{0,40}}\b(?:onwards?|on|forward|downwards?)\b",
    rf"{_CHANGED}where(?:ver)?\s(?:\w+\s)?(?:appropriate|applicable|necessary|required|the\scontext)\b",
    r"\bas\sto\s\w+\s(?:alone|only)\b|\bonly(?:\s?[.;]\s*$|\))",
    r"\b(?:considered|discussed)\s\w+ing\b",
    r"\bdecided\snot\b",
    r"\b[Nn]othing\s(?:herein|in\sthis|contained|set\sforth|provided|stated)\b",
    flags=re.ASCII,
)
_LEAD = 1200  # characters before a list in which its lead stands
_OPENS = pattern(
    r"(?:^|[;:.]\s|\bthat,?\s)(?P<opening>(?:if|in\sthe\sevent|provided|unless|(?:up)?on|when(?:ever)?|where|subject\sto|from\sand\safter|effective"
    r"|beginning|commencing|starting|for|until|following|after|before|prior\sto|as\sof|except|notwithstanding|during|with|once|to\sthe\sextent"
    r"|so\slong\sas|without|solely|condition(?:ed|al)\s(?:up)?on|contingent\s(?:up)?on)\b[^;:]{1,600},\s(?:then,?\s)?)$",
    ENGLISH,
)
KEPT = pattern(  # what is struck is bounded, and where its kept part goes is told
    r"\(excluding\s(?P<part>the\s[^()]{3,80}?\b(?:sentence|paragraph))\s(?:thereof\s)?,?\s?which\s(?:shall|will)\s(?:hereby\s)?be\s"
    r"(?:placed|moved|added|inserted)\s(?P<where>(?:at|to)\sthe\s(?:end|beginning)\sof\s[^()]{1,60}(?:\(\w{1,4}\)){0,3})\)",
)

_PART_ALONE = pattern(r"\s\((?:the\s)?(?:first|second|third|fourth|fifth|sixth|last|final)\s[a-z\s]{0,60}?(?:sentences?|paragraphs?)\sonly\)")  # which is read


def bounded(words: str) -> bool:
    """Whether a sentence bounds what it orders in a way that is not read."""
    words = words[: result(words, 0, len(words))]
    words = _without_event(words)
    last = max((verb.end() for verb in CHANGES.finditer(words)), default=0)
    words = words[: own_clause(words, last, len(words))]
    return withheld(words) or _BOUNDS.stands_in(KEPT.sub("", words)) or _FOR_SOME.stands_in(_PART_ALONE.sub("", words))


def under_condition(text: str, sentence: Sentence) -> bool:
    """Whether the words that lead to a list make all of it wait for an event, or last for a time only.

    `If the mill is sold, then (i) ...`, `Section 2 is amended solely for the period to May 1, 2020 by (i) ...`.
    """
    if any(_waits(words) for lead in sentence.leads(text) for words in lead.words):
        return True
    begun = max([sentence.start - _LEAD, *(one.body for one in sentence.chain[1:2])])
    return bool(_GOES_ON.search(text[begun : sentence.start].rstrip()))


def _waits(lead: str) -> bool:
    lead = _without_event(unquoted(lead))
    near = lead[-_LEAD:]
    return bool(_CONDITION.search(near) or _EVENT.match(lead) or _FOR_A_TIME.search(near))


def _without_event(words: str) -> str:
    """The words of a sentence without the event for which what it orders is told to wait: that is read."""
    told = upon(words)
    return words[: told.start()] + "·" * (told.end() - told.start()) + words[told.end() :] if told else words


def opening(text: str, begun: int, start: int) -> int:
    """Where a clause begins with the words that bound it before its subject: `If he is not in default, the Toll ...`.

    `begun` is where its sentence begins, `start` where its subject does.
    """
    opens = _OPENS.search(text[begun:start])
    return begun + opens.start("opening") if opens else start
