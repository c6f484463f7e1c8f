"""The words of an amending sentence that carry its meaning.

In: a sentence.  Out: its verbs of change, the quoted words, the provisions it names, and the small words that
say what stands where, as tokens in order.  What a quotation holds is one token and is not looked into.
"""

import re
from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import pattern, small_letters
from conformed.instrument import Path, reference
from conformed.instrument.paths.captioned import after_caption

_VERBS = {
    "delet": "delete", "strik": "delete", "stric": "delete", "struc": "delete", "resci": "delete", "remov": "delete", "elimi": "delete",
    "repla": "replace", "subst": "substitute", "inser": "insert", "add": "add", "added": "add", "addin": "add", "inclu": "add",
    "resta": "restate", "amend": "amend", "modif": "amend", "revis": "amend", "addit": "add", "desig": "renumber", "renum": "renumber", "redes": "renumber", "relet": "renumber",
    "re-nu": "renumber", "re-de": "renumber", "re-le": "renumber", "chang": "change", "corre": "amend", "suppl": "supplement", "refor": "amend", "place": "insert", "placi": "insert",
    "incor": "add", "adopt": "add", "appen": "add", "updat": "amend", "alter": "amend", "rewor": "amend", "rewri": "amend", "confo": "amend",
    "repea": "delete", "revok": "delete", "cance": "delete", "omitt": "delete", "super": "replace",
}  # fmt: skip
_LEXEME = pattern(  # of small letters
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
    | (?P<in>(?<!each\s)(?<!both\s)(?:in(?!\s(?:addition|its\s|their\s|full|accordance|connection|respect|order|lieu|place|effect|no\s))|from|of|within|under|contained\sin|ending(?=\s(?:the\s)?(?:sub-?)?(?:section|clause|paragraph)\b)|on(?=\s(?:its|the|such)\s(?:signature|schedule|exhibit|annex))|to|therein|thereof|thereto)\b)
    | (?P<ref>(?:sub-?sections?|sections?|(?:sec|ss)(?=\.\s?\d)|paragraphs?|articles?|(?:sub-?)?clauses?|items?|provisos?|sub-?paragraphs?|subparts?|parts?(?=\s?\()|exhibits?|schedules?|annex(?:es)?|appendix|attachments?|recitals?|preamble|signature\spages?
        |introductory\sparagraph|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate|initial|\d{1,2}(?:st|nd|rd|th))(?=\s["“]?(?:whereas|recital)\b|\s(?:\w+\s){0,3}(?:sentences?|paragraphs?|clauses?|phrases?|parentheticals?|parts?|portions?))
        |(?:(?:initial|opening|introductory|parenthetical)\s(?:clause|phrase|language|text|sentence)|headings?|captions?|titles?|parentheticals?|lead-?in|flush\s(?:language|text))\b|(?<=the\s)(?:parts?|portions?|remainder|balance)(?=\sof\s(?:section|paragraph|clause|article)\b)
        |(?:defined\s)?(?:definitions?|terms?)(?=\s(?:of\s)?(?:the\s)?(?:terms?\s)?["“'`‘])|definitions?(?=\sof:\s["“])|definition(?=\sof\s(?:the\s(?:defined\s)?term\s)?[a-z]))\b|(?:sub-?)?(?:section|paragraph|article)s?(?=\d)|§)
    | (?P<and>and\b|;) )
    """,
    re.VERBOSE | re.ASCII,
)
_ADJECTIVE = pattern(
    r"(?:\b(?:an?|the|such|this|that|said|its|their|each|any|attached|accompanying)(?:\s(?:new|so))?(?:\s(?:amended|restated|revised)\sand)?|\bas|\bso|previously|heretofore|hereafter|\bthen|\bas\sfurther|otherwise|may\sbe|\bdeemed\snot|not\sbe|not\sto|was|were|cannot\sbe|from\stime\sto\stime|hereby\sand\sas|except\sas|to\sbe\sso|been|having|(?:which|that)\s(?:was|were)|\bnew\sand)\s$",
    re.IGNORECASE,
)
_PASSIVE = pattern(
    r"\b(?:is|are|be|being|was|were)(?:,?\s(?:hereby|further|also|each|and\shereby|accordingly|respectively|herewith|hereinafter|and\sit\shereby\sis|superseded(?:\sin\s(?:its|their)\sentirety)?\sand|effective\s[^.;:\"“]{0,60},))*,?\s$",
    re.IGNORECASE,
)
_SHALL = pattern(
    r"\b(?:shall|will)\s(?:be\sdeemed\s(?:to\sbe\s)?|be\s(?:and\s)?(?:hereby\s)?(?:is\s)?|hereby\sbe\s)?(?:further\s)?$",
    re.IGNORECASE,
)
_UNCLOSED = pattern(r",\s(?:the\s(?:words?|phrase|following|term)|and\sinserting|with)\s")
_ANCHORED = pattern(
    r"\b(?:after|following|before|preceding|between|deleting|inserting|adding|replacing|striking|and|prior\sto)\s(?:the\s)?$",
    re.IGNORECASE,
)
_NAMES = pattern(
    r"(?:section|article|clause|paragraph|sub-?section|sub-?clause|exhibit|schedule)\s", re.IGNORECASE
)
_OWN = pattern(
    r"(?:\s\([^()]{2,120}\))?,?\s(?:below|above|hereof|herein|of\sthis\s(?:[A-Z][\w-]*\s){0,3}(?:Amendment|Waiver|Consent|Letter|Addendum|Modification))\b",
    re.IGNORECASE,
)
_ACRONYM = pattern(r"(?<!\w)(?!(?:THE|AND|NEW|ALL|OF|IN|TO|FOR|THIS|SUCH|SAID|[IVXLC]+)\s)([A-Z]{2,5})\s$")
_STATUTE = pattern(r"(?:\bCode|\b(?:IRC|UCC|USC|SEC)|\bAct|Regulations?|Rules?|\bERISA|Statutes?)$")
_MENTIONED = pattern(
    r"\b(?:as\sdefined\s(?:in|by)|pursuant\sto|in\saccordance\swith|(?:provided|called)\sfor\s(?:in|by)|permitted\s(?:by|under)|required\s(?:by|under)|subject\sto|referred\sto\sin"
    r"|described\sin|(?:payable|made|granted|due)\sunder|\bCode|Regulations?|\bAct|conditions(?:\sprecedent)?\s(?:set\sforth|contained|specified|stated)\sin|satisfaction\sof|requirements\sof|reliance\son"
    r"|notwithstanding(?:\s(?:anything|any\sprovision|the\s(?:terms|provisions?))(?:\sto\sthe\scontrary)?(?:\s(?:contained|set\sforth))?\s(?:in|of))?)\s(?:the\s)?$",
    re.IGNORECASE,
)
_MENTIONED_WORDS = pattern(
    r"(?:[A-Za-z-]{4,12}\s)(?:\d{1,3}(?:\.\d{1,3}){0,4}[A-Z]?|[A-Z]{1,4}(?:-\d{1,2})?(?!\w)|(?=\())(?:\s?\(\w{1,5}\)){0,5}"
    r"|\$?\d{1,3}(?:,\d{3}){0,5}(?:\.\d{1,6})?%?(?!\w)|[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4}"
)
_NUMBERED = pattern(r"\s?(?:\d|\([a-zA-Z\d]{1,4}\)|[a-z][A-Z]\b)")
_SMALL = pattern(r"\s[\"“`'‘]{1,2}\s?[a-z]")
_STRIKES = pattern(r"\b(?:deleting|striking|removing)\s(?:the\s)?$", re.IGNORECASE)
_WHOLE_TERM = pattern(
    r"s?\s?(?:[\"“][^\"“”\n]{1,80}[\"”],?(?:\s(?:and\s)?|$)){1,12}(?:in\s(?:its|their)\sentiret|and\s(?:its|their|the\srelated)\s(?:respective\s)?definition)",
    re.IGNORECASE,
)
_PART_ONLY = pattern(
    r"\([^()]{0,160}\b(?:only|sentences?)\)|\([^()]{0,160}\b(?:only)\b[^()]{0,40}\)", re.IGNORECASE
)
_PLACE_BEHIND = pattern(
    r"\s\((?:the\s)?[^()]{0,160}\b(?:only|sentences?)\)"
    r"|\s\((?:the\s)?(?:[a-z]+\s)?(?:paragraph|sentence|clause|portion|table|definition)\b"
    r"|\sof\s(?:the\s)?(?:section|paragraph|article)\s(?:\d|[IVX]{1,5}\b)|,?\s(?:of|in)\spart\s(?:\d{1,2}|[IVX]{1,5}|[A-Z])\b",
    re.IGNORECASE,
)
_THAT_BEARS_ON = pattern(  # "the last two paragraphs pertaining to tolls": the last of those, wherever they stand
    r"\s(?:(?:that|which)\s)?(?:pertain|relat|concern|deal|describ|regard|address)(?:s|es|ing)\s", re.IGNORECASE
)
_CALLED = pattern(r"(?<!\w)[A-Z]{4,}(?:\s(?:AND|OF|[A-Z]{3,})){0,5}\s$")
_WITHIN_PART = pattern(r"\bPart\s(?:\d{1,2}|[IVX]{1,5}|[A-Z]),?\s$")  # "Part II, Section 3"
_NUMBERED_BELOW = pattern(r",?\s(?:sub-?)?(?:paragraph|clause|part|item|line|bullet)\s\d", re.IGNORECASE)
_CLOSES_ONLY = pattern(r"(?<=[\w,.;)])[\"“] (?=\S)")
_FORMER = pattern(
    r"\bwhich\s(?:previously|formerly|originally)\s(?:read|stated|provided)(?:\sas\sfollows)?[,:]?\s$",
    re.IGNORECASE,
)
_ON_WHAT = pattern(
    r",?\s(?:that\s|which\s)?(?:relat(?:ed|ing|es)\sto|regarding|concerning|captioned|titled)\s(?:[“\"][^”\"]{1,80}[”\"],?\s(?:and\s)?){0,3}"
)
_WHICH_STATES = pattern(
    r"(?:\sof\sthe\s[\w\s]{1,40})?,?\s(?:which|that)\s(?:(?:currently|presently|now)\s)?(?:states?|reads?|provides?)(?:\sthat|\sas\sfollows)?[,:]?\s"
)
_UNDER = pattern(r"\b(?:under|beneath|below)\s(?:the\s(?:heading|caption|title)\s)?$", re.IGNORECASE)
_RENAMED = pattern(r"(?:designat\w+|number\w+|letter\w+|\bas|\bnew)\s$", re.IGNORECASE)
_JOINED = pattern(r"\b(?:and|or|,)\s(?:hereby\s)?$")
_BEGINS = pattern(
    r"(?:(?:^|\s)[–—-]{1,2}|:)\s$"
)  # "Section 3 - Revise": what stands before is the caption of an order
_ATTACHED_BEFORE = pattern(
    r"\b(?:attached|annexed)\s(?:hereto\s)?(?:as\s)?(?:the\s)?(?:new\s|revised\s)?$", re.IGNORECASE
)
_ATTACHED_BEHIND = pattern(
    r"\s(?:(?:is|are|shall\sbe)\s(?:hereby\s)?replaced\s)?(?:with|by)\s(?:the\s)?(?:new\s|revised\s)?(?:attached|annexed)\s",
    re.IGNORECASE,
)
_AS_AMENDED = pattern(r",\sas\s(?:so\s|hereby\s|thus\s)?amended(?:\shereby|\sherein|\sabove)?,?\s$", re.IGNORECASE)
_READS = pattern(r"(?:shall|will|should|now)\s", re.IGNORECASE)
_TERMS = {"term", "terms", "defined term", "defined terms"}
_KINDS = {
    "noun": "follow",
    "reads": "follow",
    "ordinal": "nth",
    "mark": "point",
}  # inner groups, by the outer one
_CLOSE = {"“": "”", '"': '"', "``": "''", "‘": "’", "'": "'", "''": "''"}


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


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of the characters `start` to `end`."""
    return list(_Lexer(text, start, end).read())


class _Lexer:
    """Reads on from `at`; `last` is the token before, where nothing that is passed over stands between."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end, self.at = text, start, end, start
        self.small = small_letters(text)
        self.last: Token | None = None
        self.passive = False  # whether the verb before was passive
        self.told = False  # whether the verb before only told of what is so, or was done earlier
        self.behind = 0  # where the last address ended
        self.named = self.ordered = False  # whether a provision was named, or a change ordered

    def read(self) -> Iterator[Token]:
        """The tokens, one after the other."""
        while match := _LEXEME.search(self.small, self.at, self.end):
            self.at = match.end()
            kind = _KINDS.get(match.lastgroup or "", match.lastgroup or "")
            token = self._token(kind, match)
            if token is None:
                continue
            if self._orders_by_reading(token):
                yield Token("verb", token.start, token.start, value="amend", passive=True)
            yield token
            if kind == "follow" and match["noun"] and (named := _numbered_new(self.text, match, self.end)):
                yield from named
                token = named[-1]
            self.behind = token.end if token.kind == "path" else self.behind
            self.named, self.ordered = (
                self.named or token.kind == "path",
                self.ordered or token.kind == "verb",
            )
            self.at = max(self.at, token.end)
            self.last = token

    def _orders_by_reading(self, token: Token) -> bool:
        """`Section 5.3 shall read as follows`, `now reads`: the only verb of its order."""
        return (
            token.value == "read"
            and self.named
            and not self.ordered
            and bool(_READS.match(self.text, token.start) or _AS_AMENDED.search(self._before(token.start, 32)))
        )

    def _token(self, kind: str, match: re.Match[str]) -> Token | None:
        """The token that a match is, or None for what is passed over."""
        if kind == "quote":
            return self._quotation(match)
        if kind == "ref":
            return self._reference(match)
        if kind == "verb":
            return self._verb(match)
        if kind == "mention":
            return self._mention(match)
        if kind in {"passed", "purpose"}:
            return None
        if kind == "leads_in":
            return Token("path", match.start(), match.end(), paths=(Path(place="introductory clause"),))
        if kind != "aside":
            return Token(kind, match.start(), match.end(), value=_value(match, kind))
        if self.last is not None and self.last.kind in {"after", "before", "between"}:
            self.at = (
                match.start() + 1
            )  # `after (a "Competitive Activity")`: the anchor stands in the brackets
        self.last = None
        return None

    def _quotation(self, match: re.Match[str]) -> Token | None:
        if _CLOSES_ONLY.match(self.text, match.start()):
            return Token("unknown", match.start(), match.end())  # `replacing sixty days" with "ninety days"`
        token = _quote(self.text, match, self.end)
        if _UNDER.search(self._before(token.start, 40)):
            return Token("unknown", token.start, token.end)  # the caption of a part that no address names
        if _FORMER.search(self._before(token.start, 40)) or self._is_caption(token) or self._is_in_apposition(token):
            self.at = token.end
            return None  # "which previously read "Wages and dues""
        entitled = reference(self.text, match.start(), self.end)  # `the "Tolls" section of the Lease`
        if entitled is not None:
            return Token("path", match.start(), entitled.end, paths=entitled.paths, back=entitled.back)
        return _named(self.text, token, self.end) or token

    def _is_caption(self, token: Token) -> bool:
        """Whether quoted words tell what the provision named before them is on: `Section 11(i) related to "Barges"`."""
        return bool(self.behind and _ON_WHAT.fullmatch(self.text, self.behind, token.start))

    def _is_in_apposition(self, token: Token) -> bool:
        """Whether quoted words only repeat the sentence named before them: `the last sentence, which states that "..."`."""
        last = self.last
        return (
            last is not None
            and last.kind == "path"
            and all(path.place is not None for path in last.paths)
            and _WHICH_STATES.fullmatch(self.text, last.end, token.start) is not None
        )

    def _reference(self, match: re.Match[str]) -> Token | None:
        text, begun = self.text, match.start()
        if match[0] in _TERMS and (
            _SMALL.match(text, match.end(), self.end)
            or (
                _ANCHORED.search(self._before(begun, 24))
                and not (match[0][0] == "d" and _STRIKES.search(self._before(begun, 16)))
                and not _WHOLE_TERM.match(text, match.end(), self.end)
            )
        ):
            return None  # "after the term "X"", "the term "or requested of"": words, and no definition
        if _MENTIONED.search(self._before(begun, 80)):
            return None
        if called := _CALLED.search(self._before(begun, 80)):
            begun -= len(called[0])  # "the NEGATIVE COVENANTS Section"
        begun -= 4 if self._before(begun, 4).lower() == "the " else 0
        found = reference(text, begun, self.end)
        if found is None:
            return (
                Token("unknown", match.start(), match.end())
                if _NUMBERED.match(text, match.end(), self.end)
                else None
            )
        narrower = _PLACE_BEHIND.match(text, found.end, self.end) or _WITHIN_PART.search(self._before(begun, 12))
        placed = any(path.place for path in found.paths)
        narrower = narrower or (_THAT_BEARS_ON.match(text, found.end, self.end) if placed else None)
        if narrower or _PART_ONLY.search(text, begun, found.end):
            return Token("unknown", begun, found.end)  # "Section 11.3 (second sentence only)"
        below = _NUMBERED_BELOW.match(text, found.end, self.end)
        if below and any(path.section and not path.place for path in found.paths) and match[0][0] in "sa§":
            return Token(
                "unknown", begun, below.end()
            )  # "Section 5, paragraph 2": a clause or the second one
        if acronym := _ACRONYM.search(self._before(begun, 7)):  # "GC Section 4.3.1", "IRC Section 409A"
            named = [
                msgspec.structs.replace(path, document=path.document or acronym[1]) for path in found.paths
            ]
            found = msgspec.structs.replace(found, paths=tuple(named))
        elsewhere = any(path.document and _STATUTE.search(path.document) for path in found.paths)
        own = _OWN.match(text, found.end, self.end) and not any(path.part for path in found.paths)
        if elsewhere or own:
            self.at = max(self.at, found.end)
            return None
        of_term = any(path.term is not None for path in found.paths)
        behind = found.end if of_term else after_caption(text, found.end, self.end)
        return Token("path", begun, behind, paths=found.paths, back=found.back)

    def _mention(self, match: re.Match[str]) -> Token | None:
        """Words of the agreement that are named without marks: `the reference to Section 2.2(iv)`, `the number $150`."""
        begun = match.start() if match[0] == "$" else match.end()
        words = _MENTIONED_WORDS.match(self.text, begun, self.end)
        if words is None:
            return None
        return Token("quote", match.start(), words.end(), value=words[0], inner=words.span())

    def _verb(self, match: re.Match[str]) -> Token | None:
        word, before = match[0], self._before(match.start(), 90)
        told = not word.endswith(("ing", " of", "ion", "ment")) and bool(
            _ADJECTIVE.search(before) or (self.told and _JOINED.search(before))
        )
        self.told = told
        name = self.text[match.start()].isupper() and match.start() > self.start and not _PASSIVE.search(before)
        name = name and (word.endswith(("ed", "ing")) or not _BEGINS.search(before))
        if told or name:
            return None
        passive = bool(_PASSIVE.search(before) or _SHALL.search(before)) and word.endswith(
            ("ed", "en", "uck")
        )
        self.passive = passive or (
            self.passive and word.endswith(("ed", "n")) and bool(_JOINED.search(before))
        )
        becomes = self.text.startswith(" to become ", match.end())
        value = "renumber" if becomes else _verb(word)
        return Token("verb", match.start(), match.end(), value=value, passive=self.passive)

    def _before(self, at: int, width: int) -> str:
        return self.text[max(self.start, at - width) : at]


def _verb(word: str) -> str:
    return _VERBS.get(word[:5]) or _VERBS[word[:3]]


def _value(match: re.Match[str], kind: str) -> str:
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


def _quote(text: str, match: re.Match[str], end: int) -> Token:
    """The quotation that opens here; one that does not close goes to the end of the sentence."""
    opening = match[0]
    begun = match.end()
    close = _closing(text, opening, begun, end)
    stop = close if close is not None else end
    after = stop + len(_CLOSE[opening]) if close is not None else end
    return Token("quote", match.start(), after, value=text[begun:stop].strip(), inner=(begun, stop))


def _numbered_new(text: str, match: re.Match[str], end: int) -> list[Token]:
    """What is called by its number behind "the following": `the following new Section 6.2(f) and (g)`."""
    found = reference(text, match.start("noun"), end)
    if found is None or not any((path.section or path.steps) and not path.place for path in found.paths):
        return []
    return [
        Token("new", match.start("noun"), match.start("noun")),
        Token("path", match.start("noun"), found.end, paths=found.paths, back=found.back),
    ]


def _named(text: str, token: Token, end: int) -> Token | None:
    """A provision whose name is set in quotation marks: `"Section 2. Term" of the Agreement`, `redesignating "clause (j)"`."""
    if not _NAMES.match(token.value):
        return None
    found = reference(text, token.inner[0], token.inner[1])
    if found is None:
        return None
    whole = found.end >= token.inner[1] - 1
    captioned = (
        bool(re.match(r"\s(?:of|to|in)\s(?:the|this|such)\b", text[token.end : min(end, token.end + 12)]))
        and not whole
    )
    named = captioned or _attached(text, token, end, found.paths)
    renamed = whole and bool(_RENAMED.search(text[max(0, token.start - 20) : token.start]))
    return Token("path", token.start, token.end, paths=found.paths) if named or renamed else None


def _attached(text: str, token: Token, end: int, paths: tuple[Path, ...]) -> bool:
    """Whether a part whose name is quoted is said to be attached, or gives way to one that is."""
    return all(path.part for path in paths) and bool(
        _ATTACHED_BEFORE.search(text[max(0, token.start - 40) : token.start])
        or _ATTACHED_BEHIND.match(text, token.end, end)
    )


def _closing(text: str, opening: str, at: int, end: int) -> int | None:
    """Where the mark stands that closes a quotation opened before `at`."""
    mark = _CLOSE[opening]
    if opening == "“":
        depth = 1
        for found in re.compile("[“”]").finditer(text, at, end):
            slips = found.end() == end and text[at : found.start()].rstrip()[-1:] in {".", ";"}
            depth += 1 if found[0] == "“" and not slips else -1
            if depth == 0:
                return found.start()
        straight = text.find('"', at, end)
        return straight if straight >= 0 else None
    inside = 0
    while (found_at := text.find(mark, at, end)) >= 0:
        before, after = text[found_at - 1], text[found_at + len(mark) : found_at + len(mark) + 1]
        opens = before in " (" and after.isalnum()
        if (
            opens
            and mark == '"'
            and (unclosed := _UNCLOSED.search(text, at, found_at))
            and unclosed.end() == found_at
        ):
            return unclosed.start()
        if opens and mark == '"':
            inside += 1
        elif inside and mark == '"':
            inside -= 1
        elif not after or not after.isalnum() or mark != "'":
            return found_at
        at = found_at + len(mark)
    return text.find(mark, at, end) if text.find(mark, at, end) >= 0 else None
