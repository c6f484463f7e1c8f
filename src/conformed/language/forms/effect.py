"""An instrument says what a term, a provision or the agreement means from now on, and names no editing.

"The sale of the mill does not constitute Good Reason under the Agreement": no words of the agreement are named; the
sentence stands beside the term or the provision that it bears on, or beside the agreement as a whole.
"""

import re

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, reference, references
from conformed.language.operation import Operation
from conformed.language.sentences.sentences import unquoted
from conformed.language.sentences.wording import AS_FOLLOWS
from conformed.language.setting.beside import NOTHING, told
from conformed.language.setting.ours import is_of_agreement, names_agreement, of_agreement
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        "The Credit Agreement is hereby amended as follows:\n(a) Your base wage referred to in paragraph 3(a) of the Credit Agreement is $600.",
        "override 3(a): Your base wage referred to in paragraph 3(a) of the Credit Agreement is $600",
    ),
    (
        "The second season will run from May 1, 2020 to May 1, 2021 and paragraph 3(a) of the Credit Agreement shall be amended accordingly.",
        "override 3(a): The second season will run from May 1, 2020 to May 1, 2021 and paragraph 3(a) of the Credit Agreement shall be amended accordingly",
    ),
    (
        'The name of the Credit Agreement is hereby amended to read "Mill Agreement".',
        'override *: The name of the Credit Agreement is hereby amended to read "Mill Agreement"',
    ),
    (
        "The fee provided for in paragraph 3(a) of the Agreement shall be increased from $200 to $300 beginning October 1, 2016.",
        "override 3(a): The fee provided for in paragraph 3(a) of the Agreement shall be increased from $200 to $300 beginning October 1, 2016",
    ),
    (
        "None of the following will constitute, or be deemed to constitute or result in, a “Change of Owner” under the Credit Agreement: the "
        "sale of the mill and the hire of the barge.",
        "override #Change of Owner: None of the following will constitute, or be deemed to constitute or result in, a “Change of Owner” under "
        "the Credit Agreement: the sale of the mill and the hire of the barge",
    ),
    (
        "The parties agree that the new duties of the miller do not constitute Good Reason within the meaning of Section 7 of the Credit Agreement.",
        "override 7#Good Reason: The parties agree that the new duties of the miller do not constitute Good Reason within the meaning of Section 7 of "
        "the Credit Agreement",
    ),
    (
        "In accordance with Section 9 of the Credit Agreement, the parties hereby extend the term of the Credit Agreement by three (3) years.",
        "override *: the parties hereby extend the term of the Credit Agreement by three (3) years",
    ),
    (
        "The Lenders agree to extend the Maturity Date to May 5, 2021.",
        "override #Maturity Date: The Lenders agree to extend the Maturity Date to May 5, 2021",
    ),
    (
        "The Borrower hereby permanently reduces, in accordance with Section 2.8 of the Credit Agreement, effective as of the Weir Date (as "
        "defined below), the Barge Commitments by an aggregate amount equal to $500.",
        "override #Barge Commitments: The Borrower hereby permanently reduces, in accordance with Section 2.8 of the Credit Agreement, effective "
        "as of the Weir Date (as defined below), the Barge Commitments by an aggregate amount equal to $500",
    ),
    (
        "The Agent and the Lenders hereby acknowledge that the Barge Base is $5,000 as of May 2, 2020 and shall remain at $5,000 until the next "
        "survey.",
        "override #Barge Base: the Barge Base is $5,000 as of May 2, 2020 and shall remain at $5,000 until the next survey",
    ),
    (
        "The amount of the “Toll” as defined in Section 6 of the Credit Agreement that will be owed in the spring will be $3,000.",
        "override 6#Toll: The amount of the “Toll” as defined in Section 6 of the Credit Agreement that will be owed in the spring will be $3,000",
    ),
    (
        "The miller agrees that, effective as of February 10, 2021, the miller's base wage shall be oats and his base salary shall be $146,250.",
        "override *: The miller agrees that, effective as of February 10, 2021, the miller's base wage shall be oats and his base salary shall be "
        "$146,250",
    ),
    (
        "The other cross-references of the Credit Agreement shall be renumbered accordingly as a consequence of the deletions described herein.",
        "override *: The other cross-references of the Credit Agreement shall be renumbered accordingly as a consequence of the deletions described "
        "herein",
    ),
    (
        "Ada Thorne agrees to a reduction of her current base wage of $500 to $400, with effect from June 1, 2022.",
        "override *: Ada Thorne agrees to a reduction of her current base wage of $500 to $400, with effect from June 1, 2022",
    ),
)

