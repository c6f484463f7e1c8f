"""What the provisions of an instrument speak of: the provision of the agreement that they change.

In: the sentences read, and the captions and numbers around the next.  Out: the provisions of the agreement
that carry over to it, or that nothing tells which they are.
"""

from collections.abc import Sequence, Set

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, Provision, ProvisionKind, Reference, parse_path, reference
from conformed.language.orders.order import Order
from conformed.language.sentences import documents
from conformed.language.sentences.sentences import Sentence

_CAPTIONED = pattern(r"(?:amendments?|modifications?|changes?)\s(?:to|of|in)\s", ENGLISH)
_COMMAND = pattern(r"[–—-]\s(?:revise|delete|replace|amend|restate|strike|insert|add|change|substitute)\s", ENGLISH)
_BEFORE_A_COLON = pattern(r"\s*(?:Sub)?(?:[Ss]ection|[Cc]lause|[Pp]aragraph)\s\d{1,3}\.[\d.]{1,8}(?:\(\w{1,4}\)){0,4}:\s*")  # "Section 5.1: "ten" is deleted"
_PLACE = pattern(r"\b(?:sections?|articles?|pages?|paragraphs?|clauses?|exhibits?|schedules?|annex|appendix|attachments?|recitals?)\b", ENGLISH)
_OF_A_PART = r"(?![^\n]{0,120}\b(?:only|sentences?|paragraphs?|clauses?|definitions?|provisos?|tables?|heading|part|portion|sections?|articles?)\b)"
_WORD = r"[A-Z][\w&/’'-]*"
_CAPTION = pattern(  # behind an address: `Section 5 (Tolls)`, `Section 5, Tolls and Dues`
    rf"\s\({_OF_A_PART}(?-i:[A-Z])[^()\n]{{2,80}}\)|(?:,|:|\s?[-–—])?\s{_OF_A_PART}(?-i:{_WORD}(?:,?\s(?:{_WORD}|of|and|the|to|for|in|on|or|by|with|from)){{0,12}}(?=[\s.:–—-]*$))", ENGLISH
)
_DASH = 16  # characters around the beginning of a text in which a dash and a command show


class SpokenOf:
    """The provisions that each provision of the instrument speaks of, as its sentences are read in order."""

    def __init__(self, text: str, names: frozenset[str]) -> None:
        self.text, self.names = text, names
        self.named: dict[int, tuple[Path, ...]] = {}
        self.unplaced: set[int] = set()  # the provisions that speak of what no address names
        self.elsewhere: set[int] = set()  # those that speak of what may be another document

    def note(self, sentence: Sentence, target: tuple[Path, ...], *, unplaced: bool, elsewhere: bool) -> None:
        """Note of what a sentence speaks."""
        holder = _holder(sentence)
        if unplaced:
            self.unplaced.add(holder)
        if elsewhere:
            self.elsewhere.add(holder)
        if target:
            self.named[holder] = target

    def note_alone(self, sentence: Sentence) -> None:
        """Note what a sentence names that says no more, as `Section 5(a), second sentence.` does before `Delete "mill".`."""
        found = reference(self.text, sentence.start, sentence.end)
        if found is None or found.back:
            return
        paths, at = found.paths, found.end
        inner = reference(self.text, at + 2, sentence.end) if self.text.startswith(", ", at) else None
        if inner is not None and all(path.relative for path in inner.paths):
            paths, at = tuple(path.within(one) for one in paths for path in inner.paths), inner.end
        alone = not self.text[at : sentence.end].strip(" .:–—-")
        if alone and all(path.place and not path.document for path in paths):
            self.note(sentence, paths, unplaced=False, elsewhere=False)

    def target(self, sentence: Sentence) -> tuple[Path, ...]:
        """The provisions that the sentences before, or around, this one speak of."""
        for provision in reversed(sentence.chain):
            if provision.start in self.named:
                return self.named[provision.start]
            behind = sentence.start >= provision.body  # and does not begin with it: "Section 3. 7 is deleted"
            if provision.heading and behind and (named := _captioned(provision.heading, self.names)):
                return named
            if command := _commanded(self.text, provision):
                return command
        return ()

    def leans_on_unplaced(self, sentence: Sentence, found: Sequence[Order]) -> bool:
        """Whether orders speak of a provision that was named by words that are not understood."""
        named = [path for order in found for one in (*order.objects, *order.places) for path in one.paths]
        if any(provision.start in self.elsewhere for provision in sentence.chain):
            return not any(path.document for path in named)
        if not (any(provision.start in self.unplaced for provision in sentence.chain) or self._is_captioned_otherwise(sentence, found)):
            return False
        return all(path.relative or path == Path(term=path.term) for path in named)


    def _is_captioned_otherwise(self, sentence: Sentence, found: Sequence[Order]) -> bool:
        """Whether the caption of its clause tells a place that is not understood, `Page 5, Section 4:`, and nothing else does."""
        if any(order.each for order in found):
            return False
        commands = not found[0].passive and found[0].start == sentence.start  # "Tolls: Replace "ten" with "six""
        for provision in reversed(sentence.chain):
            heading = provision.heading or ""
            if provision.start in self.named or (sentence.start >= provision.body and _captioned(heading, self.names)):
                return False
            if heading and sentence.start >= provision.body and (commands or _PLACE.search(heading)):
                return True
        return False


def _captioned(heading: str, agreement: Set[str]) -> tuple[Path, ...]:
    """What a caption names: `Amendment to Section 4`, `Sections 7(d) and (e)`, `Amendment to the Guaranty` and nothing else."""
    if (document := documents.captioned(heading, agreement)) is not None:
        return (document,)
    match = _CAPTIONED.match(heading)
    found = reference(heading, match.end() if match else 0)
    if found is None or (len(found.paths) > 1 if match else _end(heading, found) < len(heading.rstrip(" .:-–—"))):
        return ()
    return tuple(msgspec.structs.replace(path, document=None) for path in found.paths)


def _end(heading: str, found: Reference) -> int:
    """Where the address of a caption ends, with the caption of what it names: `Section 5 (Tolls)`."""
    captioned = _CAPTION.match(heading, found.end)
    return captioned.end() if captioned else found.end


def _commanded(text: str, provision: Provision) -> tuple[Path, ...]:
    """What stands before a dash and a command: `Section 3 - Revise`, `2. Section 5.01 Tolls - replace`."""
    if provision.path and _BEFORE_A_COLON.fullmatch(text, provision.start, provision.body):
        return (parse_path(provision.path.rpartition("/")[2]),)
    begun = max(provision.start, provision.body - _DASH)
    if not _COMMAND.search(text, begun, provision.body + _DASH):
        return ()
    named = reference(provision.heading, 0) if provision.heading else None
    if named is not None:
        return tuple(msgspec.structs.replace(path, document=None) for path in named.paths)
    return (parse_path(provision.path),) if provision.heading is None and provision.path else ()


def _holder(sentence: Sentence) -> int:
    """The innermost numbered provision around a sentence."""
    return next(
        (p.start for p in reversed(sentence.chain) if p.path and p.kind is not ProvisionKind.INSTRUMENT), -1
    )
