"""Who takes part: the parties, their affiliates by state, and who signed."""

from collections.abc import Iterator

from conformed.instrument import Signature, affiliates
from conformed.views.page import PageAffiliates, PageParty, PageSignature
from conformed.views.to_page.sources import Sources


def signatures(sources: Sources) -> Iterator[PageSignature]:
    """The signature blocks of all instruments."""
    for siglum, read in sources.reads:
        for one in read.signatures:
            yield _signature(siglum, one, sources)


def _signature(siglum: str, one: Signature, sources: Sources) -> PageSignature:
    return PageSignature(
        siglum,
        one.party,
        one.capacity,
        one.former,
        one.chain,
        one.signed,
        one.signatory,
        one.title,
        one.date,
        sources.page(one.span),
        one.span,
        one.part,
        one.form,
    )


def parties(sources: Sources) -> Iterator[PageParty]:
    """The parties that the preambles name, each once."""
    named: dict[str, list[tuple[str, PageParty]]] = {}
    for siglum, read in sources.reads:
        for one in read.parties:
            same = "".join(letter for letter in one.name.lower() if letter.isalnum())
            named.setdefault(same, []).append(
                (siglum, PageParty(one.name, one.alias, one.role, one.form, one.jurisdiction, ()))
            )
    for found in named.values():
        first = found[0][1]
        alias = tuple(dict.fromkeys(alias for _, one in found for alias in one.alias))
        role, form = (
            next((value for _, one in found if (value := getattr(one, name))), None)
            for name in ("role", "form")
        )
        where = next((one.jurisdiction for _, one in found if one.jurisdiction), None)
        yield PageParty(
            first.name, alias, role, form, where, tuple(dict.fromkeys(siglum for siglum, _ in found))
        )


def affiliates_of(sources: Sources) -> Iterator[PageAffiliates]:
    """The operating affiliates that the instruments list, by state."""
    for siglum, read in sources.reads:
        for one in affiliates(read.instrument.document):
            yield PageAffiliates(one.state, one.names, siglum, sources.page(one.span), one.span)
