"""Whether a new text is surely that of the provision whose place it is to take.

In: the setting of an order, the new text, and the provision.  Out: no, where the text goes on with the provision behind
it, bears the number of another, begins in its midst, or gives a part of it only.
"""

import itertools
import re
from collections.abc import Set

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, references
from conformed.instrument.numbers.markers import clauses
from conformed.instrument.numbers.ordinals import begins_a_list, ordinal, roman
from conformed.language.setting.numbered_text import numbers
from conformed.language.setting.setting import Setting

_HEAD = 200  # characters in which the first clause of a section shows
WHOLE = pattern(r"\b(?:entirety|full|whole)\b", ENGLISH)
_TITLED = pattern(r"[\"“]?(?:Section\s)?[\d.]+\s[\"“]?[A-Z]")
_RUNS_IN = pattern(r"(?:;|,|:)\s(?:and\s|or\s)?$")
_JOINED = (" and ", "\nand ")
_NUMBER = pattern(r"[“\"]?(\d{1,3}(?:\.\d{1,3}){0,3})\.?\s(?=[A-Z])")
_ADDRESS = pattern(r"[“\"]?(\d{1,3}(?:\.\d{1,3}){0,3}(?:\(\w{1,5}\)){1,3})\s(?=[A-Z])")
_CALLS_ITSELF = pattern(r"\bthis\s(?:sub-?)?(?:section|paragraph|article|clause)\s[\dIVX(]", ENGLISH)
_RUN_IN = {"(w)", "(x)"}  # with which a list begins that runs in


def begins(setting: Setting, labels: Set[str], start: int, end: int) -> list[tuple[str, int, int]]:
    """Where the numbers of a new text stand, those of clauses that run in where a clause wanted opens no paragraph."""
    found = _in_the_case_of(labels, numbers(setting, start, end))
    if labels <= {label for label, _, _ in found}:
        return found
    begun = {at for _, at, _ in found}
    markers = [one for one in clauses(setting.text, start, end, 0, row=False) if one.start not in begun and f"({one.value})" in labels]
    before = {one.start: setting.text[max(start, one.start - 12) : one.start] for one in markers}
    inner = [(f"({one.value})", one.start, end) for one in markers if _RUNS_IN.search(before[one.start])]
    found = sorted([*found, *inner], key=lambda one: one[1])
    joined = [(f"({one.value})", one.start, end) for one in markers if before[one.start].endswith(_JOINED)]
    if len(joined) == 1 and found and found[-1][1] < joined[0][1] and labels - {label for label, _, _ in found} == {joined[0][0]}:
        return [*found, *joined]  # "(g) rye, (h) oats and (i) wheat"
    return found