_TERM = r"(?P<term>[A-Z][\w-]*(?:\s(?:(?:of|in|for)\s)?[A-Z][\w-]*){0,5})"
_EFFECTED = pattern(
    r"\s(?:(?:is|are)\s(?:hereby\s)?(?:being\s)?|(?:shall|will)\s(?:hereby\s)?be\s)(?:hereby\s|further\s|also\s|permanently\s){0,2}"
    r"(?:extended|increased|reduced|decreased|shortened|restored"
    r"|(?:amended|changed|fixed|set|revised)\s(?:to|at)\s(?=[$\d]|an?\s(?:\w+\s){0,3}rate\sof\s|[A-Z][a-z]+(?:[\s-][A-Z][a-z]+){0,8}\s\())\b"
    r"|\s(?:shall|will)\schange\b(?:\s(?:from|to)\b|,)",
)
_CLAUSE_BEGINS = pattern(
    r"[.;:]\s(?=[A-Z(])|,\s(?=the\s)|\bthat\s(?=the\s|each\s|such\s)|\bagree\sthat\s", ENGLISH
)
_REFERRED = pattern(
    r"(?:The|Your|His|Her|Its|[A-Z]\w+[’']s)\s(?:[\w-]+\s){1,6}?(?:(?:as\s)?(?:referred\sto|provided(?:\sfor)?|set\sforth|stated|specified"
    r"|described)\sin|provided\sby|under)\s"
)
_STATES = pattern(r",?\s(?:is|are|shall\sbe|will\sbe)\s(?:hereby\s|now\s)?(?=[$\d]|[a-z]+\s\()")
_OWN = pattern(r"\bthis\s(?:sub)?(?:section|clause|paragraph)\b", ENGLISH)
_PAY = pattern(
    r"(?:[’']s|\b(?:your|his|her))\s(?P<term>(?:\w+\s){0,3}(?:salary|compensation|bonus|title|position))\b"
    r"|\b(?:term|period|scope)\sof\s(?:(?:the\s)?\w+[’']s\s|your\s|his\s|her\s)?employment\b",
    ENGLISH,
)
_CAPTIONED = pattern(
    r"(?:amendment|modification|change|extension|increase|reduction)s?\s(?:to|of|in)\s", ENGLISH
)
_OF_EMPLOYMENT = pattern(r"\b(?:term|period)\s(?:of|set\sforth)\b", ENGLISH)
_WHOSE = pattern(
    r"\s(?:under|purposes\sof|meaning\sof|pursuant\sto|(?:defined|used)\sin|termination\sof)\s[^,;]{1,60}"  # the document whose term it is
)
_CONSTITUTES = pattern(
    r"(?:\b(?:shall|will|do|does|deemed\sto)\s(?:not\s)?(?:also\s)?|\)\s|\b[A-Z]\w+\s|\bgrounds\sto\s)constitutes?(?:,?\s(?:and/)?or\s(?:be\s(?:deemed|considered)\sto\s(?:be|constitute)|result\sin|trigger|give\srise\sto|cause)){0,3},?"
    rf"\s(?:(?:an?|any|the|both\san?|events?\sof)\s)?[“\"]?(?!\w+\sDocuments?\b){_TERM}\b",
)
_EXTENDS = pattern(
    r"\b(?:hereby|agrees?\sto)\s(?:permanently\s|further\s)?(?:extend|increase|decrease|reduce|shorten)s?(?:,\s(?:in\saccordance|pursuant|under|effective)\b[^;“\"]{1,160},)?\s(?P<what>(?:the\s)?(?:term\b|period\b|[A-Z])[^,;]{1,80})",
)
_BY_HOW_MUCH = pattern(rf"the\s(?:aggregate\s(?:amount\sof\s)?(?:the\s)?)?{_TERM}\s(?:by|to|until|through|from)\s")
_AMOUNTS = pattern(
    rf"[“\"]{_TERM}[”\"]\s(?:as\s)?(?:defined|set\sforth|provided)\s(?:in|under)\s(?=section|paragraph|article)[^;]{{1,300}}?\b(?:shall|will)\sbe\s(?=[$\d])",
    ENGLISH,
)
_AGREED = pattern(  # by those who may set it: the base that a lender determines
    rf"\b(?:acknowledge|agree)s?\sthat,?\s(?:[^,;]{{1,60}},\s)?(?P<what>the\s(?![^;]{{0,60}}\bFees?\b){_TERM}\s(?:is\s\$[^;]{{1,80}}?\sand\s)?"
    r"(?:shall|will)\s(?:be|remain)\s(?:at\s)?(?=\$\d))",
)
_PAID = pattern(
    r"(?:[’']s|\b(?:your|his|her))\s(?:(?:annual|base|monthly|current)\s){0,2}(?:salary\s(?:shall|will)\sbe\s(?=[$\d])|(?:title|position)\s(?:shall|will)\sbe\s[“\"]?(?-i:[A-Z]))",
    ENGLISH,
)
_CONFORMS = pattern(
    r"\bcross-?references?\b[^.;]{0,80}\b(?:conformed|updated|renumbered|corrected)\b[^.;]{0,40}\b(?:accordingly|as\sa\s(?:consequence|result)|to\sreflect)\b",
    ENGLISH,
)
_DEEMED = pattern(  # so far as what is agreed before it asks
    r"\b(?:the|your|his|her)\s(?P<what>(?-i:[A-Z])[^.;:“\"]{1,120}?)\s(?:is|are|shall\sbe)\s(?:hereby\s)?deemed\s(?:to\sbe\s)?amended\b[^.;:“\"]{0,80}?\s"
    r"(?:consistent\swith|to\s(?:reflect|conform\s(?:to|with))|in\saccordance\swith)\sthe\s(?:foregoing|above|(?:changes|amendments|modifications|terms|provisions)\s"
    r"(?:(?:contemplated|made|effected|contained|set\sforth|provided\sfor)\s)?(?:of|by|in|herein|hereby|above)\b)",
    ENGLISH,
)
_SATISFIES = pattern(
    r"\b(?:do|does|shall|will)\s(?:not\s)?(?:satisfy|meet|fall\swithin|come\swithin)\sthe\sdefinition\sof\s[“\"](?P<term>[A-Z][^”\"\n]{1,60}?),?[”\"]\s"
    r"(?P<where>(?:(?:as\s)?(?:set\sforth|defined|contained|stated)\s)?(?:in|under|of)\s(?:section|paragraph|article)\s[^;]{1,80})",
    ENGLISH,
)
_SUCCEEDS = pattern(
    r"(?P<who>(?:[Tt]he\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,4})\s(?:shall|will)(?:,[^;:“\"]{1,80},)?\sbe\s(?:hereby\s)?substituted\sfor\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,4}\s"
    r"(?:for\s(?:all\s|the\s){0,2}purposes\sof|as\sa\sparty\sto|under)(?P<what>\s[^;:“\"]{1,60})"
)
_ASSIGNS = pattern(
    r"\bhereby\sassigns(?P<what>\s(?:(?:all\sof\s)?its\s(?:rights|interests?|obligations)(?:,?\s(?:and\s)?(?:interests?|rights|obligations))*\s(?:in|under)\s)?[^,;:“\"]{1,60})\sto\s[^;:“\"]{1,80}?,?\sand\s"
    r"[^;:“\"]{1,80}?\shereby\s(?:accepts\s[^;:“\"]{1,40}\sand\s)?assumes\b"
)
_EVERYWHERE = pattern(
    r"(?:Everywhere|Throughout|Wherever|Whenever)\b[^.;:“\"]{0,60},\sthe\s(?:words?|phrases?|terms?)\s[“\"][^.;]{1,300}?\s(?:shall\sbe|is|are)\s(?:hereby\s)?"
    r"(?:replaced|changed)\s(?:with|by|to)\s(?!the\s(?:words?|phrases?|terms?)\b|the\sfollowing)[\w’']",
)
_RENAMES = pattern(
    r"^\W{0,3}(?:The\s)(?:name|title)\sof\sthe\s(?P<old>[^.;“\"]{1,60}?)\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:amended|changed|revised|modified)"
    r"\s(?:to\s)?(?:read\s|be\s)?(?:as\sfollows:?\s)?[“\"]",
    ENGLISH,
)
_ACCORDINGLY = pattern(  # what is so, and what is amended so that it tells it
    r"(?:(?!\b(?:delet|replac|add|insert|restat|substitut|strik|amend)\w)[^;:“”\"]){8,400}?,?\sand\s"
    r"(?P<subject>(?:[Ss]ections?|[Pp]aragraphs?|[Aa]rticles?|[Cc]lauses?)\s[^;:“”\"]{1,80})\s(?:is|are|shall\sbe)\s(?:hereby\s)?amended\saccordingly\W*"
)
_REDUCES = pattern(
    r"\bagrees?\sto\s(?:an?|the)\s(?:increase|decrease|reduction)\s(?:of|in)\s(?:his|her|its|the|your|their)\s[^.;]{3,160}?\s(?:from|of)\s[^;]{1,120}?\s(?:to|by)\s[^;]{0,12}?\d", ENGLISH
)
_ALSO = pattern(rf"\sand\s(?:an?\s)?{_TERM}")
_NAMED = pattern(r"\((?:(?:the|his|her|its|your)\s)?[“\"](?P<term>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,4})[”\"]\)")
_NEAR = 160  # characters behind a term in which it is told whose it is


