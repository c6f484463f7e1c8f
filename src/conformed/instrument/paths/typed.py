"""Addresses as a user types them.

In: words such as `2.05.b.2`, `clause (b) of Section 2.05` or `the defined term Agent Fee`.  Out: the addresses that
they name; and those that they may name where the letters of the clauses are set otherwise in the agreement.
"""

import itertools
from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.numbers.ordinals import roman
from conformed.instrument.paths.path import Path, parse_path
from conformed.instrument.paths.references import reference

# A term without quotation marks, as nobody types them.
_TERM = pattern(
    r"(?P<lead>(?:.{0,80}\s(?:of|in)\s)?(?:[Tt]he\s)?(?:[Dd]efined\s[Tt]erm|[Dd]efinition\sof|[Tt]erm)s?\s(?:(?:the\s)?(?:defined\s)?term\s)?)"
    r"(?P<term>[A-Za-z](?:[^\"“”'`#~:]|(?<=\w)'){0,88}?)(?P<rest>\s(?:in|of)\s(?:Section|Article|Exhibit|Schedule|Annex)\s.{1,40})?"
)
_IN_PART = pattern(
    r"(?P<part>(?:Article|Exhibit|Schedule|Annex|Appendix|Attachment)\s[\w.-]{1,12}),?\s(?P<inner>(?:section|article|paragraph|clause|item)s?\s.{1,60})",
    ENGLISH,
)
_HERE = pattern(r"(?P<named>.{3,120}?),?\s(?:hereof|herein|hereto|of\sthis\s(?:Agreement|Amendment|Contract|Lease|Instrument))", ENGLISH)
_RECITAL = pattern(r"(?:the\s)?recital\s?\((?P<letter>\w{1,5})\)(?P<below>(?:\(\w{1,5}\))*)", ENGLISH)
_SIGNED = pattern(r"(?:the\s)?signature\spages?", ENGLISH)
_STEPPED = pattern(
    r"(?P<section>(?:(?i:sections?|paragraphs?|clauses?|§)\s?)?\d{1,3}(?:\.\d{1,3}){0,3})\.?(?P<steps>(?:\(\w{1,5}\)|(?<![a-z])[a-z]{1,5}(?![a-z])|\.\w{1,5}){2,6})\.?"
)
_STEP = pattern(r"\w+")
_CALLED = pattern(r"(?P<part>[A-Z]\w+\s[\w.-]{1,12})(?P<steps>(?:\(\w{1,5}\)){1,6})")
_ROMAN = pattern(r"(?P<roman>[IVXLC]{1,6})\.(?P<figure>\d{1,3})")  # II.5, of a section that is called 2.5
_FIGURES = pattern(r"\d+")
_PLAIN = pattern(r"[A-Z][A-Za-z'’&,. -]{1,90}")  # what may be a term
_MOST = 5  # clauses within each other whose letters may be set otherwise


def typed(text: str) -> tuple[Path, ...]:
    """What words typed for an address name, in normal form or as drafters write it."""
    words = " ".join(text.split())
    if _SIGNED.fullmatch(words):
        return (Path(part="Signature Pages"),)
    if match := _TERM.fullmatch(words):
        words = f'{match["lead"]}"{match["term"]}"{match["rest"] or ""}'
    for spelled in (words, f"Section {words}", f"the {words}"):
        read = reference(spelled, 0)
        if read is not None and read.end == len(spelled) and not read.back:
            return read.paths
    if other := _otherwise(words):
        return typed(other)
    return (parse_path(words), Path(term=words)) if _PLAIN.fullmatch(words) else (parse_path(words),)


def _otherwise(words: str) -> str | None:
    """An address as drafters write it, for one that a user types shorter, or from within the file: `2.1a.iii`, `Exhibit A, Section 2`, `Section 4 hereof`."""
    if inner := _IN_PART.fullmatch(words):
        return f"{inner['inner']} of {inner['part']}"
    if here := _HERE.fullmatch(words):
        return here["named"]
    if recital := _RECITAL.fullmatch(words):
        return f"Recital {recital['letter']}{recital['below']}"
    if stepped := _STEPPED.fullmatch(words):
        steps = "".join(f"({step})" for step in _STEP.findall(stepped["steps"]))
        return f"{stepped['section']}{steps}"
    return None


def respelled(path: Path) -> Iterator[Path]:
    """What an address may mean that names nothing: a clause of an exhibit, an article without the word, or a heading."""
    if path.part and not path.section and (called := _CALLED.fullmatch(path.part)):
        inner = tuple(f"({step})" for step in _STEP.findall(called["steps"])) + path.steps
        path = msgspec.structs.replace(path, part=called["part"], steps=inner)
        yield path
        yield msgspec.structs.replace(path, section=inner[0].strip("()"), steps=inner[1:])
    elif path.part and path.section and path.section.isalnum():
        yield msgspec.structs.replace(path, section=None, steps=(f"({path.section})", *path.steps))
    elif path.section and path.section.startswith("Article "):
        yield msgspec.structs.replace(path, section=path.section.removeprefix("Article "))
    elif path.section and (told := _ROMAN.fullmatch(path.section)) and (figure := roman(told["roman"].lower())):
        yield msgspec.structs.replace(path, section=f"{figure}.{told['figure']}")
    elif path.section and _PLAIN.fullmatch(path.section):
        yield msgspec.structs.replace(path, section=f'"{path.section}"')


def recased(path: Path) -> Iterator[Path]:
    """The address with letters of its clauses in capitals instead of small ones, or small instead of capitals."""
    if len(path.steps) <= _MOST:
        for steps in itertools.product(*(dict.fromkeys((step.lower(), step.upper())) for step in path.steps)):
            if steps != path.steps:
                yield msgspec.structs.replace(path, steps=steps)


def unzeroed(path: Path) -> Path:
    """The address without the zeros that stand before other figures."""
    section = _FIGURES.sub(lambda figures: str(int(figures[0])), path.section or "")
    return msgspec.structs.replace(path, section=section)
