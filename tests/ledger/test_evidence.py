"""Evidence: it tells whether conditions are met, and changes no word of a document."""

import datetime
import stat
from pathlib import Path

import pytest

from conformed.basis import FindingKind
from conformed.instrument import parse
from conformed.language import interpret
from conformed.ledger import BadRecord, Evidence, Link, State, evidence_of, holds_nothing, rulings_of
from conformed.ledger.commitments import commitments_of
from conformed.ledger.evidence import written
from conformed.output import NotWritten, append
from conformed.passes import Conformed, conformed
from conformed.standing.stands import Standing, on, stages
from conformed.standing.waived import waivers
from conformed.version import OutcomeKind, standing
from conformed.views.status import status
from conformed.views.to_html import to_html
from tests.ledger.test_rulings import AGREEMENT
from tests.written import LETTER, document

ORDER = 'Section 2.1 of the Credit Agreement is hereby amended by replacing "The Borrower keeps ten barges" with "The Borrower keeps nine barges".'
LISTED = """

2. Conditions. Section 1 shall become effective if, and only if, each of the following is satisfied on or before March 6, 2020:

(a) the Agent has received counterparts of this Amendment signed by the Borrower; and

(b) the Borrower has paid the fee of the Agent."""
WAIVED = """

2. Waiver. The Agent hereby waives compliance with Section 2.2 of the Credit Agreement until June 1, 2020; provided that this waiver
shall cease to be of effect if the Borrower fails to roof the mill on or before April 1, 2020."""
HEAD = '[[evidence]]\ninstrument = "Amendment No. 1"\nby = "Ada Thorne"\ndocument = "closing binder"\n'


def made(*pieces: str, body: str = ORDER + LISTED, head: str = HEAD) -> Conformed:
    amendment = LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=f"1. {body}", last=3)
    reads = [interpret(parse(document(text, name))) for name, text in (("a.txt", AGREEMENT), ("b.txt", amendment))]
    known = evidence_of("evidence.toml", "".join(f"{head}{one}\n" for one in pieces).encode()) if pieces else ()
    return conformed(reads, known=known)


def link(matter: Conformed) -> Link:
    (one,) = matter.chain.links
    return one


def words(matter: Conformed) -> str:
    (passage,) = matter.provision(matter.version, "2.1")
    return " ".join(standing(passage).split())


def test_without_evidence_conditions_are_unproved_and_have_their_last_day() -> None:
    one = link(made())
    assert [proof.state for proof in one.proofs] == [State.UNPROVED, State.UNPROVED]
    assert (one.upon, one.by, one.failed) == (True, datetime.date(2020, 3, 6), None)


def test_an_instrument_counts_from_the_day_on_which_its_last_condition_is_met() -> None:
    matter = made('at = "2(a)"\nday = 2020-02-01', 'at = "2(b)"\nday = 2020-02-10')
    one = link(matter)
    assert (one.upon, one.effective) == (False, datetime.date(2020, 2, 10))
    assert "nine barges" in words(matter)
    assert "ten barges, and hires" in " ".join(standing(matter.as_of(datetime.date(2020, 2, 9)).root).split())
    assert FindingKind.UPON not in {finding.kind for finding in matter.findings()}


def test_evidence_without_a_place_is_of_all_conditions_and_the_later_one_counts() -> None:
    matter = made("day = 2020-02-01", 'at = "§ 2(b)"\nday = 2020-02-20\nstate = "unmet"')
    assert [proof.state for proof in link(matter).proofs] == [State.MET, State.UNMET]
    assert link(matter).upon
    assert on(stages(matter.chain)[link(matter).id], datetime.date(2020, 2, 25)).standing is Standing.IF


@pytest.mark.parametrize("piece", ['at = "2(b)"\nday = 2020-03-06\nstate = "unmet"', 'at = "2"\nday = 2020-03-07'])
def test_a_condition_that_was_not_met_by_its_last_day_ends_the_matter(piece: str) -> None:
    matter = made(piece)
    one = link(matter)
    assert one.failed is not None
    assert one.failed.why.endswith("was not met by March 6, 2020, the last day for it")
    assert one.failed.since == datetime.date(2020, 3, 7)
    assert "ten barges, and hires" in words(matter)
    assert [outcome.kind for outcome in matter.version.outcomes] == [OutcomeKind.NOT_IN_FORCE]
    assert on(stages(matter.chain)[one.id], datetime.date(2020, 6, 1)).standing is Standing.FAILED
    assert FindingKind.UPON not in {finding.kind for finding in matter.findings()}


def test_a_condition_not_met_before_its_last_day_may_still_be() -> None:
    assert link(made('at = "2(b)"\nday = 2020-03-05\nstate = "unmet"')).failed is None


