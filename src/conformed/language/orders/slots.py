"""The parts of an order that its arguments take: what is changed, where, beside what, and what is put instead.

In: an order and its next argument.  Out: the order with it, and the name of the part that the argument behind it would take.
"""

from collections.abc import Callable

import msgspec

from conformed.language.orders.order import Order, Phrase


def _between(order: Order, argument: Phrase) -> str:
    if len(argument.paths) == 2 and not order.after:
        order.after.append(msgspec.structs.replace(argument, paths=argument.paths[:1]))
        argument = msgspec.structs.replace(argument, paths=argument.paths[1:])
    if order.after:
        order.before.append(argument)
        return "object"
    order.after.append(argument)
    return "between"


def _old(order: Order, argument: Phrase) -> str:
    if order.verb == "amend" and order.passive:  # "Section 4 is amended to read "ten" in place of "six""
        order.verb, order.places = "replace", [*order.places, *order.of("path")]
        order.objects = [one for one in order.objects if one.kind != "path"]
    order.instead, order.objects = [*order.instead, *order.objects], [argument]
    if [one.kind for one in order.instead] == ["follow"]:
        return "instead"  # "substituting the following for clause (b): ..."
    return "in" if order.instead else "instead"  # "substituting for A the word B"


def _after(order: Order, argument: Phrase) -> str:
    order.after.append(argument)
    return "in" if argument.kind == "pronoun" else "object"


def _before(order: Order, argument: Phrase) -> str:
    order.before.append(argument)
    return "in" if argument.kind == "pronoun" else "object"


def _instead(order: Order, argument: Phrase) -> str:
    order.instead.append(argument)
    return "instead"


def _named(order: Order, argument: Phrase) -> str:
    order.named.append(argument)
    return "named" if order.verb == "renumber" else "object"


def _place(order: Order, argument: Phrase) -> str:
    if argument.kind == "path" and (not argument.new or order.verb in {"delete", "replace", "change"}):
        order.places.append(argument)
        return "in" if order.verb in {"add", "insert"} else "object"
    if argument.kind != "pronoun":
        return _object(order, argument)
    order.leans = argument.value.rpartition(" ")[2] or None
    return "object"


def _object(order: Order, argument: Phrase) -> str:
    order.objects.append(argument)
    return "object"


PARTS: dict[str, Callable[[Order, Phrase], str]] = {
    "between": _between, "old": _old, "after": _after, "before": _before, "instead": _instead, "named": _named,
    "in": _place, "object": _object,
}  # fmt: skip
"""Gives an argument the part of a name, and says what part the next one would take."""
