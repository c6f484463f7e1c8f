"""The sentences of an instrument read one after the other into operations.

In: the sentences in order.  Out: the operations that they order, and a finding for each that seems to order a change
and is not understood.  What a sentence speaks of carries over to those under it and behind it.
"""


import re
from collections.abc import Sequence

import msgspec

from conformed.basis import Finding, FindingKind, Span
from conformed.basis.pattern import pattern
from conformed.instrument import Instrument, Path, Provision, ProvisionKind, parse_path
from conformed.language.annexed import restated
from conformed.language.arguments import as_argument
from conformed.language.attached import brought_in
from conformed.language.bounds import bounded, under_condition
from conformed.language.documents import in_document, named_by
from conformed.language.fitting import fits
from conformed.language.forms import FORMS, WITHOUT_VERB, Form, override, under_lead
from conformed.language.forms.override import changed
from conformed.language.items import items
from conformed.language.numbered_text import labelled
from conformed.language.operation import Action, Operation
from conformed.language.order import Order
from conformed.language.orders import orders
from conformed.language.sentences import Sentence, old_words, unquoted
from conformed.language.setting import Setting
from conformed.language.spoken_of import captioned, commanded
from conformed.language.turns import in_turn
from conformed.language.wording import CHANGES, SURE_EFFECT, announces, announces_changes, orders_nothing
from conformed.language.words import tokens

_NOT_UNDERSTOOD = "This sentence seems to order a change and is not understood; nothing was changed by it."
_LEFT = "From here this sentence seems to order another change, which is not understood; nothing was changed by it."
_BOUNDED = (
    "This sentence orders a change and bounds it by an exception, a condition, a time or a denial that is not"
    " understood; nothing was changed by it."
)
_EDITS = {"delete", "replace", "insert", "add", "substitute", "change", "restate"}
_RECITES = ("WHEREAS", "Whereas")
_UPSIDE_DOWN = pattern(r"paragraph\b.*\sof\ssentence")
_WHOLE = {Action.DELETE_PROVISION, Action.REPLACE_PROVISION, Action.ADD_PROVISION}
_SWALLOWED = pattern(
    r"\b(?:substitut|insert|replac|add)ing\s(?:in\s(?:lieu|place)\sthereof|therefor|it\swith)\b",
    re.IGNORECASE,
)


