"""What the sentence that orders a change says of how it is made, beyond the words that go and come."""

import re

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language import Action, Operation
from conformed.version.new_text import Documents

_REFERENCES = pattern(r"\b(?:all|any|each|every)\s(?:other\s)?references?\b", ENGLISH)
_DEFINED = pattern(r"\bdefined\sterms?\s[“\"]\s?$", ENGLISH)
_FOLLOW = pattern(
    r"\breferences?\b[^.;]{0,160}\b(?:accordingly|amended|changed|conformed|corrected|redesignated|renumbered|updated)\b", ENGLISH
)
_PARAGRAPH = pattern(r"\b(?:new|additional|following)\sparagraphs?\b(?!\s?\()", ENGLISH)


def strikes_references(operation: Operation, documents: Documents) -> bool:
    """Whether what is struck is each reference to a thing: the word that names it is not all that goes."""
    strikes = operation.action is Action.DELETE_TEXT and operation.occurrence == 0
    return strikes and _REFERENCES.search(_sentence(operation, documents)) is not None


def speaks_of_defined(operation: Operation, documents: Documents, anchor: str) -> bool:
    """Whether the words beside which a sentence puts others are a term where it is defined: `after the defined term "Toll"`."""
    words = _sentence(operation, documents)
    return any(_DEFINED.search(words, 0, match.start()) for match in re.finditer(re.escape(" ".join(anchor.split())), words))


def references_follow(operation: Operation, documents: Documents) -> bool:
    """Whether a sentence says that references follow a change: `and all references thereto are amended accordingly`."""
    return _FOLLOW.search(_sentence(operation, documents)) is not None


def is_a_paragraph(operation: Operation, documents: Documents) -> bool:
    """Whether what a sentence adds is a paragraph of its own: `by adding the following new paragraph at the end`."""
    return _PARAGRAPH.search(_sentence(operation, documents)) is not None


def _sentence(operation: Operation, documents: Documents) -> str:
    sentence = operation.sentence
    return " ".join(documents[sentence.document].words(sentence).split())
