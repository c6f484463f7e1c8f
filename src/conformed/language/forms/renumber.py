"""A provision gets another number."""

from conformed.language.operation import Action, Operation, Text
from conformed.language.setting import Setting

EXAMPLES = (
    (
        "Section 5.3 is further amended by redesignating clause (c) thereof as clause (d).",
        "renumber 5.3(c): (d)",
    ),
    ("Section 7.3 of the Credit Agreement is hereby renumbered as Section 7.4.", "renumber 7.3: 7.4"),
    ("Section 6.1(j) is changed to a new Section 6.1(k) of the Credit Agreement.", "renumber 6.1(j): 6.1(k)"),
)


def read(setting: Setting) -> list[Operation]:
    """Read an order to renumber."""
    order = setting.order
    named = order.instead if order.verb == "change" and not order.of("quote") else order.named
    if order.verb not in {"renumber", "change"} or not any(phrase.kind == "path" for phrase in named):
        return []
    olds = setting.resolve([phrase for phrase in order.objects if phrase.kind == "path"]) or setting.resolve(
        order.places
    )
    news = [path for phrase in named for path in phrase.paths]
    found = []
    for old, new in zip(olds, news, strict=False):
        label = new.steps[-1] if new.steps and not new.section else str(setting.own(new))
        span = setting.instrument.document.span(named[0].start, named[-1].end)
        found.append(setting.operation(Action.RENUMBER, old, new=Text(label, span, spelled=True)))
    return found
