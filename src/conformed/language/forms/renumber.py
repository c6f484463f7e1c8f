"""A provision gets another number."""

from conformed.language.operation import Action, Operation, Text
from conformed.language.setting import Setting

EXAMPLES = (
    (
        "Section 5.3 is further amended by redesignating clause (c) thereof as clause (d).",
        "renumber 5.3(c): (d)",
    ),
    ("Section 7.3 of the Credit Agreement is hereby renumbered as Section 7.4.", "renumber 7.3: 7.4"),
)


def read(setting: Setting) -> list[Operation]:
    """Read an order to renumber."""
    order = setting.order
    if order.verb != "renumber" or not order.named:
        return []
    olds = setting.resolve([phrase for phrase in order.objects if phrase.kind == "path"]) or setting.resolve(
        order.places
    )
    news = [path for phrase in order.named for path in phrase.paths]
    place = setting.piece(order.named[0].start, order.named[-1].end).span
    found = []
    for old, new in zip(olds, news, strict=False):
        label = new.steps[-1] if new.steps and not new.section else str(setting.own(new))
        found.append(setting.operation(Action.RENUMBER, old, new=Text(label, place, spelled=True)))
    return found
