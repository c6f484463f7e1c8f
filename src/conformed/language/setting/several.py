"""Several provisions are restated at once: each takes its own part of the new text, or one text takes the place of all."""

import re

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language.operation import Action, Operation
from conformed.language.setting.fitting import begins, in_several_documents, serves_each
from conformed.language.setting.setting import Setting, reserved

_EACH_OF = pattern(r"\beach\sof\b", ENGLISH)
_ONE_COUNTED = pattern(r"(?P<what>sentence|paragraph) (?P<number>\d+)")
_COUNTED = pattern(r"(?:sentence|paragraph)s?\b")


def each_its_own(setting: Setting, targets: list[Path], start: int, end: int) -> list[Operation]:
    """Give each of several provisions its own part of the new text, by its number."""
    labels = {target.label for target in targets}
    begun = begins(setting, labels, start, end)
    numbered = sum(label in labels for label, _, _ in begun)
    several = in_several_documents(targets)  # "Section 2(a) and Section 1 of Amendment 2"
    if several and not numbered and not serves_each(setting, start, end):
        return []
    one_label = len(labels) == 1 and not any(target.place for target in targets)
    one_text = one_label and numbered <= 1  # "Each of Sections 9(a)(ii) and 9(b)(ii)": one text for each
    if one_text or (several and not numbered):
        new = setting.piece(*setting.unquoted(start, end))
        return [setting.operation(Action.REPLACE_PROVISION, target, new=new) for target in targets]
    found: list[tuple[Path, int]] = []
    at = 0
    for target in targets:
        place = next((n for n in range(at, len(begun)) if begun[n][0] == target.label), None)
        if place is None:
            return [] if several or found[1:] else _first(setting, targets, start, end, numbered=bool(found))
        found.append((target, begun[place][1]))
        at = place + 1
    ends = [*(begun for _, begun in found[1:]), _next(begun, found[-1], end)]
    return [
        setting.operation(Action.REPLACE_PROVISION, target, new=setting.piece(*setting.unquoted(at, until)))
        for (target, at), until in zip(found, ends, strict=True)
    ]


def _first(setting: Setting, targets: list[Path], start: int, end: int, *, numbered: bool) -> list[Operation]:
    """One text takes the place of several provisions: of the first, whose number it may bear, while the others are struck."""
    if _EACH_OF.search(setting.text, setting.sentence.start, setting.order.end):
        new = setting.piece(start, end)
        return [setting.operation(Action.REPLACE_PROVISION, target, new=new) for target in targets]
    if reserved(setting.text[start:end]):
        new = setting.piece(start, end)
        return [setting.operation(Action.REPLACE_PROVISION, target, new=new) for target in targets]
    around = {msgspec.structs.replace(target, place=None, inner=()) for target in targets}
    if any(target.place for target in targets) and len(around) > 1:
        return []  # "the first sentences of Sections 5(a) and 5(b)": what is whose, is not told
    if any(target.place and not _COUNTED.match(target.place) for target in targets):
        return []  # "the caption and the first clause": the text is of both
    own = any(one == targets[0].label for one, _, _ in begins(setting, {targets[0].label}, start, end)[:1])
    told = own and setting.order.struck and _names_none(setting.text[start:end], targets[1:])
    if (own or numbered) and not told:
        return []  # the first under its number: whether the others are struck, is not told
    if not setting.order.struck and any(target.place is None for target in targets):
        return []
    if (run := _in_a_row(targets)) is not None:
        return [setting.operation(Action.REPLACE_PROVISION, run, new=setting.piece(start, end))]
    first = setting.operation(Action.REPLACE_PROVISION, targets[0], new=setting.piece(start, end))
    return [first, *(setting.operation(Action.DELETE_PROVISION, target) for target in targets[1:])]


def _names_none(words: str, others: list[Path]) -> bool:
    """Whether a new text says nothing of the provisions that are struck beside the one whose number it bears."""
    labels = (re.escape((other.section if other.section and not other.steps else other.part or other.label).strip("()")) for other in others)
    return not any(other.place for other in others) and re.search(rf"\b(?:{'|'.join(labels)})\b", words) is None


def _in_a_row(targets: list[Path]) -> Path | None:
    """The sentences, or paragraphs, that follow one another as one place: `the second and third sentences of Section 9`."""
    counted = [_ONE_COUNTED.fullmatch(target.place or "") for target in targets]
    numbers = [int(one["number"]) for one in counted if one]
    runs = numbers == list(range(numbers[0], numbers[0] + len(targets))) if numbers else False
    alike = {one["what"] for one in counted if one}
    if not runs or len(alike) > 1 or any(target.inner for target in targets):
        return None
    return msgspec.structs.replace(targets[0], place=f"{alike.pop()}s {numbers[0]}-{numbers[-1]}")


def _next(begins: list[tuple[str, int, int]], last: tuple[Path, int], end: int) -> int:
    """Where the provision ends that is the last one wanted: where the one that is counted after it begins."""
    label = last[0].label.strip("()")
    following = {f"({chr(ord(label) + 1)})"} if len(label) == 1 and label.isalpha() else set()
    following |= {f"({int(label) + 1})"} if label.isdigit() else set()
    return next((begun for one, begun, _ in begins if begun > last[1] and one in following), end)


def shared(setting: Setting, targets: list[Path]) -> list[Operation]:
    """The new text is set off behind an order that comes later in the sentence; each takes its own part."""
    quotation = setting.sentence.announced
    if setting.announces or quotation is None or not targets or not all(target.steps for target in targets):
        return []
    found = each_its_own(setting, targets, quotation.start, quotation.end)
    return found if len(found) == len(targets) and found[0].new and found[0].new.span.start > 0 else []
