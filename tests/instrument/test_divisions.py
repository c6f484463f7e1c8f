"""Which paragraphs of a document are its title, its preamble and its provisions."""

from conformed.document import from_text
from conformed.instrument import Instrument, ProvisionKind, parse

COUNTED = {ProvisionKind.ARTICLE, ProvisionKind.SECTION}


def read(text: str) -> Instrument:
    return parse(from_text("written.txt", text.encode()))


def sections(text: str) -> str:
    return " ".join(one.path for one in read(text).root.walk() if one.kind in COUNTED)


def preamble(text: str) -> str:
    return next(
        (
            " ".join(text.split())
            for instrument in [read(text)]
            for one in instrument.root.children
            if one.kind is ProvisionKind.PREAMBLE
            for text in [instrument.text(one)]
        ),
        "",
    )


LETTER = """\
Dear Ms. Thorne:

We are pleased to offer you the position of treasurer of Bramble Milling, Inc. (the "Company"), upon the terms of
this letter.

1. Duties. You will keep the books of the Company and report to its president, and you will devote your working
time to the Company.

2. Salary. You will receive a salary of $9,000 a month, which is payable in accordance with the practice of the
Company.

3. Policies. You will comply with the policies of the Company. This letter and any other agreement made between you
and the Company prevail over them.

4. Whole agreement. This letter states all that is agreed.

Very truly yours,

BRAMBLE MILLING, INC.

By: /s/ Ada Reed
"""


def test_the_provisions_of_a_letter_are_not_above_its_preamble() -> None:
    assert sections(LETTER) == "1 2 3 4"
    assert preamble(LETTER).startswith("We are pleased to offer you")


def test_a_letter_opens_behind_its_salutation() -> None:
    words = "The mill has told us that it wants to hold the race for another year, and we have told it what we ask for that."
    text = (
        f"Mr. Abel Wren\n12 Tern Street\nAlder, Ohio\n\nDear Mr. Wren:\n\n{words}\n\nA. Basic Terms.\n\nTerm: The mill shall hold it for another year from the day on which it signs this letter.\n\n"
        "Rent: This letter is made effective by and between us when you sign it, and when you have paid what you owe us for it.\n\n"
        "B. Other Terms.\n\nBills: We send them.\n"
    )
    assert preamble(text) == words
    assert [one.path for one in read(text).root.walk() if one.kind is ProvisionKind.CLAUSE] == ["A", "B"]


def test_a_letter_that_orders_a_change_at_once_has_no_preamble_there() -> None:
    words = "Section 2.6 of the Lease that we hold is hereby amended to add to the end of it the words that stand in this letter:"
    text = f"Dear Mr. Wren:\n\n{words}\n\nThe rent is due at noon.\n\nAll else stays as it is.\n"
    assert preamble(text) == ""


def test_a_section_under_a_caption_of_its_own_is_no_preamble() -> None:
    text = """\
EMPLOYMENT AGREEMENT

Bramble Milling, Inc. and Ada Thorne agree as follows:

1. General.

This Agreement sets forth the terms on which Ada Thorne is employed, and is made by the parties in accordance
with the by-laws.

2. Salary.

She receives a salary of $9,000 a month.
"""
    assert sections(text) == "1 2"
    assert not preamble(text).startswith("This Agreement")


def test_a_preamble_below_the_entries_of_a_table_of_contents_is_one() -> None:
    text = """\
LOAN AGREEMENT

TABLE OF CONTENTS

1.    THE LOANS AND THEIR TERMS...............................................1
1.1   Credit Facilities........................................................1
1.2   Prepayments..............................................................2
1.3   Use of Proceeds..........................................................3
2.    CONDITIONS PRECEDENT. . . . . . . . . . . . . . . . . . . . . . . . . . .4
Representations of the Borrower................................................5

This LOAN AGREEMENT, dated as of March 3, 2019, is made by and between TERN HOLLOW MILLS, INC. (the "Borrower"),
and FIRST ALDER BANK (the "Lender").

The parties agree as follows:

1. THE LOANS AND THEIR TERMS

1.1 Credit Facilities. The Lender lends.

1.2 Prepayments. None.

1.3 Use of Proceeds. Any.

2. CONDITIONS PRECEDENT

None.
"""
    assert sections(text) == "1 1.1 1.2 1.3 2"
    assert preamble(text).startswith("This LOAN AGREEMENT")
    assert read(text).divisions.contents == ((1, 8),)


