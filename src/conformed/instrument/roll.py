"""A list of parties, read piece by piece.

In: a preamble, as one line, and where its parties begin.  Out: each party `Entered` with its name, aliases, what
describes it, the part in which it acts, and the group to which a collective term assigns it.  Afterwards the list ends
where the sentence goes on to something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from conformed.instrument.entity import FORM, STATE, acts, role
from conformed.instrument.opening import RECITES
from conformed.instrument.roster import Piece, pieces

_COMPANY = re.compile(
    r"\b(?:inc|incorporated|llc|l\.l\.c|corp|corporation|company|co|bank|banc\w*|trust|association|partners\w*|l\.p|lp|llp|ltd|limited|fund|holdings?|group|plc|n\.a|s\.a|"
    r"ag|gmbh|capital|finance|financial|systems|industries|university|b\.v|n\.v|fsb|ulc|pte|s\.a\.r\.l|foundation|authority|city|county|state|enterprises|communications|technologies|services|international)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?:inc|incorporated|llc|l\.?l\.?c|l\.?l\.?l?\.?p|l\.?p|lp|ltd|limited|corp|corporation|co|company|plc|n\.?\s?a|national\s+association|jr|sr|ii|iii|iv|s\.?a|f\.?s\.?b|p\.?c|ph\.?\s?d|m\.?d|esq|cpa"
    r"|gmbh|a\.?g|b\.?v|n\.?v|s\.?a\.?r\.?l|ulc|pte|pllc|the\s+new\s+york|s\.?p\.?a|k\.?k|usa|(?:[A-Z]\w+\s+){1,3}(?:branch|agency|division|lending\s+office))\b\.?",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(
    r"(?:an?|each|both|as|in|having|with|whose|who|which|acting|formerly|f/k/a|f/k/b|a/k/a|not|successor|located|residing|resident|for|on|together|collectively|doing|d/b/a|dba|individually"
    r"|solely|its|their|his|her|under|organi[sz]ed|duly|of|at|being|to\s+be|hereinafter|hereafter|herein|or|jointly|no|existing|incorporated|by|whether|all|sometimes|referred|called|such|any|including|signatory)\b",
    re.IGNORECASE,
)
_STATE_FORM = re.compile(rf"[A-Z]\w+(?:\s[A-Z]\w+)?\s+{FORM}\b(?:\s+number|$)")
_GROUP = re.compile(
    r"(?:(?:the|each|certain|all|other|any|several|those|various|such|undersigned|said|and|from|of|time|to)\s+)*(?:undersigned|other|various|several|financial\s+institutions?|lending\s+institutions?|banks|lenders|guarantors|subsidiaries|holders|persons"
    r"|entities|parties|institutions|borrowers|sellers|security\s*holders|shareholders|stockholders|purchasers|investors|lender\s+parties|loan\s+parties|credit\s+parties|from\s+time|borrower's|the)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:is|are|was|were|hereby|dated|made|effective|entered|have|has|had|agrees?|shall|will|amends?|provides?|executed|pursuant|relating|regarding|concerning|under\s+that|whereas|witnesseth|now\b|relates"
    r"|intending|desire|wish|do|does|in\s+connection|with\s+respect|with\s+reference|this|that\s+certain|effective|signed|on\s+the\s+\w+\s+day|as\s+of|is\s+hereby|wherein|to\s+amend|amending|upon|(?:as\s+)?(?:amended|modified))\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:office|offices|address|located|residing|resides|place\s+of\s+business|headquarters|at\s+\d|avenue|street|suite|road|blvd|drive)\b|^\d|^[A-Z]{2}\s*\d{0,5}$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"]\s*(?P<term>[^”\"“]{1,70}?)[\s,;.]*[”\"]")
_CALLED = re.compile(r"\bherein(?:after)?\s+(?:sometimes\s+)?(?:called|referred\s+to\s+as|known\s+as)\s+(?:the\s+)?(?P<term>[A-Z][\w/-]*(?:\s[A-Z][\w/-]*)?)$")
_TOGETHER = re.compile(r"\b(?:collectively|each|individually|together\s+with(?!\s+(?:its|their|his|her|any|all|such|successors))|together(?!\s+with)|jointly|both|all)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:as\s+successor|successor|formerly|f/k/a|d/b/a|as\s+defined|including|which|not|for\s+purposes)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:[A-Z0-9“\"'’(][^\s]*|[a-z]\d\S*|[a-z][A-Z]\S*|of|the|de|la|von|van|der|del|and|&|for|in|at|d/b/a|y|e|plc|gmbh|ag|inc\.?|llc)(?:\s+|$))+", 
)
_LEADS = re.compile(r"^(?:(?:and|by|among|between|with|from|you\s+and)\s+)+|^(?:mr|mrs|ms|dr)\.?\s+", re.IGNORECASE)
_LOWER_COMPANY = re.compile(r"[a-z][\w&.' -]{0,60}?\s(?:inc|incorporated|llc|corp|corporation|company|limited|ltd|plc|l\.p)\b\.?", re.IGNORECASE)


@dataclass(slots=True)
class Entered:
    """A party while its list is read."""

    name: str
    start: int
    end: int
    item: int
    joined: bool
    alias: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    part: str | None = None
    group: str | None = None


class _Roll:
    """The list so far, and what the next piece may belong to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.entered: list[Entered] = []
        self.item = 0
        self.open = ""  # what the last piece was: "name", "part", "place", "group", "words" or ""
        self.part_at = len(text)  # where the words begin that tell the last party's part
        self.over = False

    @property
    def last(self) -> Entered | None:
        return self.entered[-1] if self.entered else None


