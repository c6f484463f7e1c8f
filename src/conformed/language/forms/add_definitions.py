"""Definitions are added to, or put in the place of those in, the section of definitions."""


import re

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language.operation import Action, Operation
from conformed.language.orders.order import Phrase
from conformed.language.setting.defining import definitions
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        "Section 1.1 of the Credit Agreement is amended by adding the following definitions in alphabetical "
        'order:\n"Elevator" means a grain elevator.\n"Wharf" means a wharf.',
        'add_provision 1.1#Elevator: "Elevator" means a grain elevator.\nadd_provision 1.1#Wharf: "Wharf" means a wharf.',
    ),
    (
        'The definitions of "Elevator" and "Wharf" in Section 1.1 are amended and restated in their entirety as follows:\n'
        '"Elevator" means a silo.\n"Wharf" means a pier.',
        'replace_provision 1.1#Elevator: "Elevator" means a silo.\nreplace_provision 1.1#Wharf: "Wharf" means a pier.',
    ),
    (
        "Section 1.1 is amended to add the following definitions thereto and, where applicable, replace the corresponding "
        'existing definitions:\n"Elevator" means a silo.\n"Wharf" means a pier.',
        'add_provision 1.1#Elevator: "Elevator" means a silo. or in place of it\nadd_provision 1.1#Wharf: "Wharf" means a pier. or in place of it',
    ),
    (
        "Section 1.1 is amended by adding the following definitions in alphabetical order:\n"
        '(i) "Elevator" means a silo.\n(ii) "Wharf" means a pier.',
        'add_provision 1.1#Elevator: "Elevator" means a silo.\nadd_provision 1.1#Wharf: "Wharf" means a pier.',
    ),
)

_OR_REPLACES = pattern(
    r"\badditional\s(?:and|or|and/or)\ssubstitut|\b(?:if|where)\sapplicable,?\s(?:[\w-]+\s){0,6}?(?:replac|restat|amend|supersed)"
    r"|\b(?:add|insert)(?:ed|ing)?\s(?:and/)?or\s(?:replac|restat|amend|substitut)"
    r"|\b(?:replac|restat|amend|substitut)\w*,?\s(?:and/)?or,?\s(?:add|insert)",
    ENGLISH,
)
_WITHOUT_VERB = pattern(  # "Barge" A boat that is loaded: one term, set in marks, and what it is
    r"[\"“](?P<term>[^\"“”\n]{1,60}?)\s?[\"”][:–—-]{0,2}\s(?:An?|The|Any|Each|All|Such)\s(?![^\n]*\n\s*[\"“])"
)
NOUNS = {"definition", "term", "defined term"}


_ALPHABETICAL = pattern(r"\balphabetical\b")


def read(setting: Setting) -> list[Operation]:
    """Read an order whose new text is a list of definitions."""
    order = setting.order
    place = setting.announced()
    if place is None or not _speaks_of_definitions(setting):
        return []
    or_replaces = bool(_OR_REPLACES.search(setting.text, setting.sentence.start, setting.sentence.end))
    adds = or_replaces or (order.verb in {"add", "insert"} and not order.lieu)
    action = Action.ADD_PROVISION if adds else Action.REPLACE_PROVISION
    section = _section(setting)
    after, before = (
        setting.old(phrases[0]) if phrases and phrases[0].kind == "quote" else _term(phrases)
        for phrases in (order.after, order.before)
    )
    found = []
    in_order = _ALPHABETICAL.search(setting.text, setting.sentence.start, setting.sentence.end)
    given = definitions(setting, *place, counted=in_order is not None)
    named = [path.term for phrase in order.objects for path in phrase.paths if path.term is not None]
    if len(given) == len(named) == 1:
        given = [(named[0], *given[0][1:])]  # the order's own spelling of the term
    if not given and order.announced in NOUNS and (bare := _WITHOUT_VERB.match(setting.text, *place)):
        given = [(bare["term"], *place)]
    quoted = [phrase.value.rstrip(",.;") for phrase in order.of("quote")]
    if not given and len(quoted) == 1 and setting.text.startswith(quoted[0], place[0]):
        given = [(quoted[0], *place)]  # "Barge: a boat that is loaded"
    for term, start, end in given:
        path = Path(term=term).within(Path(section.document, section.part) if section.captioned else section)
        found.append(
            setting.operation(
                action,
                path,
                new=setting.piece(start, end),
                after=after,
                before=before,
                or_replaces=or_replaces,
            )
        )
    return _with_struck(setting, found)


def _with_struck(setting: Setting, found: list[Operation]) -> list[Operation]:
    """What takes the place of definitions that are deleted, with those of them that it does not give again: they go.

    `The definitions of "Oats" and "Rye" are deleted and the following is substituted: "Oats" means ...` deletes "Rye".
    """
    order = setting.order
    plain = [path for phrase in order.of("path") for path in phrase.paths if path.term is not None and not (path.steps or path.place)]
    given = {_spelled(one.target.term) for one in found}
    struck = {_spelled(path.term): path for path in plain}
    left = [path for term, path in struck.items() if term not in given]
    if not (order.struck and found and left):
        return found
    around = found[0].target
    gone = [setting.operation(Action.DELETE_PROVISION, msgspec.structs.replace(around, term=path.term)) for path in left]
    new = [msgspec.structs.replace(one, action=Action.ADD_PROVISION) if _spelled(one.target.term) not in struck else one for one in found]
    return [*new, *gone]


def _spelled(term: str | None) -> str:
    return re.sub(r"\W", "", (term or "").lower())


def _speaks_of_definitions(setting: Setting) -> bool:
    order = setting.order
    if order.announced in NOUNS or (
        order.verb in {"add", "insert"}
        and _ALPHABETICAL.search(setting.text, setting.sentence.start, setting.sentence.end)
    ):
        return True
    paths = [path for phrase in (*order.objects, *order.places) for path in phrase.paths]
    own = [path for path in paths if path.term is not None and not path.steps and not path.place]
    if not own and not order.objects:
        own = [path for path in setting.target if path.term is not None and not path.steps]
    whole = order.verb in {"amend", "restate", "replace", "add"} or order.lieu
    return (
        bool(own) and whole and not order.at_end and not any(phrase.kind == "quote" for phrase in order.after)
    )


def _section(setting: Setting) -> Path:
    """The section of definitions that the order names, or that is spoken of."""
    for path in (
        *setting.resolve(setting.order.places),
        *setting.resolve(setting.order.objects),
        *setting.target,
    ):
        if path.section or path.part or path.document:
            return path
    return Path()


def _term(phrases: list[Phrase]) -> str | None:
    """The term whose definition is an anchor."""
    return next((path.term for phrase in phrases for path in phrase.paths if path.term is not None), None)
