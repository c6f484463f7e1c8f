"""References to a term are deemed to be to something else, and no words are edited.

"All references to the "Miller" shall mean Ada Thorne" tells how the agreement is read and leaves its words as they
are: the sentence stands beside the term, or beside the provision whose references it speaks of.  What it says of
the agreement's own name ("each reference to "this Agreement" shall mean the Agreement as amended") changes nothing.
"""

import re
from itertools import zip_longest

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, references
from conformed.language.operation import Action, Operation
from conformed.language.sentences.bounds import opening
from conformed.language.sentences.sentences import unquoted
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        'Effective May 1, 2020, the term "Mills" shall include the Weir Mill for all purposes of the Credit Agreement.',
        'override #Mills: Effective May 1, 2020, the term "Mills" shall include the Weir Mill for all purposes of the Credit Agreement',
    ),
    (
        'All references in the Credit Agreement to the "Miller" shall mean Ada Thorne.',
        'override #Miller: All references in the Credit Agreement to the "Miller" shall mean Ada Thorne',
    ),
    (
        'References in the Credit Agreement to "Old Mill" or "Mill" shall be deemed to be references to "New Mill".',
        'override #Old Mill: References in the Credit Agreement to "Old Mill" or "Mill" shall be deemed to be references to "New Mill"\n'
        'override #Mill: References in the Credit Agreement to "Old Mill" or "Mill" shall be deemed to be references to "New Mill"',
    ),
    (
        'Each reference in Section 5.2 of the Credit Agreement to "ten" shall be read as "twelve".',
        'override 5.2: Each reference in Section 5.2 of the Credit Agreement to "ten" shall be read as "twelve"',
    ),
    (
        'All references in the Barn Lease to the "Owner" shall be deemed to be references to the Agent.',
        'override Barn Lease:*: All references in the Barn Lease to the "Owner" shall be deemed to be references to the Agent',
    ),
)

_TERM = r"[\"“]([^\"“”\n]{1,80}?),?[\"”]"
_DEEMS = pattern(
    r"(?:^|(?<=,\s)|(?<=;\s)|(?<=\bthat\s)|(?<=\.[\"”]\s)|(?<=\band\s))(?P<what>(?:(?:each|all|any|every|any\sand\sall|the)\s)?(?:other\s)?references?\s(?P<place>(?:[^.;:\"“]|\.(?=\d)){0,120}?)"
    rf"\bto\s(?:the\s|an?\s|[A-Z]\w*[’']s\s)?(?:(?:defined\s)?terms?\s|words?\s|phrases?\s)?(?P<terms>{_TERM}(?:,?\s(?:(?:and|or)\s)?(?:the\s|to\s)?{_TERM}){{0,4}})(?P<behind>[^.;:\"“]{{0,120}}?),?"
    r"\s(?:means|(?:shall|will|are|is)\s(?:(?:hereby|hereafter|henceforth|each|now|instead|be)\s){0,4}"
    r"(?:mean|deemed|refer\sto|changed\sto\srefer|construed|read\sas|(?:a\s)?references?\sto))\b)",
    ENGLISH,
)
_TERMS = pattern(_TERM)
_MEANS = pattern(  # "the term "Mills" shall include the Weir Mill"
    rf"\bthe\s(?P<noun>(?:defined\s)?terms?|words?|phrases?)\s(?P<terms>{_TERM}(?:,?\s(?:(?:and|or)\s)?(?:the\s)?{_TERM}){{0,4}})(?P<behind>[^.;:\"“]{{0,120}}?),?"
    r"\s(?:shall|will)\s(?:also\s|hereafter\s|henceforth\s|now\s){0,2}(?:be\s(?:deemed\sto\s|read\sto\s|construed\sto\s)?)?(?:mean|include|refer\sto)\s",
)
_OWN_TERM = pattern(r"\b(?:in|of|to)\sthis\s\w|\bherein\b|\bhereof\b|\bused\shere")
_ITS_NAME = pattern(
    r"\b(?:agreement|contract|lease|note|indenture|plan|letter|amendment)$|^(?:here|there)\w+$", ENGLISH
)
_AS_AMENDED = pattern(
    r"\bas\s(?:so\s|further\s|hereby\s|heretofore\s)?(?:amended|modified|supplemented|restated)\b",
    ENGLISH,
)
_END = pattern(r"[.;,]?(?:\s(?:and|further|Further),?)?\s?$")
_ITSELF = pattern(r"\bin\sthis\s[A-Z]|\bherein\b")
_ELSEWHERE = pattern(
    r"\b(?:in|of|under)\s(?:the|each|any)\s(?P<name>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,4})", re.ASCII
)
_ALL_DOCUMENTS = pattern(r"(?:Contract|Loan|Credit|Financing|Transaction|Operative)\sDocuments?")


def read(setting: Setting) -> list[Operation]:
    """Read a sentence that says to what the references to a term are deemed to be."""
    start, end = setting.sentence.start, setting.sentence.end
    words = setting.text[start:end]
    outside = unquoted(words)
    clauses = [match for match in _DEEMS.finditer(words) if outside[match.start()] != "·"]
    found = []
    for clause, after in zip_longest(clauses, clauses[1:]):
        until = after.start() if after else end - start
        told = _END.sub("", words[clause.start() : until])
        terms = [term for term in _TERMS.findall(clause["terms"]) if not _ITS_NAME.search(term)]
        if not terms or _ITSELF.search(clause["place"]) or _AS_AMENDED.search(words, clause.end(), until):
            continue
        begun = start + clause.start()
        new = setting.piece(opening(setting.text, start, begun), begun + len(told))
        targets = _targets(setting, f"{clause['place']} {clause['behind']}", terms)
        found += [setting.operation(Action.OVERRIDE, target, new=new) for target in targets]
    return found or _means(setting)


def _means(setting: Setting) -> list[Operation]:
    """Read a sentence that says what a term of the agreement means or takes in from now on."""
    start, end = setting.sentence.start, setting.sentence.end
    words = setting.text[start:end]
    match = _MEANS.search(words)
    if match is None or unquoted(words)[match.start()] == "·" or _OWN_TERM.search(words, 0, match.end()):
        return []
    if words.rstrip().endswith(":"):
        return []  # what it means is set off behind it
    terms = [term for term in _TERMS.findall(match["terms"]) if not _ITS_NAME.search(term)]
    new = setting.piece(start, start + len(_END.sub("", words)))
    defined = [Path(term=term.strip(" ,")) for term in terms] if "term" in match["noun"] else [Path()]
    return [setting.operation(Action.OVERRIDE, path, new=new) for path in defined]


def _targets(setting: Setting, place: str, terms: list[str]) -> list[Path]:
    """The provision or other document whose references are meant, else the terms."""
    named = [setting.own(path) for found in references(place) for path in found.paths if path.section]
    if named:
        return named
    elsewhere = _ELSEWHERE.search(place)
    if (
        elsewhere is not None
        and elsewhere["name"].lower() not in setting.agreement
        and not _ALL_DOCUMENTS.fullmatch(elsewhere["name"])
    ):
        return [Path(document=elsewhere["name"])]
    return [Path(term=term.strip()) for term in terms]
