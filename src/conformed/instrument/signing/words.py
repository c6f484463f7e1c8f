"""What the words of a signature page look like: of an entity, of a person, of a title, of prose.

In: the words of a line or of a cell.  Out: what they look like.  Names are known by their form alone: no rule
knows a party.
"""

import functools
import re

from conformed.basis.pattern import pattern

# What ends the name of an entity and hardly stands anywhere else.
_SUFFIX = (
    r"inc|incorporated|l\.?\s?l\.?\s?c|l\.?\s?p|l\.?l\.?p|corp|corporation|company|co|ltd|limited|plc"
    r"|n\.\s?a|gmbh|ag|a\.?g|s\.?\s?a"
    r"|b\.?\s?v|n\.?\s?v|s\.?a\.?r\.?l|pte|pty|ltda|lda|n\.a|bancorp|bancorporation|partnership|s\.?p\.?a"
    r"|p\.?c|kg|oy|k\.k|kft|s\.r\.l|mbh"
)
_HARD = pattern(rf"(?:^|[\s,(/])(?:{_SUFFIX})\b(?!['’]s|-\w)", re.IGNORECASE)
_ENDED = pattern(
    rf"[\s,](?:{_SUFFIX}|bank|trust|association|agency|branch|branches|fund|partners|holdings"
    rf"|group)\.?[,;]?$",
    re.IGNORECASE,
)
_SOFT = frozenset(
    """
    bank trust association partners fund funds funding holding holdings group industries systems
    insurance capital assurance authority companies enterprises international technology
    technologies branch agency bancshares investors ventures associates properties services
    cooperative university hospital foundation society county city department board
""".split()
)
_TITLE = pattern(
    r"\b(?:president|officer|director|secretary|treasurer|manager|chairman|chairperson|chairwoman|chair"
    r"|counsel|authorized|signatory|member"
    r"|partner|chief|controller|comptroller|trustee|c[efo]o|evp|svp|vp|v\.\s?p|avp|principal|associate"
    r"|attorney|representative"
    r"|administrator|supervisor|superintendent|owner|founder|proprietor|analyst|commissioner|banker)\b",
    re.IGNORECASE,
)
_OFFICE = frozenset(
    """
    president officer director secretary treasurer chairman chairperson counsel ceo cfo coo evp svp
    vp manager signatory chair controller trustee attorney
""".split()
)
_NAME_WORD = pattern(
    r"[A-ZÀ-Þ][\w’'`.\-À-ÿ]*,?|de|da|del|della|di|du|la|le|van|von|den|der|ten|ter|y|bin|al"
    r"|[\"“(][A-Z][\w.]*[\"”)]",
    re.UNICODE,
)
_AFTER_NAME = pattern(
    r"(?:,\s*|\s+|^)(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?\s?D|P\.?E|Esq|CPA|C\.P\.A|J\.?D|D\.O|D\.?D\.?S|M\.?B\.?A"
    r"|CFA)\b\.?,?",
    re.IGNORECASE,
)
_BEFORE_NAME = pattern(r"^(?:dr|mr|mrs|ms|hon|prof)\.?\s(?=[A-Za-z])", re.IGNORECASE)
_STOP = frozenset(
    """
    the of and for to in on agreement amendment section article exhibit schedule attachment annex
    page date whereof witness by title name waiver consent lender lenders borrower borrowers
    guarantor guarantors company employee executive employer buyer buyers seller sellers purchaser
    purchasers address signature street avenue road suite floor plaza building drive commitment loan
    total base salary definition definitions
""".split()
)
_FUNCTION = frozenset(
    """
    the of and to in that this shall be is are have has hereby hereto hereof herein with for on or
    by as at any such not which been each from under will may other if it was were all set forth you
    your i we upon than no an
""".split()
)
_PROSE_ALONE = frozenset(
    """
    shall hereby hereto hereof herein that this which have has been whereof be such you your
""".split()
)


_NO_NAME = _SOFT | _OFFICE | _STOP
_WORD = pattern(r"\w+")
_ASIDE = pattern(r"\((?!\w{1,4}\))")  # what stands in brackets below a name: "(for purposes of Section 5 only) as a"
_BESIDE_NAME = 12  # words of a line that may be such
_remembered = functools.lru_cache(maxsize=4096)  # signature pages say the same few words over and over


def _single(words: str) -> list[str]:
    """The words one by one, in lower case, without marks."""
    return _WORD.findall(words.lower())


@_remembered
def like_entity(words: str) -> bool:
    """Whether the words look like the name of an entity."""
    if _HARD.search(words):
        return True
    single = _single(words)
    return not _SOFT.isdisjoint(single) and _OFFICE.isdisjoint(single)


@_remembered
def surely_entity(words: str) -> bool:
    """Whether the words hold what ends the name of an entity: Inc., LLC."""
    return bool(_HARD.search(words))


def whole_entity(words: str) -> bool:
    """Whether the words end as the name of an entity ends."""
    return bool(_ENDED.search(" " + words))


@_remembered
def like_title(words: str) -> bool:
    """Whether the words look like a person's title."""
    return bool(_TITLE.search(words)) and not _HARD.search(words) and len(words) <= 120


@_remembered
def like_person(words: str) -> bool:
    """Whether the words look like a person's name: two to five capitalized words."""
    bare = _AFTER_NAME.sub("", words).strip(" ,")
    parts = bare.split()
    if bare.endswith(".") and len(parts[-1]) > 4:
        return False
    if not 2 <= len(parts) <= 5 or any(letter.isdigit() for letter in bare) or len(bare) > 50:
        return False
    if _HARD.search(words) or not _NO_NAME.isdisjoint(_single(bare)):
        return False
    return (
        all(_NAME_WORD.fullmatch(part) for part in parts)
        and sum(len(part.strip(".,")) > 1 for part in parts) >= 1
    )


