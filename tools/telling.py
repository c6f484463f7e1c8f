"""Works out, for the expressions of the package, the words and phrases of which one stands in all that an expression finds.

`make patterns` writes them to `src/conformed/basis/told.py`, where `pattern` looks for
them; a test says when that is due.  What an expression demands is taken from its tree, as the prefilters of search
engines do: a literal run is a phrase, of a sequence one part speaks for all, of branches each must have its own.
Words are looked for before each search, phrases with their blanks only before the expression is compiled.
"""

import gc
import importlib
import math
import os
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import conformed
from conformed.basis.pattern import AnyOf, Later

_code: Any = importlib.import_module("re._constants")
_parser: Any = importlib.import_module("re._parser")

_SHORT = 40
"""An expression with fewer characters is compiled and searched sooner than its words are."""
_REPEATED = (_code.MAX_REPEAT, _code.MIN_REPEAT, _code.POSSESSIVE_REPEAT)
_BLANK = [(_code.CATEGORY, _code.CATEGORY_SPACE)]
_SETS = 3
_MOST = 32
"""More words cost more than they save."""
_STEM = 5
"""Words that share so many letters are told by these."""
_FAR = 400
"""So many characters behind its start, a word is no longer near."""
_EVERYWHERE = frozenset(
    "the of and to in or an a shall be is are was as by for such with not on at from all s t d , . ( )".split()
)
_OFTEN = frozenset(
    "this that section sections agreement any which amend amended amendment hereby date dated its thereof follow".split()
)

Words = frozenset[str]
Found = tuple[Words, int]
Told = tuple[tuple[str, ...], tuple[tuple[str, int], ...]]


def telling(expression: str, flags: int) -> Told:
    """Up to three sets of words and three of phrases, in small letters, the most telling first: of each set, one stands.

    Beside each set of phrases, within how many characters of a match's start that phrase ends (0: not known).
    """
    tree = _parser.parse(expression, flags)
    words = [words for words, _ in Demanded(blanks=False).found(tree, 0) if _weight(words) < 1]
    phrases = Demanded(blanks=True).found(tree, 0)[:_SETS]
    return (
        tuple(" ".join(sorted(each)) for each in words[:_SETS]),
        tuple(("|".join(sorted(each)), near if near < _FAR else 0) for each, near in phrases),
    )


def _weight(words: Iterable[str]) -> float:
    """How often, in rough measure, one of the words stands where the expression finds nothing."""
    return math.fsum(  # alike in whatever order the words come
        1 if word in _EVERYWHERE else 0.4 if word in _OFTEN else 2.5 ** -len(word) if word.isalpha() else 0.2 for word in words
    )


