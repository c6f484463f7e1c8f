"""The consents of lenders of which instruments speak."""

from collections.abc import Iterator, Mapping, Sequence

from conformed.standing.consents import Consent
from conformed.views.consents import asks, listed
from conformed.views.page import PageConsent, PageLender
from conformed.views.to_page.text import Places


def consents(asked: Mapping[str, Sequence[Consent]], places: Places) -> Iterator[PageConsent]:
    """Each consent with who signed; `asked` are those of each instrument, by its siglum."""
    for siglum, several in asked.items():
        for one in several:
            at = places.of(one.path, siglum)
            signed = [PageLender(name, amount, signed=True) for name, amount in one.signed]
            missing = [PageLender(name, amount, signed=False) for name, amount in one.missing]
            yield PageConsent(
                siglum, one.group, str(one.reached), one.why, asks(one), float(one.share) if one.share is not None else None,
                float(one.part) if one.part is not None else None, one.path, at[0] if at else None, listed(one), (*signed, *missing), one.clause,
            )  # fmt: skip
