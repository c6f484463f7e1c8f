"""The calendar file: days that calendar programs open, the same for the same documents."""

import datetime
import sys

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.standing.calendars import Lacking
from conformed.standing.dates import alone
from conformed.views.lines import short
from conformed.views.to_ics import to_ics
from tests.written import document

LEASE = """\
HARBOR LEASE

This HARBOR LEASE is dated as of March 3, 2030, between Dunmere Quays Inc., a Delaware corporation (the "Owner"), and Tern Ferries LLC, a
Delaware limited liability company (the "Tenant").

The parties agree as follows:

Section 1. Rent. The Tenant shall pay the first rent, which is {much}, not later than June 30, 2030.

Section 2. Keys; storms. The Owner shall hand over the keys within ten days after the date hereof, and shall repair the crane within ten
days after each storm.

IN WITNESS WHEREOF, the parties have executed this Lease.

DUNMERE QUAYS INC.

By: /s/ Ada Thorne
"""
MADE = datetime.date(2030, 4, 1)


def written(much: str = "100 crowns", made: datetime.date = MADE) -> str:
    pytest.importorskip("icalendar")
    one = interpret(parse(document(LEASE.format(much=much))))
    told = to_ics("Harbor Lease; Dunmere, 2030", alone(one, made), made, {})
    assert told is not None
    return told


def test_a_calendar_program_reads_the_days() -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(written())
    events = calendar.walk("VEVENT")
    assert [(event["DTSTART"].dt, event["DTEND"].dt) for event in events] == [
        (datetime.date(2030, 3, 13), datetime.date(2030, 3, 14)),
        (datetime.date(2030, 6, 30), datetime.date(2030, 7, 1)),
    ]
    assert events[1]["SUMMARY"] == "due by June 30, 2030 (§ 1)"
    assert "“The Tenant shall pay the first rent, which is 100 crowns" in events[1]["DESCRIPTION"]
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert calendar["X-WR-CALNAME"] == "Harbor Lease; Dunmere, 2030"


def test_lines_are_folded_and_end_as_the_standard_asks() -> None:
    text = written("one hundred crowns of the harbor’s own coin — " * 12)
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)
    assert any(line.startswith(" ") for line in lines)


def test_events_keep_their_names_and_know_no_clock() -> None:
    first, later = written(), written(made=datetime.date(2031, 5, 6))
    ids = [line for line in first.split("\r\n") if line.startswith("UID")]
    assert ids == [line for line in later.split("\r\n") if line.startswith("UID")]
    assert len(set(ids)) == len(ids) == 2
    assert {line for line in first.split("\r\n") if line.startswith("DTSTAMP")} == {"DTSTAMP:20300401T000000Z"}
    assert first == written()


def test_no_day_gives_no_calendar() -> None:
    assert to_ics("Lease", [], MADE, {}) is None


def test_what_is_not_installed_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    one = interpret(parse(document(LEASE.format(much="much"))))
    with pytest.raises(Lacking, match=r"not installed.*conformed\[standing\]"):
        to_ics("Lease", alone(one, MADE), MADE, {})


def test_a_sentence_that_is_cut_keeps_the_words_that_set_the_day() -> None:
    sentence = f"The Borrower shall {'very ' * 40}surely pay on the third Business Day before the Sale Date {'and so on ' * 20}to all."
    assert "third Business Day" not in short(sentence, 100)
    cut = short(sentence, 100, "on the third Business Day before the Sale Date")
    assert "… on the third Business Day before the Sale Date" in cut
    assert cut.startswith("The Borrower shall")
    assert cut.endswith("…")
    assert len(cut) < 120


def test_words_to_keep_that_begin_where_a_long_text_does_are_shown_once() -> None:
    sentence = "The bond may end no later than the earlier of the fair and the launch of the boat that the Builder has in hand, whatever its size, as told by the Guild."
    keep = "no later than the earlier of the fair and the launch of the boat that the Builder has in hand"
    assert short(sentence, 100, keep) == f"The bond may end {keep} …"
