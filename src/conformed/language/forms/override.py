"""An instrument changes what the agreement says without editing its words.

"The Maturity Date is hereby extended to June 30, 2024": no words of the agreement are named, so none are
changed; the sentence stands beside the provision.
"""

import re

from conformed.instrument import Path, references
from conformed.language.operation import Action, Operation
from conformed.language.setting import Setting

EXAMPLES = (
    ("The Maturity Date is hereby extended to June 30, 2024.", "override #Maturity Date: The Maturity Date is hereby extended to June 30, 2024"),
    (
        "Section 3(a) of the Agreement is hereby amended to increase the base salary to $215,200.",
        "override 3(a): increase the base salary to $215,200",
    ),
)

_CHANGED = re.compile(
    r"(?:^|[,:]\s|\bthat\s)(?:the\s|The\s|each\s)?(?P<term>[A-Z][\w-]*(?:\s(?:of\s|and\s)?[A-Z][\w-]*){0,5})\s(?:is|are|shall\s(?:hereby\s)?be|will\sbe)\s(?:hereby\s|also\s)?(?:further\s)?"
    r"(?:extended|increased|reduced|decreased|shortened|fixed|set\sat|changed)\b"
)
_AMENDED_TO = re.compile(
    r"\bamended\s(?:so\sas\s)?to\s(?P<what>(?:increase|decrease|reduce|extend|change|provide|reflect|permit|allow|require|clarify|correct|set|fix)\b.*)", re.DOTALL
)
_CONDITION = re.compile(r"\b(?:subject\sto|conditions?|effective)\b", re.IGNORECASE)


def read(setting: Setting) -> list[Operation]:
    """Read an order to amend a provision that tells the effect and no words."""
    order = setting.order
    if order.verb != "amend" or not order.passive:
        return []
    match = _AMENDED_TO.search(setting.text, setting.sentence.start, setting.sentence.end)
    if match is None or setting.sentence.announced is not None:
        return []
    new = setting.piece(match.start("what"), _end(setting.text, match.start("what"), setting.sentence.end))
    targets = setting.resolve([phrase for phrase in order.objects if phrase.kind == "path"]) or list(setting.target) or [Path()]
    return [setting.operation(Action.OVERRIDE, target, new=new) for target in targets]


def read_sentence(setting: Setting) -> list[Operation]:
    """Read a sentence without a verb of editing that changes what a term means."""
    begun = setting.sentence.start
    match = _CHANGED.search(setting.text[begun : setting.sentence.end])
    if match is None:
        return []
    start = begun + match.start("term")
    the = setting.text[max(0, start - 4) : start]
    start -= 4 if the.lower() == "the " else 0
    new = setting.piece(start, _end(setting.text, start, setting.sentence.end))
    named = [path for found in references(setting.text, begun, begun + match.start()) for path in found.paths if path.section]
    target = setting.own(named[0]) if named and not _CONDITION.search(setting.text, begun, begun + match.start()) else Path(term=match["term"])
    return [setting.operation(Action.OVERRIDE, target, new=new)]


def _end(text: str, start: int, end: int) -> int:
    return end - 1 if text[end - 1] == "." and end - 1 > start else end

