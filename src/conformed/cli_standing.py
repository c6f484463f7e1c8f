"""The commands that tell where a matter stands: its instruments, its waivers, its dates, its terms, and what is known of its conditions."""

import datetime
import os
from typing import TYPE_CHECKING

from conformed import given
from conformed.given import NO_PROVISION, NOT_UNDERSTOOD, NOT_WRITTEN, Sentence
from conformed.typed import address, anchor, argument, command, day, name

if TYPE_CHECKING:
    from conformed.ledger import Evidence

_GIVEN = argument("files", nargs="+", metavar="FILE|FOLDER", help=given.MATTER)
_AS_OF = argument("--as-of", type=day, metavar="DATE", help="On this day (2024-02-28); today where none is named.")


@command("status", "FILE|FOLDER... [--as-of DATE]", _GIVEN, _AS_OF)
def status(files: list[str], as_of: datetime.date | None) -> None:
    """Say where each instrument stands on a day: in force or not, and why, who has not signed, what is waived."""
    from conformed.views.status import status as told

    matter, on = given.matter(files), as_of or given.today()
    print(told(matter.chain, on, matter.consents(), matter.deadlines(on), matter.remiss(), matter.amended_by(on)), end="")


@command(
    "waived",
    "PROVISION FILE|FOLDER... [--as-of DATE]",
    argument("provision", type=address, metavar="PROVISION", help="The provision, such as 5.23."),
    _GIVEN,
    _AS_OF,
)
def waived(provision: str, files: list[str], as_of: datetime.date | None) -> None:
    """Say whether compliance with a provision is waived on a day, by which instrument, how far and until when."""
    from conformed.asked import passages
    from conformed.instrument import parse_path
    from conformed.instrument.paths.typed import typed
    from conformed.version.passage import walk
    from conformed.views.waived import waived as told

    if os.path.exists(provision):  # noqa: PTH110  (pathlib is slow to load)
        raise Sentence(f"{provision} is there on the disk: name the provision first, and then the files.", NOT_UNDERSTOOD)
    matter = given.matter(files)
    paths = typed(provision)
    if ":" in provision or not any(path.section or path.part or path.term for path in paths):
        raise Sentence(f"{provision} names no provision of the agreement; write it as 5.23 or 'Section 7.1(b)'.", NO_PROVISION)
    whole = matter.chain.agreement is not None
    found = passages(matter, matter.version, provision) if whole else []
    named = parse_path(found[0].path) if found else paths[0]
    within = {one.path for passage in found for _, one in walk(passage)}
    print(told(matter.chain, named, within, as_of or given.today()), end="")


@command("terms", "FILE|FOLDER... [--as-of DATE]", _GIVEN, _AS_OF)
def terms(files: list[str], as_of: datetime.date | None) -> None:
    """List terms used and not defined, defined and not used or twice, and references that lead nowhere, on a day."""
    from conformed.asked import out_of_reach
    from conformed.standing.observe import observed
    from conformed.views.terms import terms as told

    matter, day = given.matter(files), as_of or given.today()
    for sentence in out_of_reach(matter, day):
        given.tell(sentence)
    print(told(matter.chain, day, observed(matter.chain, matter.entries, matter.as_of(day), day)), end="")


@command(
    "parties",
    "FILE|FOLDER... [--as-of DATE] [--who TERM]... | [--csv | --ties]",
    _GIVEN,
    _AS_OF,
    argument("--who", type=name, action="append", default=[], metavar="TERM", help="Who a collective term stands for: 'Borrowers'."),
    argument("--csv", dest="as_csv", action="store_true", help="Print a table for a spreadsheet (CSV) instead."),
    argument("--ties", action="store_true", help="Print a table (CSV) of who guarantees, acts by or belongs to whom."),
)
def parties(files: list[str], as_of: datetime.date | None, who: list[str], *, as_csv: bool, ties: bool) -> None:
    """List the entities of a matter: what each is, how it acts and signs, who guarantees or acts for whom, and who is meant by "Borrowers"."""
    if who and as_csv:
        raise Sentence("Give one of --who and --csv: the table does not tell who a term stands for.", NOT_UNDERSTOOD)
    if ties and (who or as_csv):
        raise Sentence("Give --ties alone: its table holds neither the entities nor who a term stands for.", NOT_UNDERSTOOD)
    from conformed.views.parties import parties_text
    from conformed.views.to_csv import parties_csv, ties_csv

    page = given.matter(files).page(as_of or given.today(), who)
    print(ties_csv(page) if ties else parties_csv(page) if as_csv else parties_text(page, only_terms=bool(who)), end="")


