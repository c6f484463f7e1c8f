"""The words and marks of an amending sentence that carry its meaning: all senses, in the order in which they are tried.

What a word means where it stands is told by those around it, and not here.
"""

from conformed.language.orders.lexemes import Sense
from conformed.language.orders.rest import RESTS
from conformed.language.orders.verbs import FOLLOWS, NO_MANNER, VERBS

_PASSED_OVER = (
    Sense("aside", "(", r"(?!\w{1,5}\.?\))(?=[“\"]|[^()]{0,120}\s)(?:[^()]|\([^()]{0,80}\)){2,600}\)"),
    Sense(
        "aside",
        ", | as which",
        r"\s\w+\s(?:(?:it|they|the\ssame|previously|heretofore)\s){0,2}(?:has|have|had|was|were|may)\s"
        r"(?:[^,;:.()“\"]|\(\w{1,5}\)){4,160},",
    ),
    Sense(
        "purpose",
        "in | order",
        r"\sorder\sto\s(?:delet|remov|strik|correct|chang|add|insert|replac|revis|modif)"
        r"(?:(?!\b(?:hereby|amend|shall)\b)[^,:;.“\"]){3,200}(?=[,:])",
    ),
)
_MENTIONS = (  # words of the agreement that no marks set off
    Sense(
        "mention",
        "a an the such said its any | reference cross crossreference",
        r"\s(?:cross[\s-]?)?reference\s(?:(?:contained\s)?therein\s)?to\s"
        r"(?=(?:sub-?)?(?:section|paragraph|clause|article|exhibit|schedule|annex|appendix|attachment)s?\s[\da-z(])",
    ),
    Sense(
        "mention",
        "a an the such | number figure amount sum percentage rate date dollar",
        r"\s(?:dollar\s(?:amount|figure)|(?!dollar)\w+)\s(?:of\s)?"
        r"(?=[$\d]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d)",
    ),
)
_HELPS = (  # "shall be, and hereby is, amended"
    Sense("helps", "and | hereby it they", r"\s(?:(?:it|they)\s)?hereby\s(?:is|are)\b,?", behind=(" be, ", " be ", " is ", " are ", " is, ", " are, ")),
)
_THEREOF = r"(?:\s(?:thereof|therefor|therefore|of)\b)?"
_WHAT_STANDS = r"(?=\s(?:the|that|those|such|said|it|them|this|each|any|(?:sub-?)?(?:section|clause|paragraph))\b|\s[“\"(])"
_PLACES = (
    Sense(
        "end",
        "the | final last",
        r"\s\w+\s(?:words?|phrase)(?=\s[“\"])",
        never_behind=("after ", "before ", "following ", "preceding "),
    ),
    Sense(
        "end",
        "at to onto | the its their very immediate end ending",
        r"\s(?:(?:the|its|their)\s)?(?:very\s|immediate\s)?end(?:\s?ing)?\b",
    ),
    Sense("end", "the | end"),
    Sense("beginning", "at to | the beginning start", r"\s(?:the\s)?(?:beginning|start)\b"),
    Sense(
        "beginning",
        "the | beginning start",
        r"\s\w+(?=\sof\s(?:(?:the|such|said)\s)?(?:\w{4,11}\s)?"
        r"(?:sub-?)?(?:section|paragraph|clause|sentence|definition|article|exhibit|schedule)\b)",
    ),
    Sense("lieu", "in | lieu place substitution replacement", r"\s\w+" + _THEREOF),
    Sense("lieu", "in | the", r"\sthe\slieu\b" + _THEREOF),
    Sense("lieu", "in | its their", r"\s(?:\w+\splace\b" + _THEREOF + r"|their\sstead\b)"),
    Sense("lieu", "therefor therefore"),
    Sense("lieu", "instead", r"(?:\s(?:of|thereof)\b)?"),
    Sense("nth", "where", r"\s(?:it|they|the\ssame)\s(first|second|third|last)\s(?:appears?|occurs?)\b"),
    Sense(
        "passed",  # with which the count of sentences begins anyhow
        "following | the",
        r"\sthe\s(?:heading|caption|title)(?:\ssentence)?(?=\s(?:thereof|of\s(?:such|said))\b)",
        behind=("sentence ", "sentences "),
    ),
    Sense("passed", "where", r"\s(?:it|they|the\ssame)\s(?:appears?|occurs?|is|are)\b"),
    Sense(
        "leads_in",
        "the | portion",
        r"\s\w+\sof\s(?:the|such|that|said)\s(?:sub-?)?(?:section|paragraph|clause)\s(?:(?:that|which)\s)?appear(?:s|ing)\s"
        r"before\s(?:sub-?)?(?:paragraph|clause)\s\(\w{1,4}\)",
    ),
    Sense("unknown", "cover title | page pages"),
    Sense(
        "unknown",
        "as | a an",
        r"\s\w+\s(?:\w+\s){0,2}?(?:exclusion|exception|deduction|example|component|element|factor|carve-?out|condition|requirement|obligation)s?\b",
    ),
    Sense("unknown", "letter letters", r"(?=\s\(?[\"“]?[a-zA-Z][\"”]?\))"),
    Sense("unknown", "bullet bullets", r"(?:\spoints?)?(?=\s(?:of|in|under|to)\s)"),
    Sense(
        "unknown",
        "remainder balance rest",
        r"\sof\s(?!(?:the\s)?(?:section|paragraph|clause|article)\b)",
        behind=("the ",),
    ),
    Sense("unknown", "lines", r"\s(?:thereof|hereof|therein)(?=[^.;]{0,120}\sin\seach\scase\b)"),
    Sense("between", "between"),
    Sense("after", "after behind", never_behind=("from and ", "on and ")),
    Sense("after", "following", NO_MANNER, never_behind=("from and ", "on and ")),
    Sense("after", "immediately directly | after behind"),
    Sense("after", "immediately directly | following", r"\s\w+" + NO_MANNER),
    Sense("after", "that which | follows follow immediately directly", rf"\s(?:(?:immediately|directly)\s)?follows?{_WHAT_STANDS}"),
    Sense("before", "that which | precedes precede immediately directly", rf"\s(?:(?:immediately|directly)\s)?precedes?{_WHAT_STANDS}"),
    Sense("before", "before preceding / prior | to / immediately directly | before preceding"),
    Sense("before", "in | front", r"\s\w+\sof\b"),
    Sense("before", "immediately directly | prior in", r"\s(?:prior\sto|in\sfront\sof)\b"),
)
_WHERE_IT_STANDS = r"(?:\s(?:(?:that|where|in\swhich)\s)?(?:it|they|the\ssame)(?=\s(?:appear|occur|is\s|are\s)))?\b"
_TIMES = "time reference appearance occurrence instance use place"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "last")
_HOW_OFTEN = (
    Sense("throughout", "throughout everywhere wherever whenever", _WHERE_IT_STANDS),
    Sense(
        "throughout",
        "each every | place time instance reference occurrence appearance / all | references reference instances occurrences appearances"
        " / any | references reference",
        r"\s\w+" + _WHERE_IT_STANDS,
    ),
    Sense(
        "throughout",
        "each every | and",
        r"\sand\severy\s(?:place|time|instance|reference|occurrence|appearance)\b" + _WHERE_IT_STANDS,
    ),
    Sense("throughout", "both | places times", r"\s\w+" + _WHERE_IT_STANDS),
    Sense("throughout", "in | each every all both", r"\s\w+\s(?:place|instance|case)s?\b" + _WHERE_IT_STANDS),
    Sense("throughout", "references | to", r"\sto(?=\s(?:the\s\w+\s)?[\"“])"),
    Sense(
        "unknown",
        "first last",
        rf"\s(?:two|three|four|five|several|few)\s(?:{_TIMES.replace(' ', '|')})s\b",
    ),
    *(Sense("nth", f"{ordinal} | {_TIMES}", says=ordinal) for ordinal in _ORDINALS),
    Sense("nth", f"the | {' '.join(_ORDINALS)}", rf"\s(\w+)\s(?:{_TIMES.replace(' ', '|')})\b"),
    Sense("nth", f"the | {' '.join(_ORDINALS)}", r"\s(\w+)(?=\s[“\"](?!whereas\b|recital\b))"),
)
_LINES = "rate rates usoc usocs line row rows entries entry"
_SET_FORTH = (
    r"(?=\s(?:for|of|appearing|contained|set\sforth|attached|listed|therein"
    r"|in(?=\s(?:section|paragraph|clause|article|exhibit|schedule|annex)\b)"
    r"|(?:and|is|are|shall\sbe)\s(?:hereby\s)?(?:inserting|substituting|replacing|deleted|replaced|amended))\b)"
)
_TABLES = (
    Sense(
        "entries",
        f"all / of | the {_LINES} / the | {_LINES}",
        r"(?:\sof)?(?:\sthe)?\s(?:rate\selements?|usocs?|rates?\sand\susocs?|line\sitems?|rows?|entries|entry)\b",
    ),
    Sense("entries", "usoc usocs row rows entries entry / rate | element elements / line | item items"),
    Sense("entries", "rate rates | and", r"\sand\susocs?\b"),
    Sense("table", "grid table tables chart charts levels / pricing | grid / covenant | levels"),
    Sense(
        "table",
        "rent rental rate fee price pricing payment repayment amortization toll | schedule",
        r"\sschedule(?=\s(?:in|of|(?:set\sforth|contained|appearing)\sin)\s(?:(?:section|paragraph|clause|article)\b|the\sdefinition\b))",
    ),
    Sense("table", "contact notice | information address addresses", r"\s\w+" + _SET_FORTH),
    Sense("table", "name names | and", r"\sand\saddress(?:es)?(?:\sblocks?)?" + _SET_FORTH),
    Sense("table", "address addresses breakdown", r"(?:\sblocks?)?" + _SET_FORTH),
)
_NOT_A_TIME = (  # "the period ending on May 1" is none; "the comma ending clause (b)" is a mark
    r"\b(?!\s(?:ending(?!\s(?:clause|section|sub|paragraph|such|the))|ended|commencing|beginning|from(?!\sthe\send)"
    r"|of(?!\s(?:the\s(?:first|second|third|last|final|penultimate)|such|said|clause|section|paragraph))"
    r"|to(?!\sthe\s(?:very\s|immediate\s)?end)|for(?!\s(?:the\s(?:word|period|semi|comma|point)|[\"“]))"
    r"|during|described|specified|(?:which|that)(?!\s(?:(?:immediately|directly)\s)?(?:follows|precedes))|ends|on|or\speriods|until))"
)
_MARKS = {",": ("comma", "comma"), ".": ("period", "period"), ";": ("semicolon semi", "semi-?colon"), ":": ("colon", "colon")}
_POINTS = tuple(
    Sense("point", f"a an the said such that | {begins} final last", rf"\s(?:final\s|last\s)?{name}{_NOT_A_TIME}", mark)
    for mark, (begins, name) in _MARKS.items()
)
_PROVISIONS = (
    "definition definitions section sections clause clauses sentence sentences paragraph paragraphs subsection subsections sub"
)
_UNNUMBERED = r"\s(?:sub-sections?|(?!sub\b)\w+)\b(?!\s(?:\(\w{1,5}\)|\d))"
_WORDS = (
    "word words phrase phrases date amount number text language reference references provision provisions term article"
    " schedule exhibit figure"
)
_PRONOUNS = (
    Sense("unknown", "the | same", r"\s\w+\s(?:words?|phrases?|terms?|language|text|sentences?|paragraphs?|clauses?|provisions?|numbers?|figures?|amounts?|references?|definitions?)\b"),
    Sense("pronoun", "it them / the | same"),
    Sense(
        "pronoun",
        "the | existing current entire present",
        r"\s\w+\s(?:paragraph|section|sub-?section|text|provisions?|language|(?:whereas\s|introductory\s)?clause|definition)"
        r"(?!\s[\d(])\b",
    ),
    Sense(
        "pronoun",
        "the | sentence section paragraph clause definition subsection sub",
        r"\s(?:sub-section|\w+)(?=\sin\s(?:its|their)\sentirety)",
    ),
    Sense(
        "pronoun",
        "the | text texts terms language languages provision provisions content contents",
        r"\s\w+(?=\s(?:thereof|therein|contained|in\s(?:its|their)\sentirety"
        r"|(?:of|in)\s(?:that|such|said|section|sub-?section|paragraph|clause|article)\b))",
    ),
    Sense("pronoun", "those", r"\s(?:\w+\s)?(?:sentences|paragraphs|clauses|sections|definitions|provisions)\b"),
    Sense("pronoun", f"such said | {_PROVISIONS}", _UNNUMBERED),
    Sense("pronoun", f"such said | {_WORDS}"),
    Sense("pronoun", "this | section paragraph clause article subsection definition provision exhibit schedule", r"\s\w+(?=\s(?:is|shall\sbe|in\sits\sentirety)\b)"),
    Sense("pronoun", f"that | {_PROVISIONS} {_WORDS}", r"(?!\s\w{4,12}\s(?:\d|[ivx]{1,5}\b|[a-z]\b|\())" + _UNNUMBERED),
)
_NEW = (  # says of what kind
    Sense(
        "new",
        "new / a | new / a an | additional",
        r"(?:(?<!new)\s(?:new|additional))?\s(?=((?:sub-?)?(?:section|clause|paragraph)|§|secs?\.|definition|defined|article|exhibit"
        r"|schedule|annex|sentence|attachment))",
    ),
)
_SMALL_WORDS = (
    Sense("with", "with"),
    Sense("with", "by", r"(?!\s(?:and|its|the\sparties))"),
    Sense("for", "for"),
    Sense("as", "become becomes"),
    Sense("as", "as", r"(?!\s(?:amended|so|previously|defined|used|follows|set|provided|well|of|may|to))"),
    Sense(
        "in",
        "in",
        r"(?!\s(?:addition|its\s(?!(?:heading|caption|title)\b)|their\s|full|accordance|connection|respect|order|lieu|place"
        r"|effect|no\s))",
        never_behind=("each ", "both "),
    ),
    Sense("in", "from of within into under to therein thereof thereto / contained | in", never_behind=("each ", "both ")),
    Sense("in", "ending", r"(?=\s(?:the\s)?(?:sub-?)?(?:section|clause|paragraph)\b)", never_behind=("each ", "both ")),
    Sense("in", "on | its the such", r"(?=\s\w+\s(?:signature|schedule|exhibit|annex))", never_behind=("each ", "both ")),
)
_IN_FIGURES = " ".join(["1st 2nd 3rd", *(f"{number}th" for number in range(4, 100)), "21st 22nd 23rd 31st 32nd 33rd"])
_OF_TERM = r"(?=\s(?:of\s)?(?:the\s)?(?:terms?\s)?[\"“'`‘])"
_NAMES = (  # of provisions and parts
    Sense(
        "ref",
        "section sections subsection subsections § paragraph paragraphs subparagraph subparagraphs article articles clause"
        " clauses subclause subclauses item items proviso provisos subpart subparts exhibit exhibits schedule schedules annex"
        " annexes appendix attachment attachments recital recitals preamble / signature | page pages / introductory | paragraph",
    ),
    Sense("ref", "sub", r"-(?:(?:section|clause|paragraph|heading)s?\b|(?:section|paragraph|article)s?(?=\d))"),
    Sense("ref", "sec ss", r"(?=\.\s?\d)"),
    Sense("ref", "part parts", r"(?=\s?\()"),
    Sense(
        "ref",
        f"first second third fourth fifth sixth seventh eighth ninth tenth {_IN_FIGURES} last final penultimate initial",
        r"(?=\s[\"“]?(?:whereas|recital)\b"
        r"|(?!\sparagraph\s\d)\s(?:\w+\s){0,3}(?:sentence|paragraph|clause|phrase|parenthetical|proviso|part|portion)"
        r"|\sbullet(?:\spoint)?\s(?:of|in|under|to)\s)",
    ),
    Sense("ref", "next", r"(?=[\s-]to[\s-](?:the\s)?last\s(?:sentence|paragraph)\b)"),
    Sense("ref", "two three", r"(?=\s(?:provisos|parentheticals)\b)"),
    Sense(
        "ref",
        "initial opening introductory parenthetical | clause phrase language text sentence / flush | language text"
        " / heading headings subheading subheadings subhead subheads caption captions title titles parenthetical"
        " parentheticals leadin",
    ),
    Sense("ref", "lead", r"-in\b"),
    Sense(
        "ref",
        "part parts portion portions remainder balance",
        r"(?=\sof\s(?:section|paragraph|clause|article)\b)",
        behind=("the ",),
    ),
    Sense("ref", "defined | definition definitions term terms", r"\s\w+" + _OF_TERM),
    Sense("ref", "definition definitions term terms", _OF_TERM),
    Sense("ref", "definition definitions", r"(?=\sof:\s[\"“])"),
    Sense("ref", "definition definitions", r"(?=\sof\s(?:the\s(?:defined\s)?terms?\s)?[a-z])"),
    Sense("ref", "definition", r"(?!\sof\b)", never_behind=("the ", "such ", "said ", "that ", "this ", "its ", "new ", "following ", "a ")),
)

SENSES = (
    Sense("quote", "“ \" `` ‘ ' ''"),
    *_PASSED_OVER,
    *_HELPS,
    *_MENTIONS,
    *RESTS,
    *VERBS,
    *FOLLOWS,
    *_PLACES,
    *_HOW_OFTEN,
    *_TABLES,
    *_POINTS,
    *_PRONOUNS,
    *_NEW,
    *_SMALL_WORDS,
    *_NAMES,
    Sense("and", "and ;"),
)
"""All senses, in the order in which they are tried."""
