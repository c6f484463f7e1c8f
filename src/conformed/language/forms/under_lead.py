"""What stands in a list of amendments and edits no words, as in "the Agreement is amended as follows: the wage is $5".

The lead says that the agreement as a whole is amended by what follows it, so that an item which only states
something stands beside the agreement, or beside the provision or term that it speaks of.
"""

import itertools

from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.stops import stops
from conformed.instrument import Path, Provision, references
from conformed.instrument.set_off.ordering import orders
from conformed.language.operation import Operation
from conformed.language.sentences.sentences import unquoted
from conformed.language.sentences.wording import by_caption, by_wording
from conformed.language.setting.beside import beside_each, end_of_paragraph
from conformed.language.setting.ours import of_agreement
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        "The Credit Agreement is hereby amended as follows:\n(a) The miller's wage is $5 in May. It is paid in oats.",
        "override *: The miller's wage is $5 in May. It is paid in oats",
    ),
    (
        "The parties agree to amend the Credit Agreement in the following respects:\n(a) Wage increase from $4 each day to $5 each day.\n"
        "(b) The “Season” shall mean the months from May to June.",
        "override *: Wage increase from $4 each day to $5 each day\noverride #Season: The “Season” shall mean the months from May to June",
    ),
    (
        "The Credit Agreement is amended as follows:\n(a) The toll referred to in paragraph 3(a) of the Credit Agreement is $600 each year.",
        "override 3(a): The toll referred to in paragraph 3(a) of the Credit Agreement is $600 each year",
    ),
)

_LEAD = pattern(
    r"\b(?:amend|modif|revis|chang|supplement)(?!ment\b)\w*\b(?:[^.;:]|\.(?=\S|\s[a-z])){0,240}?"
    r"\b(?:as\sfollows|in\sthe\sfollowing\s(?:respects|manner|particulars|ways)|(?:with|by)\sthe\sfollowing(?:\s(?:changes|modifications|amendments|terms))?"
    r"|as\sset\s(?:forth|out)\sbelow)\W*$",
    ENGLISH,
)
_STATES = pattern(
    r"(?=[A-Z])(?i:[^.;]|\.(?=\d|\S)){0,300}?(?i:\b(?:shall|will|is|are|means?|must|may)\s|\bfrom\s(?:[^.;]|\.(?=\d)){1,300}?\sto\s)"
)
_OF_ITSELF = pattern(
    r"^\W{0,3}(?:except|this\s(?:section|paragraph|clause|article|definition))\b|\bremains?\s|\bthis\s(?:[\w-]+\s){0,3}(?:amendment|letter|addendum|waiver|consent|modification|supplement|order|instrument|document|memorandum)\s(?:shall|will|is|are|may|has|constitutes|does|and)\b"
    r"|\bthis\sagreement\s(?:shall|will)\s(?:be(?:come)?\seffective|take\seffect)\b|\bhere(?:to|in)\b|\backnowledg|\bunderst(?:and|ood)|\bwaive|\bforegoing\b|\bthe\sfollowing\b|\bas\sfollows\b|\bplease\b|\b(?:currently|presently)\b|\bexecute\b|\bpart(?:y|ies)\b",
    ENGLISH,
)
_TERM = pattern(r"^\W{0,3}(?:[Tt]he\s(?:term\s)?)?[“\"](?P<term>[^”\"\n]{1,60})[”\"],?\s(?:shall\s(?:mean|be)|means)\b")
_FEW = 5  # words of which a caption or a date may be
_BEFORE = 320  # characters before a list, or its only item, in which the lead stands


def read(setting: Setting) -> list[Operation]:
    """Read an item of a list of amendments that states something and orders nothing."""
    start, end = setting.sentence.start, setting.sentence.end
    words = setting.text[start:end]
    if len(words.split()) <= _FEW or not _opens_item(setting) or not (_STATES.match(words) or _TERM.match(words)):
        return []
    if by_wording(words) or orders(words) or _OF_ITSELF.search(unquoted(words)) or _LEAD.search(words):
        return []
    if any(one.heading and by_caption(one.heading) for one in setting.sentence.chain) or not _is_listed(setting):
        return []
    return beside_each(setting, _targets(setting, words), start, end_of_paragraph(setting))


def _targets(setting: Setting, words: str) -> tuple[Path, ...]:
    """The provisions of the agreement that an item names first, else the term that it defines, else the agreement."""
    if named := next(of_agreement(setting, words), ()):
        return named
    defined = _TERM.match(words)
    return (Path(term=defined["term"]) if defined else Path(),)


def _opens_item(setting: Setting) -> bool:
    """Whether a sentence is the first of its paragraph, so that those behind it are told with it."""
    own = setting.sentence.chain[-1]
    begun = max(own.body, setting.text.rfind("\n", 0, setting.sentence.start) + 1)
    return not setting.text[begun : setting.sentence.start].strip()


def _is_listed(setting: Setting) -> bool:
    """Whether a sentence stands right under a lead that says of the agreement as a whole that it is amended by what follows."""
    text, sentence = setting.text, setting.sentence
    begun = sentence.start
    if len(sentence.chain) > 2:
        return any(_amends_all(lead.words[-1]) for lead in itertools.islice(sentence.leads(text), 1))
    if len(sentence.chain) == 2 and sentence.chain[1].path:
        begun = _first_of_list(setting, sentence.chain[1]).start
    before = text[max(0, begun - _BEFORE) : begun].rstrip()
    last = before[max(stops(before, 0, len(before) - 1), default=0) :]
    return _amends_all(last) or _amends_all(before[before.rfind("\n") + 1 :])


def _first_of_list(setting: Setting, own: Provision) -> Provision:
    """The section with which the list begins that counts on to `own`, without one of another kind between them.

    Only the first may be of another kind: "1. The recitals are incorporated herein."
    """
    first, number = own, own.path
    for one in reversed([one for one in setting.instrument.root.children if one.start < own.start]):
        standard = (one.heading and by_caption(one.heading)) or by_wording(setting.text[one.body : one.lead])
        if (standard and one.path != "1") or not (number.isdigit() and one.path == str(int(number) - 1)):
            break
        first, number = one, one.path
    return first


def _amends_all(words: str) -> bool:
    return _LEAD.search(words) is not None and not any(
        path.section or path.part or path.term for found in references(words) for path in found.paths
    )