_LONG = 240  # characters beyond which words are no name
_FOR_HIMSELF = pattern(
    r",?\s+\(?(?:individually|an individual|executive|employee|consultant|employer|in (?:his"
    r"|her) individual capacity)\)?$",
    re.IGNORECASE,
)


@_remembered
def name_and_title(words: str) -> tuple[str, str]:
    """`Jane Doe, Vice President` told apart; the second is empty where no title stands."""
    if len(words) > _LONG:
        return words, ""
    if own := _FOR_HIMSELF.search(words):
        words = words[: own.start()]
    at = 0
    while (at := words.find(",", at)) >= 0:
        rest = words[at + 1 :].strip()
        if like_title(rest) and not _AFTER_NAME.match(words[at : at + 8] + " "):
            return words[:at].strip(), rest
        if (after := _AFTER_NAME.match(words, at)) and like_title(words[after.end() :]):
            return words[: after.end()].strip(" ,"), words[after.end() :].strip(" ,")
        at += 1
    for dash in (" - ", " – ", " — ", "/"):
        before, found, rest = words.partition(dash)
        if found and like_title(rest):
            return before.strip(), rest.strip()
    return words.strip(" ,"), ""


def whole_name(words: str) -> bool:
    """Whether a signed name is whole: it has a first and a last name, not just initials."""
    bare = re.split(r"[\s.]+", _AFTER_NAME.sub("", words).strip(" ."))
    full = [part for part in bare if len(part.strip(".,")) > 1]
    return len(bare) >= 2 and len(full) >= 1 and len(bare[-1].strip(",")) > 1


def one_name(words: str) -> bool:
    """Whether a name has initials and one whole name, which may be its first: H. Charles."""
    return sum(len(part.strip(".,")) > 1 for part in words.split()) == 1


def name_goes_on(words: str) -> bool:
    """Whether the words can only go on with a name: Jr., III."""
    return bool(_AFTER_NAME.fullmatch(words.strip()))


def ends_a_name(words: str) -> bool:
    """Whether a line begins with what can only end the name of an entity."""
    return bool(_ENDING.match(words))


_ENDING = pattern(
    r"(?:liability company|national association|partnership|corporation|company|association|incorporated"
    r"|inc\.?|l\.?l\.?c\.?"
    r"|n\.\s?a\.?|l\.p\.?|ltd\.?|limited|trust company)(?=[\s,.]|$)"
    r"|[^\s,]+[,.]?$|[^,]{0,40}\b(?:branch|branches|agency)[,.]?$",
    re.IGNORECASE,
)


def only_an_ending(words: str) -> bool:
    """Whether a line begins with the last word of an entity's name, and with nothing that it could be the end of: `CORPORATION, as Agent`."""
    return bool(_LAST_WORD.match(words))


_LAST_WORD = pattern(
    r"(?:(?:limited\s)?liability company|national association|(?:limited\s)?partnership|corporation|company|association|incorporated|inc\.?"
    r"|l\.?l\.?c\.?|n\.\s?a\.?|l\.p\.?|ltd\.?|limited|trust company)(?=,|$)",
    re.IGNORECASE,
)


def goes_on(words: str) -> bool:
    """Whether words cannot end so: `Vice President and`."""
    return bool(_GOES_ON.search(words))


_GOES_ON = pattern(
    r"(?:[,&\-–]|\b(?:and|of|for|the|as|a|an|its|sole|vice|chief|senior|executive|general))$", re.IGNORECASE
)


def folded(words: str) -> str:
    """Letters and digits only, in lower case."""
    return "".join(letter for letter in words.lower() if letter.isalnum())


def same_person(one: str, other: str) -> bool:
    """Whether two names are of one person: the last name and the first letter agree."""
    one, other = _BEFORE_NAME.sub("", one), _BEFORE_NAME.sub("", other)
    left, right = folded(_AFTER_NAME.sub("", one)), folded(_AFTER_NAME.sub("", other))
    if not left or not right:
        return False
    if left == right:
        return True
    last = folded(_AFTER_NAME.sub("", one).split()[-1]), folded(_AFTER_NAME.sub("", other).split()[-1])
    return last[0] == last[1] and len(last[0]) > 1 and left[0] == right[0]


def like_prose(words: str) -> bool:
    """Whether a line is of a paragraph and not of a signature block."""
    parts = words.split()
    if len(parts) < 5 or (len(parts) <= _BESIDE_NAME and _ASIDE.match(words)):
        return False
    if sum(map(_FUNCTION.__contains__, parts)) >= 3 and (len(parts) > 12 or not words[0].islower()):
        small = sum([part[0].islower() for part in parts])
        if small >= 6 and 2 * small >= len(parts):
            return True  # most lines of paragraphs are told so, without a look at their marks
    bare = [part.strip('.,;:()"“”') for part in parts]
    lower = [part.lower() for part in bare]
    function = sum(map(_FUNCTION.__contains__, lower))
    alone = sum(map(_PROSE_ALONE.__contains__, lower))
    if words.isupper():
        return len(parts) >= 8 and alone >= 1 and function >= 3
    small = sum([part[:1].islower() for part in bare])
    if words[:1].islower() and len(parts) <= 12 and not alone and not words.endswith("."):
        return False
    return (
        (small >= 6 and 2 * small >= len(parts) and function >= 3)
        or (len(parts) >= 8 and alone >= 2)
        or (function >= 4 and small >= 4 and alone >= 1)
    )