BLANK = "\n\nALDER SAVINGS BANK,\nas a Lender\n\nBy: ______________\nName:\nTitle:\n"


def signed(*pieces: str) -> Conformed:
    letter = LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=f"1. {ORDER}", last=3) + BLANK
    reads = [interpret(parse(document(text, name))) for name, text in (("a.txt", AGREEMENT), ("b.txt", letter))]
    known = evidence_of("evidence.toml", "".join(f'{HEAD}about = "signing"\n{one}\n' for one in pieces).encode()) if pieces else ()
    return conformed(reads, known=known)


def test_an_instrument_that_was_never_signed_is_not_in_force_and_leaves_nothing_open() -> None:
    assert FindingKind.BLANK_SIGNATURE in {finding.kind for finding in signed().findings()}
    matter = signed('day = 2020-03-06\nstate = "unmet"')
    assert link(matter).failed is not None
    assert "ten barges, and hires" in words(matter)
    page = matter.page(datetime.date(2020, 6, 1))
    assert page.instruments[-1].standing == "Not in force: it was not signed by March 6, 2020; none of it is applied."
    assert page.instruments[-1].signing == "not signed by March 6, 2020: closing binder; entered by Ada Thorne."
    assert not [finding for finding in page.findings if finding.open]
    again = signed('day = 2020-03-06\nstate = "unmet"', "day = 2020-03-20")
    assert "nine barges" in words(again)


def test_the_blank_lines_of_an_instrument_that_is_known_to_be_signed_are_no_open_points() -> None:
    matter = signed("day = 2020-03-06")
    assert not [finding for finding in matter.findings() if finding.kind is FindingKind.BLANK_SIGNATURE]
    page = matter.page(datetime.date(2020, 6, 1))
    assert page.instruments[-1].standing == "In force from January 6, 2020."
    told = " ".join(status(matter.chain, page.today, matter.consents()).split())
    assert "- signed by all who have a line, on March 6, 2020: closing binder; entered by Ada Thorne." in told
    assert "Signed by all who have a line, on March 6, 2020: closing binder; entered by Ada Thorne." in to_html(page)


def test_evidence_of_the_signing_of_what_has_no_lines_fits_nothing() -> None:
    unsigned = made('about = "signing"\nday = 2020-03-06\nat = "2"')
    assert FindingKind.UNFIT_EVIDENCE in {finding.kind for finding in unsigned.findings()}


def test_a_waiver_ends_on_the_day_of_the_event_that_ends_it() -> None:
    body = ORDER + WAIVED
    before = made(body=body).page(datetime.date(2020, 4, 15))
    after = made('about = "lapse"\nday = 2020-04-02', body=body).page(datetime.date(2020, 4, 15))
    assert [one.last for one in before.waivers] == [datetime.date(2020, 6, 1)]
    assert [one.last for one in after.waivers] == [datetime.date(2020, 4, 2)]


@pytest.mark.parametrize(
    ("pieces", "last"),
    [
        (('about = "lapse"\nday = 2020-04-02', 'about = "lapse"\nday = 2020-04-20\nstate = "unmet"'), datetime.date(2020, 6, 1)),
        (('about = "lapse"\nday = 2020-04-02', 'about = "lapse"\nday = 2020-04-09'), datetime.date(2020, 4, 9)),
        (('about = "lapse"\nday = 2019-12-01',), datetime.date(2020, 6, 1)),  # before the waiver was made
    ],
)
def test_of_what_ends_a_waiver_the_last_piece_of_evidence_counts(pieces: tuple[str, ...], last: datetime.date) -> None:
    matter = made(*pieces, body=ORDER + WAIVED)
    (one,) = waivers(link(matter))
    assert one.last == last
    kinds = {finding.kind for finding in matter.findings()}
    assert (FindingKind.UNFIT_EVIDENCE in kinds) == (len(pieces) == 1)


def test_an_event_that_a_change_waits_for_gives_it_its_day() -> None:
    body = (
        'Conditioned upon the closing of the sale of the mill, Section 2.1 of the Credit Agreement is hereby amended by replacing "The Borrower '
        'keeps ten barges" with "The Borrower keeps nine barges".'
    )
    (waits,) = made(body=body).entries
    (came,) = made('about = "event"\nday = 2020-04-02', body=body).entries
    assert waits.operation.waits
    assert (came.operation.waits, came.effective) == (None, datetime.date(2020, 4, 2))


