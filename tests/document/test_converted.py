"""Text that a converter of HTML left with one word, or one cell, on a line reads as the text it was."""

import pytest

from conformed.document import from_text
from conformed.instrument import Instrument, ProvisionKind, parse
from conformed.instrument.addressed import addressed

LOAN = """\
LOAN AGREEMENT

This LOAN AGREEMENT, dated as of March 3, 2019, is made by and between TERN HOLLOW MILLS, INC., an Ohio corporation (the "Borrower"), and FIRST ALDER BANK, as lender (the "Lender").

The parties agree as follows:

ARTICLE I

TOLLS

Section 1.1 Tolls. The Borrower shall pay to the Lender (a) the day toll of $1,250.00 and (b) the night toll, each on the first day of the month. It shall pay them in dollars.

Section 1.2 Bills.

(a) The Lender sends a bill each month. A bill that is not paid within thirty (30) days bears interest at 5% per annum.

(b) No bill is sent for a day on which the mill stands still.

"Mill" means the mill at Tern Hollow, Ohio, as described in Section 1.1 of the Deed.

Section 1.3 Notices. Notices are sent by mail to the address below.

IN WITNESS WHEREOF, the parties have signed this Agreement.

TERN HOLLOW MILLS, INC.

By: /s/ Jane Doe
"""
WORDS = [paragraph.split() for paragraph in LOAN.split("\n\n")]
KINDS = {ProvisionKind.ARTICLE, ProvisionKind.SECTION, ProvisionKind.CLAUSE, ProvisionKind.DEFINITION}


def read(text: str) -> Instrument:
    return parse(from_text("written.txt", text.encode()))


def words(instrument: Instrument, address: str) -> list[str]:
    text = instrument.document.reading.text
    return [text[one.start : one.end].strip() for one in addressed(instrument, address)]


@pytest.mark.parametrize(
    ("within", "between"),
    [("\n", "\n\n"), ("\n", "\n"), ("\n\n", "\n\n\n\n"), ("\n\n", "\n\n")],
    ids=["paragraphs apart", "nothing apart", "all apart, paragraphs more so", "all apart alike"],
)
def test_one_word_on_a_line(within: str, between: str) -> None:
    instrument = read(between.join(within.join(paragraph) for paragraph in WORDS))
    assert [one.path for one in instrument.root.walk() if one.kind in KINDS] == (
        ["Article I", "1.1", "1.1(a)", "1.1(b)", "1.2", "1.2(a)", "1.2(b)", "1.2#Mill", "1.3"]
    )
    headings = {one.path: one.heading for one in instrument.root.walk()}
    assert (headings["1.1"], headings["1.2"], headings["1.3"]) == ("Tolls", "Bills", "Notices")
    assert words(instrument, "1.1~sentence 2") == ["It shall pay them in dollars."]
    assert words(instrument, "1.2(a)~sentence 2") == [
        "A bill that is not paid within thirty (30) days bears interest at 5% per annum."
    ]
    assert words(instrument, "1.3~paragraph 1") == ["Notices are sent by mail to the address below."]
    assert ProvisionKind.SIGNATURES in {one.kind for one in instrument.root.children}


FIRST = """\
1.
Term
of Lease.

The
Tenant holds the mill until the last day of June.

It
has no right to hold it longer than that.

2.
Governing
Law.

This
Lease is governed by the laws of Ohio.

(a)
Each
party submits to the courts of that state.

(b)
Neither
party asks for a jury.

3.
Notices.

Each
notice is sent by mail.

If
it is lost, it is sent again.

By:
/s/
Jane Doe

Name
Title
"""


