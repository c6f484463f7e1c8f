"""The terms that a list of parties defines: a party's alias, and the groups to which it belongs.

In: the list so far, and words in brackets or a phrase such as "hereinafter called".  Out: the parties of the
list are given their aliases and groups.  Afterwards "Party" and "Parties" are no group, though a
collective term like others.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.parties.entity import FORM, acts
from conformed.instrument.parties.party_words import QUOTED
from conformed.instrument.parties.roster import Piece

_TOGETHER = pattern(
    r"\b(?:collectively|each|individually|together\s+with(?!\s+(?:its|their|his|her|any|all|such"
    r"|successors))|together(?!\s+with)|jointly|both|all)\b",
    ENGLISH,
)
ASIDE = pattern(
    r"\s*(?:as\s+successor|successor|formerly|f/k/a|d/b/a|as\s+defined|including|which|not|for\s+purposes)\b",
    ENGLISH,
)
_INSTRUMENT = pattern(
    r"\b(?:agreement|contract|amendment|lease|waiver|indenture|subcontract|effective\s+date)s?$",
    ENGLISH,
)


class Entered(msgspec.Struct):
    """A party while its list is read."""

    name: str
    start: int
    end: int
    item: int
    joined: bool
    alias: list[str] = []
    described: list[str] = []
    part: str | None = None
    group: str | None = None
    collective: list[str] = []


class Roll:
    """The list so far, and what the next piece may belong to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.entered: list[Entered] = []
        self.item = 0
        self.open = ""  # what the last piece was: "name", "part", "place", "group", "blank", "words" or ""
        self.part_at = len(text)  # where the words begin that tell the last party's part
        self.over = False
        self.other = 0  # how many parties there were when the words went on to another company, of which the last is one

    @property
    def unnamed(self) -> bool:
        """Whether the last piece is a group that is not named, or a name that is left blank."""
        return self.open in {"group", "blank"}

    @property
    def of_another(self) -> bool:
        """Whether the words speak of a company that is no party: `a subsidiary of Alder Mills, Inc., an Ohio corporation`."""
        return 0 < self.other == len(self.entered)

    @property
    def last(self) -> Entered | None:
        """The party entered last."""
        return self.entered[-1] if self.entered else None


def bracket(roll: Roll, piece: Piece, following: Piece | None) -> None:
    """Take what stands in brackets: an alias, a collective term, or an aside."""
    words, last = piece.words.strip(), roll.last
    if last is None:
        return
    quoted = list(QUOTED.finditer(words))
    if not quoted:
        _unquoted(roll, words, following)
        return
    if ASIDE.match(words) and not _TOGETHER.search(words) and words.count("(") == 0:
        if re.match(r"\s*(?:formerly|f/k/a|d/b/a|as\s+successor|successor)", words):
            return
    elif ASIDE.match(words) and "(" in words:
        return
    defined(roll, words, quoted)


def _unquoted(roll: Roll, words: str, following: Piece | None) -> None:
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
    if (
        ends
        and words[:1].isupper()
        and len(words.split()) <= 5
        and (shares or (words.isupper() and initials.startswith(words[:2])))
    ):
        last.alias.append(words)
    elif (
        not ends
        and following is not None
        and not following.bracket
        and len(words.split()) < 4
        and not ASIDE.match(words)
    ):
        last.end = roll.text.find(")", last.end) + 1
        last.name = plain(roll.text[last.start : last.end])
        roll.open = "half"


def form_like(words: str) -> bool:
    """Whether words tell a form: "a Delaware corporation"."""
    return bool(re.match(rf"an?\s.*\b{FORM}\b", words, re.IGNORECASE))


def defined(roll: Roll, words: str, quoted: Sequence[re.Match[str]]) -> None:
    """Take the terms that are defined for the last party or for a group."""
    at, collective, gathered = 0, False, list[Entered]()
    last = roll.last
    for match in quoted:
        lead, term = words[at : match.start()], match["term"].strip().removeprefix("the ")
        at = match.end()
        gathers = bool(_TOGETHER.search(lead)) or (
            collective and not re.search(r"\b(?:in\s+such|the\s+latter)\b", lead)
        )
        if term.lower() in {"party", "parties"} or last is None:
            collective = collective or gathers
            for one in roll.entered if gathers else ():
                one.collective.append("Party")
            continue
        if _INSTRUMENT.search(term):  # "between X and Y (the "Agreement")" defines what they made
            continue
        if gathers:
            collective = True
            gathered = _gather(roll, lead, term, gathered)
        elif roll.unnamed or roll.of_another:
            continue
        elif term.lower().endswith("s") and acts(term) and last.joined and (joint := sharing(roll)):
            for one in (last, *joint):
                one.group = singular(term)
                one.collective.append(one.group)
        else:
            for alias in re.split(r"\s+or\s+", term):
                if alias not in last.alias:
                    last.alias.append(alias.removeprefix("the "))
    if not roll.unnamed:
        roll.open = "words" if roll.open != "part" else "part"


def _gather(roll: Roll, lead: str, term: str, before: list[Entered]) -> list[Entered]:
    """Assign a collective term to the parties that it gathers: those named, else those of the term `before` in its bracket."""
    told = f" {lead} "
    members = [
        e for e in roll.entered if any(re.search(rf"(?<!\w){re.escape(a)}(?!\w)", told) for a in e.alias)
    ]
    members += [
        e
        for e in roll.entered
        if e.group and re.search(rf"\b{re.escape(e.group)}s?\b", told) and e not in members
    ]
    if not members:
        members = before or _run_before(roll)
    elif re.search(r"\b(?:together|collectively)\s+with\b", lead):
        own = [last] if (last := roll.last) and last.alias else _run_before(roll)
        members += [e for e in own if e not in members]
    for member in members:
        member.group = member.group or (singular(term) if acts(term) else None)
        member.collective.append(singular(term))
    return members


def _run_before(roll: Roll) -> list[Entered]:
    """The parties that a term without names gathers: those since the last that has a term of its own."""
    if not roll.entered:
        return []
    if roll.item:
        return [e for e in roll.entered if e.item == roll.item]
    if roll.entered[-1].alias and roll.open != "group":
        return [e for e in roll.entered if e.part is None]
    found: list[Entered] = []
    for e in reversed(roll.entered):
        if e.alias or e.part or e.group:
            break
        found.append(e)
    return found


def sharing(roll: Roll) -> list[Entered]:
    """The parties joined with the last by "and" that have no alias or part of their own."""
    found: list[Entered] = []
    for k in range(len(roll.entered) - 1, 0, -1):
        before = roll.entered[k - 1]
        if not roll.entered[k].joined or before.alias or before.part or before.group:
            break
        found.append(before)
    return found


def singular(term: str) -> str:
    """A collective term as each member bears it."""
    if term.endswith("ies"):
        return f"{term[:-3]}y"
    return term[:-1] if term.endswith("s") and not term.endswith("ss") else term


def plain(words: str) -> str:
    """A name without blanks and marks around it."""
    return " ".join(words.split()).strip(" ,;:\"“”*_'’")
