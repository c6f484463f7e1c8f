"""The formats in which a text is written, by the ending of the file that is named.

In: a text that is chosen of a matter.  Out: the bytes of the file.  Raises `Lacking` where what writes it is not installed.
"""

from collections.abc import Callable

from conformed.chosen import Chosen
from conformed.version import Passage
from conformed.views.set_out import set_out
from conformed.views.to_akn import to_akn
from conformed.views.to_docx import to_docx
from conformed.views.to_text import notes, to_text
from conformed.views.written import Change


def text(of: Chosen) -> bytes:
    """Plain text, as `conformed show` prints it."""
    root = _root(of)
    words = to_text(root, redline=of.marked, marks=of.matter.marks())
    return (of.front() + words + notes(of.beside([of.version.root]))).encode()


def docx(of: Chosen) -> bytes:
    """A Word document; a redline has tracked changes, each of its instrument and the day from which it counts."""
    return to_docx(of.matter.chain.title, set_out(_root(of)), changes(of), redline=of.marked)


def akn(of: Chosen) -> bytes:
    """Akoma Ntoso, with each change that was applied; a redline marks what was put in and struck."""
    return to_akn(of.matter.chain, of.matter.entries, of.version, _root(of), of.choice.as_of, redline=of.marked)


def changes(of: Chosen) -> dict[str, Change]:
    """Who made the change of each entry, and from when it counts; a ruling's is that of the person who ruled."""
    titles = {link.id: link.title for link in of.matter.chain.links}
    whose = ((one, f"{one.ruling.by} (ruling)" if one.ruling else titles[one.link]) for one in of.matter.entries)
    return {one.id: (who, one.effective) for one, who in whose}


def _root(of: Chosen) -> Passage:
    return of.shown([of.version.root])[0]


FORMATS: dict[str, Callable[[Chosen], bytes]] = {".txt": text, ".docx": docx, ".xml": akn}
