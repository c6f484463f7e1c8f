"""What a provision of the agreement provides for is told anew, without a word of editing.

"The term provided for in Section 1 of the Lease shall end on May 1, 2020": the sentence stands beside Section 1.
"""

import re

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument import Path, references
from conformed.language.operation import Operation
from conformed.language.sentences.bounds import opening
from conformed.language.sentences.sentences import unquoted
from conformed.language.setting.beside import beside
from conformed.language.setting.ours import is_of_agreement
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        "The term of hire provided for in paragraph 1 of the Credit Agreement shall end on December 31, 2010.",
        "override 1: The term of hire provided for in paragraph 1 of the Credit Agreement shall end on December 31, 2010",
    ),
    (
        "The parties agree that, for the year commencing May 1, 2020, the wage pursuant to Section 3(a) of the Credit Agreement shall be paid "
        "at the rate of $800 per year.",
        "override 3(a): for the year commencing May 1, 2020, the wage pursuant to Section 3(a) of the Credit Agreement shall be paid at the rate "
        "of $800 per year",
    ),
    (
        "The toll provided for in Section 8(b) of your Credit Agreement will equal $9.",
        "override 8(b): The toll provided for in Section 8(b) of your Credit Agreement will equal $9",
    ),
    (
        "If the mill is sold, the rent under Section 4 of the Credit Agreement will expire on May 1, 2020 and the toll pursuant to Section 5 of "
        "the Credit Agreement shall be $5.",
        "override 4: If the mill is sold, the rent under Section 4 of the Credit Agreement will expire on May 1, 2020 and the toll pursuant to "
        "Section 5 of the Credit Agreement shall be $5\noverride 5: If the mill is sold, the rent under Section 4 of the Credit Agreement will "
        "expire on May 1, 2020 and the toll pursuant to Section 5 of the Credit Agreement shall be $5",
    ),
    (
        "The Borrower shall continue to pay a toll under Section 4.1 of the Credit Agreement of $210, effective as of March 1, 2020.",
        "override 4.1: The Borrower shall continue to pay a toll under Section 4.1 of the Credit Agreement of $210, effective as of March 1, 2020",
    ),
)

_BY = pattern(
    r"\b(?:provided(?:\sfor)?\s(?:in|by|under)|(?:set\sforth|specified|stated|described|established)\s(?:in|under)|under|pursuant\sto)\s(?:the\s)?$",
    re.IGNORECASE,
)
_ANEW = pattern(
    r",?\s(?:\([^()]{1,120}\),?\s|as\s(?:\w+\s){0,2}amended[^,;]{0,80},\s)?(?:shall|will)\s(?:(?:hereafter|henceforth|now|instead|hereby)\s)?"
    r"(?:(?:end|expire|terminate)\s(?:on|as\sof|upon)|equal\s|be\s(?:(?:hereby\s)?(?:paid|payable|calculated|computed|determined)|equal\sto|an?\samount|[$\d]|[A-Z][a-z]+\s\d))"
)
_AMOUNT = pattern(r",?\s(?:of|in\sthe\samount\sof|at\s(?:the|an)\s(?:annual\s)?rate\sof)\s\$\d")
_YOURS = pattern(r"\sof\s(?:your|his|her|their)\s(?P<name>[A-Z]\w+(?:\s[A-Z]\w+){0,4})")
_BEGINS = pattern(r"\bthat,?\s(?:effective\s[^,]{1,40}(?:,\s\d{4})?,\s)?")
_NEAR = 600  # characters before an address in which its clause begins
_COMMA = pattern(r",\s(?=(?:the|your|his|her|its|their|any|each|all)\s)")
_AND = pattern(r"\sand\s(?=(?:the|your|his|her|its|their|any|each|all)\s)")
_IS_TO = pattern(r"\b(?:shall|will)\b")
_TOLD = pattern(r"\b(?:shall|will|may|is|are|was|has|have|agrees?|represents?|waives?|[Cc]onditions?|[Rr]epresentations?)\b")


def read(setting: Setting) -> list[Operation]:
    """Read a sentence whose subject a provision of the agreement provides for, and which tells what that now is."""
    begun, end = setting.sentence.start, setting.sentence.end
    words = unquoted(setting.text[begun:end])
    found: list[Operation] = []
    since = 0  # where the clause begins in which a provision is named
    for named in references(words, 0, len(words)):
        paths, told, near = named.paths, named.end, max(0, named.start - _NEAR)
        if yours := _YOURS.match(words, named.end):
            paths, told = tuple(msgspec.structs.replace(path, document=yours["name"]) for path in paths), yours.end()
        if not all(is_of_agreement(setting, path) for path in paths) or not _BY.search(words, near, named.start):
            continue
        start = max((match.end() for match in _BEGINS.finditer(words, near, named.start)), default=0)
        if near > max(since, start):
            continue  # in the midst of a clause
        subject = _subject(setting, words, max(since, start), named.start)
        anew = _ANEW.match(words, told) and not _TOLD.search(words, subject, named.start)
        if anew or (_AMOUNT.match(words, told) and _IS_TO.search(words, start, named.start)):
            told_with = found[0] if found else beside(setting, Path(), begun + start, end)
            found += [msgspec.structs.replace(told_with, target=setting.own(path)) for path in paths]
            behind = _AND.search(words, told)
            since = behind.end() if behind else len(words)
    return found


def _subject(setting: Setting, words: str, start: int, named: int) -> int:
    """Where the subject begins, behind the words that bound its clause: `If the mill is sold, the rent under Section 5`."""
    begun = setting.sentence.start
    last = max((match.end() for match in _COMMA.finditer(words, start, named)), default=start)
    return last if opening(setting.text, begun + start, begun + last) < begun + last else start
