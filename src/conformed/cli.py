"""The command line: read a document, build a matter, show its text.

Exit codes: 0 done; 2 the command is not understood; 3 a file cannot be read; 4 the documents make no matter;
5 the result cannot be written; 6 the provision or anchor asked for does not stand; 70 an error of the program's own;
130 stopped from the keyboard.
"""

import datetime
import gc
import importlib
import io
import os
import sys
from typing import Any, NoReturn

from conformed import given
from conformed.given import NO_PROVISION, NOT_UNDERSTOOD, NOT_WRITTEN, Sentence
from conformed.typed import COMMANDS, KNOWN_AT, STATE, address, argument, command, program

OWN_ERROR, STOPPED = 70, 130


@command(
    "read",
    "FILE... [--json | --account | --unread]",
    argument("files", nargs="+", metavar="FILE", help="A document."),
    argument(
        "--json",
        dest="as_json",
        action="store_true",
        help="Print the reading as JSON, a list where several files are given.",
    ),
    argument("--account", action="store_true", help="Print the text with the class of each sentence instead."),
    argument("--unread", action="store_true", help="Print only the sentences that are not understood."),
)
def read(files: list[str], *, as_json: bool, account: bool, unread: bool) -> None:
    """Say what each document is and orders."""
    if as_json + account + unread > 1:
        raise Sentence("Give one of --json, --account and --unread.", NOT_UNDERSTOOD)
    reads = [given.interpretations(file) for file in files]
    if account or unread:
        from conformed.language import Class
        from conformed.views.account import account_text

        only = Class.UNREAD if unread else None
        print("\n".join(account_text(one, only=only) for file in reads for one in file), end="")
        return
    if as_json:
        import msgspec

        from conformed.views.reading import reading

        found = [reading(*file) for file in reads]
        print(msgspec.json.format(msgspec.json.encode(found[0] if len(found) == 1 else found), indent=2).decode())
        return
    from conformed.views.summary import summary

    print("\n".join(summary(one) for file in reads for one in file), end="")


