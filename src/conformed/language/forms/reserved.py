"""A provision is said to be reserved, and nothing is put in its place: it is struck, and its number stays."""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import reference
from conformed.instrument.paths.captioned import after_caption
from conformed.language.operation import Action, Operation
from conformed.language.setting.ours import is_of_agreement
from conformed.language.setting.setting import Setting

EXAMPLES = (
    ("Section 5.2 of the Credit Agreement is hereby reserved.", "delete_provision 5.2"),
    ("Sections 5.2 and 5.3 are intentionally left blank.", "delete_provision 5.2\ndelete_provision 5.3"),
)

_IS_RESERVED = pattern(
    r"\s(?:is|are|shall\sbe)\s(?:hereby\s|intentionally\s|now\s|designated\s(?:as\s)?){0,3}(?:reserved|left\sblank)(?:\sfor\sfuture\suse)?[.;]?(?:\sand)?\s*", ENGLISH
)


def read(setting: Setting) -> list[Operation]:
    """Read a sentence that says of provisions, and of nothing else, that they are reserved."""
    text, sentence = setting.text, setting.sentence
    found = reference(text, sentence.start, sentence.end)
    if found is None or not _IS_RESERVED.fullmatch(text, after_caption(text, found.end, sentence.end), sentence.end):
        return []
    ours = all((path.section or path.part) and (path.document is None or is_of_agreement(setting, path)) for path in found.paths)
    return [setting.operation(Action.DELETE_PROVISION, setting.own(path)) for path in found.paths] if ours else []
