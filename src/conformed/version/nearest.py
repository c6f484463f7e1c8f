"""The passage most like words that were sought and not found, for a finding."""

from rapidfuzz import fuzz

from conformed.basis import Candidate
from conformed.version.passage import Passage, Trail, at, walk


def nearest(root: Passage, trail: Trail, words: str) -> Candidate | None:
    """The passage most like words that were not found."""
    best: tuple[float, Passage] | None = None
    for _, passage in walk(at(root, trail), trail):
        own = "".join(run.text for run in passage.runs if run.struck is None)
        if passage.struck is None and own:
            score = fuzz.partial_ratio(words.lower(), own.lower())
            if best is None or score > best[0]:
                best = (score, passage)
    if best is None or best[0] < 55:
        return None
    own = "".join(run.text for run in best[1].runs if run.struck is None)
    alignment = fuzz.partial_ratio_alignment(words.lower(), own.lower())
    start, end = (alignment.dest_start, alignment.dest_end) if alignment else (0, len(words))
    before, after = own.rfind(" ", 0, max(0, start - 20)) + 1, own.find(" ", min(len(own), end + 20))
    return Candidate(
        best[1].path or at(root, trail).path,
        own[before : after if after >= 0 else len(own)].strip(),
        best[1].span,
    )
