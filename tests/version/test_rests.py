"""All that follows some words is struck: to the end of what, which point stays, and where nothing is certain."""

import pytest

from tests.version.test_provisos import conformed

TEXT = "No toll is due in May, provided that rye is free. All is sold. The mill is dry in May."
LISTED = "No toll is due in May, except:\n\n(a) on rye; or\n\n(b) on oats."


def delete(what: str) -> str:
    return f"Section 2.1 of the Credit Agreement is hereby amended by {what}."


@pytest.mark.parametrize(
    ("text", "what", "left"),
    [
        (TEXT, 'deleting everything following and including the word "provided"', "No toll is due in May."),
        (TEXT, 'deleting all the text that follows "rye is free"', "No toll is due in May, provided that rye is free."),
        (TEXT, 'deleting all text after "All is sold."', "No toll is due in May, provided that rye is free. All is sold."),
        (TEXT, 'deleting the remainder of the sentence after "due in May"', "No toll is due in May. All is sold. The mill is dry in May."),
        (TEXT, 'deleting "provided" and everything that follows it in such sentence', "No toll is due in May. All is sold. The mill is dry in May."),
        (TEXT, 'replacing everything after "provided that" with "oats are free"', "No toll is due in May, provided that oats are free."),
        (
            TEXT,
            'placing a period after "due in May" and deleting all the text which follows that phrase',
            "No toll is due in May.",
        ),
        (
            TEXT,
            'placing a period after the phrase "dry" the last time it appears in that section, and deleting all the text which follows that phrase',
            "No toll is due in May, provided that rye is free. All is sold. The mill is dry.",
        ),
        (
            TEXT,
            'replacing the comma after "due in May" with a period, and deleting the remainder of the sentence',
            "No toll is due in May. All is sold. The mill is dry in May.",
        ),
        (LISTED, 'deleting "except" and all words thereafter', "No toll is due in May."),
        (LISTED, 'deleting everything which follows "on rye"', "No toll is due in May, except: (a) on rye."),
        (LISTED, 'deleting the remainder of the paragraph after "May"', None),
    ],
)
def test_the_rest_goes_and_one_point_stays(text: str, what: str, left: str | None) -> None:
    outcomes, conformed_text = conformed(text, delete(what))
    assert (set(outcomes), conformed_text) == (({"applied"}, left) if left else ({"Ambiguous"}, " ".join(text.split())))


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ('deleting everything that follows "in May"', "Ambiguous"),
        ('deleting everything that follows "in June"', "NotFound"),
        ('deleting everything that follows "dry in May"', "NotFound"),
    ],
)
def test_what_is_not_certain_stays(what: str, why: str) -> None:
    assert conformed(TEXT, delete(what)) == ([why], TEXT)


def test_a_sentence_is_the_end_where_one_is_named() -> None:
    order = 'The second sentence of Section 2.1 is hereby amended by deleting everything after the word "All".'
    assert conformed(TEXT, order) == (["applied"], "No toll is due in May, provided that rye is free. All. The mill is dry in May.")


def test_a_sentence_that_goes_on_behind_a_clause_is_not_cut_in_its_midst() -> None:
    text = "No toll is due (i) on rye; or hay, (ii) on oats and (iii) on corn."
    order = 'Section 2.1 is hereby amended by deleting the remainder of the sentence after "rye" in clause (i).'
    assert conformed(text, order) == (["Ambiguous"], text)


def test_a_clause_keeps_the_word_that_joins_the_next() -> None:
    text = "Tolls are:\n\n(a) ten, provided that rye is free; and\n\n(b) six."
    order = 'Clause (a) of Section 2.1 is hereby amended by deleting everything that follows "ten".'
    assert conformed(text, order) == (["applied"], "Tolls are: (a) ten; and (b) six.")


def test_a_clause_that_runs_in_keeps_the_word_that_joins_the_next_without_a_mark() -> None:
    order = 'Clause (a) of Section 2.1 is hereby amended by deleting everything that follows "ten".'
    assert conformed("Tolls are (a) ten for rye and (b) six.", order) == (["applied"], "Tolls are (a) ten and (b) six.")


def test_no_comma_stays_before_the_word_that_joins_the_next_clause() -> None:
    order = 'Clause (a) of Section 2.1 is hereby amended by deleting everything following and including "rye".'
    assert conformed("Tolls are (a) ten, rye for free and (b) six.", order) == (["applied"], "Tolls are (a) ten and (b) six.")


def test_no_comma_stays_before_the_one_that_ends_a_clause() -> None:
    text = "The mill grinds (i) rye, oats and hay, (ii) barley and (iii) wheat."
    order = 'Section 2.1(i) of the Credit Agreement is hereby amended by deleting everything following and including the words "oats and".'
    assert conformed(text, order) == (["applied"], "The mill grinds (i) rye, (ii) barley and (iii) wheat.")
