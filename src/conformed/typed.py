"""What a user types: the words of a command.

In: the words behind the name of a command.  Out: what they give it.  What is not understood ends the program with one
sentence (`Sentence`) that says what can be typed.
"""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from conformed import __version__
from conformed.given import NOT_UNDERSTOOD, Sentence

if TYPE_CHECKING:
    import datetime

_WIDTH = 96
_MONTHS = 12
_DIGITS = 6  # of a number of instruments


class Command:
    """A command: its name, how it is typed, what it does, which says so, and what can be given behind it."""

    def __init__(self, name: str, typed: str, does: Callable[..., None], arguments: "tuple[Argument, ...]") -> None:
        """Enter what the name stands for."""
        self.name, self.typed, self.does, self.arguments = name, typed, does, arguments

    def parser(self) -> "Parser":
        """What reads the words that are typed behind it."""
        parser = Parser(f"conformed {self.name}", self.typed, _described(self.does))
        for names, how in self.arguments:
            parser.add_argument(*names, **how)  # type: ignore[arg-type]  # one of the many that argparse takes
        return parser


Argument = tuple[tuple[str, ...], dict[str, object]]  # as `argparse` takes it


class Parser(argparse.ArgumentParser):
    """Reads the words that are typed.  Raises `Sentence` for what is not understood."""

    def __init__(self, name: str, typed: str, says: str) -> None:
        """Read the words behind `name`, which are typed so, and which does what is said."""
        super().__init__(name, f"{name} {typed}", says, allow_abbrev=False, formatter_class=_Help, add_help=False)
        self.add_argument("-h", "--help", action="help", help="Print this help.")
        self.register("action", None, _Once)
        self.given: set[str] = set()  # the options that were typed

    def error(self, message: str) -> NoReturn:
        """Say what is not understood."""
        _, left, unknown = message.partition("unrecognized arguments: ")
        if left:
            word = unknown.split()[0]
            message = f"there is no option {word}" if word.startswith("-") else f"{word} is more than it takes"
        raise Sentence(f"{message.rstrip('.')}; {self.prog} --help tells what can be given.", NOT_UNDERSTOOD)


class _Help(argparse.RawDescriptionHelpFormatter):
    """The help of a command: as wide as it reads well, whatever the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH)


COMMANDS: dict[str, Command] = {}


def command(name: str, typed: str, *arguments: Argument) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Enter a function as the command of a name."""

    def enter(does: Callable[..., None]) -> Callable[..., None]:
        COMMANDS[name] = Command(name, typed, does, arguments)
        return does

    return enter


def argument(*names: str, **how: object) -> Argument:
    """Something that can be given behind a command."""
    return names, how


def program() -> Parser:
    """What reads the words typed where no command is named."""
    says = "The text in force of an amended agreement on a day, each word traced to its page.\n\nCommands:\n"
    says += "\n".join(f"  {one.name:8} {_described(one.does).splitlines()[0]}" for one in COMMANDS.values())
    parser = Parser("conformed", "COMMAND ... | --version | --help", says)
    parser.add_argument("--version", action="version", version=f"conformed {__version__}", help="Print the version.")
    parser.add_argument("command", nargs="?", metavar="COMMAND", help="One of the above; each has a --help of its own.")
    return parser


def _described(does: Callable[..., None]) -> str:
    return "\n".join(map(str.strip, (does.__doc__ or "").splitlines())).strip()


class _Once(argparse.Action):
    """Takes a value; of an option that holds one, a second is refused: which of them is meant is not sure."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        """Keep the value."""
        if option is not None and isinstance(parser, Parser):
            if self.dest in parser.given:
                parser.error(f"{option} is given twice, and only one can be meant")
            parser.given.add(self.dest)
        setattr(namespace, self.dest, values)


def day(value: str) -> "datetime.date":
    """The day that a user types for an option; month and day in figures must not be exchangeable."""
    from conformed.basis import days

    text = value.strip()
    written = next((one.day for one in days(text) if (one.start, one.end) == (0, len(text))), None)
    if written is None:
        raise argparse.ArgumentTypeError(f"{value} is no day; write 2024-02-28 or February 28, 2024.")
    if "/" in text and written.day <= _MONTHS and written.day != written.month:
        other = written.replace(month=written.day, day=written.month)
        raise argparse.ArgumentTypeError(
            f"{value} may be {written.isoformat()} or {other.isoformat()}; write one of them."
        )
    return written


def anchor(value: str) -> "tuple[str, datetime.date]":
    """The day that a user sets for an anchor: `Closing Date=2024-02-28`."""
    name, sign, written = value.rpartition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(f"{value} sets no day; write 'Closing Date=2024-02-28'.")
    return name.strip(), day(written)


def number(value: str) -> int:
    """A number of instruments that a user types for an option."""
    if not (value.isdecimal() and len(value) <= _DIGITS):
        raise argparse.ArgumentTypeError(f"{value} is no number of instruments; write 0, 1, 2 and so on.")
    return int(value)


def state(value: str) -> "datetime.date | int":
    """A state of the text: a day, or how many instruments are applied."""
    return number(value) if value.isdecimal() and len(value) <= _DIGITS else day(value)


def name(value: str) -> str:
    """A name that a user types for an option: of a file, or of a term."""
    if not value.strip():
        raise argparse.ArgumentTypeError("an empty name is given")
    return value


def address(value: str) -> str:
    """The address of a provision, without the blanks that a user types around its signs."""
    if not value.strip():
        raise argparse.ArgumentTypeError("no address is given; write one such as 2.10(b)(2).")
    provision, sign, place = " ".join(value.split()).partition("~")
    return f"{provision.replace(' #', '#').replace('# ', '#').strip()}{sign}{place.strip()}"


KNOWN_AT = argument("--known-at", type=day, metavar="DATE", help="Only what was known on this day: signed, ruled and entered by then.")
STATE = (  # which text is meant
    argument("--as-of", type=day, metavar="DATE", help="The text in force on this day (2024-02-28)."),
    argument(
        "--after",
        type=number,
        metavar="N",
        help="The text with the first N instruments after the agreement applied, in their order.",
    ),
    KNOWN_AT,
    argument(
        "--without",
        action="append",
        default=[],
        metavar="TITLE",
        help="Leave an instrument out: 'Amendment No. 2'.",
    ),
    argument("--redline", action="store_true", help="Show what was struck and what was put in."),
    argument(
        "--against",
        type=state,
        metavar="DATE|N",
        help="A redline against the text of this day, or after the first N instruments.",
    ),
)
