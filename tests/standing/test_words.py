"""Where a term may stand in a text: by how its first two words begin."""

import pytest

from conformed.standing.term_words import anywhere, in_either_number
from conformed.standing.words import Words, sought

TEXT = "The Miller’s Rates and Grain-Costs stand; GrainCosts too, and grain and other costs. Rules T, U and X hold in the U.S. Mills."


def found(term: str, text: str = TEXT) -> list[str]:
    return [match[0] for match in Words(text).matches(anywhere(term))]


@pytest.mark.parametrize(
    ("term", "stands"),
    [
        ("Miller Rate", ["miller’s rates"]),
        ("Rates and Grain", ["rates and grain"]),
        ("Rate or Grain", ["rates and grain"]),
        ("Grain Cost", ["grain-costs", "graincosts"]),
        ("Grain", ["grain", "grain", "graincosts"]),
        ("Rule X", ["rules t, u and x"]),
        ("U.S. Mill", ["u.s. mills"]),
        ("Costs Rule", ["costs. rules"]),
        ("Rate Rule", []),
        ("Rate Cost", []),
        ("Zeal", []),
    ],
)  # fmt: skip
def test_a_term_is_found_where_its_words_begin(term: str, stands: list[str]) -> None:
    assert sorted(found(term)) == sorted(stands)


def test_each_place_of_a_term_is_found_among_words_that_begin_alike() -> None:
    text = "Alder Loan, Alders, Alder Note, alderman, Alder Loans, Alder and Loan."
    assert sorted(found("Alder Loan", text)) == ["alder and loan", "alder loan", "alder loans"]


def test_a_term_as_it_is_written_stands_in_its_own_capitals_and_in_no_quotation_marks() -> None:
    words = Words('Each Quay Levy is due, and all Quay Levies; no quay levy, and no "Quay Levy".')
    assert sorted(match[0] for match in words.matches(in_either_number("Quay Levies"), as_written=True)) == ["Quay Levies", "Quay Levy"]


def test_what_begins_with_no_word_is_sought_at_each() -> None:
    assert [match[0] for match in Words("a bb ccc").matches(sought(r"\w{2,}", [""]))] == ["bb", "ccc"]