class Demanded:
    """What a tree demands: words, or phrases with their blanks."""

    def __init__(self, *, blanks: bool) -> None:
        self.blanks = blanks
        self.least = _shortest if blanks else _least

    def found(self, items: Any, before: int) -> list[Found]:
        """The sets of words or phrases that a sequence demands, the most telling first.

        It begins at most `before` characters behind the start.  Beside each, how far behind the start the last of its words ends at most.
        """
        found: list[Found] = []
        run, place = frozenset([""]), before
        for item in items:
            exact = self.exact([item])
            if exact is not None and len(run) * len(exact) <= _MOST:
                run = frozenset(head + tail for head in run for tail in exact)
            else:
                found.append((run, place))
                run = exact or frozenset([""])
                found += self.within(item, place) if exact is None else ()
            place = min(place + _width(item), _FAR)
        found.append((run, place))
        usable = ((self.least(words), place) for words, place in found if all(word.strip() for word in words))
        few = {words: (words, place) for words, place in usable if len(words) <= _MOST}
        return sorted(few.values(), key=lambda each: (_weight(each[0]) + (0.05 if each[1] >= _FAR else 0), sorted(each[0])))

    def within(self, item: Any, before: int) -> list[Found]:
        """The sets of words or phrases that a part demands."""
        kind, value = item
        if kind is _code.SUBPATTERN:
            return self.found(value[-1], before)
        if kind is _code.ATOMIC_GROUP:
            return self.found(value, before)
        if kind is _code.ASSERT and value[0] > 0:
            return self.found(value[1], before)
        if kind in _REPEATED:
            return self.found(value[2], before) if value[0] else []
        if kind is _code.BRANCH:
            rows = [row[0] for branch in value[1] if (row := self.found(branch, before))]
            if len(rows) == len(value[1]):  # one set for each branch
                return [(frozenset().union(*(words for words, _ in rows)), max(place for _, place in rows))]
        return []

    def exact(self, items: Any) -> Words | None:
        """The few texts, in small letters, that a sequence can stand for, or None."""
        texts = frozenset([""])
        for kind, value in items:
            tails: Words | None = None
            if kind is _code.LITERAL:
                tails = frozenset([_small(value)])
            elif kind is _code.IN and all(inner is _code.LITERAL for inner, _ in value):
                tails = frozenset(_small(letter) for _, letter in value)
            elif self.blanks and kind is _code.IN and value == _BLANK:
                tails = frozenset([" "])
            elif kind in (_code.AT, _code.ASSERT_NOT) or (kind is _code.ASSERT and value[0] < 0):
                tails = frozenset([""])
            elif kind is _code.SUBPATTERN:
                tails = self.exact(value[-1])
            elif kind is _code.BRANCH:
                rows = [row for branch in value[1] if (row := self.exact(branch)) is not None]
                tails = frozenset().union(*rows) if len(rows) == len(value[1]) else None
            elif kind in _REPEATED and self.blanks and list(value[2]) == [(_code.IN, _BLANK)]:
                tails = frozenset([" "] if value[0] else ["", " "])
            elif kind in _REPEATED and value[1] == 1:
                once = self.exact(value[2])
                tails = once if once is None or value[0] else once | {""}
            if tails is None or len(texts) * len(tails) > _MOST:
                return None
            texts = frozenset(head + tail for head in texts for tail in tails)
        return texts


def _small(letter: int) -> str:
    """A letter in its small form; a blank of any kind is a blank."""
    return " " if chr(letter).isspace() else chr(letter).lower()


def _shortest(phrases: Words) -> Words:
    """The phrases with one blank for each stretch of them, but for those that hold another."""
    spaced = {re.sub(" +", " ", phrase) for phrase in phrases}
    return frozenset(phrase for phrase in spaced if not any(other != phrase and other in phrase for other in spaced))


def _least(words: Words) -> Words:
    """As few words, without blanks, as tell what these tell: a stem stands for its words."""
    bare = sorted({max(word.split(), key=len) for word in words})
    stems: list[str] = []
    for word in bare:
        shared = os.path.commonprefix([*stems[-1:], word])  # noqa: RUF071  (of letters)
        if stems and len(shared) >= _STEM:
            stems[-1] = shared
        else:
            stems.append(word)
    return frozenset(stem for stem in stems if not any(other != stem and other in stem for other in stems))


def _width(item: Any) -> int:
    """How many characters a part takes at most."""
    return min(int(_parser.SubPattern(_parser.State(), [item]).getwidth()[1]), _FAR)


def expressions() -> Iterator[tuple[str, int]]:
    """Each expression of the package whose words are worth a look, with its flags."""
    for module in pkgutil.walk_packages(conformed.__path__, "conformed."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    every = gc.get_objects()
    found = {(each.pattern, each.flags) for each in every if isinstance(each, Later) and len(each.pattern) >= _SHORT}
    found |= {(row.pattern, row.flags) for each in every if isinstance(each, AnyOf) for row in each.rows}
    yield from sorted(found)


def table() -> str:
    """The text of `told.py`."""
    rows = {crc32(expression.encode()): told for expression, flags in expressions() if any(told := telling(expression, flags))}
    return "\n".join([_HEAD, *(f"    0x{key:08x}: {told!r}," for key, told in sorted(rows.items())), "}", ""])


_HEAD = '''"""The words and phrases that tell each expression, under its CRC-32: written by `tools/telling.py`, not by hand."""

TOLD: dict[int, tuple[tuple[str, ...], tuple[tuple[str, int], ...]]] = {'''

if __name__ == "__main__":
    path = Path(conformed.__file__).parent / "basis" / "told.py"
    path.write_text(table(), "utf-8")
    print(f"{path}: {path.read_text('utf-8').count('0x')} expressions")  # noqa: T201
