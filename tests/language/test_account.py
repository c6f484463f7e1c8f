"""Every word of an instrument is accounted for."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.basis import FindingKind
from conformed.document import Unreadable, from_text
from conformed.instrument import parse
from conformed.language import Class, Interpretation, interpret
from conformed.views.account import account_text
from tests.written import amendment, open_sentences, shown

BODY = """Section 3(b) is amended by deleting "daily".

2. The Lender hereby waives compliance with Section 5.1 of the Agreement until June 30, 2020.

3. This Amendment shall become effective when the following conditions are met:

(a) the Lender shall have received a copy signed by the Borrower; and

(b) the Borrower shall have paid the fee.

4. The Borrower represents and warrants that:

(a) it is in good standing; and

(b) no consent is needed.

5. This Amendment shall be governed by the laws of the State of Ohio.

6. The Borrower sends the Lender a basket of fruit each spring.

7. The spirit of Section 9 is hereby amended in a friendly way."""


def classes(read: Interpretation) -> dict[str, Class]:
    """The class of each sentence, by a few of its words."""
    text = read.instrument.document.reading.text
    return {" ".join(text[piece.start : piece.end].split()): piece.what for piece in read.account}


def holds(read: Interpretation) -> None:
    text = read.instrument.document.reading.text
    assert "".join(text[piece.start : piece.end] for piece in read.account) == text
    shown: Sequence[int] = [
        span.start for f in read.findings if f.kind is FindingKind.UNREAD for span in f.places
    ]
    for before, piece in pairwise(read.account):
        if piece.what is Class.UNREAD and before.what is not Class.UNREAD:
            span = read.instrument.document.span(piece.start, piece.end)
            assert any(span.start <= start < span.end for start in shown)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Section 3(b) is amended", Class.OPERATIVE),
        ("hereby waives compliance", Class.WAIVER),
        ("shall become effective when", Class.CONDITION),
        ("have paid the fee", Class.CONDITION),
        ("represents and warrants", Class.REPRESENTATION),
        ("good standing", Class.REPRESENTATION),
        ("governed by the laws", Class.BOILERPLATE),
        ("basket of fruit", Class.TERM),
        ("The spirit of Section 9", Class.UNREAD),
    ],
)
def test_each_sentence_has_its_class(words: str, what: Class) -> None:
    found = {sentence: kind for sentence, kind in classes(amendment(BODY)).items() if words in sentence}
    assert list(found.values()) == [what]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("March 1, 2020 shall be changed to March 1, 2022.", Class.UNREAD),
        ("The Agreement shall only be changed by a writing that both sides sign.", Class.BOILERPLATE),
        ("The headings of this Amendment are inserted for convenience.", Class.BOILERPLATE),
        ("The oats of Section 4 are listed in a schedule to this Amendment.", Class.TERM),
        ("The miller has no objection to the changes that Section 4 of the Lease has seen.", Class.TERM),
        ("The toll of Section 4 may be increased by the miller each spring.", Class.UNREAD),
        ("The Lender extends a loan for oats to the Borrower.", Class.TERM),
        ("The toll is hereby reduced by half.", Class.UNREAD),
        ("Section 4 is supplemented by the custom of the mill.", Class.UNREAD),
        ("Section 4.1(c) of the Lease shall not apply to oats.", Class.UNREAD),
        (
            "3. Increase in the miller's wage from $10.00 a day, paid on Mondays, to $12.00 a day.",
            Class.UNREAD,
        ),
        (
            "The Borrower has further requested that Section 4 of the Lease be amended to permit oats.",
            Class.RECITAL,
        ),
        (
            "The Borrower has requested that Section 4 of the Lease be eased, and the Lender hereby extends it in kind.",
            Class.UNREAD,
        ),
        (
            "If necessary to avoid a tax, the parties agree to amend Section 4 of the Lease further.",
            Class.BOILERPLATE,
        ),
        ("The sale of the mill does not constitute Good Reason.", Class.UNREAD),
        # what a standard clause has beside other words makes none of what else holds it
        ("If the miller voluntarily leaves, Section 4 of the Lease is changed to suit.", Class.UNREAD),
        ("The miller has signed this release of Section 4 knowingly and voluntarily.", Class.BOILERPLATE),
        ("The miller enters into the changed Section 4 freely, knowingly and voluntarily.", Class.BOILERPLATE),
        ("The parties have voluntarily and knowingly signed.", Class.BOILERPLATE),
        ("The miller voluntarily leaves the mill.", Class.TERM),
        ("Notwithstanding the foregoing, Section 4 of the Lease is supplemented by the custom of the mill.", Class.UNREAD),
        ("Except as otherwise provided in Section 2, Section 4 of the Lease is supplemented by custom.", Class.UNREAD),
        ("Except as otherwise provided in Section 2, the miller shall keep the barge.", Class.TERM),
        ("Except as expressly set forth herein, the Lease remains as it was.", Class.BOILERPLATE),
        ("Nothing in the Lease is modified except as stated in Section 2.", Class.BOILERPLATE),
        ('In Section 7(a) of the Lease, the clause ", except as set forth in Section 5 hereof" is herby deleted.', Class.UNREAD),
        ('In Section 7(a) of the Lease, the clause "and remains in full force" is herby deleted.', Class.UNREAD),
    ],
)
def test_its_words_alone_tell_what_a_sentence_is(sentence: str, what: Class) -> None:
    assert classes(amendment(f"Of other things.\n{sentence}"))[sentence] is what


def test_a_sentence_is_what_the_text_is_that_it_announces() -> None:
    stands = (
        "3.1 Term. The term of the lease of the mill shall begin on May 1, 2018 and end on March 31, 2021."
    )
    orders = "is hereby amended in the old manner."
    read = classes(amendment(f"Section 3.1 of the Agreement which provides:\n{stands}\n{orders}"))
    assert read["1. Section 3.1 of the Agreement which provides:"] is Class.UNREAD
    assert read[stands] is Class.UNREAD
    assert read[orders] is Class.UNREAD
    spirit = "The spirit of the Agreement is moved in the friendly manner that is amended as follows:"
    read = classes(amendment(f'{spirit}\n"Be kind."'))
    assert read[f"1. {spirit}"] is Class.UNREAD
    assert read['"Be kind."'] is Class.UNREAD


def test_a_lead_is_read_with_the_change_right_behind_it() -> None:
    lead = "The Agreement is amended as follows in accordance with Section 10(f) of the Agreement:"
    read = classes(amendment(f"Of changes.\n{lead}\nSection 3(b) is deleted."))
    assert read[lead] is Class.OPERATIVE
    read = classes(amendment(f"Of changes.\n{lead}\nThe mill is red."))
    assert read[lead] is Class.UNREAD


def test_a_restated_agreement_that_speaks_of_title_to_goods_orders_nothing() -> None:
    text = """AMENDED AND RESTATED LOAN AGREEMENT

