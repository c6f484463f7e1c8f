"""How a term stands in a text: its forms, what says that it is one, and what tells what it means.

In: words.  Out: the stem of a term, the uses of terms in a text, whether a text tells the meaning of a term in any way.
"""

import re
from collections.abc import Iterator

from conformed.basis.pattern import ENGLISH, pattern
from conformed.standing.words import JOINING, Sought, Words, sought

_USE = pattern(
    r"(?<![.:;?!”\"]\s)(?<![\n\t(“\"])\b(?:the|an?|each|every|any|all|such|no|its|their|his|other|applicable|said)\s"
    r"(?P<term>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?:\s[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?){0,3})(?![\w’'&/-]|\.\w)"
)
_OF = pattern(r"(?:\((?:s|es)\))?\s[A-Z]|\s(?:and|or|of|for|to|on|&)\s[A-Z]|\s[&\d\[$]|,\s(?:Inc|Ltd|L\.?L\.?C|L\.?P|N\.A)")
# The nouns that a defined term ends with; names of offices, courts and laws end with others.
_NOUNS = frozenset(
    "account acquisition activity advance advisor affiliate agent agreement aircraft amount approval arrangement asset assignee assignment balance bank "
    "bond bonus borrower borrowing budget building business buyer cause certificate change charge circumstance claim closing collateral commitment "
    "committee company competitor completion component condition confirmation consent contract contractor contribution control cost covenant credit "
    "creditor currency customer date day debt default deliverable deposit disability disposition dispute distributor document documentation employee "
    "encumbrance entity equipment event executive expenditure expense exposure extension facility fee franchise fund group guarantee guarantor guaranty "
    "holder hotel improvement income indebtedness indemnitee information installment instrument interest intermediary invention inventory investment "
    "investor issuer law lease lender letter liability license licensee licensor lien loan loss manager margin material member milestone mortgage network "
    "note notice obligation obligor offer option order parcel part participant partner party patent payment percentage period permit person plan plant "
    "pledge policy premises price procedure proceeding proceeds product program property provider purchaser rate ratio reason receivable record release "
    "report representative request requirement reseller reserve restriction retirement right salary sale security seller servicer services share "
    "shareholder site software specification statement stock stockholder store subcontract subcontractor subsidiary substance supplier system tax "
    "technology term termination territory test trademark transaction transfer transferee trustee unit update value vehicle version vessel vote warranty "
    "work works worth year".split()
)
_DETERMINERS = frozenset("The A An Each Every Any All No Such Its Their Other".split())
# What begins the name of an authority, a place or a law, or tells no more than which of several.
_NAMES = frozenset(
    "federal national internal united american international state new north south east west first second third"
    " fourth european central world chief vice general senior common other such uniform department board securities social".split()
)
# What the Uniform Commercial Code and the laws on trusts define.
_IN_CODE = frozenset({"investment property", "commercial tort claim", "trust manager"})
_ALONE = frozenset(
    "advance affiliate agent bank bond borrower borrowing building business buyer cause collateral commitment company competitor consultant contract "
    "contractor corporation customer deliverable disability distributor employee encumbrance equipment facility guarantor holder indebtedness "
    "indemnitee issuer landlord lease lender lessee lessor licensee licensor lien loan manager member milestone note obligation owner participant "
    "partnership permit person plan plant premises product products project property purchaser representative reseller security seller servicer services "
    "shareholder shares site software specification stock stockholder subcontractor subsidiary supplier system tenant territory transaction trust trustee "
    "unit vessel work works".split()
)
# Behind a term of which a sentence says what it is, or which it describes in place.
_IS_SAID = pattern(
    r"(?:s|es|\((?:s|es|ies)\))?[\"”’')]{0,2}(?:\s(?:of|under|for)\s(?:this|the)\s\w+)?\s?(?:[-–—:=]|\([^)]{0,60}defined|,?\s(?:which\s)?(?:(?:shall|will)\s(?:initially\s|then\s)?(?:be(?!\s(?!deemed|defined|determined|calculated|computed|based|fixed)\w+ed\b)|mean|commence|begin|include|consist|refer|have\sthe|equal|run|end)"
    r"|means?\b|refers?\b|includes?\b|consists?\b|(?:is|are)\s(?:the|an?|any|each|all|those|defined|described|specified|set\sforth|as|\$?\d|hereby|determined|calculated|equal)"
    r"|equals?\b|commences\b|begins\b|ends\b|has\sthe|have\sthe"
    r"|\(?(?:as|in\sthe\ssense)\s(?:such\sterm|that\sterm|those\sterms|defined|set|described|specified|provided|used)|defined\b|described\b|referred\sto|specified\b|set\sforth\b|listed\b|identified\b|shown\b|designated\b|indicated\b|stated\b"
    r"|(?:[^,;.\n]{1,30},\s)?dated\b|of\seven\sdate\b|(?:creating|evidencing|executed|governing)\b|(?:substantially\s)?in\sthe\sform\b|each\sof\swhich\s(?:is|are|shall\sbe|has|have)\b|established\b|consisting\b|determined\b|attached\b|annexed\b|between\b|among\b|by\sand\b|entered\b|under\sthe\s(?:Code|Act)|\(or\b|or\s[\"“]))"
    r"|(?:s|es)?\s(?:of|for|under)\s[^.;\n]{0,140}?\b(?:shall|will)\s(?:initially\s)?be\s(?:the\s|an?\s|(?-i:[A-Z\d$]))",
    ENGLISH,
)
# Before a term that is set off: quoted, or in a bracket of its own.
_SET_OFF = pattern(
    r"(?:[\"“”_*‘]|``|''"
    r"|\((?:(?:the|an?|each|such|collectively|individually|together|jointly|hereinafter|hereafter|herein|called|referred|to|as|or|and|with)[\s,]{1,2}){1,6})"
    r"\W{0,3}(?:\w+\W{1,3}){0,2}$",
    ENGLISH,
)
# Before a term that is called so, or of which a longer name tells whose it is (`Board of Trust Managers`).
_CALLED = pattern(
    r"(?:\bcalled\s(?:the\s)?|\bas\s(?:the\s|an?\s)?|\bnamely,?\s(?:the\s)?|\bdefine\w*\s(?:the\s)?(?:term\s)?"
    r"|\b(?:Board|Committee|Council)\sof\s(?:the\s)?)\W{0,3}(?:\w+\W{1,3}){0,2}$",
    ENGLISH,
)
_MEANS = pattern(r"\bmeans?\s(?:(?:the|all|any|each|an?)\s){0,2}$", ENGLISH)
_OF_KIND = pattern(r"(?:s|es)?\s(?:\w+(?:ed|ing)|program|project|agreement)\b")  # behind a term that a definition describes: `means the Barges moored in Dover`
_ONE = pattern(r"\ban?\s$", ENGLISH)  # before what a sentence introduces: `enters into a Custody Agreement`
_OPENS = pattern(r"(?:^|[\n\t]|[.;:]\s)(?:[\d(][\w.()]{0,8}\s)?$")  # before what stands at the head of a sentence or line
_OPENS_LINE = pattern(r"(?:^|[\n\t])(?:[\d(][\w.()]{0,8}\s)?$")
_SET_APART = pattern(r"[ ]?(?:[\n\t(:$\d]|[A-Z][a-z])")  # what a line of a list of particulars has behind the thing that it tells
_NON = pattern(r"\bnon-?(?=[a-z]{4})")  # written apart, with a stroke or without
_MADE = "agreement"
_BEFORE = 90  # characters before a term that tell whether it is set off


