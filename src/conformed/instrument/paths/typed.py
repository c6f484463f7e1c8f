"""Addresses as a user types them.

In: words such as `2.05.b.2`, `clause (b) of Section 2.05` or `the defined term Agent Fee`.  Out: the addresses that
they name; and those that they may name where the letters of the clauses are set otherwise in the agreement.
"""

import itertools
import re
from collections.abc import Iterable, Iterator

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument.paths.path import Path, parse_path
from conformed.instrument.paths.references import reference

# A term without quotation marks, as nobody types them.
_TERM = pattern(
    r"(?P<lead>(?:.{0,80}\s(?:of|in)\s)?(?:[Tt]he\s)?(?:[Dd]efined\s[Tt]erm|[Dd]efinition\sof|[Tt]erm)s?\s(?:(?:the\s)?(?:defined\s)?term\s)?)"
    r"(?P<term>[A-Za-z][^\"“”'`#~:]{0,88}?)(?P<rest>\s(?:in|of)\s(?:Section|Article|Exhibit|Schedule|Annex)\s.{1,40})?"
)
_MOST = 5  # clauses within each other whose letters may be set otherwise


def typed(text: str) -> tuple[Path, ...]:
    """What words typed for an address name, in normal form or as drafters write it."""
    words = " ".join(text.split())
    if match := _TERM.fullmatch(words):
        words = f'{match["lead"]}"{match["term"]}"{match["rest"] or ""}'
    for spelled in (words, f"Section {words}"):
        read = reference(spelled, 0)
        if read is not None and read.end == len(spelled) and not read.back:
            return read.paths
    plain = words[:1].isupper() and words.replace(" ", "").isalpha()
    return (parse_path(words), Path(term=words)) if plain else (parse_path(words),)


def recased(path: Path) -> Iterator[Path]:
    """The address with letters of its clauses in capitals instead of small ones, or small instead of capitals."""
    if len(path.steps) <= _MOST:
        for steps in itertools.product(*(dict.fromkeys((step.lower(), step.upper())) for step in path.steps)):
            if steps != path.steps:
                yield msgspec.structs.replace(path, steps=steps)


def alike(text: str, paths: Iterable[str]) -> list[str]:
    """The paths that differ from what was typed only in capitals, blanks and zeros: `6.01` where `6.1` was typed."""
    wanted = {_bare(str(path)) for path in typed(text)}
    return [path for path in dict.fromkeys(paths) if _bare(path) in wanted]


def _bare(path: str) -> str:
    return re.sub(r"\d+", lambda figures: str(int(figures[0])), "".join(path.lower().split()))