This AMENDED AND RESTATED LOAN AGREEMENT is dated as of May 1, 2003 between Bramble Milling, Inc. (the "Borrower") and
Harbor & Quay Bank (the "Lender").

1. The Borrower shall at its own cost remove any lien on the grain or give the Lender good title to such Grain.

2. Oats that meet all of the following marks will be added to this Loan:

(a) they are dry; and

(b) they are clean."""
    read = interpret(parse(from_text("any.txt", text.encode())))
    assert not read.findings


def test_text_set_off_that_nothing_puts_in_is_unread() -> None:
    read = amendment(
        'The spirit of the Agreement is amended in the friendly manner that follows:\n\n"Be kind."'
    )
    assert [
        piece.what
        for piece in read.account
        if "Be kind" in read.instrument.document.reading.text[piece.start : piece.end]
    ] == [Class.UNREAD]
    holds(read)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *BODY.split("\n\n"),
                "WHEREAS, it is so;",
                "By:",
                '"',
                "EXHIBIT A",
                "(i)",
                "Section 2 is deleted.",
            ]
        )
    )
)
def test_every_word_is_accounted_for(paragraphs: list[str]) -> None:
    try:
        made = from_text("any.txt", "\n\n".join(["FIRST AMENDMENT TO LOAN AGREEMENT", *paragraphs]).encode())
    except Unreadable:
        return
    holds(interpret(parse(made)))


def test_an_order_among_the_signatures_is_shown() -> None:
    consent = (
        "\nCONSENT OF GUARANTORS\n\nEach of the undersigned (a) consents to the foregoing Amendment and (b) agrees with the Agent that its "
        'Guaranty is amended by deleting the first sentence of paragraph 2 of its Guaranty and by inserting "solely" in paragraph 3.\n\n'
        "ALDER GRAIN, INC.\n\nBy: /s/ Rue Fenn\n"
    )
    read = amendment("Section 4 is deleted.", behind=consent)
    assert [shown(one) for one in read.operations] == ["delete_provision 4"]
    assert sum(piece.what is Class.UNREAD for piece in read.account) == 1
    assert len(read.findings) == 1
    only = consent.replace(
        "agrees with the Agent that its Guaranty is amended by deleting the first sentence of paragraph 2 of its Guaranty and "
        'by inserting "solely" in paragraph 3',
        "agrees that the Guaranty, as amended, remains in force",
    )
    assert not amendment("Section 4 is deleted.", behind=only).findings


@pytest.mark.parametrize(
    ("item", "what"),
    [
        ("A new Schedule of Tolls is hereby added behind the Annexes.", Class.UNREAD),
        ("The miller shall have no claim under Section 7 of the Credit Agreement.", Class.OPERATIVE),
        ("The miller keeps the books, as provided in Section 7 of the Credit Agreement.", Class.TERM),
        ("The miller keeps the books in the mill.", Class.TERM),
    ],
)
def test_an_item_of_an_amendment_that_speaks_of_a_provision_is_no_mere_term(item: str, what: Class) -> None:
    read = amendment(
        f"The Credit Agreement is hereby amended as follows:\n(a) Section 3 is deleted.\n(b) {item}"
    )
    assert next(one for words, one in classes(read).items() if words.endswith(item)) is what


@pytest.mark.parametrize(
    ("item", "what"),
    [
        ("The miller shall have no claim under Section 7 of the Credit Agreement.", Class.UNREAD),
        ("The miller is paid in May, as provided in Section 7 of the Credit Agreement.", Class.TERM),
        ("The miller has a claim under Section 7 of the Credit Agreement.", Class.TERM),
    ],
)
def test_what_binds_and_speaks_of_a_provision_of_the_agreement_is_shown(item: str, what: Class) -> None:
    assert next(one for words, one in classes(amendment(item)).items() if words.endswith(item)) is what


def unread(body: str) -> list[str]:
    read = amendment(body)
    return [" ".join(text.split()) for text, what in classes(read).items() if what is Class.UNREAD]


ENDS = [
    "This Amendment shall expire on December 31, 2020.",
    "If the mill is not sold by May 1, 2021, this Amendment shall be null and void.",
    "The amendments made hereby shall cease to be effective when the barge is sold.",
    "On May 1, 2021, Section 4 of the Credit Agreement shall revert to its former terms.",
]
STAYS = [
    "The licenses that expire on May 1, 2021 are the Borrower's.",
    "During the term of this Amendment, the old bonds expire.",
]


@pytest.mark.parametrize("sentence", ENDS)
def test_that_changes_end_again_is_shown(sentence: str) -> None:
    assert [sentence in one for one in unread(f"Section 4 is deleted.\n2. {sentence}")] == [True]


@pytest.mark.parametrize("sentence", STAYS)
def test_what_else_ends_is_none_of_the_changes(sentence: str) -> None:
    assert not unread(f"Section 4 is deleted.\n2. {sentence}")


def test_codes_are_no_caption_of_what_follows() -> None:
    body = "The following USOCs are deleted from Section 4:\n{}\n2. The Maturity Date is hereby extended to May 1, 2024."
    for codes in ("QUABX.", "QUAB7 and QUAC7."):
        read = amendment(body.format(codes))
        assert [str(operation.action) for operation in read.operations] == ["delete_entries", "override"]


def test_what_is_no_entry_of_a_list_that_is_struck_is_shown() -> None:
    body = (
        "Amendments.\n(a) Section 4 is amended by deleting the following USOCs:\nQUAB7 and QUAC7\n"
        "(b) The Maturity Date shall be extended to May 1, 2024."
    )
    read = amendment(body)
    shown = [read.instrument.document.words(place) for finding in read.findings for place in finding.places]
    told = any(operation.action == "override" for operation in read.operations)
    assert told or any("Maturity Date" in words for words in shown)


def test_an_order_behind_the_first_sentence_of_a_preamble_is_read() -> None:
    words = (
        "May 1, 2013\n\nDear Ms. Wren:\n\nThis letter amends the Barge Contract dated May 1, 2011 between Alder Inc. and you. "
        "Section 5 of the Barge Contract is hereby deleted in its entirety.\n\nVery truly yours,\n\nALDER INC.\n"
    )
    read = interpret(parse(from_text("letter.txt", words.encode())))
    assert [str(one.target) for one in read.operations] == ["5"]
    assert classes(read)["Section 5 of the Barge Contract is hereby deleted in its entirety."] is Class.OPERATIVE


UNFOLLOWED = [
    "Section 4 is deleted and the last bullet of Section 5 is modified as follows: The Miller shall pay each toll in May. All barges are hired.",
    "Section 4 is deleted and Sections 5 and 6 are amended as follows:\n(a) The Miller shall pay each toll.\n(b) All barges are hired.",
    'Section 4 is amended by deleting "red" and Section 5 is modified as follows:\nThe Miller is paid, and the word "oats" is replaced by "rye".',
    "Section 4 is deleted and Section 5 is supplemented. The Miller shall pay. If it is late, the Toll Sum shall be increased by $5.",
]


@pytest.mark.parametrize("body", UNFOLLOWED)
def test_an_order_whose_text_no_operation_takes_is_shown_with_that_text(body: str) -> None:
    read = amendment(body)
    [operation] = read.operations
    assert operation.new is None
    assert "From here" in read.findings[0].says
    text = read.instrument.document.reading.text
    classes = {what.what for what in read.account if "Miller" in text[what.start : what.end]}
    assert Class.UNREAD in classes
    assert not classes & {Class.OPERATIVE, Class.TERM}


def test_an_order_behind_another_that_is_followed_by_edits_is_understood() -> None:
    read = amendment(
        'Section 4 is deleted and Section 5 is amended as follows:\n(a) by deleting "red"; and\n(b) by deleting "blue".'
    )
    assert [str(one.target) for one in read.operations] == ["4", "5", "5"]
    assert not read.findings


def test_what_stands_behind_a_supplement_that_is_not_understood_is_its_text() -> None:
    read = amendment("The last bullet of Section 5 is supplemented. All barges are hired. They are red.\nSection 6 is deleted.\nThe mill is old.")
    text = read.instrument.document.reading.text
    unread = [text[one.start : one.end].strip() for one in read.account if one.what is Class.UNREAD]
    assert unread == ["1. The last bullet of Section 5 is supplemented.", "All barges are hired. They are red."]


@pytest.mark.parametrize(
    "sentence",
    [
        "In lieu of what is due under paragraph 8(a) only of the option plan, the Borrower will pay $5.",
        "For purposes of determining the tolls pursuant to Section 6.5(v), days and not hours shall be counted.",
        "Notwithstanding Section 6, the Borrower is paid under (i) Section 7 and (ii)",
    ],
)
def test_what_departs_from_a_section_that_can_only_be_the_agreements_is_shown(sentence: str) -> None:
    assert Class.UNREAD in {one.what for one in amendment(sentence).account}


def test_an_item_of_the_same_number_has_not_the_clause_that_is_departed_from() -> None:
    told = "In addition to what is due under Section 2(b), the Borrower will pay $5."
    bare = amendment(f"1. The mill is old.\n\n2. The barn is red.\n\n3. {told}")
    assert [str(one.target) for one in bare.operations] == ["2(b)"]
    own = amendment(f"1. The mill is old.\n\n2. The dues are these:\n\n(a) a toll; and\n\n(b) a fee.\n\n3. {told}")
    assert not own.operations


@pytest.mark.parametrize(
    "sentence",
    [
        "In addition to what is due under Section 1 of this Amendment, the Borrower pays $5.",
        "For purposes of Section 7 of the Grain Act, the miller is no owner.",
        "The miller is paid under Section 6.5 and keeps his barges.",
    ],
)
def test_what_leans_on_the_instrument_or_a_statute_departs_from_no_section(sentence: str) -> None:
    assert Class.UNREAD not in {one.what for one in amendment(sentence).account}


def test_what_binds_where_the_instrument_says_that_it_amends_the_agreement_is_shown() -> None:
    body = "The Credit Agreement is amended as follows:\n(a) {}\n(b) Section 4 is deleted."
    shows = body.format("You will remain miller, and you will be paid $5 each May.")
    assert Class.UNREAD in {one.what for one in amendment(shows).account}
    for words in ("Nothing in this Section shall entitle you to oats.", "You shall pay a fee of $5 each May.", "The miller agrees to deliver the oats."):
        read = amendment(body.format(words))
        assert len(read.operations) == 2 or Class.UNREAD in {one.what for one in read.account}
    for words in (
        "The mill is old.",
        "This Amendment shall be signed by each miller.",
        "All other terms shall remain the same.",
        "Nothing contained in this Amendment will cause a Default.",
        "The miller's dues under this Section shall survive the end of the Credit Agreement.",
        "The parties agree to execute and deliver such documents as may be needed.",
        "In consideration for the changes made hereby, the Borrower shall pay a fee of $5.",
    ):
        assert Class.UNREAD not in {one.what for one in amendment(body.format(words)).account}


def test_what_binds_under_a_caption_of_changes_is_shown() -> None:
    body = "{}. {} This Section binds each miller."
    for caption in ("Amendment to Toll", "Certain Changes in the Tolls", "Modification of Miller's Duties"):
        assert Class.UNREAD in {one.what for one in amendment(body.format(caption, "The toll shall be paid in oats.")).account}
    for caption, words in (
        ("Amendment to Toll", "The toll is paid in oats."),
        ("Amendment to Toll", "All other tolls shall remain the same."),
        ("Amendment Fee", "The Borrower shall pay $5 in May."),
        ("Changes of this Amendment", "Each is in writing."),
        ("Tolls", "The toll is paid in oats."),
    ):
        assert Class.UNREAD not in {one.what for one in amendment(body.format(caption, words)).account}


def test_a_sentence_that_is_told_with_the_one_before_it_is_of_the_text_put_in() -> None:
    told = "Notwithstanding Section 4 of the Credit Agreement, the Toll is due in May. You will pay it in oats."
    read = amendment(f"The Credit Agreement is amended as follows:\n(a) {told}\n(b) Section 5 is deleted.")
    assert classes(read)["You will pay it in oats."] is Class.PUT_IN


def test_what_a_provision_is_said_to_stay_is_no_change_of_it() -> None:
    body = "The Credit Agreement is amended as follows:\n(a) The Toll set forth in Section 3.1 of the Credit Agreement is not {}.\n(b) Section 4 is deleted."
    stays = amendment(body.format("increased by this Amendment"))
    assert Class.UNREAD not in {one.what for one in stays.account}
    assert len(amendment(body.format("due in May")).operations) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The Season of the miller shall be prolonged for another month.",
        "The miller agrees to a reduction of his wage from $6 to $5.",
        "To extend the original term of the hire for another year.",
        "The term of the Credit Agreement shall be until March 4, 2021.",
        "This Amendment supersedes and replaces in full the First Amendment.",
        "The miller shall be paid $9, in lieu of any amounts payable under Section 4(d) of the Credit Agreement.",
        "All references in the Credit Agreement to the “Mill” shall instead mean the Dam.",
        "Ms. Thorne joins the Credit Agreement, and the term “Millers” shall include her for all purposes of it.",
        "The definition of “Mill” shall, in addition to the Dam, comprise the weir.",
    ],
)
def test_what_changes_the_agreement_in_other_words_than_of_editing_is_not_passed_over(sentence: str) -> None:
    read = amendment(sentence)
    assert read.operations or any(finding.kind is FindingKind.UNREAD for finding in read.findings)


def test_an_amendment_of_which_nothing_is_understood_says_so() -> None:
    (finding,) = amendment("The miller likes oats in spring.").findings
    assert finding.kind is FindingKind.UNREAD
    assert "no change in it was understood" in finding.says


@pytest.mark.parametrize(
    "sentence",
    [
        "Finally, the Barge Note is hereinafter without recourse.",
        "The Landing Date for the second barge is 26 August 2025.",
        "The new Toll Price including this Change will be $45.",
        "The miller's Yearly Wage shall be reviewed in May.",
        "The oats described under your Hire Contract will be limited to three years.",
        "The sale of the mill shall be treated as a flood for all purposes of the Credit Agreement.",
        "All duties of the miller under the Credit Agreement shall cease.",
        "The miller hereby transfers, assigns and conveys to his son all his rights under the Credit Agreement.",
    ],
)
def test_what_a_plain_sentence_says_of_the_agreements_own_matters_is_shown(sentence: str) -> None:
    told = classes(amendment(f"Section 3 is deleted. {sentence}"))
    assert told[sentence] is Class.UNREAD


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lender sends oats to the miller.",
        'The miller gives a mule (the "Mule"), and the Mule is shod.',
        "The Barge Note is a paper of the mill.",
        "Barges provided for in the Credit Agreement remain in the dock.",
    ],
)
def test_what_it_says_of_the_instruments_own_matters_is_a_term(sentence: str) -> None:
    read = amendment(f"Section 3 is deleted. {sentence}")
    assert Class.UNREAD not in {one.what for one in read.account}


BINDING = [
    "The miller shall be paid a Yearly Wage of $600.",
    "The Company is raising your wage to $80 as of May 1.",
    "You will work at least ten days a month for the mill.",
    "The miller may set off the toll against what is owed to him.",
    "The miller is entitled to a bonus of two sacks.",
    "The miller acknowledges that the mill is old and agrees that he shall keep it dry.",
    "Your bonus for 2021 is $500.",
    "All references to the Mill shall instead mean the Barn.",
    'All references to "Borrowers" in the Credit Agreement shall include the miller.',
    "Claims for grain must be made in writing.",
]
OF_ITSELF = [
    "The foregoing recitals are a part of this Amendment and shall be read with it.",
    "The miller shall take such further action as the Lender may ask for.",
    "The foregoing amendments shall be deemed to take effect in May.",
    "The Borrower shall pay all fees of the agent for the drafting of this Amendment.",
    "The Lender believes that the move will serve all.",
    "The Amendment Effective Date shall be May 1, 2020.",
    "Nothing contained herein shall oblige the Lender to waive any default.",
    "The liens of the Lender shall continue to secure the debt.",
    "The Credit Agreement shall be amended as provided in this Amendment.",
    "The miller and the Borrower shall be referred to as the Millers.",
]


@pytest.mark.parametrize("sentence", BINDING)
def test_what_binds_is_shown_though_it_names_no_provision_and_no_term(sentence: str) -> None:
    told = classes(amendment(f"Section 3 is deleted. {sentence}"))
    assert told[sentence] in {Class.UNREAD, Class.OPERATIVE}


@pytest.mark.parametrize("sentence", OF_ITSELF)
def test_what_binds_only_as_the_instruments_own_clause_is_not_shown(sentence: str) -> None:
    assert Class.UNREAD not in {one.what for one in amendment(f"Section 3 is deleted. {sentence}").account}


def test_a_caption_with_more_than_standard_words_makes_nothing_standard() -> None:
    body = "{}. The miller shall owe no more than $50 for spilt grain."
    for caption in ("Limitation on Spilling", "Notice of Leaving", "General Rules of the Mill"):
        assert Class.UNREAD in {one.what for one in amendment(body.format(caption)).account}
    for caption in ("Miscellaneous", "Limitation of Amendment", "Costs and Expenses"):
        assert Class.UNREAD not in {one.what for one in amendment(body.format(caption)).account}


def test_an_order_whose_text_was_not_found_is_no_mere_recital() -> None:
    order = 'NOW THEREFORE IT IS AGREED, that Section 7 of the Credit Agreement that tells his "Toll" is hereby amended to read as follows:'
    told = classes(amendment(f"{order}\nSection 8 is deleted."))
    assert next(what for words, what in told.items() if words.endswith(order)) is Class.UNREAD


def test_the_clauses_of_what_is_said_to_amend_the_agreement_are_shown_too() -> None:
    body = "The Credit Agreement is amended as follows:\n(a) Section 4 is deleted.\n(b) Tolls. Except for oats, the miller shall pay $5.\n(i) He shall pay in May."
    told = classes(amendment(body))
    assert [told[words] for words in told if words.startswith(("(b)", "(i)"))] == [Class.UNREAD, Class.UNREAD]


@pytest.mark.parametrize(
    "sentence",
    [
        'All terms have the meanings given in the Credit Agreement, except the definitions of "Toll" and "Mill", which shall be defined as follows:',
        "The miller will still have the wage specified in Section 4 of the Credit Agreement, provided that it is halved.",
    ],
)
def test_what_departs_from_the_agreement_by_the_way_is_shown(sentence: str) -> None:
    told = classes(amendment(f"Section 3 is deleted. {sentence}"))
    assert told[sentence] is Class.UNREAD


NEW_TERMS = """The Miller is paid as set out here. The Toll Season shall end in June.

