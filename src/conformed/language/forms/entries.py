"""Entries of a table, list or rate schedule are struck, added or replaced.

The convention is that of tariffs and interconnection agreements: an entry is known by its key, such as a USOC
(Universal Service Order Code), or by the caption of its table.
"""

import re

from conformed.language.operation import Action, Operation
from conformed.language.setting import Setting

EXAMPLES = (
    (
        'The Parties agree to delete in their entirety all rate elements and USOCs identified as "Number Pooling charges" in '
        "Exhibit A of Attachment 2, as specified by the following USOCs: NPQAX, NPQAP and NPQAN.",
        'delete_entries Attachment 2/Exhibit A: all rate elements and USOCs identified as "Number Pooling charges" [NPQAX NPQAP NPQAN]',
    ),
)

_KEY = re.compile(r"\b(?=[A-Z0-9]*[A-Z])[A-Z0-9]{4,6}\b")
_KEYS = re.compile(r"\b(?:USOCs?|codes?|keys?)\b[^:.]{0,40}:|\b(?:USOCs?)\s(?=[A-Z0-9]{5}\b)")
_OBJECT_END = re.compile(r"\s(?:in|from|of|set\sforth|contained)\s(?=(?:the\s)?(?:Exhibit|Attachment|Schedule|Annex|Appendix|Section|Table))|,\sas\sspecified|[.;:]")


def read(setting: Setting) -> list[Operation]:
    """Read an order to strike entries."""
    order = setting.order
    entries = order.of("entries")
    if order.verb != "delete" or not entries:
        return []
    start = entries[0].start
    end = _OBJECT_END.search(setting.text, start, setting.sentence.end)
    old = setting.text[start : end.start() if end else setting.sentence.end]
    keys: tuple[str, ...] = ()
    if listed := _KEYS.search(setting.text, start, setting.sentence.end):
        keys = tuple(_KEY.findall(setting.text, listed.end(), setting.sentence.end))
    note = f"USOCs {', '.join(keys)}" if keys else None
    return [setting.operation(Action.DELETE_ENTRIES, place, old=old, keys=keys, note=note) for place in setting.places()]