class Reader:
    """Reads sentence after sentence; in a restatement, which is itself the agreement, only those that name another.

    `spoken_of` are the provisions each provision of the instrument speaks of.
    """

    def __init__(self, instrument: Instrument, names: frozenset[str], *, restates: bool) -> None:
        self.instrument, self.names, self.restates = instrument, names, restates
        self.text = instrument.document.reading.text
        self.spoken_of: dict[int, tuple[Path, ...]] = {}
        self.unplaced: set[int] = set()  # the provisions that speak of what no address names
        self.elsewhere: set[int] = set()  # those that speak of what may be another document
        self.operations: list[Operation] = []
        self.findings: list[Finding] = []
        self._brought_in: list[Operation] = []
        self._left: list[Order] = []  # the orders of a sentence that no form has read
        self._fallen: list[Order] = []  # those with which an item of it begins that does not stand
        self._before: Sentence | None = None

    def read(self, sentence: Sentence) -> None:
        """Read the next sentence."""
        if sentence.annex is None:
            self._read(sentence)
        else:
            self._announce(sentence, sentence.annex)
        self._before = sentence

    def _announce(self, sentence: Sentence, annex: Provision) -> None:
        """`Exhibit C to the Agreement is amended as set forth in Annex A`: what the changes there speak of."""
        found = orders(self.text, tokens(self.text, sentence.start, sentence.end))
        phrases = [phrase for order in found for phrase in order.objects if phrase.kind == "path"]
        setting = Setting(self.instrument, sentence, Order("amend", True, sentence.start, sentence.end), (), self.names)
        named = tuple(path for path in setting.resolve(phrases) if str(path) != annex.path)
        if named:
            self.spoken_of[annex.start] = named

    def _read(self, sentence: Sentence) -> None:
        end = sentence.end
        if self.text.startswith(_RECITES, sentence.start):
            return
        if _of_preamble(sentence) and sentence.announced is None:
            return
        found = (
            orders(self.text, tokens(self.text, sentence.start, end))
            if CHANGES.search(self.text, sentence.start, end)
            else []
        )
        if self.restates and not any(order.names_document for order in found):
            return
        if not found:
            self._read_without_order(sentence)
            return
        self._give_subject(sentence, found[0])
        if self._in_its_place(sentence, found) or self._restates_all(sentence, found):
            return
        self._left, self._fallen = [], []
        leans = self._leans_on_unplaced(sentence, found)
        read, target = ([], ()) if leans else self._orders(sentence, found, self._target(sentence))
        if target:
            self.spoken_of[_holder(sentence)] = target
        read = _unless_swallowed(read)
        kept = self._kept(sentence, read)
        if kept is not None:
            self._show(sentence, _BOUNDED)
            self.operations.extend(kept)
            return
        if read:
            read = in_turn(_once(read))
            both = [*read, *self._beside(sentence, found, read)]
            self.operations.extend(both)
            setting = Setting(self.instrument, sentence, found[0], (), self.names)
            self._brought_in.extend(brought_in(setting, read))
            self._show_left(sentence, found, both)
        elif not self._fallen and orders_nothing(self.text[sentence.start : end]):
            return
        elif not self._fallen and (told := self._without_verb(sentence)):
            self._show_beside(sentence, found, told)
        elif self._fallen or self._seems_an_order(sentence, found):
            self._show(sentence, _NOT_UNDERSTOOD)

    def finish(self) -> None:
        """Add the attachments that new texts bring in and that no order of their own puts anywhere."""
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
        if orders_nothing(self.text[start:end]):
            self._read_as(sentence, (under_lead.read,))
            return
        if self._without_verb(sentence):
            return
        if SURE_EFFECT.search(self.text, start, end):
            self._show(sentence, _NOT_UNDERSTOOD)

    def _leans_on_unplaced(self, sentence: Sentence, found: list[Order]) -> bool:
        """Whether orders speak of a provision that was named by words that are not understood."""
        named = [path for order in found for one in (*order.objects, *order.places) for path in one.paths]
        if any(provision.start in self.elsewhere for provision in sentence.chain):
            return not any(path.document for path in named)
        if not any(provision.start in self.unplaced for provision in sentence.chain):
            return False
        return all(path.relative or path == Path(term=path.term) for path in named)

    def _show_left(self, sentence: Sentence, found: list[Order], read: list[Operation]) -> None:
        """Show the orders of a sentence, of which others were read, that no form has read."""
        for order in self._left:
            if order.verb == "renumber" or self._is_lost(order, found, read):
                self._show(sentence, _LEFT, order.start)
        if len(found) > 1:
            self._show_unfollowed(sentence, found, read)

    def _is_lost(self, order: Order, found: list[Order], read: list[Operation]) -> bool:
        """Whether an order that no form has read would change something beside what was read."""
        lost = order is found[-1] and order.passive and order.verb == "delete"  # of what is not told
        vague = order.unclear and not (self._within(order, read) or any(one.or_replaces for one in read))
        return lost or order.unplaced or ((order.tells or vague) and order.verb != "amend")

    def _stand(self, found: list[Order], given: list[tuple[Order, list[Operation]]]) -> list[Operation]:
        """The operations that stand: of an item of a sentence, of which an edit is lost, none."""
        read = [operation for _, operations in given for operation in operations]
        lost = {id(one) for one in self._left if one.verb in _EDITS and self._is_lost(one, found, read)}
        edits = {id(order): operations for order, operations in given if any(map(_is_edit, operations))}
        fallen: set[int] = set()
        for item in items(self.text, found):
            ids = {id(order) for order in item}
            if ids & lost and ids & edits.keys():
                fallen |= ids
                self._fallen.append(next(order for order in item if id(order) in lost or id(order) in edits))
        self._left = [one for one in self._left if id(one) not in fallen] + self._fallen
        return [one for order, operations in given if id(order) not in fallen for one in operations]

    def _show_unfollowed(self, sentence: Sentence, found: list[Order], read: list[Operation]) -> None:
        """Show what a sentence says is amended, behind which no edit stands: `and Section 5 is amended accordingly`."""
        told = [one.new.span.start for one in read if one.new and one.action is Action.OVERRIDE]
        span = self._span(sentence)
        for order, after in zip(found, (*found[1:], None), strict=True):
            last = after is None or _is_amended(after)
            leads = order.announced is not None or (
                after is None and (announces(self.text[order.start : sentence.end]) or sentence.is_led_on(self.text))
            )
            start = self.instrument.document.span(order.start, order.end).start
            if _is_amended(order) and last and not leads and not any(start < at < span.end for at in told):
                self._show(sentence, _LEFT, order.start)

    def _within(self, order: Order, read: list[Operation]) -> bool:
        """Whether an order stands within the words that an operation takes."""
        at = self.instrument.document.span(order.start, order.end).start
        return any(one.new and one.new.span.start <= at < one.new.span.end for one in read)

    def _show_beside(self, sentence: Sentence, found: list[Order], told: list[Operation]) -> None:
        """Show the orders of a sentence that stand outside what was read of it as telling an effect."""
        for order in found:
            if order.verb != "amend" and (order.tells or order.unclear) and not self._within(order, told):
                self._show(sentence, _LEFT, order.start)

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
            self._show(sentence, _NOT_UNDERSTOOD)
            return True
        new = setting.piece(*labelled(setting, *place, last.target))
        both = msgspec.structs.replace(last.sentence, end=self._span(sentence).end)
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

    def _span(self, sentence: Sentence) -> Span:
        return self.instrument.document.span(sentence.start, sentence.end)

    def _kept(self, sentence: Sentence, read: list[Operation]) -> list[Operation] | None:
        """What counts of the operations of a sentence that is bound; None where it is not bound."""
        if read and under_condition(self.text, sentence):
            return []
        overrides = [operation for operation in read if operation.action is Action.OVERRIDE]
        return overrides if self._bounds(sentence, read) else None

    def _bounds(self, sentence: Sentence, read: list[Operation]) -> bool:
        """Whether the sentence bounds an edit that it orders, outside the text that it puts in."""
        if all(operation.action is Action.OVERRIDE for operation in read):
            return False
        words = unquoted(self.text[sentence.start : sentence.end])
        at = self.instrument.document.reading.at
        put_in = [operation.new for operation in read if operation.action is not Action.RENUMBER]
        for new in filter(None, put_in):
            start, end = (at(place) - sentence.start for place in (new.span.start, new.span.end))
            if 0 <= start < end <= len(words):
                words = words[:start] + "·" * (end - start) + words[end:]
        return bounded(words)

    def _show(self, sentence: Sentence, says: str, start: int | None = None) -> None:
        """Note a finding on a sentence, or on what of it stands behind `start`."""
        span = self.instrument.document.span(sentence.start if start is None else start, sentence.end)
        self.findings.append(Finding(FindingKind.UNREAD, says, (span,), path=sentence.at))

    def _beside(self, sentence: Sentence, found: list[Order], read: list[Operation]) -> list[Operation]:
        """What a sentence that orders an edit changes besides, without editing."""
        if any(operation.action is Action.OVERRIDE for operation in read):
            return []
        setting = Setting(self.instrument, sentence, found[0], (), self.names)
        edits = [order for order in found if order.verb != "amend"]
        begun = [self.instrument.document.span(order.start, order.end).start for order in edits]
        objects = [min([order.start, *(phrase.start for phrase in order.objects)]) for order in edits]
        return [
            one
            for one in changed(setting, objects)
            if one.new and not any(one.new.span.start <= at < one.new.span.end for at in begun)
        ]

    def _without_verb(self, sentence: Sentence) -> list[Operation]:
        """What a sentence tells that names no editing, if it is understood so."""
        return self._read_as(sentence, WITHOUT_VERB)

    def _read_as(self, sentence: Sentence, forms: Sequence[Form]) -> list[Operation]:
        order = Order("override", False, sentence.start, sentence.start)
        setting = Setting(self.instrument, sentence, order, (), self.names)
        read = next((operations for form in forms if (operations := form(setting))), [])
        if read and under_condition(self.text, sentence):
            self._show(sentence, _BOUNDED)
        else:
            self.operations.extend(read)
        return read

    def _target(self, sentence: Sentence) -> tuple[Path, ...]:
        """The provisions that the sentences before, or around, this one speak of."""
        for provision in reversed(sentence.chain):
            if provision.start in self.spoken_of:
                return self.spoken_of[provision.start]
            behind = sentence.start >= provision.body  # and does not begin with it: "Section 3. 7 is deleted"
            if provision.heading and behind and (named := captioned(provision.heading, self.names)):
                return named
            if command := commanded(self.text, provision):
                return command
        return ()

    def _orders(
        self, sentence: Sentence, found: list[Order], target: tuple[Path, ...]
    ) -> tuple[list[Operation], tuple[Path, ...]]:
        read: list[Operation] = []
        given: list[tuple[Order, list[Operation]]] = []
        amends = False
        announcing = _announcing(found)
        documents = named_by(self.text, sentence, found, self.names)
        unplaced = next((turn for turn, order in enumerate(found) if _is_unplaced(order)), len(found))
        unsure = next((turn for turn, one in enumerate(documents, 1) if one and one.path is None), unplaced)
        self._left = found[min(unplaced, unsure) :]
        if unplaced < len(found):
            self.unplaced.add(_holder(sentence))
        elif documents[-1] is not None and documents[-1].path is None:
            self.elsewhere.add(_holder(sentence))
        for order, document in zip(found[: min(unplaced, unsure)], documents, strict=False):
            target = in_document(target, document)
            setting = Setting(
                self.instrument,
                sentence,
                order,
                target,
                self.names,
                announcing is None or order is announcing,
            )
            changes = order.verb == "change" and order.passive and not order.instead  # "is changed to add"
            if changes or (order.verb == "amend" and (order.passive or order is not found[-1])):
                paths = [phrase for phrase in order.objects if phrase.kind == "path"]
                leans = bool(paths) and all(path.relative for phrase in paths for path in phrase.paths)
                around = setting.resolve(order.places)
                part = around if leans else [path for path in around if path.part and not path.section]
                named = setting.resolve(paths, part or None) or (setting.places() if order.places else [])
                if named:
                    target, amends = tuple(named), True
                    setting.target = target
                if order.announced is None and len(found) > 1:
                    continue
            operations = _standing(self._operations(setting), read)
            read.extend(operations)
            given.append((order, operations))
            if not operations:
                self._left.append(order)
            if (
                order.verb == "renumber"
                and operations
                and any(
                    later.verb == "amend" and not later.objects for later in found[found.index(order) + 1 :]
                )
            ):
                target = tuple(
                    _renamed(operation) for operation in operations
                )  # "renumbered as (1) and amended as follows"
            if not amends and operations and not target:
                target = tuple(
                    dict.fromkeys(
                        msgspec.structs.replace(operation.target, place=None) for operation in operations
                    )
                )[:1]
        return self._stand(found, given) if read else self._effect(sentence, found, target), target

    def _effect(self, sentence: Sentence, found: list[Order], target: tuple[Path, ...]) -> list[Operation]:
        """What a sentence that edits nothing says that an amendment brings about."""
        amending = next((order for order in found if order.verb == "amend" and order.passive), None)
        if amending is None:
            return []
        read = override.read(Setting(self.instrument, sentence, amending, target, self.names))
        return [] if read and self._is_no_effect(sentence, read) else read

    def _operations(self, setting: Setting) -> list[Operation]:
        """What the first form that knows an order makes of it; nothing where a part of it is not understood."""
        if setting.order.unclear:
            return []
        found = next((operations for form in FORMS if (operations := form(setting))), [])
        if any(one.target.relative or _UPSIDE_DOWN.search(one.target.place or "") for one in found):
            return []  # a clause or sentence of what, nothing says; or a paragraph of a sentence
        overrides = any(operation.action is Action.OVERRIDE for operation in found)
        return [] if overrides and self._is_no_effect(setting.sentence, found) else found

    def _is_no_effect(self, sentence: Sentence, read: list[Operation]) -> bool:
        """Whether what was read as telling an effect is of a kind that changes nothing."""
        at = self.instrument.document.reading.at
        told = min(at(one.new.span.start) for one in read if one.new is not None) - sentence.start
        return orders_nothing(self.text[sentence.start : sentence.end], told if told > 0 else None)

    def _seems_an_order(self, sentence: Sentence, found: list[Order]) -> bool:
        given = any(phrase.kind == "quote" for order in found for phrase in order.instead)
        leads = sentence.announced is None and not given and all(order.verb == "amend" for order in found)
        if leads and (
            announces_changes(self.text[sentence.start : sentence.end]) or sentence.is_led_on(self.text)
        ):
            return False  # it only announces the changes that stand under it
        commanded = bool(self._target(sentence))
        return any(
            order.verb == "renumber" or (commanded and _commands(sentence, order)) or (order.tells and (order.verb != "amend" or order.passive))
            for order in found
        ) or bool(SURE_EFFECT.search(self.text, sentence.start, sentence.end))


