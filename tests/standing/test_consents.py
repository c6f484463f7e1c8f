"""Consent thresholds: what a definition asks, who signed, and whether it is enough."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.standing.consents import Consent, Reached, commitments, consents
from conformed.views.consents import asks
from conformed.views.status import status
from conformed.views.to_html import to_html
from tests.written import document

AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), the lenders party hereto (the "Lenders") and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:

Section 1.1. Defined Terms. The following terms have these meanings:

"Mill" means the mill of the Borrower.

"Required Lenders" means {share}.

Section 2.1. Barges. The Borrower keeps ten barges.

IN WITNESS WHEREOF, the parties have executed this Agreement.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne

SCHEDULE 1

COMMITMENTS

<TABLE>
<CAPTION>
Lender                        Commitment
--------------------          -----------
<S>                           <C>
Harbor & Quay Bank, N.A.      $30,000,000
Alder Savings Bank            $20,000,000
Birch Trust Company           $10,000,000
                              -----------
     Total                    $60,000,000
</TABLE>
"""
AMENDMENT = """\
AMENDMENT NO. 1 TO CREDIT AGREEMENT

This AMENDMENT NO. 1, dated as of January 6, 2020, is among BRAMBLE MILLING, INC., a Delaware corporation (the "Borrower"),
the Lenders and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent"), and amends that certain Credit Agreement
dated as of May 1, 2018 (the "Credit Agreement").

1. Section 2.1 of the Credit Agreement is hereby amended by replacing "ten barges" with "nine barges".

2. This Amendment shall become effective when the Agent has received counterparts hereof signed by {who}.

IN WITNESS WHEREOF, the parties have executed this Amendment.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President

HARBOR & QUAY BANK, NATIONAL ASSOCIATION,
as Agent and as a Lender

By: /s/ Owen Marsh
Name: Owen Marsh
Title: Vice President

{second}

By: {signed}
Name: Ines Vale
Title: Vice President
"""
MORE = "Lenders having more than fifty percent (50%) of the Commitments"
LEAST = "at any time, Lenders having at least 66-2/3% of the Commitments"


def matter(share: str, who: str = "the Required Lenders", second: str = "ALDER SAVINGS BANK", signed: str = "____________") -> Conformed:
    texts = (AGREEMENT.format(share=share), AMENDMENT.format(who=who, second=second, signed=signed))
    return conformed([interpret(parse(document(text, f"{number}.txt"))) for number, text in enumerate(texts)])


def asked(one: Conformed, told: dict[str, Decimal] | None = None) -> list[Consent]:
    (link,) = one.chain.links
    return list(consents(link, one.before, told or {}))


def test_the_commitments_are_those_of_the_schedule() -> None:
    assert {name: int(amount) for name, amount in commitments(matter(MORE).version.root)[1].items()} == {
        "Harbor & Quay Bank, N.A.": 30_000_000,
        "Alder Savings Bank": 20_000_000,
        "Birch Trust Company": 10_000_000,
    }


@pytest.mark.parametrize(
    ("share", "signed", "part", "reached"),
    [
        (MORE, "____________", Fraction(1, 2), Reached.NOT_MET),  # half is not more than half
        (MORE.replace("more than", "at least"), "____________", Fraction(1, 2), Reached.MET),
        (MORE, "/s/ Ines Vale", Fraction(5, 6), Reached.MET),
        (LEAST, "____________", Fraction(1, 2), Reached.NOT_MET),
        (LEAST, "/s/ Ines Vale", Fraction(5, 6), Reached.MET),
    ],
)
def test_a_share_is_reached_or_not(share: str, signed: str, part: Fraction, reached: Reached) -> None:
    (one,) = asked(matter(share, signed=signed))
    assert (one.group, one.path, one.part, one.reached) == ("Required Lenders", "1.1#Required Lenders", part, reached)
    assert ("Birch Trust Company", Decimal(10_000_000)) in one.missing


@pytest.mark.parametrize(
    ("capacity", "reached", "missing"),
    [
        ("as Administrative Agent for the Lenders", Reached.UNKNOWN, "Harbor & Quay Bank, N.A."),
        ("as Agent", Reached.UNKNOWN, "Harbor & Quay Bank, N.A."),
        ("individually and as Agent", Reached.MET, "Birch Trust Company"),
        ("as Administrative Agent for the Lenders and as a Lender", Reached.MET, "Birch Trust Company"),
    ],
)
def test_who_signs_as_the_agent_alone_has_not_signed_as_a_lender(capacity: str, reached: Reached, missing: str) -> None:
    texts = (AGREEMENT.format(share=MORE), AMENDMENT.replace("as Agent and as a Lender", capacity).format(who="the Required Lenders", second="ALDER SAVINGS BANK,\nas a Lender", signed="/s/ Ines Vale"))
    (one,) = asked(conformed([interpret(parse(document(text, f"{number}.txt"))) for number, text in enumerate(texts)]))
    assert (one.reached, one.missing[0][0]) == (reached, missing)
    assert (one.why is None) == (reached is Reached.MET)


