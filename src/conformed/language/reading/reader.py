"""The sentences of an instrument read one after the other into operations.

In: the sentences in order.  Out: the operations that they order, and a finding for each that seems to order a change
and is not understood.  What a sentence speaks of carries over to those under it and behind it.
"""

from collections.abc import Sequence

import msgspec

from conformed.basis import Finding
from conformed.instrument import Instrument, Party, Path, Provision, ProvisionKind
from conformed.language.forms import WITHOUT_VERB, Form, under_lead
from conformed.language.operation import Action, Operation
from conformed.language.orders.arguments import as_argument
from conformed.language.orders.order import Order
from conformed.language.orders.orders import orders
from conformed.language.orders.words import tokens
from conformed.language.reading.annexed import restated, seems_restated
from conformed.language.reading.held_back import called_by, unless_swallowed, what_counts
from conformed.language.reading.not_understood import BOUNDED, NOT_UNDERSTOOD, NotUnderstood, seems_an_order
from conformed.language.reading.turns import existing_first
from conformed.language.reading.understood import Understood
from conformed.language.sentences.bounds import bounded, under_condition
from conformed.language.sentences.sentences import Sentence, old_words, unquoted
from conformed.language.sentences.spoken_of import SpokenOf
from conformed.language.sentences.wording import CHANGES, SURE_EFFECT, orders_nothing, states_what_stands
from conformed.language.sentences.works import tells_of_works
from conformed.language.setting.attached import brought_in
from conformed.language.setting.beside import leads_nowhere
from conformed.language.setting.changed import changed
from conformed.language.setting.fitting import fits
from conformed.language.setting.numbered_text import labelled
from conformed.language.setting.setting import Setting

_RECITES = ("WHEREAS", "Whereas")
_MOST = 100  # orders in one sentence, of which real ones have six: with more it is shown, and none is read
_WHOLE = {Action.DELETE_PROVISION, Action.REPLACE_PROVISION, Action.ADD_PROVISION}


