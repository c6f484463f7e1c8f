"""Parties that the recitals of an instrument without a preamble define on their way.

In: a document and its recitals.  Out: the parties in order, each with the term for its part that stands in brackets
behind its name: `Alder, Inc. ("Company") ... Ole Tamm ("Executive")`; none where fewer than two parts are told.
"""


from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument.heading.opening import flat
from conformed.instrument.marks import Party
from conformed.instrument.parties.entity import FORM, acts, form_and_jurisdiction
from conformed.instrument.parties.party_words import COMPANY, SUFFIX
from conformed.instrument.signing.words import like_person

_TERM = pattern(r"\s\((?:the\s)?[“\"](?P<term>[A-Z][A-Za-z ]{2,20}),?[”\"]\)")
_FORM_LAST = pattern(rf",?\san?\s[^,;()]{{0,60}}\b{FORM}$")
_WORD = pattern(r"\S+")
_REACH = 160  # characters before a term in which the name stands
_NO_NAME = frozenset({"The", "This", "Between", "Whereas", "That", "On"})


def defined_in_recitals(document: Document, start: int, end: int) -> tuple[Party, ...]:
    """The parties that the words from `start` to `end` of the reading define by their parts."""
    words = flat(document, start, end)
    found: dict[str, Party] = {}
    for match in _TERM.finditer(words):
        term = match["term"].strip()
        if not acts(term) or term in found:
            continue
        form = _FORM_LAST.search(words, max(0, match.start() - _REACH), match.start())
        stop = form.start() if form else match.start()
        begin = _name_begins(words, max(0, stop - _REACH), stop)
        name = words[begin:stop].strip(" ,")
        if not (like_person(name) or (COMPANY.search(name) and len(name.split()) > 1)):
            continue
        told = form_and_jurisdiction(form[0]) if form else (None, None)
        found[term] = Party(name, (term,), term, *told, document.span(start + begin, start + begin + len(name)))
    return tuple(found.values()) if len({one.name for one in found.values()}) > 1 else ()


def _name_begins(words: str, start: int, stop: int) -> int:
    """Where the capitalized words begin that end at `stop`; a comma parts them but before what ends a name: Inc."""
    begin, after = stop, ""
    for word in reversed(list(_WORD.finditer(words, start, stop))):
        said = word[0]
        ends = said.endswith((",", ";", ":")) and not (after and SUFFIX.match(after))
        if (word.end() < stop and ends) or not (said[0].isupper() or said == "&") or said.strip(",") in _NO_NAME:
            break
        begin, after = word.start(), said
    return begin