@pytest.mark.parametrize(
    "piece",
    ['at = "9"\nday = 2020-02-01', 'at = "Exhibit A"\nday = 2020-02-01', 'about = "lapse"\nday = 2020-02-01', 'about = "event"\nday = 2020-02-01'],
)
def test_evidence_that_fits_nothing_is_a_finding(piece: str) -> None:
    matter = made(piece)
    unfit = [one for one in matter.findings() if one.kind is FindingKind.UNFIT_EVIDENCE]
    assert len(unfit) == 1
    assert "Ada Thorne" in unfit[0].says
    assert link(matter).upon


def test_evidence_of_another_instrument_is_none_of_this_one() -> None:
    assert not link(made("day = 2020-02-01")).upon
    assert link(made("day = 2020-02-01", head=HEAD.replace("No. 1", "No. 7"))).upon


def test_what_is_written_is_read_again() -> None:
    known = evidence_of("evidence.toml", (HEAD + 'at = "2(a)"\nabout = "event"\nstate = "unmet"\nday = 2020-02-01\n').encode())
    assert evidence_of("evidence.toml", "".join(map(written, known)).encode()) == known


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD, "evidence 1: object missing required field `day`"),
        (HEAD + "day = 2020-02-01\nwhere = 3\n", "evidence 1: object contains unknown field `where`"),
        (HEAD.replace("Ada Thorne", " ") + "day = 2020-02-01\n", "must say of which instrument it is, what shows it, and by whom"),
        ("[[evidence]\n", "is no TOML"),
        (HEAD + 'day = 2020-02-01\nat = " "\n', "names an empty provision"),
        ("", "is empty"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(text: str, says: str) -> None:
    with pytest.raises(BadRecord) as told:
        evidence_of("evidence.toml", text.encode())
    assert says in str(told.value)


def test_commitments_are_names_and_amounts() -> None:
    listed = commitments_of("commitments.csv", b'Lender,Commitment\n"Alder Bank, N.A.","$30,000,000"\nBirch Bank,20000000\n')
    assert [(name, int(amount)) for name, amount in listed] == [("Alder Bank, N.A.", 30_000_000), ("Birch Bank", 20_000_000)]
    assert len(commitments_of("commitments.csv", b"\nName of Lender,Amount,Share\nAlder Bank,0,0\nBirch Bank,5000,100\n")) == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Alder Bank,ten\nBirch Bank,x", "Line 1 of commitments.csv is not a name and an amount of money"),
        ("First Bank,TBD\nBirch Bank,5\n", "Line 1 of commitments.csv is not a name and an amount of money"),
        ("First Bank\nBirch Bank,5\n", "Line 1 of commitments.csv is not a name and an amount of money"),
        ("Lender,Commitment\n", "holds no commitments; write"),
        ("A,1\nA,2\n", "Line 2 of commitments.csv names A a second time"),
        ('"Alder Bank, N.A.",1\nALDER BANK NA,2\n', "Line 2 of commitments.csv names Alder Bank, N.A. a second time"),
        ("Alder Bank,$30 million\nBirch Bank,5\n", "Line 1 of commitments.csv is not a name"),
        ("Lender,Commitment\nAlder Bank,25,000,000\n", "Line 2 of commitments.csv is not a name"),
        ("...,5\n", "Line 1 of commitments.csv is not a name"),
        ("Alder Bank,0\nBirch Bank,0.00\n", "holds no commitments but of nothing"),
        (f"Alder Bank,5\n{'x' * 140_000},5\n", "Line 2 of commitments.csv cannot be read as a line of a table"),
    ],
)
def test_commitments_that_cannot_be_used_say_why(text: str, says: str) -> None:
    with pytest.raises(BadRecord) as told:
        commitments_of("commitments.csv", text.encode())
    assert says in str(told.value)


def test_the_mark_with_which_an_editor_opens_a_file_is_no_word_of_it() -> None:
    mark = b"\xef\xbb\xbf"
    assert len(evidence_of("evidence.toml", mark + (HEAD + "day = 2020-02-01\n").encode())) == 1
    assert holds_nothing(mark)
    assert holds_nothing(mark + b"# Evidence\n")
    assert [name for name, _ in commitments_of("commitments.csv", mark + b'"Alder Bank, N.A.",20\n')] == ["Alder Bank, N.A."]
    ruling = '[[ruling]]\nfinding = "Ambiguous"\ninstrument = "Amendment No. 1"\nby = "Ada Thorne"\nday = 2020-02-01\nwhy = "so"\n'
    orders = "orders = 'In Section 2.1, \"ten\" is replaced with \"twelve\".'\n"
    (one, other) = rulings_of("rulings.toml", mark + (ruling + orders + ruling + 'choice = "leave"\n').encode()).rulings
    assert (len(one.operations), other.choice) == (1, "leave")


