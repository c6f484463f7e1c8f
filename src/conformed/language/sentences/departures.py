"""Sentences that order no edit, and yet say something of a provision of the agreement that it does not say itself.

In: a sentence that is not understood otherwise.  Out: whether it may depart from a provision of the agreement, so that it
must be seen.
"""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Instrument, Path, Reference, references
from conformed.language.sentences.documents import is_document
from conformed.language.sentences.sentences import Sentence
from conformed.language.sentences.wording import AS_FOLLOWS

_AS_IT_IS = pattern(  # with which a provision is only leaned on
    r"\b(?:as\s(?:provided|defined|required|contemplated|described)(?:\s(?:for|in|by|under))*|as|in\saccordance\swith|right(?:,\sas\sprovided)?\sin)\s$",
    ENGLISH,
)
_TELLS = pattern(r",?\s(?:provides|requires|states)\b|[^.;]{0,40}\b(?:currently|presently|now)\s(?:provides|states|reads)\b")
_STAYS = pattern(r"\b(?:is|are)\snot\s(?:increased|decreased|reduced|changed|amended|modified|affected)(?:\shereby|\sby\sthis\s(?:\w+\s){0,3}\w+)?\.$")
_OPENS = pattern(
    r"\W{0,3}(?:\(?\w{1,4}[.)]\s)?(?:in\saddition\sto|notwithstanding|in\slieu\sof|instead\sof|for\s(?:the\s)?purposes?\sof)\b",
    ENGLISH,
)
_DEPARTS = pattern(  # up to the clause that says what is so instead
    r"\W{0,3}(?:\(?\w{1,4}[.)]\s)?(?:in\saddition\sto|notwithstanding|in\slieu\sof|instead\sof)\b(?:[^,;:()]|\([^()]{0,200}\)){1,240},",
    ENGLISH,
)
_OF = pattern(r"(?:\s\w+)?\sof\s(?:the|this|that|such|said|your|his|her|its|their)\b")  # "paragraph 8 only of the Option Plan"
_FOR = pattern(r"\b(?:deemed|considered|treated)\b[^.;]{0,120}\bfor\s(?:the\s|all\s)?purposes?\sof\s$", ENGLISH)
_PURPOSE = pattern(r"\bfor\s(?:the\s|all\s)?purposes?\sof\s", ENGLISH)
_NEAR = 200  # characters before an address in which it shows what is said of it
_ELSEWHERE = pattern(  # an address of the instrument's own, or of a statute
    r"\s?(?:\([^()]{1,80}\)\s)?(?:of\s(?:this|such|said)\b|hereof\b|herein\b|above\b|below\b|of\sthe\s(?:[A-Z]\w+\s){0,4}(?:Code|Act|Regulations?|Rules)\b)"
)
_STATUTE = pattern(r"\b(?:Code|Act|Regulations?|Rules?|Treas\.|U\.?S\.?C\.?)\s(?:§\s?)?$")

_OF_THE_CODE = pattern(r"\d{3,4}[A-Z]?")  # "Section 409A": no agreement has so many sections
_BINDS = pattern(r"\b(?:shall|will|agrees?\sto)\b")


def departs(instrument: Instrument, sentence: Sentence) -> bool:
    """Whether a sentence may say otherwise than a provision of the agreement that it names."""
    return _states_anew(instrument, sentence) or bool(_departs_from_bare(instrument, sentence))


def _states_anew(instrument: Instrument, sentence: Sentence) -> bool:
    """Whether a sentence says something of a provision that it calls the agreement's, and binds, or is said to amend that."""
    text, start, end = instrument.document.reading.text, sentence.start, sentence.end
    named = any(
        path.document is not None and is_document(path.document) and (path.section or path.part)
        for one in references(text, start, end)
        for path in one.paths
        if not (_AS_IT_IS.search(text[max(start, one.start - _NEAR) : one.start]) or _TELLS.match(text, one.end, end))
    )
    if _STAYS.search(text, start, end):
        return False
    return named and (bool(_BINDS.search(text, start, end)) or any(map(AS_FOLLOWS.search, sentence.announced_by(text))))


def departed_from(instrument: Instrument, sentence: Sentence) -> list[Path]:
    """The provisions that surely are the agreement's, of which a sentence says that it departs from them."""
    text, start, end = instrument.document.reading.text, sentence.start, sentence.end
    opens = _DEPARTS.match(text, start, end)
    last = opens.end() if opens else end
    found = _departs_from_bare(instrument, sentence)
    return [path for one, path in found if one.end <= last and (opens or _FOR.search(text[max(start, one.start - _NEAR) : one.start])) and not _OF.match(text, one.end)]


def _departs_from_bare(instrument: Instrument, sentence: Sentence) -> list[tuple[Reference, Path]]:
    """`In addition to what is due under Section 10(b), the Borrower shall pay`: where the instrument has no such section."""
    text, start, end = instrument.document.reading.text, sentence.start, sentence.end
    opens = _OPENS.match(text, start, end)
    own = {one.path for one in instrument.root.walk()} if opens or _PURPOSE.search(text, start, end) else set()
    if not own:
        return []
    return [
        (one, path)
        for one in references(text, start, end)
        if not (
            _ELSEWHERE.match(text, one.end, end)
            or _STATUTE.search(before := text[max(start, one.start - _NEAR) : one.start])
        )
        for path in one.paths
        if (opens or _FOR.search(before)) and _is_bare(path) and str(path) not in own
    ]


def _is_bare(path: Path) -> bool:
    own = path.section is not None and path.document is None and path.part is None
    return own and not _OF_THE_CODE.fullmatch(path.section or "")
