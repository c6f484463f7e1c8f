"""A provision is modified by a text of which nothing tells whether it takes the place of what stands or comes to it.

"Section 4 is modified as follows: The miller keeps the dock.": the text stands beside Section 4, of which no word is changed.
"""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.set_off.ordering import ORDERS
from conformed.language.operation import Action, Operation
from conformed.language.setting.beside import end_of_paragraph
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        "Section 4 of the Credit Agreement is modified as follows:\nThe miller keeps the dock. It is lit.",
        "override 4: The miller keeps the dock. It is lit.",
    ),
    (
        "Sections 4 and 5 of the Credit Agreement are modified and supplemented as follows:\nThe miller keeps the dock.",
        "override 4: The miller keeps the dock.\noverride 5: The miller keeps the dock.",
    ),
    (
        "Section 4 of the Credit Agreement is supplemented. The miller keeps the dock. It is lit.",
        "override 4: The miller keeps the dock. It is lit.",
    ),
)

_MODIFIED = pattern(r"\b(?:modified|supplemented)\s(?:hereby\s)?(?:as\sfollows|by\sthe\sfollowing)\W{0,3}$")
_SUPPLEMENTED = pattern(r"\b(?:is|are)\s(?:hereby\s)?supplemented(?:\sas\sfollows)?\.$")  # what stands behind it does so
_PART = pattern(r"\W{0,2}(?:\.\s?\.\s?\.|…)\s?[a-z]")  # "... the mill is dry ..."
_COMMANDS = pattern(r"(?:^|[.;:)\n–—-]\s?)(?:replace|delete|insert|add|revise|strike|substitute|change)\s(?:the|all|each|any|[“\"])", ENGLISH)


def read(setting: Setting) -> list[Operation]:
    """Read an order to modify whole provisions as the text says that is set off behind it."""
    order, sentence = setting.order, setting.sentence
    if order.verb not in {"amend", "modify"} or not order.passive:
        return []
    if _MODIFIED.search(setting.text, sentence.start, sentence.end):
        place = setting.announced()
    else:
        place = _behind(setting) if _SUPPLEMENTED.search(setting.text, sentence.start, sentence.end) else None
    if place is None:
        return []
    named = order.of("path")
    targets = setting.resolve(named) if named else list(setting.target)
    words = setting.text[place[0] : place[1]]
    if _PART.match(words) or ORDERS.search(words) or _COMMANDS.search(words):
        return []
    if any(not (one.section or one.part) or one.place for one in targets):
        return []
    return [setting.operation(Action.OVERRIDE, target, new=setting.piece(*place)) for target in targets]


def _behind(setting: Setting) -> tuple[int, int] | None:
    """The sentences behind the order in its paragraph; none where they order changes of their own."""
    start, end = setting.sentence.end, end_of_paragraph(setting)
    start += len(setting.text[start:end]) - len(setting.text[start:end].lstrip())
    return (start, end) if start < end else None
