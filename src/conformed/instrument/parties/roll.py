"""A list of parties, read piece by piece.

In: a preamble, as one line, and where its parties begin.  Out: each party `Entered` with its name, aliases,
what describes it, the part in which it acts, and the group to which a collective term assigns
it.  Afterwards the list ends where the sentence goes on to something else.
"""

import re
from collections.abc import Sequence
from itertools import chain, islice, pairwise

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.divisions.opening_lines import RECITES
from conformed.instrument.parties.collective import Entered, Roll, bracket, defined, plain, sharing, singular
from conformed.instrument.parties.entity import STATE, role
from conformed.instrument.parties.party_words import (
    COMPANY,
    ENDS,
    LOWER_COMPANY,
    QUOTED,
    SUFFIX,
    brand,
    carries_on,
    described_next,
    describing,
    each_told,
    lettered,
    one_form,
    small,
    unnamed,
    with_article,
)
from conformed.instrument.parties.roster import Piece, pieces

_PLACE = pattern(
    r"\b(?:office|offices|address|located|residing|resides|place\s+of\s+business|headquarters|residence|at\s+\d+|avenue"
    r"|street|suite|road|blvd|drive)\b|^\d|^[A-Z]{2}\s*\d{0,5}$",
    ENGLISH,
)
_STREET = pattern(r"\d+\s+[A-Z]")
_SUCCEEDS = pattern(r"(?:as\s+)?successor\b|assignee\s+of\b", ENGLISH)
_OWNED = pattern(  # whose own term and form may follow
    r"\b(?:subsidiary|affiliate|division)\s+of\s+(?P<by>(?-i:[A-Z])[^,;()]{2,100})$", ENGLISH
)
_AND_COMPANY = pattern(r"(?:company|co\.?|sons|brothers)", ENGLISH)
_FORMERLY = pattern(r"(?:formerly|previously|also)\s+(?:known|named|called|doing)\b|[fda]/[kb]/[ab]\b", ENGLISH)
_ENDED = pattern(
    r"\b(?:inc|llc|l\.l\.c|corp|corporation|company|co|ltd|limited|lp|l\.p|n\.a|association)\.?$",
    ENGLISH,
)
_ATTENTION = pattern(r"\b(?:attention|attn)\W*$", re.IGNORECASE)
_JOINS_NAME = pattern(  # "Branch Banking and Trust Company": the second half is no name of its own
    r"(?:trust|savings|finance|financial|company|loan|casualty|sons|guaranty|surety|indemnity)\b",
    ENGLISH,
)
_CALLED = pattern(
    r"\bherein(?:after)?\s+(?:sometimes\s+)?(?:called|referred\s+to\s+as"
    r"|known\s+as)\s+(?:the\s+)?(?P<term>[A-Z][\w/-]*(?:\s[A-Z][\w/-]*)?)$"
)
_GOES_ON = pattern(
    r"\s(?:hereby|is\s+(?:made|entered|dated|effective)|agree|shall\s+be\s+effective|under\s+that\s+certain)\b"
)
_NAME = pattern(
    r"(?:(?:[A-Z0-9“\"'’(][^\s]*|[a-z]\d\S*|[a-z][A-Z]\S*|of|the|de|la|von|van|der|del|and|&|for|in|at|d/b/a|[-–](?=\s[A-Z])"
    r"|y|e|plc|gmbh|ag|inc\.?|llc)(?:\s+|$))+",
)
_NO_NAME = pattern(
    r"^\d|^(?:section|article|exhibit|schedule|effective|that|this|except|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)\s+\d|^(?:effective|that|this|enter|section)\b"
    r"|\b(?:officer|president|secretary|treasurer|attention|counsel|department)$|\bvice\s+president\b"
    r"|^(?:acceptance|assumption|addendum)$|\b(?:agreement|amendment)$"
    r"|^amendment\s+(?:no|number)\b|\b(?:have|has|been|hereby|shall|represented|where|whereas)\b"
    r"|^\w+\s\d{5}(?:-\d{4})?$",
    re.IGNORECASE,
)
_LABELLED = pattern(r"\b(?:executed|dated|signed):|\bagreement\s+dated\b", ENGLISH)  # of signatures, or of a title
_CARRY = frozenset({"and", ",", ", and"})
_LEADS = pattern(
    r"^(?:(?:and|by|among|between|with(?:\s+the\s+joinder\s+of)?|joined\s+(?:in\s+)?by|from|you\s+and|its\s+(?:(?:wholly[\s-]owned|direct|indirect)\s+){0,2}subsidiary(?=\s+(?-i:[A-Z])))\s+)+|^(?:mr|mrs|ms|dr)\.?\s+", ENGLISH
)