def enter(text: str, start: int) -> Sequence[Entered]:
    """The parties of the list that begins at `start` of `text`."""
    roll = _Roll(text)
    every = list(pieces(text, start, len(text)))[:400]
    for number, piece in enumerate(every):
        if roll.over:
            break
        following = every[number + 1] if number + 1 < len(every) else None
        if piece.marker and (piece.before or not roll.entered or roll.item):
            roll.item += 1
            roll.open = ""
        elif piece.bracket:
            _bracket(roll, piece, following)
        elif "." in piece.before and not _goes_on(roll, piece):
            break
        else:
            _words(roll, piece, following)
    return roll.entered


def _goes_on(roll: _Roll, piece: Piece) -> bool:
    """Whether a list goes on after a point that stands for a comma, as where a page was misread."""
    last = roll.last
    return bool(last and last.name.isupper() and piece.words[:12].isupper() and " " in piece.words[:24] and not RECITES.match(piece.words))


def _words(roll: _Roll, piece: Piece, following: Piece | None) -> None:
    """Take a piece of words: it carries on a name, describes a party, names a group, or is a name."""
    words, at = piece.words, piece.start
    led = _LEADS.match(words)
    if led:
        words, at = words[led.end() :], at + led.end()
    last = roll.last
    suffix = _SUFFIX.match(words)
    if last and suffix and roll.open == "name" and piece.before == ",":
        last.end = at + suffix.end()
        last.name = _plain(roll.text[last.start : last.end])
        if rest := words[suffix.end() :].strip():
            _describe(roll, rest)
        return
    if last and STATE.fullmatch(words.rstrip(".")):
        if roll.open == "name" and piece.before == "," and _described_next(following):  # "BANK ONE, MICHIGAN, a ..."
            last.end = at + len(words)
            last.name = _plain(roll.text[last.start : last.end])
        return
    if suffix and suffix.end() == len(words) and last:
        return
    if RECITES.match(words) or (_ENDS.match(words) and (roll.entered or roll.open)):
        roll.over = True
    elif last and roll.open == "part" and piece.before in {"and", ",", ", and"} and _carries_on(words, following, piece.before):
        last.part = roll.text[roll.part_at : at + len(words)] if roll.part_at < at else words
        last.part = re.sub(r"\s*\([^()]*\)", "", last.part)
    elif last and (roll.open == "place" and piece.before == "," and not _COMPANY.search(words)):
        return
    elif last and words.startswith("Wales") and any("England" in told for told in last.described):
        return
    elif _unnamed(words) and not _with_article(words, following):
        roll.open = "group"
    elif last and _small(words, following, piece.before):
        roll.entered.append(Entered(words, at, at + len(words), roll.item, "and" in piece.before))
        roll.open = "name"
    elif last and ((words[0].islower() and not _LOWER_COMPANY.match(words) and not _brand(words, following)) or _describing(words)):
        _describe(roll, words, at)
    elif not (last is None and words[0].islower() and not _LOWER_COMPANY.match(words) and not _brand(words, following)):
        _name(roll, words, at, piece)


