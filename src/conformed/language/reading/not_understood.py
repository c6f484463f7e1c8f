"""What of a sentence is shown because it seems to order a change and is not understood.

In: a sentence, its orders, and the operations read of it.  Out: a finding for each part of it that would
change something beside what was read.
"""

from collections.abc import Sequence

from conformed.basis import Finding, FindingKind
from conformed.basis.pattern import pattern
from conformed.instrument import Instrument, Path
from conformed.language.operation import Action, Operation
from conformed.language.orders.order import Order
from conformed.language.reading.understood import is_lost, within
from conformed.language.sentences.awaited import Awaited
from conformed.language.sentences.sentences import Sentence
from conformed.language.sentences.wording import SURE_EFFECT, announces, announces_changes

NOT_UNDERSTOOD = "This sentence seems to order a change and is not understood; nothing was changed by it."
_LEFT = "From here this sentence seems to order another change, which is not understood; nothing was changed by it."
BOUNDED = (
    "This sentence orders a change and bounds it by an exception, a condition, a time or a denial that is not"
    " understood; nothing was changed by it."
)


_ACCORDINGLY = pattern(
    r",?\s(?:\w+ly\s)?(?:accordingly|correspondingly|similarly|likewise|in\s(?:the\ssame|like|a\s(?:like|similar|corresponding))\s(?:manner|fashion|way)|mutatis\smutandis)\b"
)


class NotUnderstood:
    """The findings on the sentences of an instrument, as they are read one after the other."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument, self.text = instrument, instrument.document.reading.text
        self.findings: list[Finding] = []
        self.awaited = Awaited(self.text)
        self._leading: list[tuple[Sentence, Order]] = []  # orders that lead to what stands under them

    def show(self, sentence: Sentence, says: str, start: int | None = None) -> None:
        """Note a finding on a sentence, or on what of it stands behind `start`."""
        span = self.instrument.document.span(sentence.start if start is None else start, sentence.end)
        self.findings.append(Finding(FindingKind.UNREAD, says, (span,), path=sentence.at))
        self.awaited.note(sentence, unread=True)

    def show_left(
        self, sentence: Sentence, found: list[Order], left: list[Order], read: list[Operation]
    ) -> None:
        """Show the orders of a sentence, of which others were read, that no form has read."""
        self.awaited.note(sentence, unread=False)
        for order in left:
            if order.verb == "renumber" or is_lost(self.instrument, order, found, read):
                self.show(sentence, _LEFT, order.start)
        if len(found) > 1:
            self._show_unfollowed(sentence, found, read)

    def _show_unfollowed(self, sentence: Sentence, found: list[Order], read: list[Operation]) -> None:
        """Show what a sentence says is amended, behind which no edit stands: `and Section 5 is amended accordingly`."""
        at = self.instrument.document.reading.at
        given = [at(one.new.span.start) for one in read if one.new]
        for order, after in zip(found, (*found[1:], None), strict=True):
            last = after is None or _is_amended(after)
            if self._follows_on(order, read):
                self.show(sentence, _LEFT, order.start)
                return
            if not (_is_amended(order) and last):
                continue
            end = sentence.announced.end if sentence.announced is not None and after is None else sentence.end
            if any(order.start < new < end for new in given):
                continue
            words = self.text[order.start : sentence.end]
            leads = after is None and sentence.announced is None and (announces(words) or sentence.is_led_on(self.text))
            if leads:
                self._leading.append((sentence, order))
            else:
                self.show(sentence, _LEFT, order.start)
                return

    def _follows_on(self, order: Order, read: Sequence[Operation]) -> bool:
        """Whether an order says that something else is amended accordingly; the references to what gets another number are."""
        follows = order.verb == "amend" and _ACCORDINGLY.match(self.text, order.end)
        return bool(follows) and not any(one.action is Action.RENUMBER for one in read)

    def finish(self, operations: Sequence[Operation]) -> None:
        """Show the orders that lead to changes of which none was read."""
        at = self.instrument.document.reading.at
        begun = sorted(at(one.sentence.start) for one in operations)
        for sentence, order in self._leading:
            until = max(sentence.leads_up_to(self.text), sentence.end + 1)
            if not any(sentence.end <= start < until for start in begun):
                self.show(sentence, _LEFT, order.start)
        self.findings.sort(key=lambda finding: finding.places[0].start)

    def show_beside(self, sentence: Sentence, found: list[Order], told: list[Operation]) -> None:
        """Show the orders of a sentence that stand outside what was read of it as telling an effect."""
        for order in found:
            beside = not within(self.instrument, order, told)
            if order.verb != "amend" and (order.tells or order.unclear) and beside:
                self.show(sentence, _LEFT, order.start)


def seems_an_order(text: str, sentence: Sentence, found: list[Order], target: tuple[Path, ...]) -> bool:
    """Whether a sentence of which nothing is read seems to order a change, `target` being what is spoken of."""
    given = any(phrase.kind == "quote" for order in found for phrase in order.instead)
    leads = sentence.announced is None and not given and all(order.verb == "amend" for order in found)
    if leads and (announces_changes(text[sentence.start : sentence.end]) or sentence.is_led_on(text)):
        return False  # it only announces the changes that stand under it
    commanded = bool(target)
    return any(
        order.verb == "renumber" or (order.passive and _ACCORDINGLY.match(text, order.end)) or ((commanded or order.unclear) and _commands(sentence, order)) or (order.tells and (order.verb != "amend" or order.passive or order.start == sentence.start))
        for order in found
    ) or bool(SURE_EFFECT.search(text, sentence.start, sentence.end))


def _commands(sentence: Sentence, order: Order) -> bool:
    """Whether a sentence is a command: `replace ten with twelve`."""
    return order.start == sentence.start and not order.passive and order.verb != "amend"


def _is_amended(order: Order) -> bool:
    """Whether an order says of a provision of its own that it is amended, or that it is amended by what follows."""
    named = order.of("path") or order.places or order.of("quote") or order.announced is not None
    return order.verb == "amend" and order.passive and bool(named)
