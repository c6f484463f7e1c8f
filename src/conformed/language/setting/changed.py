"""What a term, or what a provision provides for, is said to be changed by, without an edit of words.

In: a sentence.  Out: each change with its own words, beside the term, or beside the provision that is said to hold it:
"the Toll is hereby increased to $5", "the Agreement is amended by (a) reducing the Toll Loan from $4 to $2".
"""

import re
from collections.abc import Iterator, Sequence

from conformed.basis.pattern import pattern
from conformed.instrument import Path, references
from conformed.language.operation import Operation
from conformed.language.sentences.bounds import opening
from conformed.language.sentences.sentences import unquoted
from conformed.language.setting.beside import beside, beside_each
from conformed.language.setting.ours import is_of_agreement
from conformed.language.setting.setting import Setting

_TERM = r"(?P<term>[A-Z][\w-]*(?:\s(?:(?:of|and|for)\s)?[A-Z][\w-]*){0,5}(?<!-))"
_CHANGED = pattern(
    r"(?:^|[,;:.]\s|\b(?:that|and)\s|(?<!\bprovided\s)\bthat\s\(\w{1,3}\)\s|[’']s\s)(?P<what>(?:(?:the|each|all|The|All|Each|such|(?:(?:Mr|Mrs|Ms|Dr)\.\s)?[A-Z][a-z]+[’']s)\s)?(?:(?:aggregate|total)\s(?:principal\s)?amount\sof\s(?:the|each)\s|revised\s)?"
    + _TERM
    + r"(?:\s(?:of|under)\s(?:each|the|such|all)\s[^,.;]{1,60}?)?(?:\s(?:as\s)?(?:(?:(?P<held>set\sforth|contained|provided|specified)|defined(?:\sand\sused)?)\sin\s[^,;]{1,60}?))?"
    r"\s(?:is|are|shall\s(?:hereby\s)?be|will\sbe)(?:,?\s(?:by|pursuant\sto|under)\s(?:the\sterms\sof\s)?this\s(?:[A-Z]\w+\s){0,2}[A-Z]\w+,?)?\s(?:(?:hereby(?:\sautomatically)?|also|further|permanently|partially|irrevocably)\s(?:and\s)?){0,4}"
    r"(?:(?:set|changed),?\s(?:and\s)?){0,2}(?:extended|increased|reduced|decreased|shortened|fixed\sat|set\sat|changed\s(?:to|from)|revised\sto(?=\s(?:[$£€\dA-Z“\"]|an?\s|the\s|be\s|mean\s|read\s|\w+\s\())|modified\sas|released(?!\s(?:pursuant\sto|in\saccordance\swith|as\sprovided\sin|from\s(?:this|that|such|the\sforegoing|(?:his|her|its|their)\s(?:obligations?|dut(?:y|ies)|liabilit(?:y|ies))))\s)|amended\sas\sset"
    r"|(?<=hereby\s)(?:terminated|cancell?ed|rescinded|withdrawn))\b)",
)
_DOCUMENT = pattern(
    r"(?:Agreement|Guarant(?:y|ies)|Notes?|Amendment|Leases?|Mortgages?|Warrants?|Letter|Indenture|Deeds?\sof\sTrust|Documents)s?$"
)
BY_HOW_MUCH = pattern(
    r"(?:(?i:extend|increas|decreas|reduc)(?:ing|e)?)\s(?:the\s)?(?:(?:\w+\s){0,3}?amount\sof\s(?:the\s)?)?" + _TERM + r"\s(?:by|to|until|through|from)\s"
)
_ITEM = pattern(r"(?:\bby|\band|\(\w{1,3}\)|,)\s$")
_NEXT = pattern(r"[,;]?\s(?:and\s)?(?:by\s)?(?:\(\w{1,3}\)\s)?(?:by\s)?$")
_LEANS = pattern(r"\b(?:on|in|to|of|by|under)\s$")


def changed(setting: Setting, edits: Sequence[int] = ()) -> list[Operation]:
    """What a sentence says is increased, extended and so on, each with its own words up to the next of `edits`."""
    begun = setting.sentence.start
    words = unquoted(setting.text[begun : setting.sentence.end])
    found: list[Operation] = []
    opened = None  # where the words begin that bound the first change, and those that it is joined with
    for match in _CHANGED.finditer(words):
        if match["term"].lower() in setting.agreement or not _is_term(setting.text, match):
            continue
        until = min(
            next((later.start("what") for later in _CHANGED.finditer(words, match.end())), len(words)),
            *(edit - begun for edit in edits if edit - begun > match.end()),
            len(words),
        )
        if _LEANS.search(words[:until]) and (joined := words.find(" and ", until)) > 0:
            until = joined  # "as described on Schedule 1 and Schedule 1 is replaced"
        stop = re.compile(r",?\s(?:and\s)?$").search(words[:until]) if until < len(words) else None
        end = begun + (stop.start() if stop else until)
        start = begun + match.start("what")
        if opened is None:
            opened = opening(setting.text, begun, start)
        targets = _holders(setting, words, match) or [called(match["term"])]
        found += beside_each(setting, targets, start if edits else min(start, opened), end)
    return [*found, *(_among_edits(setting, words, edits) if edits else ())]


def _is_term(text: str, match: re.Match[str]) -> bool:
    """Whether a word is a term, and not capital only because a sentence begins with it: `Barns are extended by ten feet`."""
    if match.start("what") != match.start("term") or " " in match["term"]:
        return True
    return re.search(rf"(?:\b(?:[a-z]+|The|Each|Such|All)\s|[“\"]){match['term']}\b(?!\s[A-Z])", text) is not None


def _among_edits(setting: Setting, words: str, edits: Sequence[int]) -> Iterator[Operation]:
    """`amended by (a) reducing the Toll Loan from $4 to $2, and (b) deleting Section 5`: the items that edit nothing."""
    begun = setting.sentence.start
    for match in BY_HOW_MUCH.finditer(words):
        if _ITEM.search(words, max(0, match.start() - 8), match.start()):
            until = min((edit - begun for edit in edits if edit - begun > match.end()), default=len(words))
            stop = _NEXT.search(words, match.end(), until)
            yield beside(setting, called(match["term"]), begun + match.start(), begun + (stop.start() if stop else until))


def _holders(setting: Setting, words: str, match: re.Match[str]) -> list[Path]:
    """The provisions of the agreement that a change says to hold what it changes: `The Toll set forth in Section 3.1 is increased`."""
    if match["held"] is None:
        return []
    named = [path for found in references(words, match.end("held"), match.end()) for path in found.paths]
    return [setting.own(path) for path in named] if all(is_of_agreement(setting, path) for path in named) else []


def called(term: str) -> Path:
    """What a term in capitals names: another document ("the Subsidiary Guaranties"), or what the agreement defines."""
    return Path(document=term) if _DOCUMENT.search(term) else Path(term=term)
