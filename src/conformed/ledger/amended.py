"""Which agreement the instruments of a matter change, and which of them change another one.

In: the readings that may be the agreement, and those that change one.  Out: the agreement, its title and day, and
whether an instrument's own words show that it amends another.
"""

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache

from conformed.basis import days, long_day
from conformed.basis.pattern import pattern
from conformed.instrument import InstrumentKind, ProvisionKind
from conformed.language import Interpretation
from conformed.ledger.persons import is_form, of_other_persons, persons
from conformed.ledger.states import State

_SMALL = {"the", "of", "and", "to", "a", "an", "certain", "that", "by", "for", "no"}
_GENERAL = {
    "agreement",
    "agreements",
    "contract",
    "amended",
    "restated",
    "original",
    "existing",
    "prior",
    "initial",
    "previous",
    "amendment",
    "between",
    "among",
    "with",
    "inc",
    "llc",
    "corporation",
    "company",
}
_KINDS = {  # of documents that stand beside an agreement of the same parties and day
    "guaranty",
    "guarantee",
    "note",
    "mortgage",
    "deed",
    "indenture",
    "lease",
    "pledge",
    "security",
    "warrant",
    "bond",
    "license",
    "escrow",
    "intercreditor",
    "subordination",
}
_VERSION = pattern(
    r"\b(?:(?:first|second|third|fourth|fifth|\w+th)\s)?(?:amended|restated|original|existing)(?:\sand\srestated)?\s",
    re.IGNORECASE,
)
_WORD = pattern(r"[^\W_]+")
_CALLED = 2  # words of a name by which a party is known whatever its form
_TOO_SHORT = 3  # letters of a name that may stand within any word
_BOTH = 2  # parties that make sure which of two agreements is meant
_OPENING = 600  # characters of a letter in which its day stands
_PROVISIONS = 5  # articles and sections that make a document an agreement


class NoMatter(Exception):
    """The documents make no matter; the message is one sentence that says why and what to do."""


def agreement_of(
    agreements: Sequence[Interpretation], changing: Sequence[Interpretation]
) -> Interpretation | None:
    """The agreement that the instruments amend; raises where several files hold one and nothing tells which is meant.

    Of those that stand in one file it is then the first.
    """
    if len(agreements) <= 1:
        return agreements[0] if agreements else None
    scores = [sum(_alike(agreement, read) for read in changing) for agreement in agreements]
    best = [one for one, score in zip(agreements, scores, strict=True) if score == max(scores)]
    if len({one.instrument.document.file for one in best}) == 1 and (max(scores) > 0 or best == agreements):
        return best[0]
    if max(scores) == 0 or len(best) > 1:
        names = " and ".join(map(_described, best[:3]))
        alike = len({(one.head.title, one.head.dated) for one in best}) == 1
        what = "bear one title and day and do not read the same" if alike else "are agreements"
        raise NoMatter(
            f"{names} {what}; nothing tells which of them is meant: give one agreement with its amendments."
        )
    return agreements[scores.index(max(scores))]


def _described(agreement: Interpretation) -> str:
    """The file of an agreement, with its title and day."""
    head = agreement.head
    told = " dated ".join(filter(None, (_of_the_agreement(head.title or ""), long_day(head.dated) if head.dated else None)))
    return agreement.instrument.document.name + (f" ({told})" if told else "")


def _alike(agreement: Interpretation, read: Interpretation) -> int:
    """How much tells that an instrument amends this agreement."""
    amends = read.head.amends
    if amends is None:
        return 0
    same_day = amends.dated is not None and amends.dated == agreement.head.dated
    shared = min(len(_names(agreement) & _names(read)), _BOTH)
    return 6 * same_day + 3 * titles_agree(agreement.head.title, amends.title) + shared


def signs_of(read: Interpretation, state: State) -> str:
    """What in an instrument tells that it amends the agreement in a state of it, as a lawyer would say it."""
    amends, agreement = read.head.amends, state.read
    signs = []
    if amends is not None and (state.bears(amends.restated_on) or state.bears(amends.dated)):
        signs.append("the day of the agreement")
    if agreement is not None and amends is not None and titles_agree(agreement.head.title, amends.title):
        signs.append("its title")
    if agreement is not None and _names(agreement) & _names(read):
        signs.append("its parties")
    told = ", ".join(signs[:-1]) + (" and " if signs[:-1] else "") + "".join(signs[-1:])
    return f"it names {told}" if signs else "nothing in it names another agreement"