class Reader:
    """Reads sentence after sentence; in a restatement, itself the agreement, only those that name another."""

    def __init__(self, instrument: Instrument, names: frozenset[str], *, restates: bool, named: Sequence[Party] = (), works: bool = False) -> None:
        """Begin with nothing read; `names` are those of the agreement, `named` the parties, `works` tells that it changes works."""
        self.instrument, self.names, self.restates, self.works = instrument, names, restates, works
        self.parties = called_by(named)
        self.text = instrument.document.reading.text
        self.spoken_of = SpokenOf(self.text, names)
        self.unread = NotUnderstood(instrument)
        self.operations: list[Operation] = []
        self._brought_in: list[Operation] = []
        self._before: Sentence | None = None

    @property
    def findings(self) -> list[Finding]:
        """What seems to order a change and is not understood."""
        return self.unread.findings

    def read(self, sentence: Sentence) -> None:
        """Read the next sentence."""
        if sentence.annex is None:
            self._read(sentence)
        else:
            self._announce(sentence, sentence.annex)
        self._before = sentence

    def _announce(self, sentence: Sentence, annex: Provision) -> None:
        """`Exhibit C to the Agreement is amended as set forth in Annex A`: what the changes there speak of."""
        found = orders(self.text, sentence.start, tokens(self.text, sentence.start, sentence.end))
        phrases = [phrase for order in found for phrase in order.objects if phrase.kind == "path"]
        setting = Setting(self.instrument, sentence, Order("amend", True, sentence.start, sentence.end), (), self.names)
        named = tuple(path for path in setting.resolve(phrases) if str(path) != annex.path)
        if named:
            self.spoken_of.named[annex.start] = named

    def _read(self, sentence: Sentence) -> None:
        end = sentence.end
        if self.text.startswith(_RECITES, sentence.start) or (_opens(sentence) and sentence.announced is None):
            return
        found = (
            orders(self.text, sentence.start, tokens(self.text, sentence.start, end))
            if CHANGES.search(self.text, sentence.start, end) and not (self.works and tells_of_works(self.text[sentence.start : end]))
            else []
        )
        if self.restates and not any(order.names_document for order in found):
            return
        if not found:
            self._read_without_order(sentence)
            return
        if len(found) > _MOST:
            self.unread.show(sentence, NOT_UNDERSTOOD)
            return
        self._give_subject(sentence, found[0])
        if self._in_its_place(sentence, found) or self._restates_all(sentence, found):
            return
        understood = Understood(self.instrument, sentence, self.names)
        if not self.spoken_of.leans_on_unplaced(sentence, found):
            understood.read(found, self.spoken_of.target(sentence))
            self.spoken_of.note(
                sentence, understood.target, unplaced=understood.unplaced, elsewhere=understood.elsewhere
            )
        read = unless_swallowed(understood.operations)
        counting = what_counts(self.instrument, sentence, read, self.parties)
        if counting is not None:
            self.unread.show(sentence, BOUNDED)
            self.operations.extend(counting)
            return
        if read:
            read = _once(read)
            both = [*read, *self._beside(sentence, found, read)]
            self.operations.extend(both)
            setting = Setting(self.instrument, sentence, found[0], (), self.names)
            self._brought_in.extend(brought_in(setting, read))
            self.unread.show_left(sentence, found, understood.left, both)
        elif not understood.fallen and orders_nothing(self.text[sentence.start : end]):
            return
        elif not understood.fallen and (told := self._without_verb(sentence)):
            self.unread.show_beside(sentence, found, told)
        elif (
            understood.fallen
            or seems_an_order(self.text, sentence, found, self.spoken_of.target(sentence))
            or seems_restated(self.text, sentence, self.names)
        ):
            self.unread.show(sentence, NOT_UNDERSTOOD)

    def finish(self) -> None:
        """Put what is renumbered first in its turn; add the attachments that new texts bring in and no order does."""
        at = self.instrument.document.reading.at
        self.operations = existing_first(
            self.operations, lambda one: self.text[at(one.sentence.start) : at(one.sentence.end)]
        )
        self.unread.finish(self.operations)
        parts = {operation.target.part for operation in self.operations}
        put_in = [operation.new.span for operation in self.operations if operation.new is not None]
        for one in self._brought_in:
            span = one.new.span if one.new else one.sentence
            if one.target.part not in parts and not any(span.start <= new.start < span.end for new in put_in):
                parts.add(one.target.part)
                self.operations.append(one)

    def _read_without_order(self, sentence: Sentence) -> None:
        """Read a sentence that orders no edit; show one that tells an effect which no form reads."""
        start, end = sentence.start, sentence.end
        if self.unread.awaited.behind(sentence):
            return
        self.spoken_of.note_alone(sentence)
        if orders_nothing(self.text[start:end]):
            self._read_as(sentence, (under_lead.read,))
            return
        if self._is_put_in(sentence) or self._without_verb(sentence):
            return
        if SURE_EFFECT.search(self.text, start, end):
            self.unread.show(sentence, NOT_UNDERSTOOD)

    def _is_put_in(self, sentence: Sentence) -> bool:
        """Whether a sentence is of the text that the order before it puts in: `Section 5 is supplemented. The Toll is increased`."""
        last = self.operations[-1] if self.operations else None
        return last is not None and last.new is not None and last.new.span.start >= last.sentence.end and self._is_of(last, sentence)

    def _is_of(self, last: Operation, sentence: Sentence) -> bool:
        """Whether a sentence is of the text of an operation."""
        begun = self.instrument.document.span(sentence.start, sentence.end).start
        return last.new is not None and last.new.span.start <= begun < last.new.span.end

    def _is_told(self, sentence: Sentence, read: list[Operation]) -> bool:
        """Whether a sentence that bears on nothing by name is told with that before it: `Section 5 is amended to provide that ...`."""
        last = self.operations[-1] if self.operations else None
        return last is not None and self._is_of(last, sentence) and all(one.target.whole for one in read)

    def _give_subject(self, sentence: Sentence, order: Order) -> None:
        """`Section 2 which provides:`, the old words, `is hereby amended`: the subject stands before the old words."""
        before = self._before
        if before is not None and not order.objects and old_words(self.text, before, sentence):
            named = tokens(self.text, before.start, before.end)
            order.objects = [as_argument(token) for token in named if token.kind == "path"]

    def _in_its_place(self, sentence: Sentence, found: list[Order]) -> bool:
        """`Paragraph 2 is deleted. The following is added in substitution thereof:` replaces what was struck."""
        last = self.operations[-1] if self.operations else None
        leans = len(found) == 1 and found[0].lieu and not (found[0].of("path") or found[0].places)
        if last is None or not leans or last.action is not Action.DELETE_PROVISION or last.new:
            return False
        at = self.instrument.document.reading.at
        if self.text[at(last.sentence.end) : sentence.start].strip() or bounded(
            unquoted(self.text[sentence.start : sentence.end])
        ):
            return False
        setting = Setting(self.instrument, sentence, found[0], (last.target,), self.names)
        place = setting.given() if last.at == sentence.at else None
        if place is None:
            return False
        if not fits(setting, *place, last.target, renumbered=False):
            self.unread.show(sentence, NOT_UNDERSTOOD)
            return True
        new = setting.piece(*labelled(setting, *place, last.target))
        end = self.instrument.document.span(sentence.start, sentence.end).end
        both = msgspec.structs.replace(last.sentence, end=end)
        self.operations[-1] = msgspec.structs.replace(
            last, action=Action.REPLACE_PROVISION, new=new, sentence=both
        )
        return True

    def _restates_all(self, sentence: Sentence, found: list[Order]) -> bool:
        """`The Agreement is restated in its entirety as set forth in Annex A` exchanges all of it."""
        read = restated(Setting(self.instrument, sentence, found[0], (), self.names))
        if read and not under_condition(self.text, sentence):
            self.operations.extend(read)
            return True
        return False

    def _beside(self, sentence: Sentence, found: list[Order], read: list[Operation]) -> list[Operation]:
        """What a sentence that orders an edit changes besides, without editing."""
        if any(operation.action is Action.OVERRIDE for operation in read):
            return []
        setting = Setting(self.instrument, sentence, found[0], (), self.names)
        edits = [order for order in found if order.verb != "amend"]
        begun = [self.instrument.document.span(order.start, order.end).start for order in edits]
        objects = [min([order.start, *(phrase.start for phrase in order.objects)]) for order in edits]
        put_in = [operation.new.span for operation in read if operation.new is not None]
        return [
            one
            for one in changed(setting, objects)
            if one.new
            and not any(one.new.span.start <= at < one.new.span.end for at in begun)
            and not any(span.start <= one.new.span.start < span.end for span in put_in)
        ]

    def _without_verb(self, sentence: Sentence) -> list[Operation]:
        """What a sentence tells that names no editing, if it is understood so."""
        return self._read_as(sentence, WITHOUT_VERB)

    def _read_as(self, sentence: Sentence, forms: Sequence[Form]) -> list[Operation]:
        order = Order("override", False, sentence.start, sentence.start)
        setting = Setting(self.instrument, sentence, order, (), self.names)
        read = next((operations for form in forms if (operations := form(setting))), [])
        if read and any(states_what_stands(words) for lead in sentence.leads(self.text) for words in lead.words):
            return read
        if read and under_condition(self.text, sentence):
            self.unread.show(sentence, BOUNDED)
        elif any(map(leads_nowhere, read)):
            self.unread.show(sentence, NOT_UNDERSTOOD)
        elif not self._is_told(sentence, read):
            self.operations.extend(read)
        return read


def _once(read: list[Operation]) -> list[Operation]:
    """The operations of one sentence, what is struck and put in again under its number as one.

    "Section 5 is deleted, and the following new Section 5 is added" replaces Section 5.
    """
    kept: dict[Path, Operation] = {}
    found: list[Operation] = []
    for operation in read:
        before = kept.get(operation.target)
        if before is None or operation.action not in _WHOLE:
            found.append(operation)
            if operation.action in _WHOLE:
                kept[operation.target] = operation
            continue
        given = operation if operation.new is not None else before
        attached = before.action is Action.DELETE_PROVISION and operation.action is not Action.DELETE_PROVISION
        if given.new is not None or attached:
            given = msgspec.structs.replace(given, action=Action.REPLACE_PROVISION)
        found[found.index(before)] = kept[operation.target] = given
    return found


def _opens(sentence: Sentence) -> bool:
    """Whether a sentence is the one with which the instrument says who makes it; those behind it may order."""
    return any(
        provision.kind is ProvisionKind.PREAMBLE and sentence.start <= provision.body for provision in sentence.chain
    )
