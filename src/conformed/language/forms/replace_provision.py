"""A whole provision is restated, or struck and replaced."""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, references
from conformed.language.forms.add_definitions import NOUNS as DEFINITIONS
from conformed.language.operation import Action, Operation
from conformed.language.sentences.documents import is_document
from conformed.language.setting.attached import is_attached, part_text, set_forth
from conformed.language.setting.fitting import (
    WHOLE,
    bears_address_of,
    fits,
    is_numbered,
)
from conformed.language.setting.numbered_text import labelled
from conformed.language.setting.setting import Setting
from conformed.language.setting.several import each_its_own, shared

EXAMPLES = (
    (
        "Clause (c) of Section 3.4 of the Credit Agreement is hereby amended to delete Clause (3) thereof in its entirety and replace "
        'it with the following:\n"(3) the barge is laid up by June."',
        "replace_provision 3.4(c)(3): (3) the barge is laid up by June.",
    ),
    (
        'Section 6.3 shall be amended and restated in its entirety to read as follows:\n"6.3 Coverage Ratio. Not below 1.25."',
        "replace_provision 6.3: 6.3 Coverage Ratio. Not below 1.25.",
    ),
    (
        "Section 7.5, “Keeping of Barges” is amended and restated in its entirety as follows:\nKeeping of Barges. The miller keeps two.",
        "replace_provision 7.5: Keeping of Barges. The miller keeps two.",
    ),
    (
        "Section 8.3 shall be replaced in its entirety with the following:\nEach dock is kept lit.",
        "replace_provision 8.3: Each dock is kept lit.",
    ),
    (
        'Section 7.2(b) is hereby amended to state in its entirety as follows:\n"[Intentionally Omitted]"',
        "delete_provision 7.2(b): [Intentionally Omitted]",
    ),
    (
        "A new clause (iii) shall be added to Section 4.9, so that such Section 4.9 shall read:\n4.9 Harvest means the fall.",
        "replace_provision 4.9: 4.9 Harvest means the fall.",
    ),
    (
        "Section 5.6(b) is hereby deleted and replaced with the following Sections 5.6(b) and (c):\n(b) First.\n(c) Second.",
        "replace_provision 5.6(b): (b) First.\nadd_provision 5.6(c): (c) Second.",
    ),
    (
        "Sections 2.9(a) and (b) are amended to read in their entirety as follows:\n(a) First.\n(b) Second.",
        "replace_provision 2.9(a): (a) First.\nreplace_provision 2.9(b): (b) Second.",
    ),
    (
        "The first sentence of Section 6.3 is amended by replacing clauses (a) and (b) to provide in their entirety as follows:\n"
        '"(a) the Wages, due (i) in June or (ii) in July; (b) the Tolls; and"',
        "replace_provision 6.3~sentence 1(a): (a) the Wages, due (i) in June or (ii) in July;\n"
        "replace_provision 6.3~sentence 1(b): (b) the Tolls; and",
    ),
    (
        'Sections 5 and 7 are deleted in their entirety and replaced with the word "RESERVED."',
        "delete_provision 5: RESERVED.\ndelete_provision 7: RESERVED.",
    ),
)

_BY = pattern(  # "amended by appending the following": a way of changing that is not read
    r"[^.;:\"“]{0,80}?\bby\s(?:\w+ly\s)?(?:(?!restat|amend)\w+ing|(?:the\s)?(?!restat|amend)\w+(?:ion|ment))\b"
    r"|[^.;:\"“]{0,40}?\bto\s(?:\w+ly\s)?(?:include|incorporate|add|list|show|reflect\sthe\sfollowing|correct|update)\b"
)
_EDITS_WORDS = pattern(
    r"[\"”]\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:deleted|replaced|substituted|inserted|added|changed|stricken)\b"
)
_IS_PART = pattern(r"\W{0,2}(?:\.\s?\.\s?\.|…)\s?[a-z]")  # "... the mill is dry ..."
_IS_NAME = pattern(r"\W{0,2}(?!(?i:reserved|intentionally|deleted|omitted)\b)[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,5}\W{0,3}")
_ATTACHED_AS = pattern(r"\b(?:attached|annexed)\s(?:hereto\s|to\sthis\s\w+\s)?as\s", ENGLISH)
_MODIFIED = pattern(
    r"\bmodified\s(?:hereby\s)?(?:as\sfollows|by\sthe\sfollowing)\W{0,3}$"
)
_SO_THAT = pattern(r"\bso\sthat\b[^:\"“]{0,160}\bread", ENGLISH)