def test_a_caption_with_a_bare_figure_behind_the_preamble_is_no_recital() -> None:
    text = """\
SOFTWARE LICENSE AGREEMENT

This Agreement is entered into by and between Bramble Milling, Inc., a corporation, and Harbor & Quay, a partnership.

1 DEFINITIONS

The following terms have the meanings that are set forth below, and others are defined on the schedules hereto.

2 LICENSE

2.1 Grant. The licensor shall grant it.

3 FEES

None.
"""
    assert sections(text) == "1 2 2.1 3"


def test_an_agreement_may_be_signed_without_in_witness_whereof() -> None:
    text = """\
LOAN AGREEMENT

This LOAN AGREEMENT, dated as of March 3, 2019, is made by and between TERN HOLLOW MILLS, INC. (the "Borrower"),
and FIRST ALDER BANK (the "Lender"). The parties agree as follows:

1. Loans. The Lender lends.

WITNESS the due execution hereof as of the day first above written.

TERN HOLLOW MILLS, INC.

By: /s/ Ida Wren

EXHIBIT "A"

CERTIFICATE

1. The loan is repaid.

IN WITNESS WHEREOF, the Borrower has signed this certificate.

By: __________
"""
    assert sections(text) == "1 Exhibit A/1"


def parts(text: str) -> dict[str, str]:
    """The words of each part, by its name."""
    instrument = read(text)
    return {
        one.path: " ".join(instrument.text(one).split())
        for one in instrument.root.children
        if one.kind is ProvisionKind.PART
    }


SIGNED = """\
LOAN AGREEMENT

This LOAN AGREEMENT, dated as of March 3, 2019, is made by and between TERN HOLLOW MILLS, INC. (the "Borrower"),
and FIRST ALDER BANK (the "Lender"). The parties agree as follows:

1. Loans. The Lender lends.

IN WITNESS WHEREOF, the parties have signed this Agreement.

TERN HOLLOW MILLS, INC.

By: /s/ Ida Wren

"""


def test_a_list_of_exhibits_below_the_signatures_is_none_of_them() -> None:
    listed = "LIST OF EXHIBITS\n\nExhibit A - Note\nExhibit B - Guaranty\nSchedule 1 - Fees\n"
    texts = "".join(
        f"\n\n\n\n{name}\n\n{title}\n\nThe words of it.\n"
        for name, title in [("EXHIBIT A", "NOTE"), ("EXHIBIT B", "GUARANTY"), ("SCHEDULE 1", "FEES")]
    )
    assert parts(SIGNED + listed + texts) == {
        "Exhibit A": "EXHIBIT A NOTE The words of it.",
        "Exhibit B": "EXHIBIT B GUARANTY The words of it.",
        "Schedule 1": "SCHEDULE 1 FEES The words of it.",
    }


def test_lines_that_each_open_with_the_name_of_a_part_are_a_list_within_the_body() -> None:
    listed = "2. What Is Attached. It is:\n\nExhibit A - Toll Schedule\nExhibit B - Grain of the Mill,\nof All Kinds\nExhibit C\n- Race\n\n3. Days. Text.\n"
    text = SIGNED.partition("IN WITNESS")[0] + listed + "\n\n\n\nExhibit A\n\nTolls of the Mill\n\nThe toll is a sack.\n"
    assert sections(text) == "1 2 3"
    assert parts(text) == {"Exhibit A": "Exhibit A Tolls of the Mill The toll is a sack."}
    apart = "\n\n\n\nATTACHMENT A\nExhibit C of the Lease\n\nThe toll is a sack.\n"
    assert list(parts(SIGNED + apart)) == ["Attachment A"]