def _small(words: str, following: Piece | None, before: str) -> bool:
    """Whether a name is written small and has an alias: "and ebank (the "Employer")"."""
    if following is None or not following.bracket or "and" not in before or not words.isalpha() or _DESCRIBES.match(words):
        return False
    return words.islower() and bool(re.match(r"(?:the\s+|this\s+)?[“\"]", following.words))


def _brand(words: str, following: Piece | None) -> bool:
    """Whether a name begins in lower case: "i2 Technologies, Inc."."""
    return bool(re.match(r"[a-z]\w{0,8}\s?[A-Z]", words)) and following is not None and bool(_SUFFIX.match(following.words))


def _describing(words: str) -> bool:
    if _STATE_FORM.match(words):
        return True
    return bool(_DESCRIBES.match(words)) and not re.match(r"(?:a|as|in|on|of|at|no|all)\b\.?\s*$", words) and not re.match(r"(?:A|All|In|On|Of|At|No|By|For|With)\s+[A-Z]", words) or bool(
        re.match(rf"AN?\s.*\b{FORM}", words, re.IGNORECASE)
    )


def _carries_on(words: str, following: Piece | None, before: str) -> bool:
    """Whether "and ..." after "as Agent" names a further part and no further party."""
    if _SUFFIX.search(words) and _COMPANY.search(words) and not acts(words):
        return False
    if re.match(r"(?:the|an?)\s", words) and acts(words):
        return True
    if re.match(r"The\s", words):
        return False
    named = following is not None and (following.bracket or (following.before == "," and _described_next(following)))
    if not acts(words):
        return before == "and" and following is not None and following.before == "and" and not _COMPANY.search(words)
    return not named and not re.search(r"\b(?:of|inc|llc|national|first|trust)\b", words, re.IGNORECASE)


def _described_next(following: Piece | None) -> bool:
    """Whether what follows describes or carries on a name: ", a Delaware corporation", ", N.A."."""
    return following is not None and (following.bracket or bool(_SUFFIX.match(following.words) or re.match(r"(?:an?|as)\s", following.words, re.IGNORECASE)))


def _unnamed(words: str) -> bool:
    """Whether words speak of a group that is not named: "the Lenders party hereto"."""
    if re.match(r"(?:the|each|certain|all|any|such|those)\s|you\b|\[|[_•*.\s-]+$", words) or not re.search(r"[A-Za-z]{2}", words):
        return True
    return bool(re.match(r"(?:lenders|banks|financial institutions|other|various)\b", words)) or bool(re.match(r"(?:The|THE|EACH|CERTAIN)\s", words) and _GROUP.fullmatch(words))


def _with_article(words: str, following: Piece | None) -> bool:
    """Whether a company's name stands behind an article: "the Alder Field Corporation ("Company")"."""
    if following is None or not following.bracket or not _QUOTED.search(following.words):
        return False
    return bool(_COMPANY.search(words) and re.fullmatch(r"the(?:\s[A-Z][\w&'’.-]*){2,8}", words))


