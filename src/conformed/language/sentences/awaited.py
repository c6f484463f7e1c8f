"""The text that an order announces which is not understood: what stands behind it, or under it, is of that order.

In: the sentences in order, and whether each is understood.  Out: whether the next is of the text of one that is not.
"""

from conformed.language.sentences.sentences import Sentence
from conformed.language.sentences.wording import awaits_text


class Awaited:
    """The provision whose order awaits a text, as its sentences are read one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._begun: int | None = None

    def note(self, sentence: Sentence, *, unread: bool) -> None:
        """Note a sentence that stands for itself."""
        awaits = unread and awaits_text(self.text[sentence.start : sentence.end])
        if awaits or not (unread and self.under(sentence)):
            self._begun = sentence.chain[-1].start if awaits else None

    def behind(self, sentence: Sentence) -> bool:
        """Whether a sentence stands behind such an order in its own provision."""
        return self.under(sentence) and sentence.chain[-1].start == self._begun

    def under(self, sentence: Sentence) -> bool:
        """Whether a sentence stands behind such an order, in its provision or in one under it."""
        return any(provision.start == self._begun for provision in sentence.chain[1:])
