"""Plain sentences that say of something of the agreement that it now is otherwise, with no word of editing.

In: the text of an instrument and one of its sentences.  Out: whether the sentence must be seen.  The convention: a term in
capitals that the instrument does not define is the agreement's ("The Delivery Date for the barge is 1 May 2020", "the Note is
hereinafter non-revolving"), and so is what the agreement is said to provide for.
"""

from functools import cached_property

from conformed.basis.pattern import pattern
from conformed.language.sentences.sentences import Sentence, unquoted

_TERM = r"(?P<term>[A-Z][\w-]*(?:\s(?:(?:of|and|for)\s)?[A-Z][\w-]*){0,5})"
_AGREEMENT = (
    r"(?:the|your|his|her|said|such)\s(?:[A-Z]\w+\s){0,4}(?:Agreement|Contract|Lease|Note|Plan|Indenture|Mortgage|Guaranty|Deed\sof\sTrust|Subcontract)\b"
)
_SECTION = r"(?:(?:[Ss]ections?|[Pp]aragraphs?|[Aa]rticle)\s\S{1,12}\sof\s)?"
_STAYS = r"(?!(?:not\s)?(?:be\s)?(?:remain|continu|surviv|govern|affect|impair|constru|interpret|bind|secure\b|(?:collectively\s)?referred))"
_OF_A_TERM = pattern(
    r"(?:^|\bthat,?\s|\band\s|[,;.]\s)(?:[Tt]he|[Ee]ach|[Ss]uch|[Aa]ll|[Yy]our|[Hh]is|[Hh]er|(?:[Tt]he\s)?\w+[’']s)\s"
    rf"(?:(?:new|revised|adjusted|aggregate|annual|amount\sof\s(?:the|each))\s)?{_TERM}"
    r"(?:,?\s(?:for|of|under|as\sof|in|to|on|including)\s[^,.;:“\"]{1,60}?)?,?\s(?:therefore\s|accordingly\s)?"
    rf"(?:(?:shall|will)\s{_STAYS}|(?:is|are)\s(?:(?:hereby|now|therefore)\s)?(?=[$\d]|[A-Z][a-z]{{2,8}}\s\d|modified|amended|deemed))"
)
_NOW = pattern(
    r"\b(?:[Tt]he|[Yy]our|[Hh]is|[Hh]er)\s(?:[A-Z][\w-]*\s){1,6}(?:is|are|(?:shall|will)\sbe)\s(?:hereby\s)?(?:hereinafter|hereafter|henceforth|no\slonger|(?:deemed|treated)\s(?:amended|modified))\b"
)
_PROVIDED_FOR = pattern(
    r"\b(?:provided(?:\sfor)?|contemplated|described|specified|set\sforth|referred\sto|required|stated|payable|granted|imposed)\s"
    rf"(?:in|by|under)\s{_SECTION}{_AGREEMENT}\s(?:(?:shall|will)\s|(?:is|are)\shereby\s){_STAYS}"
)
_BUT = pattern(  # "He is entitled to the award specified in Section 4 of the Agreement, provided that it is halved"
    rf"\b(?:provided\sfor|contemplated|described|specified|set\sforth)\s(?:in|by|under)\s{_SECTION}{_AGREEMENT},?\s(?:provided|except)(?:,?\showever,?)?\sthat\s"
)
_FOR_PURPOSES = pattern(rf"\b(?:shall|will|is|are)\s[^.;]{{0,160}}?\bfor\s(?:all\s|the\s)?purposes?\s(?:of|under)\s{_SECTION}{_AGREEMENT}")
_CEASES = pattern(rf"\b(?:of|in|under)\s{_AGREEMENT}[^.;]{{0,160}}?\s(?:shall|will)\s(?:terminate\b|cease\b|expire\b|lapse\b|(?:not|no\slonger)\sapply\b)")
_CHANGES_HANDS = pattern(
    rf"\bhereby\s(?:[a-z]+,?\s(?:and\s)?){{0,2}}?(?:assign|transfer|assum|relinquish|discharg|releas)(?:s|e|es|ed)\b[^.;]{{0,160}}?\b(?:to|under|in)\s{_AGREEMENT}"
)
_WHO = pattern(  # a party, an office, or the instrument itself, which does things of its own
    r"(?:Part(?:y|ies)|[a-z](?:er|or|yee|see|tee|nee|tant|nant)s?|Subsidiar(?:y|ies)|Executive|Compan(?:y|ies)|Agents?|Banks?|Corporation|Inc|LLC|Documents?|Board"
    r"|Architect|President|Chairman|Amendment|Addendum|Section|Paragraph|Article|Agreement|Dates?\sof\sthis\s\w+|Effective\sDate)$"
)
_QUOTED = pattern(r"[“\"](?:the\s|The\s)?([A-Z][^”\"\n]{1,60}?)[,.]?[”\"]")


class SaidAnew:
    """What the plain sentences of an instrument say of the agreement's own terms."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _own(self) -> frozenset[str]:
        """The terms that stand in quotation marks somewhere: what the instrument defines, or names as another's words."""
        return frozenset(match[1] for match in _QUOTED.finditer(self.text))

    def stands_in(self, sentence: Sentence) -> bool:
        """Whether a sentence says of something of the agreement that it now is otherwise."""
        words = unquoted(self.text[sentence.start : sentence.end])
        if any(one.search(words) for one in (_NOW, _PROVIDED_FOR, _BUT, _FOR_PURPOSES, _CEASES, _CHANGES_HANDS)):
            return True
        return any(not (_WHO.search(one["term"]) or one["term"] in self._own) for one in _OF_A_TERM.finditer(words))