def restates(read: Interpretation, other: Interpretation) -> bool:
    """Whether a restatement is that of another agreement to hand: later, of its title, and of its day or parties."""
    if read is other or read.head.kind is not InstrumentKind.RESTATEMENT:
        return False
    mine, theirs = read.head.dated, other.head.dated
    named = read.head.amends.dated if read.head.amends else None
    later = mine is not None and theirs is not None and theirs < mine
    alike = titles_agree(_unqualified(read.head.title), _unqualified(other.head.title))
    return later and alike and (named == theirs or bool(_names(read) & _names(other)))


def restatements(agreement: Interpretation, agreements: Sequence[Interpretation]) -> list[Interpretation]:
    """The restatements of an agreement, and those of its restatements, in the order of their days."""
    found = [agreement]
    dated = sorted(agreements, key=lambda one: one.head.dated or datetime.date.min)
    for one in dated:
        if any(restates(one, other) for other in found):
            found.append(one)
    return found[1:]


def _unqualified(title: str | None) -> str:
    """A title without the words that tell which version of the agreement it is."""
    return _VERSION.sub("", _of_the_agreement(title or ""))


def is_built_like_one(read: Interpretation) -> bool:
    """Whether a document whose head tells nothing has the articles and sections of an agreement."""
    numbered = {ProvisionKind.ARTICLE, ProvisionKind.SECTION}
    return sum(1 for provision in read.instrument.root.walk() if provision.kind in numbered) >= _PROVISIONS


def is_named(read: Interpretation, changing: Sequence[Interpretation]) -> bool:
    """Whether a document whose head tells nothing, such as a letter, is of the day and the parties of the agreement that is changed."""
    opening = read.instrument.document.reading.text[:_OPENING]
    dated = next((one.day for one in days(opening)), None)
    return read.head.kind in {InstrumentKind.LETTER, InstrumentKind.OTHER} and any(
        other.head.amends is not None
        and dated is not None
        and other.head.amends.dated == dated
        and len(_names(read) & _names(other)) >= _BOTH
        for other in changing
    )


def _names(read: Interpretation) -> set[str]:
    return {_key(party.name) for party in read.parties}


@lru_cache(maxsize=4096)  # each agreement of a file is held against each instrument
def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def titles_agree(title: str | None, other: str | None) -> bool:
    """Whether two titles can be those of one agreement: the words of the shorter stand in the longer."""
    if not title or not other:
        return False
    one, two = _words(title), _words(other)
    return bool(one and two) and (one <= two or two <= one)


@lru_cache(maxsize=4096)  # as for _key
def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", title.lower())) - _SMALL


def _titles_differ(title: str | None, other: str | None) -> bool:
    """Whether two titles are those of different agreements: both say of what kind they are, with no word in common."""
    one, two = (
        {word for word in re.findall(r"[a-z]+", (text or "").lower()) if word not in _SMALL | _GENERAL}
        for text in (title, other)
    )
    return bool(one and two) and not one & two


def _of_other_kinds(title: str | None, other: str | None) -> bool:
    """Whether just one of two titles is that of a guaranty, note, lease or the like."""
    one, two = (set(re.findall(r"[a-z]+", (text or "").lower())) & _KINDS for text in (title, other))
    return bool(one ^ two)


def what_is_amended(agreement: Interpretation | None, changing: Sequence[Interpretation]) -> State:
    """The agreement with its own title and day, else with those that most of the instruments give it."""
    if agreement is not None and not is_named(agreement, changing):
        own = agreement.head
        return State(agreement, _of_the_agreement(own.title or "Agreement"), own.dated)
    named = [read.head.amends for read in changing if read.head.amends is not None]
    dates = [one.dated for one in named if one.dated is not None]
    dated = max(dates, key=dates.count) if dates else None
    title = next((one.title for one in named if one.title and (one.dated == dated or dated is None)), None)
    if agreement is not None:
        return State(agreement, title or "Agreement", dated)
    of_it = [read for read in changing if read.head.amends and read.head.amends.dated == dated and read.parties]
    like = [sum(not _of_others(one, read) for read in of_it) for one in of_it]
    return State(None, title or "Agreement", dated, of_it[like.index(max(like))] if of_it else None)


