"""Consent thresholds: how much of the lenders has signed an instrument, who is missing, and whether that is enough.

In: an instrument, the text as it stood before it, and what a user tells of the lenders' commitments.  Out: for each
group whose consent the instrument speaks of ("Required Lenders", "each Lender") the share that the agreement's own definition
asks, the signers and their commitments, and whether the share is reached: met, not met, or unknown with the reason.
Afterwards a definition with several shares, or one that asks more than a share, is unknown, and so is all where a lender that
signs stands in no list of commitments; who signs as the agent alone has not signed as a lender, and is not held against it either.
"""

import enum
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import ProvisionKind, Signature
from conformed.language import Class, Interpretation
from conformed.ledger import Link
from conformed.ledger.persons import name_key
from conformed.standing.amending import GROUP_NAMED, amending
from conformed.version import Passage
from conformed.version.passage import standing, walk

_GROUP = pattern(
    r"(?:required|requisite|majority|super-?majority|determining|controlling)\s(?:[a-z]+\s){0,2}"
    r"(?:lenders?|banks?|holders?|purchasers?|noteholders?|investors?)", ENGLISH
)
_AS_LENDER = pattern(r"\b(?:lenders?|banks?|purchasers?)\b", ENGLISH)
_OF_OTHERS = pattern(  # for whom one acts: "as agent for the Lenders"
    r"\b(?:for|of|to)\s(?:(?:the|all|each|certain|its)\s){0,2}(?:other\s)?(?:lenders?|banks?|purchasers?)\b", ENGLISH
)
_FOR_ITSELF = pattern(r"\b(?:individual(?:ly)?|itself|own)\b", ENGLISH)
_SHARE = pattern(
    r"(?P<how>more\sthan|greater\sthan|in\sexcess\sof|exceed(?:s|ing)?|over|at\sleast|not\sless\sthan|no\sless\sthan)\s"
    r"(?:[a-z][a-z\s-]{2,60}\()?(?P<whole>\d{1,3}(?:\.\d{1,4})?)(?:[\s-](?P<over>\d)/(?P<under>\d))?\s?(?:%|per\s?cent)", ENGLISH
)
_EACH = pattern(  # whose signature or consent a condition asks
    r"\b(?:counterparts?|execut\w+|signed|signatures?|consents?|approv\w+)\b[^;:.]{0,240}?\b(?:each|all|every)\s(?:of\sthe\s)?(?P<affected>(?:(?:directly|adversely)\s(?:and\s)?){0,2}affected\s)?(?P<who>lenders?|banks?)\b"
    r"(?P<thereby>\s(?:that\sis\s|who\sis\s)?(?:(?:directly|adversely)\s(?:and\s)?){0,2}affected\b)?", ENGLISH
)
_ALSO = pattern(  # what a definition asks beside the share
    r"\b(?:provided|exclusive\sof|exclud(?:ing|ed)|other\sthan|disregard(?:ed|ing)?|(?:two|three)\sor\smore|at\sleast\s(?:two|three)|so\slong\sas)\b",
    ENGLISH,
)
_MORE = frozenset({"more than", "greater than", "in excess of", "exceed", "exceeds", "exceeding", "over"})
_HEADS = pattern(r"\b(?:lenders?|banks?|purchasers?|holders?|institutions?)\b.*\b(?:commitments?|amounts?)\b", ENGLISH)
_AMOUNT = pattern(r"\$?\s?(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{4,}(?:\.\d\d)?)")
_TOTAL = pattern(r"\W*(?:total|aggregate|totals)\b", ENGLISH)
_ROWS = 2  # that make a list of commitments