def read(setting: Setting) -> list[Operation]:
    """Read an order to put a provision in the place of another."""
    order = setting.order
    if restated := _so_that(setting):
        return restated
    if not _restates(setting):
        return []
    targets = _targets(setting)
    place = setting.given() if order.announced is not None or order.verb != "amend" else None
    if place is None:
        return _attached(setting, targets) or shared(setting, targets)
    targets = targets or bears_address_of(setting, place[0])
    if _is_no_text(setting, targets, *place):
        return []
    called = [
        path
        for phrase in order.instead
        for path in setting.resolve([phrase])
        if phrase.kind == "path" and phrase.new
    ]
    if len(called) > 1:
        return _by_name(setting, called, targets, *place)
    if len(targets) > 1:
        return each_its_own(setting, targets, *place)
    if not targets or not fits(setting, *place, targets[0], renumbered=bool(called)):
        return []
    new = setting.piece(*labelled(setting, *place, targets[0]))
    return [setting.operation(Action.REPLACE_PROVISION, targets[0], new=new)]


def _is_no_text(setting: Setting, targets: list[Path], start: int, end: int) -> bool:
    """Whether what follows are orders, or a part, or whether "modified as follows" may add as well as replace."""
    if _EDITS_WORDS.search(setting.text, start, end) or _IS_PART.match(setting.text, start, end):
        return True
    if any(target.term for target in targets) and _IS_NAME.fullmatch(setting.text, start, end):
        return True  # "the term "Toll" is restated as "Fee"": it is called otherwise, and still means the same
    modified = _MODIFIED.search(setting.text, setting.sentence.start, setting.sentence.end)
    return bool(modified) and not any(is_numbered(setting, target, start, end) for target in targets)


def _restates(setting: Setting) -> bool:
    """Whether an order puts something in the place of a provision, and neither beside it nor in words of it."""
    order = setting.order
    if order.verb not in {"amend", "restate", "replace", "change"} or any(
        order.of(kind) for kind in ("quote", "point", "table", "entries")
    ):
        return False
    if order.verb == "amend" and any(phrase.new for phrase in (*order.objects, *order.places)):
        return False  # a new provision takes the place of none
    if order.passive and not order.objects and any(phrase.start < order.start for phrase in order.places):
        return False  # "the rate in Section 5 shall read": not the section
    of_terms = order.announced in DEFINITIONS and any(not path.term for path in _targets(setting))
    if of_terms and any(phrase.kind == "follow" for phrase in order.objects):
        return False  # "the following definitions in Section 1.1": not the section
    words = any(phrase.kind == "quote" for phrase in order.instead)
    if words and not any(phrase.kind == "follow" for phrase in order.instead) and not order.objects:
        return False  # "in Section 4 "twelve" is substituted": for what, the sentence does not say
    beside = order.after or order.before or order.at_end or order.at_beginning
    return order.verb != "amend" or not (beside or _BY.match(setting.text, order.end, setting.sentence.end))


def _by_name(
    setting: Setting, called: list[Path], targets: list[Path], start: int, end: int
) -> list[Operation]:
    """`replaced with the following Sections 5.6(b) and (c)`: each by its number, those that are new added."""
    if not all(is_numbered(setting, path, start, end) for path in called):
        return []
    return [
        msgspec.structs.replace(one, action=Action.ADD_PROVISION)
        if one.target not in targets and one.action is Action.REPLACE_PROVISION
        else one
        for one in each_its_own(setting, called, start, end)
    ]


def _so_that(setting: Setting) -> list[Operation]:
    """`so that such Section shall read`: the result is given in full, whatever is done to reach it."""
    match = _SO_THAT.search(setting.text, setting.sentence.start, setting.sentence.end)
    place = setting.announced()
    if match is None or place is None:
        return []
    named = [
        path
        for found in references(setting.text, match.start(), match.end())
        for path in found.paths
        if not path.relative
    ]
    targets = [setting.own(path) for path in named] or [
        msgspec.structs.replace(path, place=None)
        for path in setting.resolve(setting.order.places) or setting.target
    ]
    return [
        setting.operation(Action.REPLACE_PROVISION, target, new=setting.piece(*place))
        for target in targets[:1]
    ]