def _describe(roll: _Roll, words: str, at: int = -1) -> None:
    last = roll.last
    if last is None:
        return
    if _ENDS.match(words):
        roll.over = True
        return
    if quoted := list(_QUOTED.finditer(words)):
        _defined(roll, words, quoted)
        return
    if called := _CALLED.search(words):
        last.alias.append(called["term"])
        return
    if ended := re.search(r"\s(?:hereby|is\s+(?:made|entered|dated|effective)|agree|shall\s+be\s+effective|under\s+that\s+certain)\b", words):
        roll.over = True
        words = words[: ended.start()]
    part = role(words)
    if part is not None:
        if last.part is None and at >= 0:
            roll.part_at = at + words.find(part)
        last.part = f"{last.part}, {part}" if last.part else part
        if words.lower().startswith("each ") or re.split(r"\s(?:for|of|to|under)\s", part)[0].endswith("s"):
            last.part = _singular(part)
            for earlier in _sharing(roll):
                earlier.part = last.part
        roll.open = "part"
        return
    if inner := re.search(r"\s(?=as\s+(?:the\s+|an?\s+)?[A-Z])", words):
        last.part = role(words[inner.end() :]) or last.part
        words = words[: inner.start()]
    last.described.append(words)
    if words.lower().startswith(("each ", "both ")):
        for earlier in roll.entered[:-1]:
            if not earlier.described:
                earlier.described.append(words)
    roll.open = "place" if _PLACE.search(words) else "words"


def _sharing(roll: _Roll) -> list[Entered]:
    """The parties joined with the last by "and" that have no alias or part of their own."""
    found: list[Entered] = []
    for k in range(len(roll.entered) - 1, 0, -1):
        before = roll.entered[k - 1]
        if not roll.entered[k].joined or before.alias or before.part or before.group:
            break
        found.append(before)
    return found


def _name(roll: _Roll, words: str, at: int, piece: Piece) -> None:
    """Take words that begin with a name."""
    lower = _LOWER_COMPANY.match(words) if words[0].islower() else None
    match = lower or _NAME.match(words)
    if match is None:
        return
    name = _plain(match[0])
    if not _SUFFIX.search(name[-12:]):
        name = name.rstrip(".")
    for word in ("of", "the", "and", "for", "in", "at", "d/b/a", "&"):
        name = name.removesuffix(f" {word}")
    if name.lower() in {"party", "parties", "the parties"} and roll.entered:
        roll.over = True
        return
    if not re.search(r"[A-Za-z]{2}", name) or len(name) > 140:
        return
    last = roll.last
    one_word = last is not None and roll.open == "name" and " " not in last.name and not _COMPANY.search(last.name)
    if last and piece.before == "and" and one_word and _COMPANY.search(words):
        last.end = at + len(match[0].rstrip())
        last.name = _plain(roll.text[last.start : last.end])
    else:
        known = next((e for e in roll.entered if name in e.alias), None)
        roll.part_at = len(roll.text)
        if known is not None:  # "Chase, as Agent", after "The Chase Manhattan Bank ("Chase")"
            again = Entered(known.name, at, at + len(name), roll.item, False, alias=[name], described=list(known.described))
            roll.entered.append(again)
        else:
            roll.entered.append(Entered(name, at, at + len(name), roll.item, "and" in piece.before or piece.before == ","))
    roll.open = "name"
    rest = words[len(name) :].strip(" ,.\"”")
    if rest and not lower:
        _describe(roll, rest)
    elif lower and (rest := words[lower.end() :].strip(" ,.")):
        _describe(roll, rest)


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:\"“”*_'’")


def _bracket(roll: _Roll, piece: Piece, following: Piece | None) -> None:
    """Take what stands in brackets: an alias, a collective term, or an aside."""
    words, last = piece.words.strip(), roll.last
    if last is None:
        return
    quoted = list(_QUOTED.finditer(words))
    if not quoted:
        _unquoted(roll, words, following)
        return
    if _ASIDE.match(words) and not _TOGETHER.search(words) and words.count("(") == 0:
        if re.match(r"\s*(?:formerly|f/k/a|d/b/a|as\s+successor|successor)", words):
            return
    elif _ASIDE.match(words) and "(" in words:
        return
    _defined(roll, words, quoted)