def test_what_a_user_tells_of_commitments_counts_before_the_schedule() -> None:
    (one,) = asked(matter(MORE), {"Harbor & Quay Bank, N.A.": Decimal(9), "Birch Trust Company": Decimal(1)})
    assert (one.part, one.reached) == (Fraction(9, 10), Reached.MET)


@pytest.mark.parametrize(
    ("share", "why"),
    [
        (MORE + "; provided that two Lenders must consent", "more than the share"),
        ("two or more Lenders having at least 51% of the Commitments", "more than the share"),
        (MORE + " or, when no Commitment is left, at least 75% of the Loans", "different shares"),
        ("Lenders that the Agent chooses", "no share"),
    ],
)
def test_a_definition_that_asks_otherwise_is_not_reckoned(share: str, why: str) -> None:
    (one,) = asked(matter(share, signed="/s/ Ines Vale"))
    assert one.reached is Reached.UNKNOWN
    assert why in (one.why or "")


@pytest.mark.parametrize(("share", "told"), [(LEAST, "at least 66-2/3%"), (MORE, "more than 50%"), (LEAST.replace("66-2/3", "66.67"), "at least 66.67%")])
def test_a_share_is_told_as_the_definition_writes_it(share: str, told: str) -> None:
    (one,) = asked(matter(share))
    assert asks(one) == told


def test_each_lender_is_asked() -> None:
    (one,) = asked(matter(MORE, who="the Borrower and each Lender", signed="/s/ Ines Vale"))
    assert (one.group, one.reached, [name for name, _ in one.missing]) == ("each Lender", Reached.NOT_MET, ["Birch Trust Company"])
    told = {"Harbor & Quay Bank, N.A.": Decimal(1), "Alder Savings Bank": Decimal(1)}
    (one,) = asked(matter(MORE, who="each of the Lenders", signed="/s/ Ines Vale"), told)
    assert one.reached is Reached.MET


@pytest.mark.parametrize("who", ["each Lender affected thereby", "each affected Lender", "each Lender directly and adversely affected"])
def test_where_each_lender_affected_is_asked_those_who_did_not_sign_may_be_others(who: str) -> None:
    (one,) = asked(matter(MORE, who=who, signed="/s/ Ines Vale"))
    assert (one.group, one.reached, one.why) == ("each Lender affected", Reached.UNKNOWN, "no text tells which Lenders are affected")
    assert [name for name, _ in one.missing] == ["Birch Trust Company"]
    told = {"Harbor & Quay Bank, N.A.": Decimal(1), "Alder Savings Bank": Decimal(1)}
    (one,) = asked(matter(MORE, who=who, signed="/s/ Ines Vale"), told)
    assert one.reached is Reached.MET


def test_without_the_agreement_the_signers_are_told_and_nothing_is_reckoned() -> None:
    read = interpret(parse(document(AMENDMENT.format(who="the Required Lenders", second="ALDER SAVINGS BANK", signed="________"))))
    (one,) = asked(conformed([read]))
    assert (one.reached, one.why) == (Reached.UNKNOWN, "no text to hand defines it")
    assert [name for name, _ in one.signed] == ["HARBOR & QUAY BANK, NATIONAL ASSOCIATION"]


@pytest.mark.parametrize("signed", ["____________", "/s/ Ines Vale"])
def test_the_page_and_its_data_tell_what_status_tells(signed: str) -> None:
    one = matter(MORE, signed=signed)
    page = one.page(datetime.date(2020, 6, 1))
    (shown,) = page.consents
    (own,) = asked(one)
    assert (shown.instrument, shown.reached, shown.asks, shown.listed) == ("1", str(own.reached), "more than 50%", "Schedule 1")
    assert [(lender.name, lender.commitment, lender.signed) for lender in shown.lenders] == [
        *((*lender, True) for lender in own.signed),
        *((*lender, False) for lender in own.missing),
    ]
    html, told = to_html(page), " ".join(status(one.chain, page.today, one.consents()).split())
    assert f"{'83.33%' if own.reached is Reached.MET else '50%'} of the commitments signed (Schedule 1)" in told
    assert f"<b>{'Reached' if own.reached is Reached.MET else 'Not reached'} in the copies to hand.</b>" in html
    assert f"Signed: {'50,000,000' if own.reached is Reached.MET else '30,000,000'} of 60,000,000 (Schedule 1)." in html
    assert "Birch Trust Company" in html.partition("Not signed in the copies to hand: ")[2].partition("</p>")[0]


def test_what_is_not_known_of_a_consent_is_said_on_the_page() -> None:
    page = matter("Lenders that the Agent chooses").page(datetime.date(2020, 6, 1))
    assert "<b>Not known whether it is reached</b>, since its definition tells no share in per cent." in to_html(page)