def _unless_swallowed(read: list[Operation]) -> list[Operation]:
    """The operations of a sentence, unless a mark that is missing makes one quotation of two, with the order between them."""
    return [] if any(one.old and _SWALLOWED.search(one.old) for one in read) else read


def _is_edit(operation: Operation) -> bool:
    """Whether an operation edits the text itself."""
    return operation.action not in {Action.OVERRIDE, Action.RENUMBER}


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
        if given.new is not None:
            given = msgspec.structs.replace(given, action=Action.REPLACE_PROVISION)
        found[found.index(before)] = kept[operation.target] = given
    return found


def _standing(operations: list[Operation], read: list[Operation]) -> list[Operation]:
    """The operations of an order, unless it puts words into what its sentence has struck: what it means is not told."""
    struck = {one.target for one in read if one.action is Action.DELETE_PROVISION}
    into = any(one.action is Action.INSERT_TEXT and one.target in struck for one in operations)
    return [] if into else operations


def _commands(sentence: Sentence, order: Order) -> bool:
    """Whether a sentence is a command: `replace ten with twelve`."""
    return order.start == sentence.start and not order.passive and order.verb != "amend"


def _announcing(found: list[Order]) -> Order | None:
    """The order whose text is set off behind the sentence: the last that speaks of what follows."""
    return next((order for order in reversed(found) if order.announced is not None), None)


def _renamed(operation: Operation) -> Path:
    """The provision under its new number."""
    label = operation.new.words if operation.new else ""
    return (
        msgspec.structs.replace(operation.target, steps=(*operation.target.steps[:-1], label))
        if label.startswith("(")
        else parse_path(label)
    )


def _is_amended(order: Order) -> bool:
    """Whether an order says of a provision of its own that it is amended."""
    named = order.of("path") or order.places or order.of("quote")
    return order.verb == "amend" and order.passive and bool(named)


def _is_unplaced(order: Order) -> bool:
    """Whether no address says what an order amends: `the paragraph following Section 4.9(b)`, `the last bullet`."""
    anchored = order.verb == "amend" and bool(order.after or order.before)
    return order.unplaced or (anchored and not order.of("path"))


def _of_preamble(sentence: Sentence) -> bool:
    return any(provision.kind is ProvisionKind.PREAMBLE for provision in sentence.chain)


def _holder(sentence: Sentence) -> int:
    """The innermost numbered provision around a sentence."""
    return next(
        (p.start for p in reversed(sentence.chain) if p.path and p.kind is not ProvisionKind.INSTRUMENT), -1
    )