def stem(term: str) -> str:
    """What the singular and the plural of a term share, in small letters."""
    return " ".join(_singular(word) for word in re.findall(r"[\w’']+", term.lower()))


def _singular(word: str) -> str:
    word = re.sub(r"[’']s?$", "", word)
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if re.search(r"(?:s|x|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def in_either_number(term: str) -> Sought:
    """A term in the singular and in the plural, in its own capitals: `Loan Document` and `Loan Documents`."""
    *first, last = re.split(r"\s+", term)
    one = last[: len(_singular(last.lower()))]
    one, endings = (one[:-1], "(?:y|ies)") if _singular(last.lower()).endswith("y") else (one, "(?:s|es)?")
    words = r"\s".join([*map(re.escape, first), re.escape(one) + endings])
    return sought(rf"(?<![\w“\"]){words}(?![\w”\"])", [*first, one])


def anywhere(term: str) -> Sought:
    """The uses of a term in a text in small letters, in any number or form: `Convert` also for `converted`.

    Blanks within it may be lost, and `or` be a stroke: `EnvironmentalLaws`, `Bundle/Pack`.
    """
    told = _NON.sub("non ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"\((?:e?s|ies)\)", "", term)).lower())
    words = [word for word in re.findall(r"[^\W_]+|\$|%", told) if word not in JOINING] or [told]
    *first, last = map(_singular, words)
    stems = [*(word.removesuffix("y") for word in first), last[: max(4, len(last) - 3)]]
    joint = rf"\W{{0,4}}(?:(?:{'|'.join(JOINING)})\W{{1,4}})?"
    if len(last) == 1:  # `Regulations U and X` for `Regulation X`
        joint += rf"(?:\w\W{{1,2}}(?:(?:{'|'.join(JOINING)})\W{{1,2}})?){{0,4}}"
    forms = [*(rf"{re.escape(stem)}\w{{0,3}}(?:['’]s?)?" for stem in stems[:-1]), re.escape(stems[-1]) + (r"\w*" if last[:1].isalpha() else "")]
    return sought(r"(?<![^\W_])" + joint.join(forms), stems)


def uses(text: str) -> Iterator[tuple[int, int]]:
    """Where a text surely uses a term in capitals: behind a determiner, in the midst of a sentence, whole."""
    for match in _USE.finditer(text):
        start, end = match.span("term")
        if _OF.match(text, end) or "\n" in match["term"]:
            continue
        key = stem(match["term"])
        words = key.split()
        nouns = _ALONE if len(words) == 1 else _NOUNS
        told = words[-1] in nouns or match["term"].rpartition(" ")[2].lower() in nouns
        if told and words[0] not in _NAMES and key not in _IN_CODE:
            yield start, end


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a term is no part of a longer one: no word in capitals stands beside it in its sentence."""
    before = re.search(r"(\w+)\s$", text[max(0, start - 30) : start])
    alone = before is None or before[1][:1].islower() or before[1] in _DETERMINERS
    return alone and not re.match(r"\s[A-Z]", text[end : end + 2])


def is_told(term: str, words: Words) -> bool:
    """Whether a text tells in any way what a term means: sets it off, or says what it is."""
    text = words.text
    stems = [_singular(word).removesuffix("y") for word in _NON.sub("non ", term.lower()).split()]
    forms = r"(?:\s|[^\w.;:\n]{0,3})".join(rf"{re.escape(stem)}\w{{0,3}}(?:['’]s)?" for stem in stems)
    alone = " " not in term
    for match in words.matches(sought(rf"(?<!\w){forms}", stems)):
        capital = text[match.start()].isupper()
        if alone and not capital:
            continue  # `its agent and attorney` tells of no Agent
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        heads = (_OPENS.search(before) and text.startswith(". ", match.end())) or (
            _OPENS_LINE.search(before) and _SET_APART.match(text, match.end())
        )
        described = _MEANS.search(before) and _OF_KIND.match(text, match.end())
        called = capital and (_CALLED.search(before) or (stems[-1] == _MADE and _ONE.search(before)))
        if heads or called or described or _SET_OFF.search(before) or _IS_SAID.match(text, match.end()):
            return True
    return False
