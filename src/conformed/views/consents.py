"""How every view words the consent of a group of lenders: what is asked, how much has signed, who is missing.

In: a consent.  Out: short phrases and sentences.
"""

from fractions import Fraction

from conformed.standing.consents import Consent, Reached
from conformed.views.places import where

_GIVEN = "commitments.csv"  # where a user tells them


def asks(one: Consent) -> str | None:
    """What is asked: `more than 50%`; None where that is not told."""
    if one.share is None:
        return None
    return "all" if one.share == 1 and not one.path else f"{'more than' if one.more else 'at least'} {in_thirds(one.share)}"


def listed(one: Consent) -> str | None:
    """Where the commitments are listed that are reckoned with."""
    if one.listed is not None:
        return where(one.listed)
    return _GIVEN if any(amount is not None for _, amount in (*one.signed, *one.missing)) else None


def reached(one: Consent) -> str:
    """Whether it is reached, from what that is reckoned, and who is missing, in sentences without capital."""
    missing = "; ".join(name for name, _ in one.missing)
    behind = f" Not signed there: {missing.rstrip('.')}." if missing else ""
    if one.reached is Reached.UNKNOWN:
        signed = f"; in the copies to hand signed by {'; '.join(name for name, _ in one.signed)}".rstrip(".") if one.signed else ""
        none = "" if one.signed else "; not signed by any in the copies to hand"
        return f"not known, since {one.why}{signed or none}.{behind}"
    part = f"; {per_cent(float(one.part))} of the commitments signed ({listed(one)})" if one.part is not None else ""
    return f"{one.reached} in the copies to hand{part}.{behind}"


def per_cent(part: float) -> str:
    """A share in per cent, with at most two places."""
    return f"{100 * part:.2f}".rstrip("0").rstrip(".") + "%"


def in_thirds(share: Fraction) -> str:
    """A share in per cent as a definition writes it: `66-2/3%`."""
    whole, rest = divmod(100 * share, 1)
    return f"{whole}-{rest}%" if rest.denominator == 3 else per_cent(float(share))