def test_evidence_of_a_day_to_come_is_refused() -> None:
    for days in ("day = 2020-02-02", "day = 2020-02-01\nentered = 2020-02-02"):
        with pytest.raises(BadRecord, match=r"Evidence 1 in evidence.toml is of February 2, 2020, a day to come"):
            evidence_of("evidence.toml", f"{HEAD}{days}\n".encode(), datetime.date(2020, 2, 1))
        assert evidence_of("evidence.toml", f"{HEAD}{days}\n".encode(), datetime.date(2020, 2, 2))


def test_evidence_of_a_day_before_the_instrument_was_made_is_not_followed() -> None:
    matter = made("day = 2020-01-05")
    assert link(matter).upon
    (says,) = [one.says for one in matter.findings() if one.kind is FindingKind.UNFIT_EVIDENCE]
    assert says == (
        "The evidence of Ada Thorne on a condition of Amendment No. 1 is of January 5, 2020, and it was made on January 6, 2020; "
        "it was not followed."
    )
    assert not link(made("day = 2020-01-06")).upon


@pytest.mark.parametrize(
    ("entered", "upon"), [("", False), ("entered = 2020-02-10", False), ("entered = 2020-02-11", True)]
)
def test_evidence_counts_from_the_day_on_which_it_was_entered(entered: str, upon: bool) -> None:
    known = evidence_of("evidence.toml", f"{HEAD}day = 2020-02-01\n{entered}\n".encode())
    amendment = LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=f"1. {ORDER}{LISTED}", last=3)
    reads = [interpret(parse(document(text, name))) for name, text in (("a.txt", AGREEMENT), ("b.txt", amendment))]
    assert link(conformed(reads, known=known, known_at=datetime.date(2020, 2, 10))).upon is upon
    assert not link(conformed(reads, known=known)).upon
    assert link(conformed(reads, known=known, known_at=datetime.date(2020, 1, 31))).upon
    assert not conformed(reads, known=known, known_at=datetime.date(2020, 1, 5)).chain.links


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (f'{HEAD}day = 2020-02-01\nabout = "odd"\n', "(it can be condition, event, lapse, signing)"),
        (f'{HEAD}day = 2020-02-01\nstate = "odd"\n', "(it can be met, unmet)"),
    ],
)
def test_a_value_that_cannot_be_written_is_told_with_those_that_can(text: str, values: str) -> None:
    with pytest.raises(BadRecord) as told:
        evidence_of("evidence.toml", text.encode())
    assert str(told.value).endswith(f"invalid enum value 'odd' {values}.")


def entered(file: Path) -> Path:
    return append(file, Evidence("Amendment No. 1", datetime.date(2020, 2, 1), "closing binder", "Ada Thorne"))


@pytest.mark.parametrize("before", [b"", b"# Evidence of the closing\n", b"# Evidence"])
def test_evidence_is_added_to_a_file_that_holds_none(before: bytes, tmp_path: Path) -> None:
    file = tmp_path / "evidence.toml"
    file.write_bytes(before)
    assert holds_nothing(before)
    assert entered(file).read_bytes().startswith(before)
    assert len(evidence_of("evidence.toml", file.read_bytes())) == 1
    assert not holds_nothing(file.read_bytes())


def test_a_form_of_evidence_that_cannot_be_added_to_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "evidence.toml"
    for text in ("evidence = []\n", "[[evidence]\n", f"{HEAD}day = 2020-02-01\n[odd]\n"):
        file.write_text(text)
        with pytest.raises(NotWritten) as told:
            entered(file)
        assert "is left as it is" in str(told.value)
        assert file.read_text() == text
        assert [one.name for one in tmp_path.iterdir()] == ["evidence.toml"]


def test_evidence_keeps_the_mode_the_link_and_the_line_ends_of_its_file(tmp_path: Path) -> None:
    fresh = entered(tmp_path / "fresh.toml")
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o644
    assert b"\r" not in fresh.read_bytes()
    kept, link = tmp_path / "kept.toml", tmp_path / "evidence.toml"
    kept.write_bytes(f"{HEAD}day = 2020-02-01\n".replace("\n", "\r\n").encode())
    kept.chmod(0o640)
    link.symlink_to("kept.toml")
    entered(link)
    assert link.is_symlink()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert kept.read_bytes().count(b"\r\n") == kept.read_bytes().count(b"\n") == 12
    assert len(evidence_of("evidence.toml", kept.read_bytes())) == 2


def test_a_bank_is_one_lender_however_its_name_ends() -> None:
    with pytest.raises(BadRecord) as told:
        commitments_of("commitments.csv", b'"Alder Bank, N.A.",20\n"ALDER BANK, NATIONAL ASSOCIATION",30\n')
    assert "a second time" in str(told.value)