def test_the_first_word_of_a_paragraph_on_a_line() -> None:
    instrument = read(FIRST)
    assert [(one.path, one.heading) for one in instrument.root.walk() if one.kind in KINDS] == [
        ("1", "Term of Lease."),
        ("2", "Governing Law."),
        ("2(a)", None),
        ("2(b)", None),
        ("3", "Notices."),
    ]
    assert words(instrument, "2(b)") == ["(b) Neither party asks for a jury."]
    paragraphs = [words for words in instrument.document.reading.text.split("\n") if "party" not in words]
    assert "This Lease is governed by the laws of Ohio." in paragraphs
    assert paragraphs[-2:] == ["Name", "Title"]


def test_a_short_first_line_goes_on_only_where_most_do() -> None:
    instrument = read(FIRST.replace("The\n", "The ").replace("It\n", "It ").replace("This\n", "This ").replace("Each\n", "Each ").replace("If\n", "If ").replace("Neither\n", "Neither ").replace("Term\n", "Term "))  # fmt: skip
    assert "Governing\nLaw." in instrument.document.reading.text


CELLS = """\
1.

TOLLS

1.1

Day Toll.

The Borrower shall pay a toll at the margin set out below:

Level

Ratio

Margin

I

Greater than or equal to 2.0 to 1.0

1.50%

II

2.0 to 1.0

1.25%

III

Less than
1.0 to 1.0

1.00

(a)

It shall pay the toll in dollars.

(b)

It shall pay it each month.

1.2

Bills.

Bills are sent each month.

2.

NOTICES

Notices are sent by mail.
"""


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n\n"])
def test_one_cell_on_a_line(between: str) -> None:
    instrument = read(CELLS.replace("\n\n", between))
    assert [(one.path, one.heading) for one in instrument.root.walk() if one.kind in KINDS] == [
        ("1", "TOLLS"),
        ("1.1", "Day Toll."),
        ("1.1(a)", None),
        ("1.1(b)", None),
        ("1.2", "Bills."),
        ("2", "NOTICES"),
    ]
    assert "\n2.0 to 1.0\n1.25%\nIII\nLess than 1.0 to 1.0\n" in instrument.document.reading.text


GRAIN = (
    "Section 1.4 Rates. The rates are as follows:\n\nGrain of the Mill\tDay\u00a0Rate\t\u00a0\tNight Rate\n{}\n"
    "Section 1.5 Terms.\n\n“Oats”\t\u00a0\tmeans rye.\n\n“Rye”\t\u00a0\tmeans 2 oats.\n\n(a)\t\u00a0\tThe first.\n\n(b)\t\u00a0\tThe second.\n"
)


@pytest.mark.parametrize(
    "rows",
    [
        "Rye\t\u00a0\t1.25\t%\u00a0\t\u00a0\t0.75\t%\nOats\t\u00a0\t2.50\t%\t\u00a0\t1.50\t%\n",
        # The figures of a row stand below its label, with a blank line between them or not.
        "Rye\n1.25\t%\u00a0\t\u00a0\t0.75\t%\nOats\n2.50\t%\t\u00a0\t1.50\t%\n",
        "Rye\n\n1.25\t%\u00a0\t\u00a0\t0.75\t%\n\nOats\n\n2.50\t%\t\u00a0\t1.50\t%\n",
    ],
)
def test_a_converter_leaves_fixed_blanks_between_the_cells_of_a_row(rows: str) -> None:
    found = read(LOAN.replace("IN WITNESS", GRAIN.format(rows) + "\nIN WITNESS"))
    (row,) = addressed(found, "1.4~row Oats")
    assert [(cell.of, cell.words) for cell in row.cells] == [
        ("Grain of the Mill", "Oats"), ("Day Rate", "2.50 %"), ("Night Rate", "1.50 %"),
    ]  # fmt: skip
    assert {"1.5#Oats", "1.5#Rye", "1.5#Rye(a)", "1.5#Rye(b)"} < {one.path for one in found.root.walk()}


def test_figures_below_a_single_label_are_no_row() -> None:
    found = read(LOAN.replace("IN WITNESS", "Rye\n1.25\t%\n\nIN WITNESS"))
    assert not any(paragraph.row for paragraph in found.document.paragraphs)
