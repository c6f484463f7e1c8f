"""Which exhibits, schedules and the like stand in a file, and which of them within others."""

import pytest

from conformed.document import from_text
from conformed.instrument import Instrument, Provision, ProvisionKind, parse
from conformed.instrument.addressed import addressed
from conformed.instrument.signed import signatures


def read(text: str) -> Instrument:
    return parse(from_text("written.txt", text.encode()))


def names(text: str) -> list[str]:
    """The paths of the parts at every depth."""
    return [one.path for one in read(text).root.walk() if one.kind is ProvisionKind.PART]


def part(text: str, path: str) -> Provision:
    return next(one for one in read(text).root.walk() if one.path == path)


def words(text: str, path: str) -> str:
    return " ".join(read(text).text(part(text, path)).split())


BODY = """\
LOAN AGREEMENT

This LOAN AGREEMENT, dated as of March 3, 2019, is made by and between TERN HOLLOW MILLS, INC. (the "Borrower"),
and FIRST ALDER BANK (the "Lender"). The parties agree as follows:

1. Loans. The Lender lends what Schedule 1.1 says, upon a note like that in Exhibit A.

2. Repayment. The Borrower repays it.

"""
SIGNED = f"{BODY}IN WITNESS WHEREOF, the parties have signed this Agreement.\n\nTERN HOLLOW MILLS, INC.\n\nBy: /s/ Ida Wren\n\n"


def paged(*parts: str) -> str:
    return SIGNED + "".join(f"<PAGE>\n{one}\n\n" for one in parts)


def test_what_says_to_which_exhibit_it_belongs_stands_within_that() -> None:
    text = paged("EXHIBIT A\n\nNOTE\n\nThe Borrower pays.", "ANNEX 1 TO EXHIBIT A\n\nDAYS\n\nMay 2.", "EXHIBIT B\n\nLAND\n\nThe weir.")
    assert names(text) == ["Exhibit A", "Exhibit A/Annex 1", "Exhibit B"]
    assert words(text, "Exhibit A/Annex 1") == "ANNEX 1 TO EXHIBIT A DAYS May 2."


def test_what_belongs_to_a_form_stands_within_the_exhibit_that_has_its_title() -> None:
    text = paged("EXHIBIT A\n\nFORM OF NOTE\n\nThe Borrower pays.", "SCHEDULE I TO\n\nNOTE\n\nDAYS\n\nMay 2.", "SCHEDULE 1.1\n\nLOANS\n\nOne.")
    assert names(text) == ["Exhibit A", "Exhibit A/Schedule I", "Schedule 1.1"]


def test_what_only_an_exhibit_names_stands_within_it() -> None:
    form = "EXHIBIT A\n\nNOTE\n\nThe Borrower pays on the days in Annex 1."
    assert names(paged(form, "ANNEX 1\n\nDAYS\n\nMay 2.", "ANNEX 2\n\nPLACES\n\nAlder.")) == [
        "Exhibit A",
        "Exhibit A/Annex 1",
        "Exhibit A/Annex 2",
    ]


def test_what_the_agreement_names_stands_beside_the_exhibits() -> None:
    form = "EXHIBIT A\n\nNOTE\n\nThe Borrower pays."
    assert names(paged(form, "SCHEDULE 1.1\n\nLOANS\n\nOne.", "EXHIBIT B\n\nLAND\n\nThe weir.")) == [
        "Exhibit A",
        "Schedule 1.1",
        "Exhibit B",
    ]


def test_a_count_that_begins_anew_in_each_attachment_is_within_it() -> None:
    tolls = enumerate(("Rye is cheap.", "Oats are dear, and so is all that they are fed to.", "No toll is due."), 1)
    text = paged(*(f"ATTACHMENT {n}\n\nTOLLS\n\nAs below.\n\n\n\n\nEXHIBIT C\n\n{toll}\n\n{toll} So be it." for n, toll in tolls))
    assert names(text) == [
        path for n in (1, 2, 3) for path in (f"Attachment {n}", f"Attachment {n}/Exhibit C")
    ]


HEADED = paged(
    "EXHIBIT C\n\nSCOPE OF WORK\n\nWhat stands below.",
    "EXHIBIT C\n\nAttachment 1 - The Race\n\n1. Dig. To the weir.",
    "EXHIBIT C\n\nAttachment 2 - The Weir\n\n1. Build. Of stone.",
    "EXHIBIT D\n\nPERMITS\n\nNone.",
)


def test_a_name_that_comes_again_over_each_attachment_tells_that_they_stand_within_it() -> None:
    assert names(HEADED) == ["Exhibit C", "Exhibit C/Attachment 1", "Exhibit C/Attachment 2", "Exhibit D"]
    assert part(HEADED, "Exhibit C/Attachment 2").heading == "The Weir"


@pytest.mark.parametrize("typed", ["Exhibit C/Attachment 2", "Attachment 2 to Exhibit C", "Attachment 2 of Exhibit C"])
def test_a_part_of_a_part_has_an_address(typed: str) -> None:
    assert [one.path for one in addressed(read(HEADED), typed)] == ["Exhibit C/Attachment 2"]
    assert [one.path for one in addressed(read(HEADED), "Exhibit C/Attachment 2/1")] == ["Exhibit C/Attachment 2/1"]


