"""The words that carry the meaning of an amending sentence, and the tokens that are made of them.

In: a word or phrase that the pattern finds.  Out: its kind, and what it says of that kind: its verb in one
form, the noun, the mark.  What a word means where it stands is told by those around it, and not here.
"""

import re

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument import Path

_VERBS = {
    "delet": "delete", "strik": "delete", "stric": "delete", "struc": "delete", "resci": "delete", "remov": "delete", "elimi": "delete",
    "repla": "replace", "subst": "substitute", "inser": "insert", "add": "add", "added": "add", "addin": "add", "inclu": "add",
    "resta": "restate", "amend": "amend", "modif": "amend", "revis": "amend", "addit": "add", "desig": "renumber", "renum": "renumber", "redes": "renumber", "relet": "renumber",
    "re-nu": "renumber", "re-de": "renumber", "re-le": "renumber", "chang": "change", "corre": "amend", "suppl": "supplement", "refor": "amend", "place": "insert", "placi": "insert",
    "incor": "add", "adopt": "add", "appen": "add", "updat": "amend", "alter": "amend", "rewor": "amend", "rewri": "amend", "confo": "amend",
    "repea": "delete", "revok": "delete", "cance": "delete", "omitt": "delete", "super": "replace",
}  # fmt: skip
LEXEME = pattern(  # of small letters
    r"""
      (?P<quote>[“"]|``|‘(?=\w)|(?<![\w’'])'{1,2}(?=[a-z(\w]))
    | (?P<aside>\((?!\w{1,5}\.?\))(?=[“"]|[^()]{0,120}\s)(?:[^()]|\([^()]{0,80}\)){2,600}\)
        |,\s(?:as|which)\s(?:(?:it|they|the\ssame|previously|heretofore)\s){0,2}(?:has|have|had|was|were|may)\s(?:[^,;:.()“"]|\(\w{1,5}\)){4,160},)
    | (?P<purpose>\bin\sorder\sto\s(?:delet|remov|strik|correct|chang|add|insert|replac|revis|modif)(?:(?!\b(?:hereby|amend|shall)\b)[^,:;.“"]){3,200}(?=[,:]))
    | (?:\b|(?<=\d)(?=(?:section|article|paragraph)\s)|(?=[§;$])) (?=[\w§;$]) (?:
      (?P<mention>(?<=\swith\s)\$(?=\d)|(?:an?|the|such|said|its|any)\s(?:cross[\s-]?)?reference\s(?:(?:contained\s)?therein\s)?to\s(?=(?:sub-?)?(?:section|paragraph|clause|article|exhibit|schedule|annex|appendix|attachment)s?\s[\da-z(])
        |(?:the|such|an?)\s(?:number|figure|amount|sum|percentage|rate|date|dollar\s(?:amount|figure))\s(?:of\s)?(?=[$\d]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d))
    | (?P<verb>(?:delet(?:e|es|ed|ing)|strik(?:e|es|ing)(?:\sout)?|stricken|struck|rescinded|remov(?:e|ed|ing)|eliminat(?:e|ed|ing)|replac(?:e|es|ed|ing)|substitut(?:e|ed|ing)
        |insert(?:ed|ing|s)?|add(?:ed|ing|s)?|includ(?:e|ing)(?=,?\s(?:the\sfollowing|a\snew|an\sadditional|as\sa\snew))|restat(?:e|ed|ing)|amend(?:ed|ing|s)?|modif(?:y|ied|ying)|revis(?:e|ed|ing)
        |re-?number(?:ed|ing)?|re-?designat(?:e|ed|ing)|designat(?:e|ed|ing)(?=\s(?:as\s)?(?:new\s|existing\s|the\s)?(?:sub)?-?(?:section|clause|paragraph)s?\b)|re-?letter(?:ed|ing)?|chang(?:e(?!\s(?:in|of)\scontrol)|ed|ing)|(?:(?:correct|reform|alter|conform|reword)ed|updated|rewritten)(?=\s(?:by\s|to\sread|in\sits\sentirety|as\sfollows))|supplemented|append(?:ed|ing)
        |repealed|revoked|cancell?ed|omitted|superseded(?=\s(?:in\s(?:its|their)\sentirety\s)?by\sthe\sfollowing\b)|incorporated(?=\sto\sread\b)|adopted(?=\sin\s(?:substitution|lieu|place)\b)|(?:(?<=by\sthe\s)|(?<=and\sthe\s)|(?<=agree\sto\sthe\s))(?:deletion|addition|insertion|substitution|replacement|revision|restatement)(?:\sof)?|plac(?:e|ed|ing)(?=\s(?:a\s(?:period|comma|semicolon)|the\s(?:words?|phrase)\b|["“])))\b)
    | (?P<follow>(?:as|to|a)\sfollows\b|(?<=\swith\s)following(?=:)|\b(?:the|by\sthe)\sfollowing(?!\s(?:manner|respects?|ways?|changes?|amendments?|modifications?|particulars?|corrections?|revisions?)\b)(?:\s(?:new|additional|substituted?(?!\s(?:there|in\s|for\s|as\s)|[.:]|$)|replacement|revised|amended|restated|or|and(?=\s(?:new|additional|substituted?|replacement|revised)\b)|proper))*(?:\s(?P<noun>definitions?|terms?|defined\sterms?|sentences?|paragraphs?|sub-?sections?|sub-?parts?
        |sections?|sub-?clauses?|clauses?|sub-?paragraphs?|phrase|words?|language|text|provisos?|provisions?|parenthetical|covenants?|schedule|exhibit|tables?|pricing\sgrid|grid|articles?|items?))?\b
        |(?P<reads>to\s(?:read|state|provide)\b|to\s(?:be(?:\sa\sreference\sto|\sreferences\sto)?|refer\sto|say|mean)(?=\s(?:the\s(?:words?|phrase|term)\s)?["“])|\b(?:shall|will|should|and|now)\s(?:hereafter\s|henceforth\s|now\s)?reads?\b|\bread(?:s|ing)\b))
    | (?P<end>(?<!after\s)(?<!before\s)(?<!following\s)(?<!preceding\s)the\s(?:final|last)\s(?:words?|phrase)(?=\s["“])|(?:at|to|onto)\s(?:(?:the|its|their)\s)?(?:very\s|immediate\s)?end(?:\s?ing)?\b|\bthe\send\b)
    | (?P<beginning>(?:at|to)\s(?:the\s)?(?:beginning|start)\b
        |the\s(?:beginning|start)(?=\sof\s(?:(?:the|such|said)\s)?(?:\w{4,11}\s)?(?:sub-?)?(?:section|paragraph|clause|sentence|definition|article|exhibit|schedule)\b))
    | (?P<lieu>(?:in\s(?:(?:the\s)?lieu|place|substitution|replacement|its\splace|their\splace)(?:\s(?:thereof|therefor|therefore|of))?|therefor|therefore|instead(?:\sof|\sthereof)?|in\stheir\sstead)\b)
    | (?P<passed>where\s(?:it|they|the\ssame)\s(?:appears?|occurs?|is|are)\b)
    | (?P<leads_in>the\sportion\sof\s(?:the|such|that|said)\s(?:sub-?)?(?:section|paragraph|clause)\s(?:(?:that|which)\s)?appear(?:s|ing)\sbefore\s
        (?:sub-?)?(?:paragraph|clause)\s\(\w{1,4}\))
    | (?P<unknown>to\sprovide\sin\b|bullets?(?:\spoints?)?(?=\s(?:of|in|under|to)\s)|(?<=the\s)(?:remainder|balance|rest)\sof\s(?!(?:the\s)?(?:section|paragraph|clause|article)\b)
        |lines\s(?:thereof|hereof|therein)(?=[^.;]{0,120}\sin\seach\scase\b))
    | (?P<between>between\b)
    | (?P<after>(?:immediately\s|directly\s)?(?<!from\sand\s)(?<!on\sand\s)(?:after|following(?!\s(?:manner|respects?|ways?|changes?|amendments?|modifications?|particulars?|corrections?|revisions?)\b)|behind)\b)
    | (?P<before>(?:immediately\s|directly\s)?(?:before|preceding|prior\sto|in\sfront\sof)\b)
    | (?P<throughout>(?:throughout|everywhere|each\s(?:place|time|instance|reference|occurrence)|(?:each|every)\s(?:and\severy\s)?(?:place|time|instance|reference|occurrence)|in\s(?:each|every|all|both)\s(?:place|instance|case)s?
        |all\s(?:references?|instances|occurrences)|references\sto(?=\s(?:the\s\w+\s)?["“])|wherever|whenever|any\sreferences?)(?:\s(?:(?:that|where|in\swhich)\s)?(?:it|they|the\ssame)(?=\s(?:appear|occur|is\s|are\s)))?\b)
    | (?P<nth>(?:the\s)?(?P<ordinal>first|second|third|fourth|fifth|sixth|last)\s(?:time|reference|appearance|occurrence|instance|use|place)\b)
    | (?P<entries>(?:all\s)?(?:of\s)?(?:the\s)?(?:rate\selements?|usocs?|rates?\sand\susocs?|line\sitems?|rows?|entries|entry)\b)
    | (?P<table>(?:pricing\sgrid|grid|tables?|charts?|covenant\slevels|levels)\b
        |(?:(?:contact|notice)\s(?:information|address(?:es)?)|(?:names?\sand\s)?address(?:es)?(?:\sblocks?)?|breakdown)
        (?=\s(?:for|of|appearing|contained|set\sforth|attached|listed|therein|in(?=\s(?:section|paragraph|clause|article|exhibit|schedule|annex)\b)|(?:and|is|are|shall\sbe)\s(?:hereby\s)?(?:inserting|substituting|replacing|deleted|replaced|amended))\b))
    | (?P<point>(?:an?|the|said|such|that)\s(?:final\s|last\s)?(?P<mark>comma|period|semicolon|semi-colon|colon)\b(?!\s(?:ending(?!\s(?:clause|section|sub|paragraph|such|the))|ended|commencing|beginning|from(?!\sthe\send)
        |of(?!\s(?:the\s(?:first|second|third|last|final|penultimate)|such|said|clause|section|paragraph))|to(?!\sthe\s(?:very\s|immediate\s)?end)|for(?!\s(?:the\s(?:word|period|semi|comma|point)|["“]))|during|described|specified|which|that|ends|on|or\speriods|until)))
    | (?P<pronoun>(?:it|them|the\ssame|the\s(?:existing|current|entire|present)\s(?:paragraph|section|sub-?section|text|provisions?|language|(?:whereas\s|introductory\s)?clause|definition)(?!\s[\d(])
        |the\s(?:sentence|section|paragraph|clause|definition|sub-?section)(?=\sin\s(?:its|their)\sentirety)
        |the\s(?:text|terms|language|provisions?|content)s?(?=\s(?:thereof|therein|contained|in\s(?:its|their)\sentirety|(?:of|in)\s(?:that|such|said|section|sub-?section|paragraph|clause|article)\b))|those\s(?:\w+\s)?(?:sentences|paragraphs|clauses|sections|definitions|provisions)|(?:such|said|that(?!\s\w{4,12}\s(?:\d|[ivx]{1,5}\b|\()))\s(?:(?:definitions?|sections?|clauses?|sentences?|paragraphs?|sub-?sections?)(?!\s(?:\(\w{1,5}\)|\d))|words?|phrases?|date|amount|number|text|language|references?|provisions?|term|article|schedule|exhibit|figure))\b)
    | (?P<new>(?:a\snew|new|an?\sadditional)\s(?=sections?|clauses?|sub-?sections?|sub-?clauses?|paragraphs?|sub-?paragraphs?|definitions?|defined|articles?|exhibits?|schedules?|annex|sentences?|sections?|attachments?))
    | (?P<with>with\b|\bby\b(?!\s(?:and|its|the\sparties)))
    | (?P<for>for\b)
    | (?P<as>becomes?\b|as\b(?!\s(?:amended|so|previously|defined|used|follows|set|provided|well|of|may|to)))
    | (?P<in>(?<!each\s)(?<!both\s)(?:in(?!\s(?:addition|its\s(?!(?:heading|caption|title)\b)|their\s|full|accordance|connection|respect|order|lieu|place|effect|no\s))|from|of|within|under|contained\sin|ending(?=\s(?:the\s)?(?:sub-?)?(?:section|clause|paragraph)\b)|on(?=\s(?:its|the|such)\s(?:signature|schedule|exhibit|annex))|to|therein|thereof|thereto)\b)
    | (?P<ref>(?:sub-?sections?|sections?|(?:sec|ss)(?=\.\s?\d)|paragraphs?|articles?|(?:sub-?)?clauses?|items?|provisos?|sub-?paragraphs?|subparts?|parts?(?=\s?\()|exhibits?|schedules?|annex(?:es)?|appendix|attachments?|recitals?|preamble|signature\spages?
        |introductory\sparagraph|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate|initial|\d{1,2}(?:st|nd|rd|th))(?=\s["“]?(?:whereas|recital)\b|\s(?:\w+\s){0,3}(?:sentences?|paragraphs?|clauses?|phrases?|parentheticals?|provisos?|parts?|portions?))|(?:two|three)(?=\s(?:provisos|parentheticals)\b)
        |(?:(?:initial|opening|introductory|parenthetical)\s(?:clause|phrase|language|text|sentence)|(?:sub-?)?headings?|subheads?|captions?|titles?|parentheticals?|lead-?in|flush\s(?:language|text))\b|(?<=the\s)(?:parts?|portions?|remainder|balance)(?=\sof\s(?:section|paragraph|clause|article)\b)
        |(?:defined\s)?(?:definitions?|terms?)(?=\s(?:of\s)?(?:the\s)?(?:terms?\s)?["“'`‘])|definitions?(?=\sof:\s["“])|definition(?=\sof\s(?:the\s(?:defined\s)?term\s)?[a-z]))\b|(?:sub-?)?(?:section|paragraph|article)s?(?=\d)|§)
    | (?P<and>and\b|;) )
    """,
    re.VERBOSE | re.ASCII,
)
_KINDS = {
    "noun": "follow",
    "reads": "follow",
    "ordinal": "nth",
    "mark": "point",
}  # inner groups, by the outer one