def _unquoted(roll: _Roll, words: str, following: Piece | None) -> None:
    last = roll.last
    if last is None or roll.open != "name":
        if last is not None and form_like(words):
            last.described.append(words)
        return
    if form_like(words):
        last.described.append(words)
        return
    ends = following is None or following.before != "" or following.words[:1].islower()
    shares = set(words.lower().split()) & set(re.findall(r"\w+", last.name.lower()))
    initials = "".join(w[0] for w in last.name.split()).upper()
    if ends and words[:1].isupper() and len(words.split()) <= 5 and (shares or (words.isupper() and initials.startswith(words[:2]))):
        last.alias.append(words)
    elif not ends and following is not None and not following.bracket and len(words.split()) < 4 and not _ASIDE.match(words):
        last.end = roll.text.find(")", last.end) + 1
        last.name = _plain(roll.text[last.start : last.end])


def form_like(words: str) -> bool:
    """Whether words tell a form: "a Delaware corporation"."""
    return bool(re.match(rf"an?\s.*\b{FORM}\b", words, re.IGNORECASE))


def _defined(roll: _Roll, words: str, quoted: Sequence[re.Match[str]]) -> None:
    """Take the terms that are defined for the last party or for a group."""
    at, collective = 0, False
    last = roll.last
    for match in quoted:
        lead, term = words[at : match.start()], match["term"].strip().removeprefix("the ")
        at = match.end()
        gathers = bool(_TOGETHER.search(lead)) or (collective and not re.search(r"\b(?:in\s+such|the\s+latter)\b", lead))
        if term.lower() in {"party", "parties"} or last is None:
            collective = collective or gathers
            continue
        if gathers:
            collective = True
            _gather(roll, lead, term)
        elif roll.open == "group":
            continue
        elif term.lower().endswith("s") and acts(term) and last.joined and (sharing := _sharing(roll)):
            for one in (last, *sharing):
                one.group = _singular(term)
        else:
            for alias in re.split(r"\s+or\s+", term):
                if alias not in last.alias:
                    last.alias.append(alias.removeprefix("the "))
    if roll.open != "group":
        roll.open = "words" if roll.open != "part" else "part"


def _gather(roll: _Roll, lead: str, term: str) -> None:
    """Assign a collective term to the parties that it gathers."""
    told = f" {lead} "
    members = [e for e in roll.entered if any(re.search(rf"(?<!\w){re.escape(a)}(?!\w)", told) for a in e.alias)]
    members += [e for e in roll.entered if e.group and re.search(rf"\b{re.escape(e.group)}s?\b", told) and e not in members]
    if not members:
        members = _run_before(roll)
    elif re.search(r"\b(?:together|collectively)\s+with\b", lead):
        own = [last] if (last := roll.last) and last.alias else _run_before(roll)
        members += [e for e in own if e not in members]
    for member in members:
        member.group = member.group or (_singular(term) if acts(term) else None)


def _run_before(roll: _Roll) -> list[Entered]:
    """The parties that a collective term without names gathers: those since the last that has a term of its own."""
    if not roll.entered:
        return []
    if roll.item:
        return [e for e in roll.entered if e.item == roll.item]
    if roll.entered[-1].alias and roll.open != "group":
        return [e for e in roll.entered if e.part is None]
    found: list[Entered] = []
    for e in reversed(roll.entered):
        if e.alias or e.part:
            break
        found.append(e)
    return found


def _singular(term: str) -> str:
    if term.endswith("ies"):
        return f"{term[:-3]}y"
    return term[:-1] if term.endswith("s") and not term.endswith("ss") else term