class Reached(enum.StrEnum):
    """Whether a threshold is reached."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


class Consent(msgspec.Struct, frozen=True):
    """The consent of a group to an instrument.

    `share` is what the definition at `path` asks of the whole, `more` that it must be exceeded; `signed` and `missing` are the
    lenders with their commitments, None where these are not told; `listed` is the path of the table that lists these, None
    where a user tells them or nobody does; `why` says what is not known; `clause` is the provision of the agreement that asks
    it of every amendment.
    """

    group: str
    path: str | None
    share: Fraction | None
    more: bool
    signed: tuple[tuple[str, Decimal | None], ...]
    missing: tuple[tuple[str, Decimal | None], ...]
    reached: Reached
    why: str | None = None
    listed: str | None = None
    clause: str | None = None

    @property
    def amounts(self) -> tuple[Fraction, Fraction] | None:
        """The commitments of those who signed, and of all, where they are known."""
        amounts = [amount for _, amount in (*self.signed, *self.missing)]
        if not amounts or None in amounts:
            return None
        signed = sum((Fraction(amount) for _, amount in self.signed if amount is not None), Fraction(0))
        return signed, sum((Fraction(amount) for amount in amounts if amount is not None), Fraction(0))

    @property
    def part(self) -> Fraction | None:
        """The share that has signed, where it is known."""
        signed, whole = self.amounts or (Fraction(0), Fraction(0))
        return signed / whole if whole else None


def consents(link: Link, before: Callable[[Link], Passage], told: Mapping[str, Decimal], *, limited: bool = False) -> Iterator[Consent]:
    """The consents of which an instrument speaks, and the one that the agreement asks of all that amend or waive it.

    `before` gives the text before it, `told` are the commitments that a user gives; `limited` tells that the agreement asks a
    group.  One that changes another agreement, or cannot take effect any more, asks for none.
    """
    if link.read is None or not link.changes or link.failed:
        return
    groups = dict.fromkeys(match[0] for match in GROUP_NAMED.finditer(_own_words(link.read)))
    every = next((match for one in link.read.conditions if (match := _EACH.search(one.text))), None)
    limited = limited and bool(link.read.operations or link.read.waivers)
    if not groups and every is None and not limited:
        return
    root = before(link)
    clause = amending(root) if limited else None
    if clause is not None and clause.group is not None:
        groups.setdefault(clause.group)
    listed, lenders = (None, dict(told)) if told else commitments(root)
    defined = {group: (path, words) for group, path, words in _groups(root)}
    signed, missing, doubt, otherwise = _signers(link.read, lenders, all_signed=link.signing is not None)
    for group in groups:
        if group in defined:
            found = _consent(group, *defined[group], signed, missing)
        else:
            found = Consent(group, None, None, False, signed, missing, Reached.UNKNOWN, "no text to hand defines it")
        asks = clause.piece.path if clause is not None and clause.group == group else None
        yield msgspec.structs.replace(_sure(found, doubt, otherwise, listed), clause=asks)
    if every is not None:
        who, affected = every["who"].rstrip("s").capitalize(), bool(every["affected"] or every["thereby"])
        found = _sure(_all(f"each {who}{' affected' if affected else ''}", signed, missing), doubt, otherwise, listed)
        if affected and found.reached is Reached.NOT_MET:  # those who did not sign may not be
            found = msgspec.structs.replace(found, reached=Reached.UNKNOWN, why=f"no text tells which {who}s are affected")
        yield found


def _signers(read: Interpretation, lenders: Mapping[str, Decimal], *, all_signed: bool) -> "tuple[_Lenders, _Lenders, str | None, str | None]":
    """The lenders that signed and those that did not, what is not whole in the list of them, and who signed otherwise.

    Without a list, those are meant that sign as lenders; `all_signed` tells that all did who have a line.
    """
    blocks = [one for one in read.signatures if not one.form]
    signing = [one for one in blocks if one.signed or all_signed]
    as_lenders = dict.fromkeys(one.party for one in blocks if _lends(one.capacity))
    by = _keys(one for one in signing if one.capacity is None or _lends(one.capacity))
    every: dict[str, Decimal | None] = dict(lenders) or dict.fromkeys(as_lenders)
    signed = tuple((name, amount) for name, amount in every.items() if name_key(name) in by)
    missing = tuple((name, amount) for name, amount in every.items() if name_key(name) not in by)
    listed = {name_key(name) for name in every}
    if unlisted := [name for name in as_lenders if name_key(name) not in listed]:
        return signed, missing, f"the list of commitments does not hold {', '.join(unlisted)}", None
    otherwise = [one for one in signing if name_key(one.party) in {name_key(name) for name, _ in missing}]
    told = dict.fromkeys(f"{one.party} signed {one.capacity} alone" for one in otherwise)
    return signed, missing, None, " and ".join(told) or None


def _lends(capacity: str | None) -> bool:
    """Whether one who signs in a capacity signs as a lender, and not only for the lenders."""
    return bool(capacity and (_AS_LENDER.search(_OF_OTHERS.sub("", capacity)) or _FOR_ITSELF.search(capacity)))


def _keys(blocks: Iterable[Signature]) -> set[str]:
    """The keys of the names, and former names, of those who sign."""
    return {name_key(name) for one in blocks for name in (one.party, one.former) if name}


def _own_words(read: Interpretation) -> str:
    """What an instrument says for itself: without what it puts into the agreement, and without what is attached to it."""
    text = read.instrument.document.reading.text
    own = (text[one.start : one.end] for one in read.account if one.what not in {Class.PUT_IN, Class.ATTACHED})
    return "\n".join(" ".join(words.split()) for words in own)


def _sure(one: Consent, doubt: str | None, otherwise: str | None, listed: str | None) -> Consent:
    """A consent with where the commitments are listed; not known where that list is not whole, or who signed otherwise would count."""
    one = msgspec.structs.replace(one, listed=listed)
    why = doubt or (otherwise if one.reached is Reached.NOT_MET else None)
    return msgspec.structs.replace(one, reached=Reached.UNKNOWN, why=why) if why and one.why is None else one


def _groups(root: Passage) -> Iterator[tuple[str, str, str]]:
    """The groups that the text defines: each with the path of its definition and the words of that."""
    for _, passage in walk(root, within_struck=False):
        term = passage.address.term
        if passage.kind is ProvisionKind.DEFINITION and passage.struck is None and term and _GROUP.fullmatch(term):
            yield term, passage.path, " ".join(standing(passage).split())


_Lenders = tuple[tuple[str, Decimal | None], ...]


def _consent(group: str, path: str, words: str, signed: _Lenders, missing: _Lenders) -> Consent:
    shares = {(_share(match), " ".join(match["how"].lower().split()) in _MORE) for match in _SHARE.finditer(words)}
    share, more = next(iter(shares)) if len(shares) == 1 else (None, False)
    found = Consent(group, path, share, more, signed, missing, Reached.UNKNOWN)
    if share is None:
        why = "its definition asks different shares" if shares else "its definition tells no share in per cent"
    elif found.part is None:
        why = "no list of commitments is to hand"
    elif also := _ALSO.search(words):
        why = f"its definition asks more than the share (“{also[0]}”)"
    else:
        enough = found.part > share if more else found.part >= share
        return msgspec.structs.replace(found, reached=Reached.MET if enough else Reached.NOT_MET)
    return msgspec.structs.replace(found, why=why)


def _all(group: str, signed: _Lenders, missing: _Lenders) -> Consent:
    if not any(amount for _, amount in (*signed, *missing)):
        return Consent(group, None, Fraction(1), False, signed, missing, Reached.UNKNOWN, "no list of commitments is to hand")
    return Consent(group, None, Fraction(1), False, signed, missing, Reached.NOT_MET if missing else Reached.MET)


def _share(match: re.Match[str]) -> Fraction:
    part = Fraction(int(match["over"]), int(match["under"])) if match["over"] and int(match["under"]) else Fraction(0)
    return (Fraction(match["whole"]) + part) / 100


def commitments(root: Passage) -> tuple[str | None, dict[str, Decimal]]:
    """The lenders and their commitments, as a table of the text lists them, and its path; none where no table or several do."""
    found = [(passage.path, listed) for _, passage in walk(root, within_struck=False) if (listed := _listed(passage))]
    return found[0] if len(found) == 1 else (None, {})


def _listed(passage: Passage) -> dict[str, Decimal]:
    """The lenders of the table that stands under a passage, where its heads tell of lenders and commitments."""
    if passage.struck is not None:
        return {}
    rows = [standing(one).strip("\n").split("\t") for one in passage.children if one.kind is ProvisionKind.ROW and one.struck is None]
    heads = [number for number, row in enumerate(rows) if _HEADS.search(" ".join(row)) and not _amount(row)]
    listed: dict[str, Decimal] = {}
    above = ""  # of a name that goes on in the next line
    for row in rows[heads[0] + 1 :] if heads else ():
        amount, name = _amount(row), " ".join(f"{above} {row[0]}".split())
        if _TOTAL.match(row[0]):
            break
        if amount is not None and name:
            listed[name] = amount
        above = name if len(row) == 1 and amount is None and name[:1].isalpha() else ""
    return listed if len(listed) >= _ROWS else {}


def _amount(row: Sequence[str]) -> Decimal | None:
    """The first amount of money in the cells behind the first."""
    match = next((match for cell in row[1:] if (match := _AMOUNT.fullmatch(cell.strip()))), None)
    return Decimal(match["amount"].replace(",", "")) if match else None
