import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.instrument.numbers.numbering import Marker, depths, read
from conformed.instrument.numbers.ordinals import ordinal, roman


def markers(line: str) -> list[Marker]:
    """`(a) (b) ~(i)`: markers of a paragraph each, those with ~ running in within the one before."""
    found: list[Marker] = []
    paragraph = 0
    for piece in line.split():
        run_in = piece.startswith("~")
        paragraph += not run_in
        value = piece.strip("~().")
        found.append(
            Marker(
                value,
                "." if piece.endswith(".") else "()" if "(" in piece else ")",
                len(found) * 10,
                len(found) * 10 + 4,
                paragraph,
                run_in,
            )
        )
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(a) (b) (c)", [0, 0, 0]),
        ("(a) (i) (ii) (b)", [0, 1, 1, 0]),
        ("(g) (h) (i) (j)", None),
        ("(a) (b) (c) (d) (e) (f) (g) (h) (i) (j)", [0] * 10),
        ("(a) (b) (c) (d) (e) (f) (g) (h) (i) (ii) (i)", [0] * 8 + [1, 1, 0]),
        ("(a) (1) (2) (b) (1) (2)", [0, 1, 1, 0, 1, 1]),
        ("(a) ~(i) ~(ii) (b) ~(i) ~(ii)", [0, 1, 1, 0, 1, 1]),
        ("(a) (b) (c) (d) (e) (f) (g) (h) ~(i) ~(ii) (i) (j)", [0] * 8 + [1, 1, 0, 0]),
        ("(a) (b) (c) (d) (e) (f) (g) (h) ~(i) ~(ii) (i)", [0] * 8 + [1, 1, 0]),
        ("(a) (b) ~(i) ~(ii) (i) (ii) (c)", [0, 0, 1, 1, 1, 1, 0]),
        ("(a) ~(v) ~(w) ~(x) ~(y) ~(z) (b)", [0, 1, 1, 1, 1, 1, 0]),
        ("(i) (ii) (iii) (iv) (v) (vi)", [0] * 6),
        ("(a) (i) (A) (B) (ii) (b)", [0, 1, 2, 2, 1, 0]),
        ("a. b. i. ii. c.", [0, 0, 1, 1, 0]),
        ("(u) (v) (w) (x) (y) (z) (aa) (bb)", None),
        ("(a) (b) (d) (e)", [0, 0, 0, 0]),
        # What goes on within a paragraph goes on with the list that ran in there.
        ("(a) ~(i) ~(ii) ~(a) ~(b)", [0, 1, 1, 2, 2]),
        ("(a) (i) ~(a) ~(b) ~(c) (ii) (b)", [0, 1, 2, 2, 2, 1, 0]),
        ("(a) ~(b) ~(c)", [0, 0, 0]),
        # A marker that has lost its first bracket.
        ("(a) (b) (c) d) (e)", [0, 0, 0, 0, 0]),
        ("(a) a) b) (b)", [0, 1, 1, 0]),
        # A wrong mark turns no level.
        ("(i) (c) (d) ~(i) ~(ii) (e)", [0, 0, 0, 1, 1, 0]),
        ("(a) (b) (i) (c) (d)", [0, 0, 1, 0, 0]),
        # The last letters at the head of a line.
        ("(a) (i) (ii) (iii) (iv) (v) (x) ~(y) (b)", [0, 1, 1, 1, 1, 1, 2, 2, 0]),
    ],
)
def test_depth_is_decided_over_the_whole_sequence(line: str, expected: list[int] | None) -> None:
    found = depths(markers(line))
    assert found == (expected or [0] * len(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("i", 1),
        ("iv", 4),
        ("ix", 9),
        ("xiv", 14),
        ("xl", 40),
        ("xcix", 99),
        ("iix", None),
        ("", None),
        ("abc", None),
    ],
)
def test_roman_numerals(text: str, value: int | None) -> None:
    assert roman(text) == value


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        # (1) between (k) and (m) is an L, whether its list stands on lines of its own or runs in, ...
        ("(a) (b) (c) (d) (e) (f) (g) (h) (i) (j) (k) (1) (m)", "a b c d e f g h i j k l m"),
        ("(i) (j) (k) ~(i) ~(ii) (1) (m)", "i j k i ii l m"),
        ("~(j) ~(k) ~(1) ~(m)", "j k l m"),
        # ... but begins a list where a (2) follows, and is as it is printed where nothing tells.
        ("(j) (k) (1) (2) (l) (m)", "j k 1 2 l m"),
        ("(j) (k) (1)", "j k 1"),
        ("(1)", "1"),
        ("(l)", "l"),
        ("(k) (l) (m)", "k l m"),
        # (l) before a (2) is a one; what stands before (ii) an i.
        ("(l) (2) (3)", "1 2 3"),
        ("(a) ~(1) ~(ii) ~(iii) (b)", "a i ii iii b"),
        ("(a) ~(I) ~(ii) (b)", "a i ii b"),
        ("(I) (II)", "I II"),
        ("(1) (i) (ii) (2)", "1 i ii 2"),
    ],
)
def test_a_misprint_is_read_as_its_list_means_it(line: str, meant: str) -> None:
    assert " ".join(one[1] if one else "-" for one in read(markers(line))) == meant


def test_a_letter_may_be_a_roman_numeral() -> None:
    assert dict(ordinal("i")) == {"a": 9, "i": 1}
    assert dict(ordinal("l")) == {"a": 12, "i": 50}
    assert dict(ordinal("BB")) == {"A": 28}


@given(
    st.lists(
        st.sampled_from(["(a)", "(i)", "(ii)", "(v)", "(x)", "(1)", "(A)", "~(i)", "~(b)", "(zz)", "1."]),
        max_size=40,
    )
)
def test_any_sequence_has_depths_that_nest(line: list[str]) -> None:
    found = depths(markers(" ".join(line)))
    deepest = -1
    assert len(found) == len(line)
    for depth in found:
        if depth is not None:
            assert 0 <= depth <= deepest + 1
            deepest = depth