def read(setting: Setting) -> list[Operation]:
    """Read a sentence that says what the agreement means, and edits nothing."""
    return told(
        setting, _effected, _stated_anew, _constitutes, _reduced, _extends, _amounts, _agreed, _paid, _conforms, _accordingly,
        _everywhere, _renames, _deemed, _satisfies, _succeeds,
        _assigns,
    )  # fmt: skip


def _effected(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`The fee set forth in Section 3(a) is increased`: what a provision provides for is changed, and not its words."""
    words = unquoted(words)
    match = _EFFECTED.search(words)
    if match is None:
        return NOTHING
    starts = [start.end() for start in _CLAUSE_BEGINS.finditer(words, 0, match.start())]
    begun = starts[-1] if starts else 0
    if _OWN.search(words, begun, match.start()):
        return NOTHING
    named = [found.paths for found in references(words, begun, match.start())]
    own = (
        tuple(setting.own(path) for path in paths if path.document is None or is_of_agreement(setting, path))
        for paths in named
    )
    targets = next((paths for paths in own if any(path.section or path.part for path in paths)), ())
    subject = words[begun : match.start()]
    of_the_agreement = any(name in subject.lower() for name in setting.agreement)
    if not named and (_PAY.search(subject) or (of_the_agreement and _OF_EMPLOYMENT.search(subject))):
        targets = (_pay(subject),)
    if not targets and any(
        provision.heading and _CAPTIONED.match(provision.heading) for provision in setting.sentence.chain
    ):
        targets = (Path(),)
    return (targets, begun) if targets else NOTHING


def _pay(subject: str) -> Path:
    """What is paid, or who one is, by the term for it: `the miller's Base Wage`; the agreement where it has none."""
    paid = _PAY.search(subject)
    term = paid["term"] if paid else None
    return Path(term=term) if term and term.istitle() else Path()


def _stated_anew(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`The wage referred to in Section 3 of the Agreement is $600`, among what is said to amend it."""
    match = _REFERRED.match(words)
    found = reference(words, match.end()) if match else None
    if found is None or not _STATES.match(words, found.end):
        return NOTHING
    amends = any(AS_FOLLOWS.search(lead) for lead in setting.sentence.announced_by(setting.text))
    ours = amends and all(is_of_agreement(setting, path) for path in found.paths)
    return (tuple(map(setting.own, found.paths)), 0) if ours else NOTHING


def _constitutes(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    match = _CONSTITUTES.search(words)
    if match is None or (path := _of_agreement(setting, words, match)) is None:
        return NOTHING
    also = _ALSO.match(words, match.end()) if " both " in match[0] else None
    return (path, *([msgspec.structs.replace(path, term=also["term"])] if also else ())), 0


def _amounts(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    match = _AMOUNTS.search(words)
    path = _of_agreement(setting, words, match) if match else None
    return ((path,), 0) if path and path.section else NOTHING


def _of_agreement(setting: Setting, words: str, match: re.Match[str]) -> Path | None:
    """A term that the sentence says to be one of the agreement, in the clause or section that it names."""
    told = _WHOSE.search(words, match.end("term"), match.end("term") + _NEAR)
    if told is None:
        return None
    term = Path(term=match["term"])
    holder = next((paths[0] for paths in of_agreement(setting, told[0]) if paths[0].section), None)
    if holder is not None:
        return term.within(msgspec.structs.replace(holder, term=None))
    return term if names_agreement(setting, told[0]) else None


def _reduced(_: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`Ada Thorne agrees to a reduction of her current base wage of $5 ("Base Wage") to $4`."""
    match = _REDUCES.search(unquoted(words))
    return ((_by_name(words, match.start(), match.end()),), 0) if match else NOTHING


def _extends(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    match = _EXTENDS.search(words)
    if match is None:
        return NOTHING
    begins = [start.end() for start in _CLAUSE_BEGINS.finditer(words, 0, match.start())]
    begun = begins[-1] if begins else 0
    if ours := next(of_agreement(setting, match["what"]), ()):
        return ours, begun
    if names_agreement(setting, f" {match['what']}"):
        return (Path(),), begun
    told = _BY_HOW_MUCH.match(match["what"])
    return ((Path(term=told["term"]),), begun) if told else NOTHING


def _agreed(_: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    match = _AGREED.search(words)
    return ((Path(term=match["term"]),), match.start("what")) if match else NOTHING


def _paid(_: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    match = _PAID.search(words)
    if match is None:
        return NOTHING
    named = _pay(match[0])
    return (named if named.term else _by_name(words, match.start(), len(words)),), 0


def _by_name(words: str, start: int, end: int) -> Path:
    """What a sentence calls by a term that stands behind it: `the base wage of $5 ("Base Wage")`; else the agreement."""
    told = _NAMED.search(words, start, end)
    return Path(term=told["term"]) if told and told["term"].lower() in words[start : told.start()].lower() else Path()


def _conforms(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    match = _CONFORMS.search(words)
    return ((Path(),), 0) if match and names_agreement(setting, f" {words}") else NOTHING


def _accordingly(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    match = _ACCORDINGLY.fullmatch(words)
    return (next(of_agreement(setting, match["subject"]), ()), 0) if match else NOTHING


def _everywhere(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`Everywhere in the Agreement, the words "end" shall be replaced with his "Leave" from the mill`: in more than quoted words."""
    match = _EVERYWHERE.match(words)
    return ((Path(),), 0) if match and names_agreement(setting, f" {match[0]}") else NOTHING


def _renames(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`The name of the Credit Agreement is amended to read "Loan Agreement"`."""
    match = _RENAMES.search(words)
    return ((Path(),), 0) if match and match["old"].lower() in setting.agreement else NOTHING


def _deemed(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`The Agreement is deemed amended to reflect the changes contemplated by this Amendment`."""
    match = _DEEMED.search(words)
    ours = match is not None and match["what"].lower().startswith(tuple(setting.agreement))
    return ((Path(),), 0) if ours else NOTHING


def _satisfies(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`His new duties do not satisfy the definition of "Good Reason" set forth in Section 5(a) of the Agreement`."""
    match = _SATISFIES.search(words)
    holder = next((path for paths in of_agreement(setting, match["where"]) for path in paths if path.section), None) if match else None
    if match is None or holder is None:
        return NOTHING
    return (Path(term=match["term"]).within(holder),), 0


def _succeeds(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`The New Company shall be substituted for the Company for purposes of the Agreement`."""
    match = _SUCCEEDS.search(words)
    return ((Path(),), 0) if match and names_agreement(setting, match["what"]) else NOTHING


def _assigns(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`The Company hereby assigns the Agreement to Alder, Inc. and Alder, Inc. hereby assumes it`."""
    match = _ASSIGNS.search(words)
    return ((Path(),), 0) if match and names_agreement(setting, match["what"]) else NOTHING
