"""A provision gets another number."""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.operation import Action, Operation, Text
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        "Section 5.3 is further amended by redesignating clause (c) thereof as clause (d).",
        "renumber 5.3(c): (d)",
    ),
    ("Section 7.3 of the Credit Agreement is hereby renumbered as Section 7.4.", "renumber 7.3: 7.4"),
    (
        "Sections 7.3 through 7.5 are renumbered 7.4 through 7.6, respectively.",
        "renumber 7.3: 7.4\nrenumber 7.4: 7.5\nrenumber 7.5: 7.6",
    ),
    ("Section 6.1(j) is changed to a new Section 6.1(k) of the Credit Agreement.", "renumber 6.1(j): 6.1(k)"),
)

_OR = pattern(r"\sor\s", ENGLISH)
_BARE = pattern(r"\s(?:and\sbecomes|as|to\sbecome)\s(?P<number>\d{1,3}(?:\.\d{1,3}){1,3}|\(\w{1,4}\))\.?\W*$")


def read(setting: Setting) -> list[Operation]:
    """Read an order to renumber."""
    order = setting.order
    named = order.instead if order.verb == "change" and not order.of("quote") else order.named
    if order.verb == "renumber" and not named:
        return _bare(setting)
    if order.verb not in {"renumber", "change"} or not any(phrase.kind == "path" for phrase in named):
        return []
    olds = setting.resolve([phrase for phrase in order.objects if phrase.kind == "path"]) or setting.resolve(
        order.places
    )
    news = [path for phrase in named for path in phrase.paths]
    if len(olds) != len(news) or any(_OR.search(setting.text, phrase.start, phrase.end) for phrase in named):
        return []  # "Sections 5.3, 5.4 and 5.5 are renumbered 5.4 and 5.5", "5.4 or 5.5": which gets which is not told
    found = []
    for old, new in zip(olds, news, strict=True):
        label = new.steps[-1] if new.steps and not new.section else str(setting.own(new))
        span = setting.instrument.document.span(named[0].start, named[-1].end)
        found.append(setting.operation(Action.RENUMBER, old, new=Text(label, span, spelled=True)))
    return found


def _bare(setting: Setting) -> list[Operation]:
    """`Section 8.4 is renumbered and becomes 8.5`: a number alone."""
    olds = setting.resolve(setting.order.of("path"))
    match = _BARE.fullmatch(setting.text, setting.order.end, setting.sentence.end)
    if match is None or len(olds) != 1:
        return []
    new = Text(match["number"], setting.instrument.document.span(*match.span("number")), spelled=True)
    return [setting.operation(Action.RENUMBER, olds[0], new=new)]