@command(
    "outline",
    "FILE [--json] [--provision PATH]",
    argument("file", metavar="FILE", help="A document."),
    argument("--json", dest="as_json", action="store_true", help="Print it as JSON."),
    argument(
        "--provision",
        type=address,
        metavar="PATH",
        help="The text of one provision, such as 2.10(b)(2) or '5.1~sentence 2', with its page and line.",
    ),
)
def outline(file: str, *, as_json: bool, provision: str | None) -> None:
    """Print the outline of a document, or the text of one provision."""
    import msgspec

    from conformed.instrument.addressed import addressed
    from conformed.views.outline import outline_json, outline_text, stretch_json, stretch_text

    instruments = given.instruments(file)
    stretches = [
        (one, stretch)
        for one in instruments
        for stretch in (addressed(one, provision) if provision is not None else ())
    ]
    if provision is not None and not stretches:
        what = "conformed outline without --provision prints all of them."
        raise Sentence(f"No provision {provision} stands in {instruments[0].document.name}; {what}", NO_PROVISION)
    if as_json:
        found = [stretch_json(*one) for one in stretches] if stretches else outline_json(*instruments)
        print(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        texts = [stretch_text(*one) for one in stretches] or [outline_text(one) for one in instruments]
        print("\n".join(texts), end="")


@command(
    "build",
    "FILE|FOLDER... [-o OUT]",
    argument("paths", nargs="+", metavar="FILE|FOLDER", help=given.MATTER),
    argument(
        "-o",
        "--output",
        default="conformed-out",
        metavar="OUT",
        help="The folder to write; conformed-out where none is named.",
    ),
)
def build(paths: list[str], output: str) -> None:
    """Conform the documents of one matter and write its page, text and open points.

    The documents may be given in any order.  OUT is written whole or not at all; an older OUT that conformed made
    is exchanged for the new one.
    """
    from pathlib import Path

    from conformed.output import NotWritten, write

    matter = given.matter(paths)
    try:
        made = write(matter, given.today(), Path(output))
    except NotWritten as error:
        raise Sentence(str(error), NOT_WRITTEN) from None
    print(made.says)
    if made.lacks:
        given.tell(made.lacks)


_GIVEN = argument("files", nargs="+", metavar="FILE|FOLDER", help=given.MATTER)


@command(
    "show",
    "FILE|FOLDER... [OPTIONS]",
    _GIVEN,
    *STATE,
    argument("--provision", type=address, metavar="PATH", help="Only this provision, such as 2.10(b)(2) or 'Exhibit A'."),
)
def show(files: list[str], provision: str | None, **typed: Any) -> None:
    """Print the conformed text."""
    from conformed.asked import passages
    from conformed.chosen import Choice, chosen
    from conformed.views.to_text import notes, to_text

    choice = Choice.typed(**typed)
    matter = given.matter(files, known_at=choice.known_at)
    text = chosen(matter, choice)
    root, marked = text.version.root, text.marked
    for word in text.told():
        given.tell(word)
    shown = [root] if provision is None else passages(matter, text.version, provision, struck=marked)
    beside: list[str] = []
    if provision is None or ":" not in provision:  # what an instrument itself says has nothing beside it
        whole = shown if provision is None else matter.provision(text.version, provision, struck=marked, whole=True)
        beside = text.beside(whole)
    if provision is not None:
        words = "\n".join(to_text(passage, redline=marked) for passage in text.shown(shown))
        print((words if words.strip() else "") + notes(beside), end="")
        return
    print(text.front() + to_text(text.shown(shown)[0], redline=marked, marks=matter.marks()) + notes(beside), end="")


@command("chain", "FILE|FOLDER...", _GIVEN)
def chain(files: list[str]) -> None:
    """Say which document is the agreement, which change it, in what order, and why."""
    from conformed.views.chain import chain_text

    print(chain_text(given.matter(files, listed=True).page(given.today())), end="")


@command("open", "FILE|FOLDER...", _GIVEN)
def open_(files: list[str]) -> None:
    """List what is not settled, each point with what would settle it."""
    from conformed.views.open_points import open_points

    print(open_points(given.matter(files).page(given.today()), plain=True), end="")


@command(
    "why",
    "FILE|FOLDER... [PHRASE] --provision PATH [--known-at DATE]",
    argument("files", nargs="+", metavar="FILE|FOLDER|PHRASE", help=given.MATTER),
    argument("--provision", type=address, required=True, metavar="PATH", help="The provision, such as 2.10(b)(2)."),
    KNOWN_AT,
)
def why(files: list[str], provision: str, known_at: datetime.date | None) -> None:
    """Tell the history of a provision, or of a phrase in it.

    What stands last and is the name of no file is the phrase.
    """
    if ":" in provision:
        raise Sentence("The history is that of the agreement; give a provision of it.", NOT_UNDERSTOOD)
    from conformed.asked import passages
    from conformed.instrument.paths.typed import typed

    phrase = files[-1] if len(files) > 1 and not os.path.exists(files[-1]) else None  # noqa: PTH110  (pathlib is slow to load)
    matter = given.matter(files[: len(files) - (phrase is not None)], known_at=known_at)
    history = matter.why(provision, phrase, given.today())
    if history is None:
        passages(matter, matter.version, provision)
        raise Sentence(
            f"The words “{phrase}” neither stand nor stood in {provision}, and no file is called so.",
            NO_PROVISION,
        )
    if any(one.place for one in typed(provision)):
        given.tell("the history is that of the whole provision.")
    print(history, end="")


def run() -> NoReturn:
    """Run the command line so that no traceback reaches a user."""
    gc.set_threshold(1_000_000)  # little of what reading makes is garbage before the command ends
    try:
        sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (closed by the caller)
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")  # what the terminal's letters lack is seen, and not lost
        _run(sys.argv[1:])
        print(end="", flush=True)
    except Sentence as sentence:
        given.tell(str(sentence))
        sys.exit(sentence.code)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        what, why = error.filename or "what the command prints", (error.strerror or "unknown reason").lower()
        given.tell(f"{what} cannot be read or written: {why}.")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(NOT_WRITTEN)
    except Exception as error:
        if os.environ.get("CONFORMED_DEBUG"):
            raise
        given.tell(f"an error of Conformed's own stopped it ({type(error).__name__}: {error}); no result is half written.")
        sys.exit(OWN_ERROR)
    finally:
        gc.freeze()  # the process ends: nothing is looked through once more
    sys.stderr.flush()
    os._exit(0)  # all is written: what was read is not taken apart piece by piece


def _run(words: list[str]) -> None:
    """Do what was typed.  Raises `Sentence`."""
    if not words or words[0] not in COMMANDS:
        for more in ("cli_write", "cli_standing", "cli_matter"):  # the rest of the commands
            importlib.import_module(f"conformed.{more}")
    named = COMMANDS.get(words[0]) if words else None
    if named is not None:
        named.does(**vars(named.parser().parse_intermixed_args(words[1:])))
    elif words and not words[0].startswith("-"):
        raise Sentence(f"there is no command {words[0]}; conformed --help lists them.", NOT_UNDERSTOOD)
    else:
        parser = program()
        parser.parse_args(words)
        parser.print_help()