def _of_the_agreement(title: str) -> str:
    """A title without the names and the day that a cover page sets below it."""
    return re.split(
        r"\s(?:by\sand\s)?(?:between|among|dated|made|entered)\b", title, maxsplit=1, flags=re.IGNORECASE
    )[0]


def amends_another(read: Interpretation, state: State, beside: Sequence[Interpretation] = ()) -> bool:
    """Whether an instrument's own words show that it amends another agreement: another date, title or parties.

    Titles that differ tell nothing where the parties are the same, unless one is that of a guaranty, note or the like, or of
    an agreement `beside` this one.
    """
    amends, agreement = read.head.amends, state.read
    if (told := agreement or state.told_by) is not None and is_form(read) and not is_form(told):
        return True
    if agreement is not None and of_other_persons(persons(agreement), persons(read)):
        return True
    if agreement is None and state.told_by is not None and _of_others(state.told_by, read):
        return True
    if agreement is not None and _of_strangers(agreement, read, named=amends is not None and state.bears(amends.dated)):
        return True
    if amends is None:
        return False
    if not state.is_meant(read.head):
        return True
    if agreement is not None and _titles_differ(agreement.head.title, amends.title):
        apart = _of_other_kinds(agreement.head.title, amends.title) or any(
            titles_agree(one.head.title, amends.title) for one in beside
        )
        if apart or not _same_parties(agreement, read):
            return True
    return (
        bool(amends.title)
        and amends.dated is None
        and agreement is None
        and not titles_agree(state.title, amends.title)
    )


def _of_others(one: Interpretation, other: Interpretation) -> bool:
    """Whether two documents name different persons as their parties, or no party in common."""
    names, others = _names(one), _names(other)
    apart = bool(names and others) and not any(a in b or b in a for a in names for b in others)
    return apart or of_other_persons(persons(one), persons(other))


def _same_parties(agreement: Interpretation, read: Interpretation) -> bool:
    """Whether every party of the instrument is one of those that the agreement's own preamble names."""
    ours = _names(agreement)
    return bool(ours) and all(any(name in one or one in name for one in ours) for name in _names(read))


def _of_strangers(agreement: Interpretation, read: Interpretation, *, named: bool) -> bool:
    """Whether those who make an instrument are no parties of the agreement.

    Where the parties of one of the two are not told, and its day is not `named`, it is asked whether the agreement speaks of
    those that make the instrument, or sign it: of half of them, or two.
    """
    if agreement.parties and read.head.kind is InstrumentKind.JOINDER:  # those who join are none yet
        own = _key(read.instrument.document.reading.text)
        return not any(_key(one.name) in own for one in agreement.parties)
    if agreement.parties and read.parties:
        return not _share_a_party(agreement, read)
    makers = [one.name for one in read.parties] or [one.party for one in read.signatures if one.party]
    called = {key for name in makers if len(key := _key(" ".join(_WORD.findall(name)[:_CALLED]))) > _TOO_SHORT}
    text = _key(agreement.instrument.document.reading.text) if called and not named else ""
    shared = sum(one in text for one in called)
    return bool(text) and shared * 2 < len(called) and shared < _BOTH


def _share_a_party(agreement: Interpretation, read: Interpretation) -> bool:
    """Whether a party of the instrument is one of the agreement, by name or as its words name it."""
    text = re.sub(r"[^a-z0-9]", "", agreement.instrument.document.reading.text[:20000].lower())
    mine = persons(agreement)
    shared = [name for name in _names(read) if name in text]
    shared += [name for name in persons(read) if mine and not of_other_persons(mine, [name]) and _key(name) not in text]
    return len(shared) * 2 > len(_names(read)) or len(shared) >= _BOTH
