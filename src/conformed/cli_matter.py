"""The commands that keep a matter on disk: `new`, `add`, `remove`, `undo`, `list`, `log`, `reread`, `check`."""

from conformed import given
from conformed.given import UNREADABLE, Sentence
from conformed.typed import argument, command

_MATTER = argument("matter", metavar="MATTER", help="The file of the matter, such as mill.matter.")
_BY = argument("--by", metavar="NAME", help="Who does it; the name of the user where none is given.")


@command("new", "MATTER [FILE|FOLDER...] [--by NAME]", _MATTER, argument("files", nargs="*", metavar="FILE|FOLDER", help=given.MATTER), _BY)
def new(matter: str, files: list[str], by: str | None) -> None:
    """Make a matter on disk, and add files to it where some are named."""
    from conformed.kept import kept

    list(given.files(files, []))  # names that lead nowhere are told before a file is made
    with kept(matter, new=True):
        print(f"Made {matter}.", flush=True)
    if files:
        add(matter, files, by)


@command("add", "MATTER FILE|FOLDER... [--by NAME]", _MATTER, argument("files", nargs="+", metavar="FILE|FOLDER", help=given.MATTER), _BY)
def add(matter: str, files: list[str], by: str | None) -> None:
    """Add documents, rulings, evidence or commitments to a matter; each that is told as added is on the disk."""
    from conformed.kept import added, kept, user

    count = 0
    with kept(matter) as opened:
        for name, record in added(opened, files, by or user()):
            count += 1
            print(f"{record.number:4}  {name}" if record else f"      {name} stands there already", flush=True)
    if not count:
        raise Sentence("Nothing was added.", UNREADABLE)


@command("remove", "MATTER WHICH [--by NAME]", _MATTER, argument("which", metavar="WHICH", help="A document by its name, or a record by its number."), _BY)
def remove(matter: str, which: str, by: str | None) -> None:
    """Let a document or a record count no more; its bytes stay, and undo brings it back."""
    from conformed.kept import kept, removed, user

    with kept(matter) as opened:
        record = removed(opened, which, by or user())
    print(f"Removed {record.name} (record {record.removes}); conformed undo brings it back.")


@command("undo", "MATTER [--by NAME]", _MATTER, _BY)
def undo(matter: str, by: str | None) -> None:
    """Take back what was done last."""
    from conformed.kept import kept, undone, user
    from conformed.matter import What

    with kept(matter) as opened:
        _, one = undone(opened, by or user())
    print(f"{one.name} {'counts again' if one.what is What.REMOVAL else 'counts no more'} (record {one.number} is undone).")


@command("list", "MATTER", _MATTER)
def list_(matter: str) -> None:
    """Say what a matter holds."""
    from conformed.kept import kept
    from conformed.matter import What
    from conformed.views.matter_log import list_text

    with kept(matter) as opened:
        beside = [one for one in opened.standing() if one.what is not What.DOCUMENT]
        print(list_text(opened.documents(given.interpreted), beside) or "The matter holds nothing yet.\n", end="")


@command("log", "MATTER", _MATTER)
def log(matter: str) -> None:
    """Say what was done with a matter, by whom and when."""
    from conformed.kept import kept
    from conformed.views.matter_log import log_text

    with kept(matter) as opened:
        print(log_text(opened.records(), opened.standing()) or "Nothing was done yet.\n", end="")


@command("reread", "MATTER", _MATTER)
def reread(matter: str) -> None:
    """Read the documents of a matter anew, as after an upgrade, and say what is read otherwise than before."""
    from conformed.kept import kept, read_anew
    from conformed.views.matter_log import reread_text

    with kept(matter) as opened:
        print(reread_text(read_anew(opened)), end="")


@command("check", "MATTER", _MATTER)
def check(matter: str) -> None:
    """Say whether a matter is whole: its file, each document, each record."""
    from conformed.kept import kept
    from conformed.matter import What, checked

    with kept(matter) as opened:
        wrong = list(checked(opened))
        records, documents = len(opened.records()), len(opened.standing(What.DOCUMENT))
    if wrong:
        raise Sentence(f"{matter} is not whole. {' '.join(wrong)} Take it from a backup; nothing was changed.", UNREADABLE)
    print(f"{matter} is whole: {documents} document{'s' if documents != 1 else ''}, {records} record{'s' if records != 1 else ''}.")