def _targets(setting: Setting) -> list[Path]:
    order = setting.order
    named = [phrase for phrase in order.objects if phrase.kind == "path"]
    if len(named) == 2 and re.fullmatch(r",?\s", setting.text[named[0].end : named[1].start]):
        return list(
            dict.fromkeys(setting.resolve(named[1:], setting.resolve(named[:1])))
        )  # "Section 1(a), first sentence"
    behind = [phrase for phrase in order.places if phrase.start > order.end]
    if named and behind and all(path.relative for phrase in behind for path in phrase.paths):
        return list(
            dict.fromkeys(setting.resolve(behind, setting.resolve(named)))
        )  # "Section 2 is amended to cause clause (i) thereof to read"
    behind = [phrase for phrase in named if phrase.start >= order.end]
    if (
        order.passive and behind and len(behind) < len(named)
    ):  # "Section 2 is amended to cause clause (i) to read"
        before = [phrase for phrase in named if phrase.start < order.start]
        return list(dict.fromkeys(setting.resolve(behind, setting.resolve(before))))
    if named:
        around = setting.resolve(order.places) or None
        return list(dict.fromkeys(setting.resolve(named, around)))
    spoken_of = [path for path in setting.target if not path.whole]
    if spoken_of and any(phrase.value in {"it", "them", "the same"} for phrase in order.objects):
        return spoken_of
    return setting.resolve(order.places) or spoken_of


def _attached(setting: Setting, targets: list[Path]) -> list[Operation]:
    """A schedule or exhibit is replaced by one that is attached to the instrument."""
    order = setting.order
    tail = setting.text[min([order.end, *(phrase.start for phrase in order.instead)]) : setting.sentence.end]
    parts = [path for phrase in (*order.instead, *order.places) for path in phrase.paths if path.part]
    leans = any(phrase.kind == "pronoun" for phrase in order.objects)
    every = [setting.own(part) for part in parts]
    objects = [phrase for phrase in order.objects if phrase.kind == "path"]
    spoken_of = setting.resolve(objects) if objects or not leans else targets
    named = [path for path in spoken_of if not path.part]
    amended = order.verb == "amend" and not WHOLE.search(setting.text, order.end, setting.sentence.end)
    if named and parts and is_attached(setting, tail, parts):
        if amended or len(spoken_of) > 1 or len(parts) > 1:
            return []
        return [
            setting.operation(Action.REPLACE_PROVISION, named[0], new=set_forth(setting, parts[0], named[0]))
        ]
    spoken = [path for path in setting.target if path.part and not path.section]
    if len(spoken) == 1 and leans:
        targets = spoken  # "Exhibit B is amended by deleting it and substituting the form annexed as Annex A"
    if len(targets) == 1 and len(parts) > 1:
        parts = sorted(parts, key=lambda path: part_text(setting, path, path) is None)[
            :1
        ]  # "New Schedule 1 attached as Annex I"
    again = order.verb == "replace" and [setting.own(part) for part in parts] == targets
    if not parts or not (again or is_attached(setting, tail, parts)):
        return []  # `Exhibit A is replaced by the revised Exhibit A`: by itself, wherever its text is
    if any(target.section or target.steps for target in targets) and _ATTACHED_AS.search(tail):
        return []  # what is attached as a part is what is put in, and not what is replaced
    subject = objects or (setting.target and (leans or order.verb != "amend"))
    if not subject and targets == [setting.own(part) for part in parts]:
        return []  # "the Agreement is amended as set forth in Annex A": that is no part of the agreement
    targets = [target for target in targets if target.part] or [setting.own(part) for part in parts]
    if len(targets) > len(parts):
        return []  # "Exhibits A and B are replaced with Exhibit A": what becomes of the other is not said
    return [
        setting.operation(Action.REPLACE_PROVISION, _as_part(_of_its_document(target, every)), new=part_text(setting, part, target))
        for target, part in zip(targets, parts, strict=False)
    ]


def _of_its_document(path: Path, instead: Sequence[Path]) -> Path:
    """`a new Exhibit A to the Lease, which replaces the existing Exhibit A`: that of the Lease."""
    documents = [path.document, *(one.document for one in instead if one.part == path.part)]
    return msgspec.structs.replace(path, document=next(filter(None, documents), None))


def _as_part(path: Path) -> Path:
    """A part as the agreement's own, unless it is surely one of another document."""
    document = path.document if path.document and is_document(path.document) else None
    return msgspec.structs.replace(path, document=document, inner=())
