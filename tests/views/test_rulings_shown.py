"""The page cites a ruling where it settled something: who, when and why; and what is no heading is set as text."""

import datetime
import re

from conformed.views.to_html import to_html
from tests.ledger.test_rulings import DOUBLE, HEAD, made
from tests.written import FRAME

TODAY = datetime.date(2020, 6, 1)
RULED = "Ruled by Ada Thorne on February 1, 2020: The closing memorandum says so."
ORDERS = 'orders = \'In Section 2.1, the second reference to "ten barges" is replaced with "twelve barges".\''


def page(ruling: str, order: str = DOUBLE) -> str:
    return to_html(made(order, HEAD + ruling, FRAME).page(TODAY))


def within(text: str, element: str) -> str:
    found = re.search(rf'<section id="{element}".*?</section>', text, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


def notes(text: str) -> list[str]:
    return [
        " ".join(re.sub(r"<[^>]+>", " ", one).split())
        for one in re.findall(r'<button class="note.*?</button>', text)
    ]


def test_what_is_left_as_it_is_by_a_ruling_says_so_in_the_margin() -> None:
    text = page('finding = "Ambiguous"\nchoice = "leave"')
    assert RULED in notes(text)
    assert 'data-text="Ruled"' in text
    told = within(text, "panel-open")
    assert "No open points. What was open is settled by rulings." in told
    assert told.endswith(RULED)


def test_words_that_a_ruling_orders_are_cited_as_ruled() -> None:
    text = page(f'finding = "Ambiguous"\n{ORDERS}')
    (note,) = notes(text)
    assert note.startswith("Words replaced § 1, as ruled")
    assert 'data-siglum="1 ruled"' in text
    assert '<span class="brief" data-text="ruled">' in text
    assert RULED in within(text, "panel-open")
    assert '"file":"rulings.toml"' in text


def test_what_stands_by_a_ruling_is_not_shown_as_the_words_of_the_instrument() -> None:
    matter = made(DOUBLE, HEAD + f'finding = "Ambiguous"\n{ORDERS}', FRAME)
    beside = matter.beside(matter.version, [matter.version.root], day=TODAY)
    assert any(one.startswith(f"{RULED} These are not the words of Amendment No. 1") for one in beside)


def test_a_lead_that_holds_the_nearest_words_is_no_heading() -> None:
    order = 'Section 2.2 is amended by replacing "The mill is kept moist" with "The mill is kept wet".'
    text = to_html(made(order, None).page(TODAY))
    assert 'class="near"' in text
    assert not re.search(r'<h3>(?:(?!</h3>).)*class="near"', text)
