"""Exhibits and schedules that a text in force refers to and that are not in the file.

In: the words that stand.  Out: those that are referred to, and of which no document to hand holds a part or a line that they
head; those that a list names are told apart.  A reference that names another document, or what is filed with an authority,
is left out; so is one that stands in an exhibit.
"""

import itertools
import re
from collections.abc import Iterator

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import ProvisionKind, references
from conformed.instrument.numbers.ordinals import roman
from conformed.standing.in_force import InForce
from conformed.standing.observed import About, Observed

_APART = {ProvisionKind.PART, ProvisionKind.QUOTATION, ProvisionKind.TITLE, ProvisionKind.CONTENTS, ProvisionKind.SIGNATURES}
_WORDS = "Exhibit|Schedule|Annex|Appendix|Attachment"
_WORD = f"(?P<word>{_WORDS})"
_VALUE = r"(?P<value>[A-Z]{1,4}(?:-\d{1,2}|-[A-Z])?|\d{1,3}(?:\.\d{1,3}){0,3}[A-Z]?(?:-\d{1,2})?)"
_CALLED = pattern(rf"{_WORD}s?\s{_VALUE}(?P<steps>(?:\(\w{{1,4}}\))*)(?:/|\Z)")
_CAPITAL = pattern(rf"(?:the\s)?(?:{_WORDS}|{_WORDS.upper()})", re.ASCII)
_HEAD = pattern(  # a line that such a part heads, or that a list of them has
    rf"^[^\S\n]*(?:form\sof\s)?{_WORD}s?[^\S\n]{{1,4}}[\"“]?(?-i:{_VALUE})(?P<steps>(?:\(\w{{1,4}}\))*)[\"”]?(?=[^\w\n]*$"
    rf"|[^\w\n]{{1,40}}(?:(?:to|of)\s|(?-i:[A-Z\d]))|[.:-]|\s[-–—])",
    re.IGNORECASE | re.MULTILINE,
)
_OF_ANOTHER = pattern(
    r",?\s?(?:(?:Table|Part|Section|Item|Page)\s\w{1,4}\s)?(?:there(?:to|of|in)\b|(?:to|of|in)\s(?:the|such|said|that|its|any|each|an?)\s"
    r"(?:(?:applicable|relevant|related|respective|corresponding|most|recent|latest|current|annual|quarterly)\s){0,4}(?-i:[A-Z]))",
    ENGLISH,
)
_AGAIN = pattern(r"\b(?:such|said)\s\Z", ENGLISH)  # it was named before, where it tells whose it is
_ATTACHED_TO = pattern(
    r"\b(?:attached|annexed|appended|contained|included|set\sforth|filed)\s(?:to|in|as\spart\sof|with)\s(?!this\b|the\sform\b)"
    r"(?:the|such|that|said|its|any|each)\s[^.;]{0,80}$",
    ENGLISH,
)
_FILED = pattern(
    r"\b(?:filed|incorporated\s(?:herein\s)?by\sreference|Form\s(?:8|10|20|S|1040|W)\b|Registration\sStatement|Annual\sReport"
    r"|Securities\sand\sExchange|Exchange\sAct|Securities\sAct|Regulation\s[A-Z])",
    ENGLISH,
)
_OF_LAW = pattern(r"Schedule (?:K-1|1[34]\b.*|13[A-Z].*|14[A-Z].*|TO)")
_AROUND = 110  # characters beside a reference in which a filing may be named
_NEAR = 5  # lines between the items of a list
_LINE = 120  # characters of a line before a head
_APART_FROM = pattern(  # before a head: no sentence that goes on
    r"(?:\A|\n[^\w\n]*\n|\f|<page>[^\w\n]*\n|\n\W{0,40}\d{1,4}\W*\n)[^\w\n]*\Z",
    ENGLISH,
)


def lacking(text: InForce) -> Iterator[Observed]:
    """The exhibits and schedules that are not in the file, those of a list and the others together."""
    stand, listed = _parts(text)
    found: dict[str, tuple[int, int]] = {}
    counts: dict[str, int] = {}
    for one in references(text.text):
        words = text.text[one.start : one.end]
        if not _CAPITAL.match(words) or "\n" in words or one.back or _is_of_another(text, one.start, one.end):
            continue
        for path in one.paths:
            told = _CALLED.match(path.part) if path.part and path.document is None else None
            if told and not _OF_LAW.fullmatch(path.part or "") and not _keys(told) & stand:
                name = f"{told['word']} {told['value']}{told['steps']}"
                found.setdefault(name, (one.start, one.end))
                counts[name] = counts.get(name, 0) + 1
    for in_list in (False, True):
        names = [name for name in found if bool(_keys(_CALLED.match(name)) & listed) is in_list]
        if names:
            told_of = ", ".join(f"{name} ({counts[name]} places)" if counts[name] > 1 else name for name in names)
            are = "are" if len(names) > 1 else "is"
            says = f"{told_of} {are} referred to, and {are} {'only listed, and ' if in_list else ''}not in the file."
            yield Observed(About.LACKING, ", ".join(names), says, tuple(text.place(*found[name]) for name in names))


def _is_of_another(text: InForce, start: int, end: int) -> bool:
    """Whether a reference is to a part of another document or stands in one, or to what is filed."""
    if any(each.kind in _APART for each in text.around(start)) or _OF_ANOTHER.match(text.text, end):
        return True
    before = text.text[max(0, start - _AROUND) : start]
    return bool(_AGAIN.search(before) or _ATTACHED_TO.search(before) or _FILED.search(f"{before} {text.text[end : end + _AROUND]}"))


def _keys(told: re.Match[str] | None) -> set[str]:
    """The names under which a part may stand: a roman number also in figures, a clause of it as the whole."""
    if told is None:
        return set()
    word, value = told["word"].lower(), told["value"].lower()
    values = {value, value.partition("-")[0]} | ({str(roman(value))} if roman(value) else set())
    return {f"{word} {one}" for one in values}


def _parts(text: InForce) -> tuple[set[str], set[str]]:
    """The names of the parts that stand in any of the documents, and of those that only a list names."""
    stand: set[str] = set()
    listed: set[str] = set()
    for one in text.root.walk():
        if one.kind is ProvisionKind.PART:
            stand |= _keys(_CALLED.match(one.label)) | {one.label.lower()}
    for document in text.documents.values():
        words = document.text  # as the file has it: the heads of parts that are alike are passed over by reading as those of pages
        heads = list(_HEAD.finditer(words))
        near = [words.count("\n", one.end(), other.start()) <= _NEAR for one, other in itertools.pairwise(heads)]
        for turn, match in enumerate(heads):
            if any(near[max(0, turn - 1) : turn + 1]):
                listed |= _keys(match)
            elif _APART_FROM.search(words, max(0, match.start() - _LINE), match.start()):
                stand |= _keys(match)
    return stand, listed