@command(
    "dates",
    "FILE|FOLDER... [--as-of DATE] [--anchor 'NAME=DATE']... [--calendar NAME] [--ics OUT]",
    _GIVEN,
    _AS_OF,
    argument(
        "--anchor",
        dest="anchors",
        type=anchor,
        action="append",
        default=[],
        metavar="NAME=DATE",
        help="The day of an anchor: 'Closing Date=2024-02-28'; may be given more than once.",
    ),
    argument("--calendar", metavar="NAME", help="The calendar of business days: US-NY, NYSE, XFED."),
    argument("--ics", type=name, metavar="OUT", help="Write the days to a calendar file as well."),
)
def dates(
    files: list[str],
    as_of: datetime.date | None,
    anchors: list[tuple[str, datetime.date]],
    calendar: str | None,
    ics: str | None,
) -> None:
    """List the days and periods that documents set: past, coming, and those without a day with what would settle them.

    One file is read by itself; of several, the text in force on the day and what the instruments set for themselves.
    """
    from conformed.asked import dates_of
    from conformed.standing.calendars import Lacking
    from conformed.standing.reckoning import named
    from conformed.views.dates import dates_text
    from conformed.views.to_ics import to_ics

    names = [named(each) for each, _ in anchors]
    for turn, (each, _) in enumerate(anchors):
        if names[turn] in names[:turn]:
            raise Sentence(f"--anchor sets {each} twice, and only one day can be meant.", NOT_UNDERSTOOD)
    if ics is not None:
        from pathlib import Path

        given.keep_apart(files, Path(ics))
    now = as_of or given.today()
    every = dates_of(files, now, dict(anchors), calendar)
    if ics is not None:
        try:
            written = to_ics(every[0].title, [one for told in every for one in told.dates], now, every[0].titles)
        except Lacking as error:
            raise Sentence(str(error), NOT_WRITTEN) from None
        if written is None:
            given.tell(f"no day is known, and {ics} is not written.")
        else:
            _write_calendar(ics, written)
    print("\n".join(dates_text(told.title, told.dates, now, told.titles) for told in every), end="")


def _write_calendar(file: str, text: str) -> None:
    from pathlib import Path

    from conformed.output import NotWritten, put_calendar

    try:
        put_calendar(Path(file), text)
    except NotWritten as error:
        raise Sentence(str(error), NOT_WRITTEN) from None


@command(
    "evidence",
    "FILE|FOLDER... --instrument TITLE --met DATE | --not-met DATE --document WORDS --by NAME [OPTIONS]",
    _GIVEN,
    argument("--instrument", required=True, metavar="TITLE", help="Of which instrument: 'Amendment No. 2', or its mark."),
    argument("--at", type=address, metavar="PATH", help="Its own provision that the evidence is of; all of its conditions where none is named."),
    argument("--met", type=day, metavar="DATE", help="It came on this day."),
    argument("--not-met", type=day, metavar="DATE", help="It had not come on this day."),
    argument("--document", required=True, metavar="WORDS", help="What shows it: 'closing certificate of March 20, 2024'."),
    argument("--by", required=True, metavar="NAME", help="Who enters it."),
    argument(
        "--about",
        choices=("condition", "event", "lapse", "signing"),
        default="condition",
        help="A condition precedent; an event that a change waits for; what ends a waiver early; the signing by all.",
    ),
)
def evidence(  # noqa: PLR0913, PLR0917  (one for each option)
    files: list[str],
    instrument: str,
    at: str | None,
    met: datetime.date | None,
    not_met: datetime.date | None,
    document: str,
    by: str,
    about: str,
) -> None:
    """Enter evidence into evidence.toml beside the documents, and say where the instrument stands with it."""
    if (met is None) == (not_met is None):
        raise Sentence("Give --met or --not-met, with the day.", NOT_UNDERSTOOD)
    from conformed.asked import instrument_called
    from conformed.basis import long_day
    from conformed.ledger import About, Evidence
    from conformed.output import NotWritten, append
    from conformed.standing.entities import register
    from conformed.standing.stands import stages
    from conformed.views.status import standing_of

    matter = given.matter(files)
    siglum = instrument_called(matter, instrument)
    title = next(link.title for link in matter.chain.links if link.id == siglum)
    alike = sum(link.title == title for link in matter.chain.links) > 1
    known = met or not_met
    assert known is not None
    if known > given.today():
        raise Sentence(f"{long_day(known)} is to come: enter only what came, or had not come, by today.", NOT_UNDERSTOOD)
    entered = Evidence(
        instrument=siglum if alike else title,
        at=at,
        about=About(about),
        state="met" if met else "unmet",
        day=known,
        document=document.strip(),
        by=by.strip(),
        entered=given.today(),
    )
    proved = given.matter(files, entered)
    unfit = [one.says for one in proved.findings() if one not in matter.findings() and one.kind == "UnfitEvidence"]
    if unfit or not (entered.document and entered.by):
        raise Sentence(unfit[0] if unfit else "--document and --by must hold words.", NO_PROVISION if unfit else NOT_UNDERSTOOD)
    try:
        file = _kept(files, entered) or append(given.evidence_file(files), entered)
    except NotWritten as error:
        raise Sentence(str(error), NOT_WRITTEN) from None
    print(f"Entered in {file}.\n")
    link = next(link for link in proved.chain.links if link.id == siglum)
    print(standing_of(link, stages(proved.chain)[siglum], given.today(), proved.consents()[siglum], register(proved.chain)), end="")


def _kept(files: list[str], one: "Evidence") -> str | None:
    """The matter on disk into which a piece of evidence is entered, where one is given."""
    matter = next(filter(given.is_matter, files), None)
    if matter is not None:
        from conformed.kept import entered

        entered(matter, one)
    return matter