_BEGUN = pattern(  # words before "Inc." that seemed no name: "3alder Mills,", "the Board of Directors of Alder,"
    r"(?:[A-Z0-9][\w&'’.-]*\s+){0,5}[A-Z0-9][\w&'’.-]*,\s*$"
)
_REACH = 80  # characters of such words
_PIECES = 400  # of a list, at most


def enter(text: str, start: int) -> Sequence[Entered]:
    """The parties of the list that begins at `start` of `text`."""
    roll = Roll(text)
    every = chain(islice(pieces(text, start, len(text)), _PIECES), [None])
    for piece, following in pairwise(every):
        if roll.over or piece is None:
            break
        if piece.marker and (piece.before or not roll.entered or roll.item):
            roll.item += 1
            roll.open = ""
        elif piece.bracket:
            bracket(roll, piece, following)
        elif "." in piece.before and not _goes_on(roll, piece):
            break
        else:
            _words(roll, piece, following)
    return [e for k, e in enumerate(roll.entered) if not _only_again(e, roll.entered[:k])]


def _only_again(one: Entered, before: Sequence[Entered]) -> bool:
    """Whether an entry only repeats a party, and tells nothing new of it: no term, and no part but one told before."""
    return any(
        one.name == e.name and set(one.alias) <= set(e.alias) and (one.part or "").lower() in (e.part or "").lower()
        for e in before
    )


def _goes_on(roll: Roll, piece: Piece) -> bool:
    """Whether a list goes on after a point that stands for a comma, as where a page was misread."""
    last = roll.last
    return bool(
        last
        and last.name.isupper()
        and piece.words[:12].isupper()
        and " " in piece.words[:24]
        and not RECITES.match(piece.words)
    )


def _begun(roll: Roll, piece: Piece, following: Piece | None) -> tuple[str, int]:
    """The words of a piece and where they begin: without what leads to a name, with what stood before its ending."""
    words, at = piece.words, piece.start
    if led := _LEADS.match(words):
        words, at = words[led.end() :], at + led.end()
    if with_article(words, following):
        words, at = words[len("the ") :], at + len("the ")
    if not roll.entered and SUFFIX.fullmatch(words) and (begun := _BEGUN.search(roll.text, max(0, at - _REACH), at)):
        words, at = roll.text[begun.start() : at + len(words)], begun.start()
    return words, at


def _words(roll: Roll, piece: Piece, following: Piece | None) -> None:
    """Take a piece of words: it carries on a name, describes a party, names a group, or is a name."""
    words, at = _begun(roll, piece, following)
    last = roll.last
    if last and _goes_with_name(roll, last, words, at, piece, following):
        return
    if last and _passed(roll, last, words, piece):
        return
    small_start = words[0].islower() and not LOWER_COMPANY.match(words) and not brand(words, following)
    if RECITES.match(words) or (ENDS.match(words) and (roll.entered or roll.open)):
        roll.over = True
    elif last and roll.open == "part" and _carried(words, piece, following):
        last.part = roll.text[roll.part_at : at + len(words)] if roll.part_at < at else words
        last.part = re.sub(r"\s*\([^()]*\)", "", last.part)
    elif unnamed(words):
        roll.open = "group" if lettered(words) else roll.open if words[0].isalnum() else "blank"
    elif last and small(words, following, piece.before):
        roll.entered.append(Entered(words, at, at + len(words), roll.item, "and" in piece.before))
        roll.open = "name"
    elif last and (small_start or describing(words)):
        of_group = roll.open == "group" and (role(words) or each_told(words))  # "the banks party hereto, as Lenders"
        if roll.open != "blank" and not of_group:
            _describe(roll, last, words, at)
    elif not small_start:
        _name(roll, words, at, piece, following)


def _carried(words: str, piece: Piece, following: Piece | None) -> bool:
    return piece.before in _CARRY and carries_on(words, following, piece.before)


def _goes_with_name(
    roll: Roll, last: Entered, words: str, at: int, piece: Piece, following: Piece | None
) -> bool:
    """Carry on the last name where words belong to it: ", Inc.", ", MICHIGAN" before ", a Michigan ..."."""
    if roll.open == "half" and not describing(words):  # "Alder (N.Y.) Mills": its name goes on behind the bracket
        last.end = at + len(words)
        last.name = plain(roll.text[last.start : last.end])
        roll.open = "name"
        return True
    suffix = SUFFIX.match(words)
    after_name = roll.open == "name" and piece.before == ","
    if roll.open == "name" and piece.before == "and" and _AND_COMPANY.fullmatch(words) and " " not in last.name:
        last.end = at + len(words)
        last.name = plain(roll.text[last.start : last.end])
        return True
    end = 0
    if suffix and after_name:
        end = suffix.end()
    elif STATE.fullmatch(words.rstrip(".")):
        end = len(words) if after_name and described_next(following) else 0
    elif not suffix or suffix.end() < len(words):
        return False
    if end:
        last.end = at + end
        last.name = plain(roll.text[last.start : last.end])
        if rest := words[end:].strip():
            _describe(roll, last, rest)
    return True


