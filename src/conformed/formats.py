"""The formats in which a text is written, by the ending of the file that is named.

In: a text that is chosen of a matter, and the files of the matter by their digests.  Out: the bytes of the file.  Raises `Lacking` where what writes it is not installed.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from conformed.chosen import Chosen
from conformed.copied import copied
from conformed.document import Document
from conformed.version import Passage
from conformed.views.copy.in_html import in_html
from conformed.views.copy.in_pdf import in_pdf
from conformed.views.set_out import Paragraph, set_out
from conformed.views.to_akn import to_akn
from conformed.views.to_docx import to_docx
from conformed.views.to_text import notes, to_text
from conformed.views.within_docx import within_docx
from conformed.views.word_marks import parted
from conformed.views.written import Change

Files = Callable[[str], bytes | None]
"""What finds the bytes of a document by its digest; None where they are not to hand."""


def nowhere(_: str) -> None:
    """What finds no file."""


def text(of: Chosen, _: Files = nowhere) -> bytes:
    """Plain text, as `conformed show` prints it."""
    root = _root(of)
    words = to_text(root, redline=of.marked, marks=of.matter.marks())
    return (of.front() + words + notes(of.beside([of.version.root]))).encode()


def docx(of: Chosen, files: Files = nowhere) -> bytes:
    """A Word document; a redline has tracked changes, each of its instrument and the day from which it counts.

    It is the file of the agreement, with what did not change as it stands there, where that is a Word document and to hand.
    """
    paragraphs, who, marked = parted(set_out(_root(of))), changes(of), of.marked
    document = _document(of, paragraphs)
    data = files(document.file) if document else None
    within = within_docx(data, document, paragraphs, who, redline=marked) if document and data else None
    return within or to_docx(of.matter.chain.title, paragraphs, who, redline=marked)


def _document(of: Chosen, paragraphs: Sequence[Paragraph]) -> Document | None:
    """The document from which a redline starts, or, clean, the one that most of the text stands in: the agreement or a restatement."""
    chain = of.matter.chain
    if of.marked:
        return chain.agreement.instrument.document if chain.agreement else None
    sizes = Counter[str]()
    for run in (run for one in paragraphs for run in one.runs):
        if run.struck is None and run.span:
            sizes[run.span.document] += len(run.text)
    return chain.documents.get(sizes.most_common(1)[0][0]) if sizes else None


def akn(of: Chosen, _: Files = nowhere) -> bytes:
    """Akoma Ntoso, with each change that was applied; a redline marks what was put in and struck."""
    return to_akn(of.matter.chain, of.matter.entries, of.version, _root(of), of.choice.as_of, redline=of.marked)


def pdf(of: Chosen, _: Files = nowhere) -> bytes:
    """A PDF with a cover, and with the sources of what was changed in the margin."""
    return in_pdf(copied(of))


def html(of: Chosen, _: Files = nowhere) -> bytes:
    """The same as one HTML file."""
    return in_html(copied(of)).encode()


def changes(of: Chosen) -> dict[str, Change]:
    """Who made the change of each entry, and from when it counts; a ruling's is that of the person who ruled."""
    titles = {link.id: link.title for link in of.matter.chain.links}
    whose = ((one, f"{one.ruling.by} (ruling)" if one.ruling else titles[one.link]) for one in of.matter.entries)
    return {one.id: (who, one.effective) for one, who in whose}


def _root(of: Chosen) -> Passage:
    return of.shown([of.version.root])[0]


FORMATS: dict[str, Callable[[Chosen, Files], bytes]] = {".txt": text, ".docx": docx, ".xml": akn, ".pdf": pdf, ".html": html}
