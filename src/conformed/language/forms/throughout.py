"""A word or phrase is replaced or struck wherever it stands, in the agreement or in a provision of it."""

from conformed.instrument import Path
from conformed.language.operation import Action, Operation
from conformed.language.setting import Setting

EXAMPLES = (
    (
        'Section 10.4 of the Credit Agreement is amended by deleting all references to "the Parent" and replacing all such '
        'references with "Holdings."',
        "replace_throughout 10.4: the Parent -> Holdings",
    ),
    (
        'The Credit Agreement is amended by replacing each reference to "Oldbank" with "Newbank".',
        "replace_throughout *: Oldbank -> Newbank",
    ),
)


def read(setting: Setting) -> list[Operation]:
    """Read an order that speaks of each place."""
    order = setting.order
    quotes = order.of("quote")
    if not order.each or not quotes or order.verb not in {"replace", "change", "delete"}:
        return []
    found = []
    for place in setting.places() or [Path()]:
        for quote in quotes:
            old = setting.old(quote)
            new = setting.inserted(order.instead, old) if order.verb != "delete" else None
            if order.verb != "delete" and new is None:
                return []
            action = Action.REPLACE_THROUGHOUT if new else Action.DELETE_TEXT
            found.append(setting.operation(action, place, old=old, new=new, occurrence=0))
    return found