def _in_the_case_of(labels: Set[str], found: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The numbers of a new text that prints the letters of all its clauses in capitals: `(C) TOLLS` of "clauses (c) and (j)"."""
    lower = [label.lower() for label, _, _ in found]
    capitals = not labels & {label for label, _, _ in found} and labels <= set(lower)
    return [(label, at, until) for label, (_, at, until) in zip(lower, found, strict=True)] if capitals else found


def is_numbered(setting: Setting, path: Path, start: int, end: int) -> bool:
    """Whether a paragraph of the new text bears the number of a provision."""
    return any(one == path.label for one, _, _ in numbers(setting, start, end))


def fits(setting: Setting, start: int, end: int, target: Path, *, renumbered: bool) -> bool:
    """Whether the text fits a provision, which the order may have `renumbered`."""
    return not (
        _holds_another(setting, start, end, target)
        or _is_a_part(setting, start, end, target)
        or (not renumbered and _contradicts(setting, start, end, target))
    )


def _holds_another(setting: Setting, start: int, end: int, target: Path) -> bool:
    """Whether the new text of a provision goes on with another, of which the order does not speak."""
    own = target.label
    found = numbers(setting, start, end)
    labels = [label for label, _, _ in found]
    if target.term or target.place or own not in labels:
        return False
    behind = labels[labels.index(own) + 1 :]
    if target.steps:
        places = dict(ordinal(own.strip("()")))
        return len(places) == 1 and any(
            len(read) == 1 and read[0][0] in places and read[0][1] > places[read[0][0]]
            for label in itertools.takewhile(lambda label: not begins_a_list(label.strip("()")), behind)
            if label.startswith("(") and (read := ordinal(label.strip("()")))
        )
    head, _, tail = own.rpartition(".")
    if not tail.isdecimal() or "1" in behind:
        return False
    if head:
        after = f"{head}.{int(tail) + 1}"
        return any(
            label == after and _TITLED.match(setting.text, begun, end)
            for label, begun, _ in found[labels.index(own) + 1 :]
        )
    return any(int(re.match(r"\d+", label)[0]) > int(tail) for label in behind if label[:1].isdigit())  # type: ignore[index]


def _contradicts(setting: Setting, start: int, end: int, target: Path) -> bool:
    """Whether the new text of a provision bears the number of another beside it, or begins in the midst of it."""
    found = numbers(setting, start, end)
    own = target.label
    if target.term or not found or found[0][1] != start or own in {label for label, _, _ in found}:
        return False
    label = found[0][0]
    if target.section and not (target.steps or target.place) and label.startswith("("):
        last = target.section.endswith(label.strip("()"))  # "B. Tolls." is Section 4B
        return not (last or label in _RUN_IN or begins_a_list(label.strip("()")))  # its clause (c) alone
    if target.steps and label in {target.section, *target.steps[:-1]}:
        return True
    if target.steps and label.startswith("("):
        return label not in _RUN_IN and _is_beside(label.strip("()"), own.strip("()"))
    wanted, given = _figures(own), _figures(label)
    if not wanted or not given or set(given) == {1}:
        return False
    if any(one != other for one, other in zip(wanted, given, strict=False)):
        return True
    return len(given) > len(wanted) and given[len(wanted)] > 1


def _is_beside(label: str, own: str) -> bool:
    """Whether a letter or figure counts on in the list of another, and begins none below it."""
    styles = {style for style, _ in ordinal(own)}
    return not begins_a_list(label) and any(style in styles for style, _ in ordinal(label))


def _figures(section: str) -> list[int]:
    """The number of a section or article in figures: 7 and 2 for `7.02`, 7 for `Article VII`."""
    value = section.rpartition(" ")[2]
    if number := roman(value.lower()):
        return [number]
    figures = value.split(".")
    return [int(one) for one in figures] if all(one.isdecimal() for one in figures) else []


def _is_a_part(setting: Setting, start: int, end: int, target: Path) -> bool:
    """Whether a section that is only "amended" is followed by its clause (a) alone: what of the others is not said."""
    words = setting.text[start:end]
    bare = setting.order.verb == "amend" and not target.steps and target.section is not None
    said = WHOLE.search(setting.text, setting.order.end, setting.sentence.end)
    return bare and not said and "(a)" in words[:_HEAD] and "(b)" not in words


def in_several_documents(targets: list[Path]) -> bool:
    """Whether each provision is of another document, as where an amendment has told the same of it."""
    return len({target.document for target in targets}) == len(targets)


def serves_each(setting: Setting, start: int, end: int) -> bool:
    """Whether one text may be that of provisions of several documents: a paragraph that gives itself no number."""
    return "\n" not in setting.text[start:end].strip() and not _CALLS_ITSELF.search(setting.text, start, end)


def bears_address_of(setting: Setting, start: int) -> list[Path]:
    """The provision that a sentence names in passing and whose whole address opens the text: `"6(4) Tolls. The toll is $5."`.

    Of "the following section" that is restated in full, its number alone tells which it is.
    """
    order = setting.order
    bare = _NUMBER.match(setting.text, start) if order.announced in {"section", "provision", "paragraph"} else None
    full = WHOLE.search(setting.text, order.start, setting.sentence.end)
    if bare and full and order.passive and {phrase.kind for phrase in order.objects} == {"follow"}:
        return [Path(section=bare[1])]
    address = _ADDRESS.match(setting.text, start)
    if address is None:
        return []
    found = references(setting.text, setting.sentence.start, setting.sentence.end)
    named = [setting.own(path) for one in found for path in one.paths]
    return [path for path in named if str(path) == address[1]][:1]