def test_the_name_of_a_part_at_the_head_or_foot_of_its_pages_begins_none() -> None:
    pages = [f"EXHIBIT B\n\n{n}. The mill keeps rule {n} of the weir.\n\nEXHIBIT B, Page {n} of 3" for n in (1, 2, 3)]
    text = paged(*pages, "EXHIBIT C\n\nLAND\n\nThe race.")
    assert names(text) == ["Exhibit B", "Exhibit C"]
    assert [one.path for one in part(text, "Exhibit B").children if one.path] == [f"Exhibit B/{n}" for n in (1, 2, 3)]


def test_a_running_head_that_says_to_what_an_exhibit_belongs_captions_it_first() -> None:
    text = paged(*(f"EXHIBIT {n} TO LOAN AGREEMENT\n\nFORM {n}\n\nText of form {n}." for n in range(1, 7)))
    assert names(text) == [f"Exhibit {n}" for n in range(1, 7)]


def test_a_list_in_an_exhibit_of_what_it_holds_is_no_part() -> None:
    listed = "".join(f"APPENDIX {letter}: Rule {letter}\n\n{page}\n\n" for page, letter in enumerate("ABC", 3))
    rules = "\n\n".join(f"APPENDIX {letter}: Rule {letter}\n\nThe mill keeps it." for letter in "ABC")
    text = paged(f"EXHIBIT B\n\nMILL RULES\n\n{listed}They are kept.\n\n{rules}")
    assert names(text) == ["Exhibit B", *(f"Exhibit B/Appendix {letter}" for letter in "ABC")]
    assert "keeps" in words(text, "Exhibit B/Appendix A")


def test_an_exhibit_behind_a_line_that_is_signed_needs_no_gap() -> None:
    text = f"{BODY}TERN HOLLOW MILLS, INC.\n\nBy: /s/ Ida Wren\n\nEXHIBIT A\n\nNOTE\n\n1. Sum. A sack.\n\n2. Day. May 2.\n"
    assert names(text) == ["Exhibit A"]
    assert [one.path for one in read(text).root.walk() if one.kind is ProvisionKind.SECTION] == ["1", "2", "Exhibit A/1", "Exhibit A/2"]


def test_an_exhibit_behind_what_nobody_signed_has_a_title_and_ends_the_count() -> None:
    assert names(f"{BODY}EXHIBIT A\n\nNOTE\n\n1. Sum. A sack.\n\n2. Day. May 2.\n") == ["Exhibit A"]
    within = f"{BODY}EXHIBIT A\n\nNOTE\n\nThe sum is a sack.\n\n3. Law. That of Ohio.\n"
    assert names(within) == []


def test_exhibits_that_an_agreement_lists_in_its_midst_are_no_parts() -> None:
    listed = "3. What is attached. It is:\n\n\n\nExhibit A\n\nNote\n\n\n\nExhibit B\n\nLand\n\n4. Law. That of Ohio.\n\n"
    assert names(BODY + listed + SIGNED.removeprefix(BODY)) == []


def test_a_number_in_brackets_may_stand_apart_from_the_name() -> None:
    text = paged("EXHIBIT 2.3 (a) TO LOAN AGREEMENT\n\nNOTE\n\nText.", "EXHIBIT 2.3 (b) TO LOAN AGREEMENT\n\nDEED\n\nText.")
    assert names(text) == ["Exhibit 2.3(a)", "Exhibit 2.3(b)"]
    assert part(text, "Exhibit 2.3(a)").heading == "NOTE"


CONSENT = "The undersigned, who guaranty the Loans, hereby consent to the foregoing Agreement.\n\nHERON QUAY, INC.\n\n"


@pytest.mark.parametrize(
    ("caption", "name"),
    [("CONSENT AND REAFFIRMATION", "Consent and Reaffirmation"), ("CONSENT OF\nGUARANTORS", "Consent of Guarantors"), ("JOINDER", "Joinder")],
)
def test_what_others_consent_to_behind_the_signatures_is_a_part_that_they_sign(caption: str, name: str) -> None:
    text = paged(f"{caption}\n\n{CONSENT}By: ____________", "EXHIBIT A\n\nNOTE\n\nThe Borrower pays.")
    assert names(text) == [name, "Exhibit A"]
    assert words(text, name).endswith("HERON QUAY, INC. By: ____________")
    assert [one.path for one in addressed(read(text), name)] == [name]
    assert [(one.part, one.form) for one in signatures(read(text)) if one.part] == [(name, False)]


def test_a_notary_s_acknowledgment_is_no_part_nor_what_stands_in_an_exhibit() -> None:
    assert names(paged("ACKNOWLEDGMENT\n\nBefore me, the undersigned notary public, came Ida Wren.")) == []
    assert names(paged("EXHIBIT A\n\nNOTE\n\nThe Borrower pays.", f"CONSENT\n\n{CONSENT}")) == ["Exhibit A"]