def test_lists_of_schedules_and_of_exhibits_below_a_table_of_contents_are_of_it() -> None:
    entries = "".join(f"Section {n}. Matter {n} ............ {n}\n" for n in range(1, 7))
    listed = "SCHEDULES\n\nSchedule 1: Mills\n\nSchedule 2: Races\n\nLIST OF EXHIBITS\n\nExhibit A: Form of Note\n"
    instrument = read(f"LOAN AGREEMENT\n\nTABLE OF CONTENTS\n\n{entries}\n{listed}\n{SIGNED}")
    kinds = {instrument.text(one): one.kind for one in instrument.root.walk()}
    assert kinds["LIST OF EXHIBITS"] is kinds["Exhibit A: Form of Note"] is ProvisionKind.CONTENTS


ATTACHED = [
    ("RIDER A", "Rider A"),
    ("ADDENDUM NO. 2", "Addendum 2"),
    ("EXHIBIT 1A", "Exhibit 1A"),
    ("APPENDIX # 3", "Appendix 3"),
    ("Addendum No. 4", "Addendum 4"),
    ("EXHIBIT\nIII-A", "Exhibit III-A"),
    ("SCHEDULE 1.01(b)-2", "Schedule 1.01(b)-2"),
    ("ANNEX B-2-C", "Annex B-2-C"),
    ("EXHIBIT ONE", "Exhibit ONE"),
    ("SUPPLEMENT\n\nTO LOAN AGREEMENT", "Supplement"),
    ("TOLL SCHEDULE", "Toll Schedule"),
    ("SCHEDULE 4\n\nBILL SCHEDULE", "Schedule 4"),
]


def test_what_is_attached_may_have_other_names_and_labels() -> None:
    texts = "".join(f"\n\n\n\n{caption}\n\nTOLLS\n\n1. The words of it.\n" for caption, _ in ATTACHED)
    assert list(parts(SIGNED + texts)) == [name for _, name in ATTACHED]


def test_what_only_names_an_addendum_or_has_a_preamble_is_no_part() -> None:
    named = "Addendum No. 1 Dated May 3, 2019 issued by the mill\n\nAddendum 2 Drawings of the race\n"
    preamble = "\n\n\n\nADDENDUM\n\nTO LOAN AGREEMENT\n\nThis Addendum is made by the mill and the bank.\n\n1. It is held.\n"
    assert parts(SIGNED + named + preamble) == {}


def test_exhibits_that_were_left_out_are_no_list() -> None:
    left_out = "".join(f"\n\n\n\nEXHIBIT {letter}\n\n[omitted]\n" for letter in "ABC")
    form = (
        "\n\n\n\nEXHIBIT D\n\nFORM OF MORTGAGE\n\nThe mortgagor grants it.\n\n\n\n\nEXHIBIT A\n\nThe land.\n"
    )
    assert list(parts(SIGNED + left_out + form)) == ["Exhibit A", "Exhibit B", "Exhibit C", "Exhibit D"]


def test_a_title_page_above_a_table_of_contents_is_no_preamble() -> None:
    title = (
        "CREDIT AGREEMENT dated as of March 3, 2019 by and between TERN HOLLOW MILLS, INC., as the Borrower, and FIRST\n"
        "ALDER BANK, as the Lender\n\nTABLE OF CONTENTS\n\n"
    )
    contents = "".join(f"{n}. Matter {n} ............ {n}\n" for n in range(1, 6))
    assert preamble(title + contents + "\nList of Exhibits\n\n" + SIGNED).startswith("This LOAN AGREEMENT")


def test_a_cover_page_that_is_signed_does_not_end_the_agreement() -> None:
    text = """\
SOFTWARE LICENSE AGREEMENT

This Agreement between Bramble Milling, Inc. and Harbor & Quay consists of this cover page and the terms below.

IN WITNESS OF THIS AGREEMENT, the parties have signed it.

BRAMBLE MILLING, INC.

By: /s/ Ada Reed

TERMS

1. Grant. The licensor grants a license.

2. Fees. The licensee pays a fee.
"""
    assert sections(text) == "1 2"
    letter = text.replace("1. Grant. The licensor grants", "The licensor grants").replace("2. Fees. ", "")
    assert any(one.kind is ProvisionKind.SIGNATURES for one in read(letter).root.children)