class Token(msgspec.Struct, frozen=True):
    """A word that carries meaning: its kind, its place, and by kind its value.

    `kind` is the name of a group of the pattern above or "path"; `value` the verb, noun, mark or quoted words;
    `inner` the place of quoted words without their marks; `passive` tells a verb that stands after its object.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    inner: tuple[int, int] = (0, 0)
    paths: tuple[Path, ...] = ()
    back: bool = False
    passive: bool = False


def kind_of(match: re.Match[str]) -> str:
    """The kind of what the pattern has found."""
    return _KINDS.get(match.lastgroup or "", match.lastgroup or "")


def verb_of(word: str) -> str:
    """The verb of change in the one form that stands for all of its kind."""
    return _VERBS.get(word[:5]) or _VERBS[word[:3]]


def value_of(match: re.Match[str], kind: str) -> str:
    """What a lexeme of a kind says: the noun, the ordinal or the mark in it, else its words."""
    if kind == "follow":
        return "read" if match["reads"] else " ".join((match["noun"] or "").split()).rstrip("s")
    if kind == "nth":
        return match["ordinal"]
    if kind == "new":
        return match.string[match.end() : match.end() + 12].split()[0].lower().rstrip(",s")
    if kind == "point":
        return {"comma": ",", "period": ".", "semicolon": ";", "semi-colon": ";", "colon": ":"}[
            match["mark"]
        ]
    return match[0]
