"""Where terms are defined.

In: the paragraphs of one section after another, each section with its caption.  Out: the term of each paragraph that
defines one, and of each sentence that does in a paragraph that runs on over several definitions.  A term without quotation marks is known by the words that say what it means, or by the caption above.
"""

from collections.abc import Sequence

from conformed.basis.pattern import pattern
from conformed.document import Paragraph
from conformed.instrument.numbers.captions import defined

_OF_DEFINITIONS = pattern(r"(?i:\b(?:definitions?|defined\s(?:terms|words))\b)")
_RUN_ON = pattern(  # a sentence in such a paragraph
    r"(?<=[.;])[\"”)]?\s{1,2}(?=[\"“][A-Z][^\"“”\n]{0,90}[\"”],?\s(?:(?:(?:shall|will)\s)?(?:each\s)?means?\b(?!\sto\b)|(?:has|have)\sthe\s(?:same\s)?meanings?\b))"
)
_SEVERAL = 3  # such sentences; fewer only explain words of the definition in which they stand
_MARKS = frozenset("\"“`'‘_")
_CAPTION = 60  # characters of a caption without number
_BARE = 160  # characters of a paragraph in which a term without quotation marks, and `means`, stand
_DEFINED = 400  # characters of a paragraph in which the words that define its term stand


class Definitions:
    """The `terms` that paragraphs and sentences define, by the places where these begin."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self.text, self.paragraphs = text, paragraphs
        self.terms: dict[int, str] = {}
        self._captioned = False  # whether the section that is open is captioned as definitions
        self._listing = False  # whether it is, or a caption without number within it
        self._untitled = -1  # the paragraph that may be the caption of the section

    def open(self, heading: str, untitled: int) -> None:
        """Begin a section; paragraph `untitled` may be its caption, where that does not stand behind its number."""
        self._captioned = self._listing = _OF_DEFINITIONS.search(heading) is not None
        self._untitled = untitled

    def find(self, number: int) -> bool:
        """Whether paragraph `number` defines a term."""
        start, end = self.paragraphs[number].start, self.paragraphs[number].end
        first = self.text[start]
        if first.isupper():
            if end - start < _CAPTION and self.text[start:end].isupper():
                self._listing = self._captioned or _OF_DEFINITIONS.search(self.text, start, end) is not None
            if not self._listing and self.text.find("mean", start, min(end, start + _BARE)) < 0:
                return False
        elif first not in _MARKS:
            return False
        listed = self._listing and number != self._untitled
        term = defined(self.text[start : min(end, start + _DEFINED)], listed=listed)
        if term is not None:
            self.terms[start] = term
        return term is not None

    def run_on(self, number: int, start: int) -> list[int]:
        """Where in paragraph `number`, behind `start`, sentences begin that each define a term, where several run on."""
        paragraph = self.paragraphs[number]
        if paragraph.row or self.text.find("mean", start, paragraph.end) < 0:
            return []
        begun = [match.end() for match in _RUN_ON.finditer(self.text, start, paragraph.end)]
        if len(begun) < _SEVERAL:
            return []
        found = {at: term for at in begun if (term := defined(self.text[at : min(paragraph.end, at + _DEFINED)]))}
        self.terms.update(found)
        return list(found)
