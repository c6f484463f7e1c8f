"""The terms that an agreement defines, in whatever marks, and where they hold."""

import pytest

from conformed.document import from_text
from conformed.instrument import parse
from conformed.instrument.terms import Term, terms

OPENING = """\
MILL LEASE

This Mill Lease is made on May 2, 2011 by and between Tern Mill, Inc., a corporation of Ohio, and Abel Wren of Alder.

"""


def found(text: str) -> tuple[Term, ...]:
    return terms(parse(from_text("written.txt", (OPENING + text).encode())))


@pytest.mark.parametrize(
    "term",
    ["\"Weir\"", "“Weir”", "``Weir''", "``Weir\"", "\"Weir''", "‘‘Weir’’", "'Weir'", "‘Weir’", "`Weir'", "_Weir_", "__Weir__", "WEIR", "Weir"],
)
def test_a_definition_may_stand_in_any_marks(term: str) -> None:
    text = f"1. Definitions. In this lease:\n\n{term} means the dam above the race.\n\n2. Rent. None is due.\n"
    assert [one.term.title() for one in found(text)] == ["Weir"]


@pytest.mark.parametrize("term", ["\"Miller\"", "“Miller”", "‘‘Miller’’", "‘Miller’", "'Miller'", "\"Miller'", "‘Miller”", "”Miller”", "``Miller''"])
def test_a_term_in_brackets_may_stand_in_any_marks(term: str) -> None:
    text = f"1. Rent. Abel Wren (the {term}) pays the lessor's and the mill's rent.\n\n2. Days. None is named.\n"
    assert [(one.term, one.path) for one in found(text)] == [("Miller", "1")]


def test_apostrophes_are_no_marks() -> None:
    text = "1. Rent. The Lessees' Committee (the lessees' own) means well; Wren's rent, and the mills' rent means the toll.\n\n2. Days. None.\n"
    assert found(text) == ()


LISTED = "the following terms have the following meanings:\n\n\"Sack\" means a sack of rye.\n\n\"Cart\" means ten of them.\n\n"


@pytest.mark.parametrize(
    ("above", "scope"),
    [
        ("For purposes of this Section 2, ", "2"),
        ("For the purpose of this Article, ", "Article I"),
        ("As used in this lease, ", "*"),
        ("Words stand for what this Section says: ", "*"),
    ],
)
def test_the_sentence_above_a_list_of_terms_says_where_they_hold(above: str, scope: str) -> None:
    text = f"ARTICLE I\n\nTOLLS\n\n1. Day. Each is one.\n\n2. Measures. {above}{LISTED}ARTICLE II\n\nRENT\n\n3. Rent. None is due.\n"
    assert [(one.term, one.scope) for one in found(text)] == [("Sack", scope), ("Cart", scope)]


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("if the conditions set forth in this Section 1 are met (the \"Day\"), it is due", "*"),
        ("what is hereinafter in this Section 1 referred to as the \"Day\" is a Monday", "1"),
        ("the lessor and its heirs (collectively referred to in this Section as the \"Day\") come", "1"),
    ],
)
def test_what_a_section_only_mentions_is_no_scope(words: str, scope: str) -> None:
    assert [one.scope for one in found(f"1. Rent. At the mill {words}.\n\n2. Law. That of Ohio.\n")] == [scope]


def test_the_ending_of_a_file_is_no_term() -> None:
    assert found('1. Form. It may be signed in portable document format (".pdf") by each.\n\n2. Law. That of Ohio.\n') == ()


def test_each_definition_of_a_paragraph_that_runs_on_is_its_own() -> None:
    text = (
        'SECTION 1. Definitions. These words have these meanings. "Dues" means the dues of the town. "Grain" means rye and oats. '
        '"Mill" means (i) the wheel and (ii) the barn. "Tolls" means what is paid (i) by the day, or (ii) by the sack.\n\n'
        "SECTION 2. Tolls. The Lessee pays the Tolls.\n"
    )
    instrument = parse(from_text("written.txt", text.encode()))
    assert [(one.term, one.path) for one in terms(instrument)] == [
        (term, f"1#{term}") for term in ("Dues", "Grain", "Mill", "Tolls")
    ]
    assert {"1#Mill(ii)", "1#Tolls(ii)"} <= {one.path for one in instrument.root.walk()}


def test_one_definition_that_another_holds_stays_of_it() -> None:
    text = (
        'SECTION 1. Definitions.\n\n"Tolls" means the tolls on Grain. "Grain" means rye and oats.\n\n'
        "SECTION 2. Tolls. The Lessee pays the Tolls.\n"
    )
    instrument = parse(from_text("written.txt", text.encode()))
    assert [one.path for one in instrument.root.walk() if "#" in one.path] == ["1#Tolls"]


@pytest.mark.parametrize(
    "line",
    ['"Idle Status" exists at any date if no wheel turns.', '"Idle" status exists on any day on which no wheel turns.',
     '"Pledge" of or by any miller (the "pledgor") means what it pledges.'],
)  # fmt: skip
def test_other_words_than_means_define_a_term(line: str) -> None:
    text = f'SECTION 1. Definitions.\n\n"Dues" means the dues of the town.\n\n{line}\n\nSECTION 2. Tolls. It pays.\n'
    instrument = parse(from_text("written.txt", text.encode()))
    assert [one.path for one in instrument.root.walk() if "#" in one.path] == ["1#Dues", f"1#{line.split(chr(34))[1]}"]


def test_a_clause_may_say_what_its_term_is() -> None:
    text = '2.6 "Spare Wheels" are wheels that the Lessor keeps in the barn.\n\n2.7 "Wheels" are hereby deleted.\n'
    instrument = parse(from_text("written.txt", text.encode()))
    assert [one.term for one in terms(instrument)] == ["Spare Wheels"]


def test_a_mark_that_lacks_its_fellow_hides_no_term_behind_it() -> None:
    text = '1. Days. The lease (the Lease") begins on the day on which the weir is shut ("Schedule A Day"). None is named.\n\n2. Rent. None.\n'
    assert [one.term for one in found(text)] == ["Schedule A Day"]


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_a_term_may_be_broken_by_a_line_end(marks: str) -> None:
    opens, closes = marks[0], marks[1]
    text = f"1. Rent. {opens}Toll{closes} means what is due, and {opens}Weir\nToll{closes} means what is due at the weir.\n\n2. Days. None is named.\n"
    assert [(one.term, one.path) for one in found(text)] == [("Toll", "1"), ("Weir Toll", "1")]
