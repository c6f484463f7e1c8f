"""The conformed text, or a redline, as plain text in lines of 79 columns.

In: a passage.  Out: its words that stand, set out by provisions; in a redline struck words stand as `[-struck-]`
and new ones as `{+added+}`, the marks that wdiff uses.
"""

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence

from conformed.instrument import ProvisionKind
from conformed.version import Passage, Run

_WIDTH = 79
_INDENT = 4
_CENTERED = {ProvisionKind.TITLE, ProvisionKind.ARTICLE}


def to_text(passage: Passage, *, redline: bool = False) -> str:
    """The text of a passage and all under it; ends with a line end."""
    blocks = _blocks(passage, 0, _marked if redline else _plain, redline=redline)
    return "\n".join(_set(blocks)).strip("\n") + "\n"


def notes(sentences: Sequence[str]) -> str:
    """Notes of ours that stand below a text, in square brackets; nothing where there are none."""
    return "".join("\n" + "\n".join(textwrap.wrap(f"[{sentence}]", _WIDTH)) + "\n" for sentence in sentences)


class _Block:
    """Words that stand on lines of their own, at a depth of indentation."""

    def __init__(self, kind: ProvisionKind, depth: int, words: str) -> None:
        self.kind, self.depth, self.words = kind, depth, words


def _plain(run: Run) -> str:
    if run.struck is not None:
        return ""
    return f" [{run.lacuna}] " if run.lacuna else run.text


def _marked(run: Run) -> str:
    if run.lacuna:
        return "" if run.struck else f" [{run.lacuna}] "
    words = run.text
    if run.added and run.struck:
        return ""
    lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    core = words.strip()
    if not core:
        return words if run.struck is None else ""
    if run.struck:
        return f"{lead}[-{core}-]{trail}"
    return f"{lead}{{+{core}+}}{trail}" if run.added else words


def _blocks(passage: Passage, depth: int, show: Callable[[Run], str], *, redline: bool) -> list[_Block]:
    """The blocks of a passage; what runs in goes on in the block before it."""
    own = _words(passage, show, gone=passage.struck is not None, redline=redline)
    blocks = [_Block(passage.kind, depth, own)] if own else []
    for child in passage.children:
        deeper = (
            depth + 1
            if child.kind is ProvisionKind.CLAUSE and passage.kind is ProvisionKind.CLAUSE
            else depth
        )
        inner = _blocks(child, deeper, show, redline=redline)
        if child.run_in and blocks and inner:
            blocks[-1].words = _joined(blocks[-1].words, inner[0].words)
            inner = inner[1:]
        blocks.extend(inner)
    return blocks


def _joined(left: str, right: str) -> str:
    return f"{left} {right}" if left and right else left or right


def _words(passage: Passage, show: Callable[[Run], str], *, gone: bool, redline: bool) -> str:
    """Number, caption and own words; of a provision that is gone the number, where a note of ours says so."""
    own = "".join(show(run) for run in passage.runs)
    if gone and not redline and not own:
        return ""
    caption = "" if gone and not redline else passage.caption
    head = _joined(passage.number, caption)
    if redline and head:
        if gone and any(run.ours for run in passage.runs):
            head = _joined(_number(passage), f"[-{passage.caption}-]" if passage.caption else "")
        elif gone:
            head = "" if passage.added else f"[-{_joined(_first_number(passage), caption)}-]"
        elif passage.added:
            head = f"{{+{head}+}}"
        else:
            head = _joined(_number(passage), caption)
    return _joined(head, own)


def _number(passage: Passage) -> str:
    """The number with those that it had before, in a redline."""
    return " ".join(filter(None, map(_marked, passage.numbers))) or passage.number


def _first_number(passage: Passage) -> str:
    return passage.numbers[0].text if passage.numbers else passage.number


def _set(blocks: list[_Block]) -> Iterator[str]:
    row_before = False
    for block in blocks:
        row = block.kind in {ProvisionKind.ROW, ProvisionKind.CONTENTS}
        if not (row and row_before):
            yield ""
        row_before = row
        if row:
            yield _row(block.words)
        elif block.kind in _CENTERED:
            yield from (line.center(_WIDTH).rstrip() for line in textwrap.wrap(block.words, _WIDTH - 8))
        else:
            margin = " " * (_INDENT * min(block.depth, 6))
            for line in block.words.split("\n"):
                yield from textwrap.wrap(
                    line,
                    _WIDTH,
                    initial_indent=margin,
                    subsequent_indent=margin,
                    break_long_words=False,
                    break_on_hyphens=False,
                )


def _row(words: str) -> str:
    cells = re.split(r"\t", words)
    return (
        "  ".join((cells[0].ljust(34), *(cell.ljust(14) for cell in cells[1:]))).rstrip()
        if len(cells) > 1
        else words
    )