def test_the_list_of_exhibits_below_a_table_of_contents_is_of_it() -> None:
    entries = "".join(f"Section {n}. Matter {n} ............ {n}\n" for n in range(1, 7))
    listed = "SCHEDULES AND EXHIBITS\n\n  Schedule 1.1    Mills\n  Exhibit A       Form of Note\n"
    text = f"LOAN AGREEMENT\n\nTABLE OF CONTENTS\n\n{entries}\n{listed}\n{SIGNED}\n\nEXHIBIT A\n\nFORM OF NOTE\n\nThe miller shall pay."
    instrument = read(text)
    kinds = {" ".join(instrument.text(one).split()): one.kind for one in instrument.root.walk()}
    assert kinds["SCHEDULES AND EXHIBITS"] is ProvisionKind.CONTENTS
    assert kinds["Exhibit A Form of Note"] is ProvisionKind.CONTENTS
    assert [one.path for one in instrument.root.children if one.kind is ProvisionKind.PART] == ["Exhibit A"]


BEHIND = "\n\nWHEREAS, the mill and the bank wish to go on;\n\nNOW, THEREFORE, they agree as follows:\n\n1. Toll. Section 2 of the Lease is hereby amended by deleting the word \"toll\".\n"


def test_a_short_preamble_is_one() -> None:
    words = "This Amendment is made on May 2, 2011 by and between Tern Mill (the \"Mill\") and Alder Bank."
    assert preamble(f"FIRST AMENDMENT TO LEASE\n\n{words}{BEHIND}") == words


def test_a_preamble_goes_on_over_the_lines_of_its_parties() -> None:
    words = (
        "This Amendment is made on May 2, 2011 by and between:\n\n(1) TERN MILL, INC., a corporation of Ohio (the \"Mill\"); and\n\n"
        "(2) ALDER BANK, N.A., a national banking association that has its office at 12 Weir Street, Alder (the \"Bank\")."
    )
    assert preamble(f"FIRST AMENDMENT TO LEASE\n\n{words}{BEHIND}") == " ".join(words.split())


def test_a_preamble_of_which_the_first_line_stands_alone_is_whole() -> None:
    words = (
        "THIS SECOND AMENDMENT TO LEASE\n\n(the \"Amendment\") is made and entered into as of May 2, 2011 by and between Tern Mill, Inc., a"
        " corporation of Ohio, and Alder Bank, N.A."
    )
    assert preamble(f"SECOND AMENDMENT TO LEASE\n\n{words}{BEHIND}") == " ".join(words.split())


def test_what_recites_below_the_parties_is_no_preamble() -> None:
    words = "This Amendment is made on May 2, 2011 by and between Tern Mill, Inc., a corporation of Ohio, and Alder Bank, on these terms:"
    recital = "A) On June 1, 2009 a Lease of the lower race was made and entered into by the mill and the bank;"
    assert preamble(f"FIRST AMENDMENT TO LEASE\n\n{words}\n\n{recital}\n\n{BEHIND}") == words


def test_a_title_above_the_preamble_is_none_of_it() -> None:
    words = "Intending to be bound by it, ALDER BANK, a bank of Ohio, and TERN MILL, INC., a corporation of Ohio, have made this agreement between them."
    assert preamble(f"CREDIT AGREEMENT\n\n{words}\n\n1. Loan. The bank lends.\n\n2. Term. A year from this day.\n") == words


def test_the_lines_of_a_cover_are_no_preamble() -> None:
    cover = "Dated as of June 1, 2015 between ALDER WEIR MILLING COMPANY OF DAYTON, as Borrower and HERON QUAY INSURANCE COMPANY, as Lender"
    made = "This Loan Agreement is made as of June 1, 2015, between Alder Weir Milling Company (the “Borrower”) and Heron Quay Company."
    text = f"LOAN AGREEMENT\n\n{cover}\n\nLOAN AGREEMENT\n\n{made}\n\nRecitals\n\nA. The Borrower keeps a mill.\n\nThe parties agree:\n\n1. Loan. It is lent.\n"
    assert preamble(text) == made