def _passed(roll: Roll, last: Entered, words: str, piece: Piece) -> bool:
    """Whether words carry on an address or a place that is told of the last party."""
    no_company = _STREET.match(words) is not None or not COMPANY.search(words)
    in_place = roll.open == "place" and piece.before == "," and no_company
    return in_place or (words.startswith("Wales") and any("England" in told for told in last.described))


def _describe(roll: Roll, last: Entered, words: str, at: int = -1) -> None:
    """Take words that describe the last party: its form, its part, its place, or what it is called."""
    if ENDS.match(words):
        roll.over = True
    elif quoted := list(QUOTED.finditer(words)):
        defined(roll, words, quoted)
    elif called := _CALLED.search(words):
        last.alias.append(called["term"])
    else:
        if ended := _GOES_ON.search(words):
            roll.over = True
            words = words[: ended.start()]
        part = role(words)
        if part is not None:
            _acts_as(roll, last, words, part, at)
        else:
            _is_described(roll, last, words)


def _acts_as(roll: Roll, last: Entered, words: str, part: str, at: int) -> None:
    """Give the last party, and those it shares it with, the part in which it acts."""
    if last.part is None and at >= 0:
        roll.part_at = at + words.find(part)
    last.part = f"{last.part}, {part}" if last.part else part
    if words.lower().startswith("each ") or re.split(r"\s(?:for|of|to|under)\s", part)[0].endswith("s"):
        last.part = singular(part)
        for earlier in sharing(roll):
            earlier.part = last.part
    roll.open = "part"


def _is_described(roll: Roll, last: Entered, words: str) -> None:
    formerly = _FORMERLY.search(words)
    words = words[: formerly.start()].rstrip() if formerly else words  # what it was called before is no part of it
    if inner := re.search(r"\s(?=as\s+(?:the\s+|an?\s+)?[A-Z])", words):
        last.part = role(words[inner.end() :]) or last.part
        words = words[: inner.start()]
    if last.alias and (owned := _OWNED.search(words)) and not any(owned["by"] in e.alias for e in roll.entered):
        roll.other = len(roll.entered)
    elif words and not roll.of_another and not _SUCCEEDS.match(words):  # "as successor to Birch Company" tells another's form
        last.described.append(words)
    if words.lower().startswith(("each ", "both ")):
        for earlier in roll.entered[:-1]:
            if not earlier.described:
                earlier.described.append(words)
    roll.open = "place" if _PLACE.search(words) else "words"


def _name(roll: Roll, words: str, at: int, piece: Piece, following: Piece | None) -> None:
    """Take words that begin with a name."""
    lower = LOWER_COMPANY.match(words) if words[0].islower() else None
    match = lower or _NAME.match(words)
    if match is None:
        return
    name = plain(match[0])
    if not SUFFIX.search(name[-12:]):
        name = name.rstrip(".")
    for word in ("of", "the", "and", "for", "in", "at", "d/b/a", "&", "AND", "FOR", "OF"):
        name = name.removesuffix(f" {word}")
    if SUFFIX.fullmatch(name):
        return
    if _ATTENTION.search(roll.text, max(0, at - 14), at):
        return
    if name.lower() in {"party", "parties", "the parties"} and roll.entered:
        roll.over = True
        return
    if (_NO_NAME.search(name) and not COMPANY.search(name)) or _LABELLED.search(name):
        return
    if not re.search(r"[A-Za-z]{2}", name) or len(name) > 140:
        return
    last = roll.last
    one_word = (
        last is not None and roll.open == "name" and " " not in last.name and not COMPANY.search(last.name)
    )
    halves = (
        last is not None
        and roll.open == "name"
        and bool(_JOINS_NAME.match(words))
        and not _ENDED.search(last.name)
    )
    joined = halves or (one_word and (COMPANY.search(words) or one_form(following)))
    if last and piece.before == "and" and joined:
        last.end = at + len(match[0].rstrip())
        last.name = plain(roll.text[last.start : last.end])
    else:
        known = next((e for e in roll.entered if name in e.alias), None)
        roll.part_at = len(roll.text)
        if known is not None:  # "Chase, as Agent", after "The Chase Manhattan Bank ("Chase")"
            again = Entered(
                known.name,
                at,
                at + len(name),
                roll.item,
                False,
                alias=[name],
                described=list(known.described),
            )
            roll.entered.append(again)
        else:
            roll.entered.append(
                Entered(name, at, at + len(name), roll.item, "and" in piece.before or piece.before == ",")
            )
    roll.open = "name"
    rest = words[len(name) :].strip(' ,."”')
    if (rest and not lower) or (lower and (rest := words[lower.end() :].strip(" ,."))):
        _describe(roll, roll.entered[-1], rest)
