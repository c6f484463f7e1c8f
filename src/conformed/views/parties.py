"""The parties of a matter for a terminal.

In: the entities, ties and collective terms of a Page.  Out: a text.
"""

import datetime
from collections.abc import Iterator
from itertools import groupby

from conformed.basis import long_day
from conformed.views.lines import ended, folded
from conformed.views.officers import by_instrument, said
from conformed.views.page import Page, PageGroup, PageTie
from conformed.views.places import where


def parties_text(page: Page, *, only_terms: bool = False) -> str:
    """The entities with their ties, the officers who sign for several, and the members of the collective terms; or only these."""
    lines: list[str] = []
    for one in page.parties if not only_terms else ():
        also = [f"“{alias}”" for alias in one.alias] + [f"formerly {name}" for name in one.former]
        lines += folded(", ".join([one.name, *also]), "- ", "  ")
        what = " ".join(part for part in (one.jurisdiction, one.form) if part)
        told = [*one.acts, what, f"operates in {', '.join(one.states)}" if one.states else "", f"named in {', '.join(one.instruments)}" if one.instruments else ""]
        told.append(f"acts for its operating affiliates too in {', '.join(one.acts_for)}" if one.acts_for else "")
        words = "; ".join(filter(None, told))
        lines += folded(ended(words[:1].upper() + words[1:]), "  ") if words else []
        lines += [line for tie in page.ties if tie.one == one.name for line in folded(ended(tied(tie)), "  ")]
    counted = {siglum for one in page.parties for siglum in one.instruments}  # those that are made by the day
    signing = by_instrument(one for one in page.signatures if one.instrument in counted)
    for officer, sigla in signing.items() if not only_terms else ():
        lines += [*([] if lines[-1:] == [""] else [""]), *folded(ended(f"{said(officer)} (in {', '.join(sigla)})"))]
    for group in page.groups:
        lines += [*([""] if lines else []), *_group(group, page.today)]
    return "\n".join(lines) + "\n" if lines else _nobody(page)


def _nobody(page: Page) -> str:
    """That nobody is named, on a day before the instruments too."""
    if page.signatures and not page.parties:
        return f"No party is named on {long_day(page.today)}: no instrument to hand is made by that day.\n"
    return "No party is named.\n"


def _group(group: PageGroup, day: datetime.date) -> Iterator[str]:
    """The members of a group on a day, each with what tells it, and what is not resolved."""
    if not group.members and not group.rest:
        yield from folded(ended(f"{group.term}: no instrument to hand tells who they are"))
        return
    where_told = f" ({where(group.path)})" if group.path else ""
    yield from folded(f"{group.term} on {long_day(day)}{where_told}:")
    for told, several in groupby(group.members, key=lambda one: one.told):
        yield from folded(ended(f"{told}: {'; '.join(one.name for one in several)}"), "- ", "  ")
    for words in group.rest:
        yield from folded(f"not resolved: “{words}”", "- ", "  ")


def tied(tie: PageTie) -> str:
    """How an entity is tied to another, in words."""
    if tie.kind == "acts by":
        return f"Acts by {tie.other or 'one not named'}, {tie.how}"
    if tie.kind == "affiliate of":
        return f"Operating affiliate of {tie.other}"
    again = f"; reaffirmed in {', '.join(tie.again)}" if tie.again else ""
    return f"Guarantees{guaranteed(tie)}{again}"


def guaranteed(tie: PageTie) -> str:
    """Whose debts are guaranteed, to whom, by which paper of which day: ` the debts of each Borrower to Alder Bank, as agent: Mill Guaranty`."""
    to = (f" the debts of {tie.of}" if tie.of else "") + (f" to {tie.other}" if tie.other else "")
    to += f", {tie.capacity}" if tie.other and tie.capacity else ""
    title = f" ({tie.title})" if tie.title and tie.title not in tie.how else ""
    return f"{to}: {tie.how}{title}" + (f", dated {long_day(tie.dated)}" if tie.dated else "")
