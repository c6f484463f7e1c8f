"""Representations that an instrument makes again and defaults that it recites, as each view tells them."""

import datetime

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import conformed
from conformed.views.reading import reading
from conformed.views.status import status
from conformed.views.summary import summary
from conformed.views.to_html import to_html
from tests.written import FRAME, amendment, document

BODY = "The Borrower warrants that the representations in Article V of the Credit Agreement are true as of the date hereof, except those of an earlier date."
RECITAL = 'WHEREAS, an Event of Default has occurred under Section 7.2 of the Credit Agreement (the "Roof Default");\n\nNOW, THEREFORE'
AGAIN = "the representations of Article V, as of the date hereof (January 6, 2020): “representations in Article V of the Credit Agreement”"
CAME = "a default (“Roof Default”), with Section 7.2: “an Event of Default has occurred under Section 7.2 of the Credit Agreement (the \"Roof Default\")”"
READ = interpret(parse(document(FRAME.format(body=BODY).replace("NOW, THEREFORE", RECITAL))))


def test_each_view_tells_of_them() -> None:
    matter = conformed([READ])
    day = datetime.date(2020, 2, 1)
    for words in (summary(READ), status(matter.chain, day, matter.consents())):
        flat = " ".join(words.split())
        assert AGAIN in flat
        assert "of those of an earlier day it says: “except those of an earlier date”" in flat
        assert CAME in flat
    told = reading(READ)
    assert [(one["provisions"], one["day"]) for one in told["representations"]] == [(["Article V"], "2020-01-06")]
    assert [(one["provisions"], one["called"]) for one in told["defaults"]] == [(["7.2"], "Roof Default")]
    page = matter.page(day)
    (one,) = page.instruments[-1:]
    assert [said.says for said in one.representations] == [f"{AGAIN}; of those of an earlier day it says: “except those of an earlier date”"]
    assert [(said.called, said.provisions) for said in one.defaults] == [("Roof Default", ("7.2",))]
    assert sum("default recited" in note.topic for note in page.notes) == 1
    assert sum("representations repeated" in note.topic for note in page.notes) == 1
    shown = to_html(page)
    assert "Representations made again" in shown
    assert "Defaults recited" in shown


def test_a_representation_that_there_is_no_default_is_told_and_a_condition_is_none() -> None:
    lead = "2. The Borrower represents and warrants that:"
    read = amendment(f"{BODY}\n{lead}\n(a) it is in good standing; and\n(b) after giving effect to this Amendment, no Default or Event of Default has occurred and is continuing.")
    matter = conformed([read])
    told = " ".join(status(matter.chain, datetime.date(2020, 2, 1), matter.consents()).split())
    assert told.count("- represents that there is no default") == 1
    assert "(b), p. 1): “after giving effect to this Amendment, no Default or Event of Default has occurred" in told
    assert any(note.topic == "no default represented" for note in matter.page(datetime.date(2020, 2, 1)).notes)
    waits = "2. This Amendment shall become effective when no Default has occurred and is continuing."
    other = conformed([amendment(f"{BODY}\n{waits}")])
    assert "represents that there is no default" not in status(other.chain, datetime.date(2020, 2, 1), other.consents())
