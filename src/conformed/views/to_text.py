"""The conformed text, or a redline, as plain text in lines of 79 columns.

In: a passage.  Out: its words that stand, set out by provisions; in a redline struck words stand as `[-struck-]`
and new ones as `{+added+}`, the marks that wdiff uses.  A paragraph whose words an entry changes that has a mark ends in it.
"""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from conformed.basis.pattern import pattern
from conformed.instrument import ProvisionKind
from conformed.instrument.tables.grid import grid
from conformed.version import Passage, Run
from conformed.views.lines import WIDTH, folded

_INDENT = 4
_ALIKE = pattern(r"\+\}( ?)\{\+|-\]( ?)\[-")  # marks between two texts that are both put in, or both struck
_UNBROKEN = "\ue000"  # a blank at which no line ends
_WIDEST = 240  # the cells of a wider table are told apart by blanks alone
_CENTERED = {ProvisionKind.TITLE, ProvisionKind.ARTICLE}


def to_text(passage: Passage, *, redline: bool = False, marks: Mapping[str, str] | None = None) -> str:
    """The text of a passage and all under it; ends with a line end.  `marks` are those of entries."""
    blocks = _blocks(passage, 0, _marked if redline else _plain, redline=redline)
    for block in blocks:
        block.words = _ALIKE.sub(r"\1\2", block.words) if redline else block.words
        block.mark(marks or {})
    return "\n".join(_set(blocks)).strip("\n") + "\n"


def notes(sentences: Sequence[str]) -> str:
    """Notes of ours that stand below a text, in square brackets; nothing where there are none."""
    return "".join("\n" + "\n".join(folded(f"[{sentence}]")) + "\n" for sentence in sentences)


class _Block:
    """Words that stand on lines of their own, at a depth of indentation."""

    def __init__(self, passage: Passage, depth: int, words: str) -> None:
        self.kind, self.depth, self.words = passage.kind, depth, words
        self.columns, self.added = passage.columns, passage.added
        self.entries = [entry for run in (*passage.numbers, *passage.runs) for entry in (run.added, run.struck)]
        self.entries += [passage.added, passage.struck]

    def join(self, other: "_Block") -> None:
        """Go on with the words of another block."""
        self.words = _joined(self.words, other.words)
        self.entries += other.entries

    def mark(self, marks: Mapping[str, str]) -> None:
        """End in the marks of the entries that change its words."""
        own = dict.fromkeys(marks[entry] for entry in self.entries if entry and entry in marks)
        self.words = " ".join([self.words, *(mark.replace(" ", _UNBROKEN) for mark in own)])

    @property
    def set_as(self) -> tuple[bool, bool, str | None]:
        """What it shares with the lines that it makes a table, or a table of contents, with."""
        row, contents = self.kind is ProvisionKind.ROW, self.kind is ProvisionKind.CONTENTS
        return row, contents, self.added if row else None


def _plain(run: Run) -> str:
    if run.struck is not None:
        return ""
    return f" [{run.lacuna}] " if run.lacuna else run.text


def _marked(run: Run) -> str:
    if run.added and run.struck:
        return ""
    words = f" [{run.lacuna}] " if run.lacuna else run.text
    lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    core = words.strip()
    if not core:
        return words
    if run.struck:
        return f"{lead}[-{core}-]{trail}"
    return f"{lead}{{+{core}+}}{trail}" if run.added and not run.ours else words


def _blocks(passage: Passage, depth: int, show: Callable[[Run], str], *, redline: bool) -> list[_Block]:
    """The blocks of a passage; what runs in goes on in the block before it."""
    own = _words(passage, show, gone=passage.struck is not None, redline=redline)
    blocks = [_Block(passage, depth, own)] if own else []
    for child in passage.children:
        deeper = (
            depth + 1
            if child.kind is ProvisionKind.CLAUSE and passage.kind is ProvisionKind.CLAUSE
            else depth
        )
        inner = _blocks(child, deeper, show, redline=redline)
        if child.run_in and blocks and inner:
            blocks[-1].join(inner[0])
            inner = inner[1:]
        blocks.extend(inner)
    return blocks


def _joined(left: str, right: str) -> str:
    return f"{left} {right}" if left and right else left or right


def _words(passage: Passage, show: Callable[[Run], str], *, gone: bool, redline: bool) -> str:
    """Number, caption and own words; of a provision that is gone the number, where a note of ours says so."""
    own = ""
    for run in passage.runs:
        apart = run.ours and own and not own[-1].isspace()
        own += f" {show(run)}" if apart else show(run)
    if gone and not redline and not own:
        return ""
    caption = "" if gone and not redline else passage.caption
    head = _joined(passage.number, caption)
    if redline and head:
        if gone and any(run.ours and run.struck is None for run in passage.runs):
            number = f"{{+{passage.number}+}}" if passage.added and passage.number else _number(passage)
            head = _joined(number, f"[-{passage.caption}-]" if passage.caption and not passage.added else "")
        elif gone:
            head = "" if passage.added else f"[-{_joined(_first_number(passage), caption)}-]"
        elif passage.added:
            head = f"{{+{head}+}}"
        else:
            head = _joined(_number(passage), caption)
    return _joined(head, own.strip())


def _number(passage: Passage) -> str:
    """The number with those that it had before, in a redline."""
    return " ".join(filter(None, map(_marked, passage.numbers))) or passage.number


def _first_number(passage: Passage) -> str:
    return passage.numbers[0].text if passage.numbers else passage.number


def _set(blocks: list[_Block]) -> Iterator[str]:
    rows_before = False
    for (row, contents, _), together in groupby(blocks, key=lambda block: block.set_as):
        if row or contents:
            if not rows_before:
                yield ""
            lines = table([(one.columns, one.words) for one in together]) if row else (_apart(block.words) for block in together)
            yield from (line.replace(_UNBROKEN, " ") for line in lines)
        else:
            for block in together:
                yield ""
                yield from (line.replace(_UNBROKEN, " ") for line in _lines(block))
        rows_before = row or contents


def _lines(block: _Block) -> Iterator[str]:
    if block.kind in _CENTERED:
        yield from (line.center(WIDTH).rstrip() for line in textwrap.wrap(block.words, WIDTH - 8))
        return
    margin = " " * (_INDENT * min(block.depth, 6))
    for line in block.words.split("\n"):
        yield from textwrap.wrap(
            line,
            WIDTH,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _apart(words: str) -> str:
    return "  ".join(words.split("\t"))


def table(given: Sequence[tuple[tuple[int, ...], str]]) -> Iterator[str]:
    """The rows of a table, each given with its columns and its words, their cells under each other."""
    rows = [words.split("\t") for _, words in given]
    places = grid(
        [(columns, [len(cell) for cell in row]) for (columns, _), row in zip(given, rows, strict=True)]
    )
    widths: dict[int, int] = {}
    for row, taken in zip(rows, places, strict=True):
        for cell, place in zip(row[:-1], taken, strict=False):
            widths[place] = max(widths.get(place, 0), len(cell))
    if sum(widths.values()) > _WIDEST:
        yield from (_apart(words) for _, words in given)
        return
    for row, taken in zip(rows, places, strict=True):
        at = dict(zip(taken, row, strict=True))
        line = (at.get(place, "").ljust(widths.get(place, 0)) for place in range(taken[-1] + 1))
        yield "  ".join(line).rstrip()
