"""A whole provision or definition is struck."""

import re
from collections.abc import Iterator, Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, reference, references
from conformed.language.operation import Action, Operation
from conformed.language.sentences.bounds import KEPT
from conformed.language.setting.setting import Setting

EXAMPLES = (
    ("Section 5.2 is hereby amended by deleting the proviso at the end thereof.", "delete_provision 5.2~proviso at the end"),
    ("The second parenthetical in Section 5.2(b) is hereby deleted.", "delete_provision 5.2(b)~parenthetical 2"),
    (
        "Section 4.7 is amended by deleting clauses (iii) and (iv) thereof.",
        "delete_provision 4.7(iii)\ndelete_provision 4.7(iv)",
    ),
    (
        "Sections 2.8 and 10.4 shall be deleted in their entirety.",
        "delete_provision 2.8\ndelete_provision 10.4",
    ),
    (
        'Section 9.1 of the Credit Agreement is amended by deleting the definitions of "East Bank" and "West Bank".',
        "delete_provision 9.1#East Bank\ndelete_provision 9.1#West Bank",
    ),
    (
        'The definition of "Stored Grain" in Section 1.1 is hereby deleted.',
        "delete_provision 1.1#Stored Grain",
    ),
    ("Exhibit B is hereby deleted in its entirety.", "delete_provision Exhibit B"),
    (
        "Clauses (1) (excluding the last sentence which shall be placed at the end of clause (2)) and (4) of Section 5 are hereby deleted.",
        "renumber 5(1)~sentence last: at the end of clause (2)\ndelete_provision 5(1)\ndelete_provision 5(4)",
    ),
    (
        'Section 1.1 is amended to delete the following definitions in their entirety: "East Bank" and "West Bank".',
        "delete_provision 1.1#East Bank\ndelete_provision 1.1#West Bank",
    ),
)

_LABEL = pattern(r"(\(\w{1,5}\))\s$")


_TERM = pattern(r"[\"“]([^\"“”\n]{1,90})[\"”]")
_TERMS = pattern(
    r"(?:(?:^|,?\s?(?:and|or)?\s)(?:the\s(?:defined\s)?(?:sign|symbol|term|abbreviation|definition\sof)s?\s)?[\"“][^\"“”\n]{1,90}[\"”],?){1,8}",
    ENGLISH,
)
_LONGEST = 90  # characters of a term
_JOINTS = pattern(r"(?:[\s,;.•-]|\band\b|\([^()\n]{0,80}\)){0,400}")


def _definitions(setting: Setting) -> list[Operation]:
    """`delete the following definitions`, whose terms are quoted in the sentence or set off behind it."""
    terms = [phrase.value.rstrip(",.;") for phrase in setting.order.of("quote")]
    if not terms and setting.announced() and (given := setting.sentence.announced):
        lines = setting.text[given.start : given.end].splitlines()
        listed = [_terms(line.strip(" ;.,•-")) for line in lines if line.strip()]
        if not all(listed):
            return []  # a line that says more than terms
        terms = [term for line in listed for term in line]
    section = next(
        (
            path
            for path in (*setting.resolve(setting.order.places), *setting.target)
            if path.section or path.document
        ),
        Path(),
    )
    return [
        setting.operation(
            Action.DELETE_PROVISION, Path(term=term).within(section)
        )
        for term in terms
    ]


def _terms(line: str) -> list[str]:
    """The terms of a line of a list: `"Toll" and the sign "T"`, or one without marks; nothing of one that says more."""
    if _TERMS.fullmatch(line):
        return [match[1].strip(" ,.;") for match in _TERM.finditer(line)]
    bare = line.strip('"“”')
    return [bare] if len(bare) <= _LONGEST and not re.search(r"[\"“”]|[.,]$", bare) else []


def listed(setting: Setting, start: int, end: int) -> list[Operation]:
    """`the following provisions are deleted: Section 4; Section 5`: each, where the list names nothing else."""
    found = list(references(setting.text, start, end))
    gaps = [*(one.start for one in found), end]
    ends = [start, *(one.end for one in found)]
    between = "".join(setting.text[begun:until] for begun, until in zip(ends, gaps, strict=True))
    if not found or not _JOINTS.fullmatch(between):
        return []
    named = [setting.own(path) for one in found for path in one.paths]
    return [setting.operation(Action.DELETE_PROVISION, path) for path in named]


def read(setting: Setting) -> list[Operation]:
    """Read an order to strike a provision."""
    order = setting.order
    named = [phrase for phrase in order.objects if phrase.kind == "path"]
    both = order.passive and bool(named) and bool(order.of("quote"))  # of what the words are, is not told
    if order.verb != "delete" or order.each or both:
        return []
    if order.announced in {"definition", "term", "defined term"}:
        return _definitions(setting)
    if (place := setting.announced()) is not None:
        return listed(setting, *place)
    around = setting.resolve(order.places) or None
    if named:
        paths = setting.resolve(named, around)
        return [*_kept(setting, paths), *(setting.operation(Action.DELETE_PROVISION, path) for path in paths)]
    if any(phrase.kind == "pronoun" for phrase in order.objects):
        return [setting.operation(Action.DELETE_PROVISION, path) for path in setting.target if not path.whole]
    return []


def _kept(setting: Setting, struck: Sequence[Path]) -> Iterator[Operation]:
    """`clause (1) (excluding the last sentence, which shall be placed at the end of clause (2))`: what is kept moves."""
    text = setting.text
    for kept in KEPT.finditer(text, setting.sentence.start, setting.sentence.end):
        label = _LABEL.search(text[max(0, kept.start() - 10) : kept.start()])
        part = reference(text, kept.start("part"))
        owner = next((path for path in struck if label and path.steps[-1:] == (label[1],)), None)
        if owner is not None and part is not None and part.paths[0].relative:
            where = setting.piece(kept.start("where"), kept.end("where"))
            yield setting.operation(Action.RENUMBER, part.paths[0].within(owner), new=where)
