"""New text that goes into a table, with its cells apart like those of the row beside it.

In: the text, and the words of a row or of the cells that it takes the place of.  Out: its runs, with tabs between the cells,
or the row that it makes; nothing where it is not certain where its cells part.
"""

from collections.abc import Mapping, Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument import ProvisionKind
from conformed.language import Text
from conformed.version.passage import Passage, Run, cut

Documents = Mapping[str, Document]

_WIDE = pattern(r"\t|[ \xa0]{3,}|[ \xa0]{2,}(?=[$\d(])")  # between two cells, as the file has them
_WORD = pattern(r"\S+")
_FIGURE = pattern(r"[$(]{0,2}\d[\d,./]*[%)x]{0,2}")


def row_like(beside: Passage, new: Passage, documents: Documents) -> Passage:
    """A new line as a row of the table of the row `beside`, where it has as many cells."""
    like = _words(beside).split("\t")
    if len(new.runs) != 1 or new.children or new.path:
        return new
    run = new.runs[0]
    runs = (run,) if run.text.count("\t") == len(like) - 1 else _cells(run, like, documents)
    if not runs or len(like) == 1:
        return new
    return msgspec.structs.replace(  # it is one of the rows of that table, whoever brought it
        new, kind=ProvisionKind.ROW, added=beside.added, span=None, columns=beside.columns, runs=runs
    )


def laid_out(new: Text, like: str, entry: str, documents: Documents) -> tuple[Run, ...]:
    """The runs of a new text that takes the place of the words `like`, with the cells apart that these have."""
    run = Run(new.words, new.span, entry)
    return (like.count("\t") and _cells(run, like.split("\t"), documents)) or (run,)


def in_cells(new: Text, beside: Passage, entry: str, documents: Documents) -> bool:
    """Whether a new text stands in its file in as many columns as a row has."""
    count = _words(beside).count("\t")
    return count > 0 and len(_wide(Run(new.words, new.span, entry), documents)) == count


def _words(row: Passage) -> str:
    return "".join(run.text for run in row.runs if run.struck is None)


def _cells(run: Run, like: Sequence[str], documents: Documents) -> tuple[Run, ...]:
    """The cells of a run, tabs between them: as wide gaps of the file part them, else one for each figure at its end."""
    gaps = _wide(run, documents)
    if len(gaps) != len(like) - 1:
        words = list(_WORD.finditer(run.text))[1 - len(like) :]
        alike = len(words) == len(like) - 1 and "\n" not in run.text and all(
            _FIGURE.fullmatch(word[0]) and _FIGURE.fullmatch(cell) for word, cell in zip(words, like[1:], strict=True)
        )
        gaps = [word.start() - 1 for word in words] if alike else []
    if not gaps or gaps[0] <= 0:
        return ()
    found: list[Run] = []
    for start, end in zip((0, *(gap + 1 for gap in gaps)), (*gaps, len(run.text)), strict=True):
        found += [cut(run, start, end, documents), Run("\t", None, run.added)]
    return tuple(found[:-1])


def _wide(run: Run, documents: Documents) -> list[int]:
    """The blanks of a run that stand for wide gaps in a line of the file."""
    document = documents.get(run.span.document) if run.span is not None else None
    if document is None or run.span is None or "\n" in run.text:
        return []
    begun = document.reading.at(run.span.start)
    if document.reading.text[begun : begun + len(run.text)] != run.text:
        return []
    source = document.reading.source
    blanks = (at for at, letter in enumerate(run.text) if letter in " \t" and 0 < at < len(run.text) - 1)
    gaps = ((at, _WIDE.match(document.text, source(begun + at - 1) + 1)) for at in blanks)
    return [at for at, gap in gaps if gap and gap.end() == source(begun + at + 1)]
