"""What is understood of one sentence: its orders, each read by the first form that knows it.

In: the orders of a sentence, and the provisions spoken of before it.  Out: the operations that stand, the
provisions that the sentence speaks of, and the orders of which nothing is made.  Of what stands or falls
together nothing is read by half.
"""

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument import Instrument, Path, parse_path
from conformed.language.forms import FORMS, delete_rest, override
from conformed.language.operation import Action, Operation
from conformed.language.orders.order import Order
from conformed.language.sentences.commencement import Commencement
from conformed.language.sentences.documents import at_large, in_document, named_by
from conformed.language.sentences.items import items
from conformed.language.sentences.sentences import Sentence
from conformed.language.sentences.wording import orders_nothing
from conformed.language.setting.beside import leads_nowhere
from conformed.language.setting.setting import Setting

_EDITS = {"delete", "replace", "insert", "add", "substitute", "change", "restate"}
_UPSIDE_DOWN = pattern(r"paragraph\b.*\sof\ssentence")


class Understood:
    """What is understood of a sentence.

    `target` are the provisions that it speaks of; `left` its orders that no form has read, `fallen` those with
    which an item of it begins that does not stand; `unplaced` tells that it speaks of what no address names,
    `elsewhere` that it speaks of what may be another document.
    """

    def __init__(self, instrument: Instrument, sentence: Sentence, names: frozenset[str]) -> None:
        self.instrument, self.sentence, self.names = instrument, sentence, names
        self.text = instrument.document.reading.text
        self.operations: list[Operation] = []
        self.target: tuple[Path, ...] = ()
        self.left: list[Order] = []
        self.fallen: list[Order] = []
        self.unplaced = self.elsewhere = False

    def read(self, found: list[Order], target: tuple[Path, ...]) -> None:
        """Read its orders, of which the first is about the provisions `target` if it names none."""
        read: list[Operation] = []
        given: list[tuple[Order, list[Operation]]] = []
        amends = False
        everywhere = at_large(self.text, self.sentence, found, self.names)
        announcing = _announcing(found)
        commencement = Commencement(self.instrument, self.sentence)
        documents = named_by(self.text, self.sentence, found, self.names)
        led = bool(target) and self.sentence.start <= self.sentence.chain[-1].body  # by the caption of its clause
        unplaced = next(
            (
                turn
                for turn, order in enumerate(found)
                if _is_unplaced(order) or (not target and turn == 0 and _leans_on_none(order)) or (not led and _calls_itself(order))
            ),
            len(found),
        )
        unsure = next((turn for turn, one in enumerate(documents, 1) if one and one.path is None), unplaced)
        self.left = found[min(unplaced, unsure) :]
        self.unplaced = unplaced < len(found)
        self.elsewhere = not self.unplaced and documents[-1] is not None and documents[-1].path is None
        for order, document, large in zip(found[: min(unplaced, unsure)], documents, everywhere, strict=False):
            target = in_document(target, document)
            setting = Setting(
                self.instrument,
                self.sentence,
                order,
                () if large else target,
                self.names,
                announcing is None or order is announcing,
                commencement,
            )
            changes = order.verb == "change" and order.passive and not order.instead  # "is changed to add"
            if changes or (order.verb == "amend" and (order.passive or order is not found[-1])):
                paths = [phrase for phrase in order.objects if phrase.kind == "path"]
                leans = bool(paths) and all(path.relative for phrase in paths for path in phrase.paths)
                terms = bool(paths) and all(path == Path(term=path.term) for phrase in paths for path in phrase.paths)
                before = [place for place in order.places if not terms or place.start < paths[0].start]  # "In Section 7(a), the definition of"
                around = setting.resolve(before)
                leans = leans or terms
                part = around if leans else [path for path in around if path.part and not path.section]
                named = setting.resolve(paths, part or None) or (setting.places() if order.places else [])
                if named:
                    target, amends = tuple(dict.fromkeys(named)), True
                    setting.target = target
                if order.announced is None and len(found) > 1:
                    continue
            operations = _standing(self._operations(setting), read)
            read.extend(operations)
            given.append((order, operations))
            if not operations:
                self.left.append(order)
            if (
                order.verb == "renumber"
                and operations
                and any(
                    later.verb in {"amend", "restate"} and not later.objects for later in found[found.index(order) + 1 :]
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
        self.target = target
        self.operations = self._stand(found, given) if read else self._effect(found, target)

    def _stand(self, found: list[Order], given: list[tuple[Order, list[Operation]]]) -> list[Operation]:
        """The operations that stand: of an item of a sentence, of which an edit is lost, none."""
        read = [operation for _, operations in given for operation in operations]
        lost = {id(one) for one in self.left if one.verb in _EDITS and is_lost(self.instrument, one, found, read)}
        edits = {id(order): operations for order, operations in given if any(map(_is_edit, operations))}
        fallen: set[int] = set()
        for item in items(self.text, found):
            ids = {id(order) for order in item}
            if ids & lost and ids & edits.keys():
                fallen |= ids
                self.fallen.append(next(order for order in item if id(order) in lost or id(order) in edits))
        self.left = [one for one in self.left if id(one) not in fallen] + self.fallen
        return [one for order, operations in given if id(order) not in fallen for one in operations]

    def _effect(self, found: list[Order], target: tuple[Path, ...]) -> list[Operation]:
        """What a sentence that edits nothing says that an amendment brings about."""
        amending = next((order for order in found if order.verb == "amend" and order.passive), None)
        if amending is None or amending.unplaced:
            return []
        read = override.read(Setting(self.instrument, self.sentence, amending, target, self.names))
        return [] if read and self._is_no_effect(read) else read

    def _operations(self, setting: Setting) -> list[Operation]:
        """What the first form that knows an order makes of it; nothing where a part of it is not understood."""
        if setting.order.unclear:
            return []
        forms = FORMS if setting.order.rest is None else (delete_rest.read,)
        found = next((operations for form in forms if (operations := form(setting))), [])
        if any(one.target.relative or _UPSIDE_DOWN.search(one.target.place or "") for one in found):
            return []  # a clause or sentence of what, nothing says; or a paragraph of a sentence
        if any(map(leads_nowhere, found)):
            return []
        overrides = any(operation.action is Action.OVERRIDE for operation in found)
        return [] if overrides and self._is_no_effect(found) else found

    def _is_no_effect(self, read: list[Operation]) -> bool:
        """Whether what was read as telling an effect is of a kind that changes nothing."""
        at = self.instrument.document.reading.at
        told = min(at(one.new.span.start) for one in read if one.new is not None) - self.sentence.start
        return orders_nothing(self.text[self.sentence.start : self.sentence.end], told if told > 0 else None)


def is_lost(instrument: Instrument, order: Order, found: list[Order], read: list[Operation]) -> bool:
    """Whether an order that no form has read would change something beside what was read."""
    lost = order is found[-1] and order.passive and order.verb == "delete"  # of what is not told
    vague = order.unclear and not (within(instrument, order, read) or any(one.or_replaces for one in read))
    return lost or order.unplaced or ((order.tells or vague) and order.verb != "amend")


def within(instrument: Instrument, order: Order, read: list[Operation]) -> bool:
    """Whether an order stands within the words that an operation takes."""
    at = instrument.document.span(order.start, order.end).start
    return any(one.new and one.new.span.start <= at < one.new.span.end for one in read)


def _is_edit(operation: Operation) -> bool:
    """Whether an operation edits the text itself."""
    return operation.action not in {Action.OVERRIDE, Action.RENUMBER}


def _standing(operations: list[Operation], read: list[Operation]) -> list[Operation]:
    """The operations of an order, unless it puts words into what its sentence has struck: what it means is not told."""
    struck = {one.target for one in read if one.action is Action.DELETE_PROVISION}
    into = any(one.action is Action.INSERT_TEXT and one.target in struck for one in operations)
    return [] if into else operations


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


def _leans_on_none(order: Order) -> bool:
    """Whether an order that opens a matter calls a provision "such Section", of which none was named."""
    leaning = order.passive and not (order.of("path") or order.places)
    return leaning and any(one.value.lower().startswith(("such ", "said ")) for one in order.of("pronoun"))


def _calls_itself(order: Order) -> bool:
    """Whether an order speaks of "this Section", which is that of its caption, or that in which it stands."""
    return any(one.value.lower().startswith("this ") for one in order.of("pronoun"))


def _is_unplaced(order: Order) -> bool:
    """Whether no address says what an order amends: `the paragraph following Section 4.9(b)`, `the last bullet`, `the row "Rye" in Section 5`."""
    anchored = bool(order.after or order.before) and not order.of("path")
    return order.unplaced or (order.verb == "amend" and (anchored or bool(order.of("entries"))))
