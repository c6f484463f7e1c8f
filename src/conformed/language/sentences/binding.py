"""Whether a sentence says what is to be: what the parties owe, get or may ask, and not only how the instrument itself stands.

In: the words of a sentence of an instrument that changes an agreement.  Out: whether it binds.  The convention: an amendment is
read together with the agreement as one, so that each undertaking in it adds to what the agreement says, or departs from it; what
is left are the instrument's own clauses, as on when it takes effect, what is paid for it, and that all else stays as it is.
"""

from conformed.basis.pattern import ENGLISH, AnyOf, pattern

_BINDS = pattern(
    r"\b(?:shall|will|must|may(?!\s(?:adversely|result|require|have)\b)|agrees?\sto|(?:is|are)\s(?:hereby\s|also\s)?entitled\sto"
    r"|(?:is|are)\s(?:raising|increasing|reducing|decreasing|lowering|extending|shortening))\b|\bis\s\$\d"
)
THE_INSTRUMENT = r"this\s(?:\w+\s){0,3}?(?:amendment|addendum|letter|modification|waiver|order)\b"
_OF_ITSELF = AnyOf(  # of the instrument that changes the agreement, and how it is signed and stands
    r"^\W{0,3}(?:(?:all|any)\s(?:other|rights|remedies|security|terms)|except\s(?:as|to|insofar|for\sthe\s(?:amend|chang|foregoing|modif))|this\s(?:\w+\s){0,3}?(?:amendment|addendum|letter|modification|waiver|agreement))\b",
    r"\b(?:signed|signatures?|undersigned|acknowledges?(?![^.;]{0,300}\bagrees?\b))\b",
    rf"\bof\s{THE_INSTRUMENT}\sshall",
    rf"\b(?:shall|will|must|may|agrees?\sto)\s(?:\w+\s){{0,3}}?(?:submit|file|record|register)\s{THE_INSTRUMENT}(?![^.]{{0,400}}\b(?:shall|will|must|may)\b)",
    rf"^\W{{0,3}}(?:\(?\w{{1,4}}[.)]\s)?nothing\b[^.;]{{0,60}}?\b(?:herein|hereby|(?!this\sletter){THE_INSTRUMENT})",
    r"^\W{0,3}no\s(?:statement|representation)s?\b",
    r"\bunder\sthis\s\w+\s(?:shall|will)\ssurvive\b",
    r"\bagrees?\sto\s(?:execute|deliver)\b[^.;]{0,60}\b(?:documents?|instruments?)\b",
    r"\b(?:take|execute|do|perform|deliver)\b[^.;]{0,60}\b(?:further|additional)\s(?:\w+\s)?(?:instruments?|acts?|actions?|documents?|steps)\b",
    r"\b(?:in\sconsideration\s(?:of|for)|as\sa\scondition\sto)\s(?:the\s)?(?:effectiveness|execution|changes|amendments?|accommodations?|this)\b[^.;]{0,160}\bshall\spay\b[^.;]{0,60}\bfee\b",
    r"\b(?:amendment|modification|consent|waiver|closing)\sfee\b",
    rf"\b(?:fees|expenses|costs|taxes|charges)\b[^.;]{{0,240}}\bof\s{THE_INSTRUMENT}",
    r"\b(?:recitals|recitations)\b",
    r"\b(?:construed|interpreted)\b[^.;]{0,60}\b(?:for\sor\s)?against\b",
    r"\bin\s(?:no|any)\s(?:manner|way)\s(?:\w+\s){0,2}?(?:affect|impair)",
    r"\b(?:liens?|security\sinterests?|lien,\scharge\sor\sencumbrance)\b[^.;]{0,200}\b(?:continue|remain|affect|impair)",
    r"\b(?:remain\sthe\ssame|unchanged|referred\sto\s(?:\w+\s)?as|(?:believe|understand)s?\sthat|admission)\b",
    r"\b(?:shall|will)\s(?:\w+\s)?(?:remain|continue)\s(?:\w+\s){0,2}?(?:effective|active|subject\sto|as\sset\sforth|in\seffect|to\sgovern)\b",
    r"\bagrees?\sto\s(?:\w+\s){0,4}?the\s(?:following\s)?(?:amendments?|changes|modifications)\b",
    r"\b(?:foregoing|above|following)\s(?:amendments?|changes|modifications?|terms)\s(?:shall|will)\b",
    r"\bterms\sand\sconditions\s(?:as\s)?(?:set\sforth\s)?below\sshall\samend\b",
    r"\bbe\s(?:deemed\s)?(?:to\sbe\s)?(?:modified(?:\sand\samended)?|amended)\s(?:as\s(?:provided|set\sforth)|on\sthe\sterms|in\sthe\sforegoing|in\saccordance\swith\sthe\s(?:express\s)?provisions|hereby\ssolely)\b",
    r"\b(?:shall|will)\sbe\sbinding\b",
    rf"\bagrees?\sthat\s(?:nothing\selse\b|{THE_INSTRUMENT}\s(?:is\sbeing|shall\snot)\b|this\sagreement\sshall\snot\b)",
    r"\b(?:shall|will|may|must)\snot\sbe\s(?:deleted|renumbered|amended|changed|modified|waived)\b",
    r"\b(?:amendment|modification)(?:\s\w+){0,2}?\seffective\sdate\s(?:shall|will)\b",
    r"^\W{0,3}(?:\(?\w{1,4}[.)]\s)?(?:to\s)?(?:reflect|clarify)\s(?:that|the)\b",
    flags=ENGLISH,
)


def binds(words: str) -> bool:
    """Whether a sentence says what is to be, and not only of the instrument itself."""
    return bool(_BINDS.search(words)) and not _OF_ITSELF.stands_in(words)
