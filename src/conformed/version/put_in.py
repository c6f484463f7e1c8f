"""New words are put into a run, with the blanks and points that a careful typist would set."""

import msgspec

from conformed.basis.pattern import pattern
from conformed.language import Text
from conformed.version.fold import Place
from conformed.version.new_text import Documents
from conformed.version.outcome import Applied
from conformed.version.passage import Passage, Run, at, cut, put

_MARK = pattern(r"\w[\"”’)\]%]{0,3}[.,;:]$")  # with which new words end; where it stands behind them already it is taken once
_OPENS_CLOSELY = pattern(r"[,.;:)\]%]")


def put_at(
    root: Passage, place: Place, offset: int, entry: str, new: Text, documents: Documents, *, before: bool
) -> Applied:
    """Put new words into a run, with the blanks that a careful typist would set."""
    passage = at(root, place.trail)
    run = passage.runs[place.run]
    left, right = run.text[:offset], run.text[offset:]
    blank = Run(" ", None, entry)
    pieces = [cut(run, 0, offset, documents)]
    open_mark = left.count('"') % 2 == 1
    opens = left[-1:] in {"(", "[", "“"} or (open_mark and left.endswith('"'))
    if left and not left[-1].isspace() and not _OPENS_CLOSELY.match(new.words) and not opens:
        pieces.append(blank)
    added = Run(new.words, new.span, entry)
    follows = (run.text for run in passage.runs[place.run + 1 :] if run.struck is None and not run.ours)
    doubled = not before and _MARK.search(new.words) and (right or next(follows, ""))[:1] == new.words[-1]
    pieces.append(cut(added, 0, len(added.text) - bool(doubled), documents))
    closes = right[:1] == '"' and open_mark
    if (
        right
        and not right[0].isspace()
        and not closes
        and ((before and not _OPENS_CLOSELY.match(right)) or right[0].isalnum() or right[0] in '(“"$')
    ):
        pieces.append(blank)
    pieces.append(cut(run, offset, len(run.text), documents))
    runs = (
        *passage.runs[: place.run],
        *(piece for piece in pieces if piece.text or piece.lacuna),
        *passage.runs[place.run + 1 :],
    )
    return Applied(put(root, place.trail, msgspec.structs.replace(passage, runs=runs)), (place.trail,))