(a) The Toll Scale shall stand at the gate.

(b) Grain is weighed by hand.

(c) Notices are sent by post. The Sack Mark shall show a wheel."""


def together(body: str) -> list[list[str]]:
    """The first two words of each sentence that is shown, finding by finding."""
    read = amendment(body)
    words = read.instrument.document.words
    return [[" ".join(words(place).split()[:2]) for place in one.places] for one in open_sentences(read)]


def test_a_section_of_new_terms_is_one_finding() -> None:
    read = amendment(NEW_TERMS)
    (found,) = open_sentences(read)
    assert found.path == "1"
    assert together(NEW_TERMS) == [["The Toll", "(a) The", "The Sack"]]
    assert "These 3 sentences may change" in found.says
    assert sum(piece.what is Class.UNREAD for piece in read.account) == 3


def test_what_stands_in_another_section_or_behind_a_change_is_another_finding() -> None:
    change = 'Section 3 is amended by deleting "daily".'
    body = f"The Toll Season shall end in June.\n\n2. The Sack Mark shall show a wheel. {change} The Loft Stair shall lead north."
    assert together(body) == [["1. The"], ["2. The"], ["The Loft"]]


def test_a_list_that_a_sentence_leads_to_is_one_finding() -> None:
    items = "2. The Mill Wheel shall turn west.\n\n3. The Loft Stair shall lead north."
    behind = "4. This Amendment is governed by the laws of Ohio.\n\n5. The Toll Season shall end in June."
    led = f"The Scope of Work is changed as follows:\n\n{items}\n\n{behind}"
    assert together(led)[-2:] == [["2. The", "3. The"], ["5. The"]]


def test_what_is_not_understood_of_a_section_is_one_entry() -> None:
    shown = account_text(amendment(NEW_TERMS), only=Class.UNREAD).splitlines()[1:]
    assert shown == ["", "p. 1, unread: 3 sentences", "  The Toll Season shall end in June.", "  and 2 more, which --account shows"]


@pytest.mark.parametrize(
    ("sentence", "unread"),
    [
        ("Either Party may file this Amendment with the public service commission of each State.", False),
        ("The Miller shall promptly submit this Second Amendment to the commission for its approval.", False),
        ("Each party agrees to record this Amendment at the registry of deeds.", False),
        ("Either Party may file a new tariff with the public service commission of each State.", True),
        ("The Miller shall file this Amendment with the commission, and the toll shall be $4 from that day.", True),
    ],
)
def test_the_filing_of_an_instrument_changes_nothing_of_the_agreement(sentence: str, unread: bool) -> None:
    change = 'Section 3 is amended by deleting "daily".'
    assert bool(open_sentences(amendment(f"{change}\n\n2. {sentence}"))) is unread


def test_a_sentence_stands_under_the_page_on_which_its_words_begin() -> None:
    shown = account_text(amendment("The Toll Season shall end in June.\n\n<PAGE>\n\n2. This Amendment is governed by the laws of Ohio."))
    assert "p. 2, boilerplate\n  2. This Amendment is governed" in shown
