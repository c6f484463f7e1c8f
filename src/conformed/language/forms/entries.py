"""Entries of a table, list or rate schedule are struck, added or replaced.

The convention is that of tariffs and interconnection agreements: an entry is known by its key, such as a USOC
(Universal Service Order Code), or by the caption of its table.
"""

import re

from conformed.basis.pattern import pattern
from conformed.language.operation import Action, Operation
from conformed.language.setting import Setting

EXAMPLES = (
    (
        'The Parties agree to delete all rate elements and USOCs that are listed as "Directory Storage charges" in '
        "Exhibit C of Attachment 4, namely the following USOCs: DSRAX, DSRAB and DSRAM.",
        'delete_entries Attachment 4/Exhibit C: all rate elements and USOCs that are listed as "Directory Storage charges" [DSRAX DSRAB DSRAM]',
    ),
    (
        "The Parties agree to delete the following USOCs from Section 2.2: DSRAX and DSRAB.",
        "delete_entries 2.2: USOCs [DSRAX DSRAB]",
    ),
    (
        "Section 2.2 is amended by deleting the rate elements with the following USOCs: DSRAX and DSRAB.",
        "delete_entries 2.2: the rate elements with the following USOCs [DSRAX DSRAB]",
    ),
    (
        'The toll table set forth in the definition of "Toll" in Section 1.1 is amended and restated to read as follows:\n'
        "Level I 1.75%",
        "replace_entries 1.1#Toll: The toll table -> Level I 1.75%",
    ),
    (
        "Section 6.4 is amended by deleting the minimum Coverage Ratio covenant levels for all years and replacing them with the following:\n"
        "2018 1.25 to 1.00",
        "replace_entries 6.4: the minimum Coverage Ratio covenant levels for all years -> 2018 1.25 to 1.00",
    ),
)

_KEY = pattern(r"\b(?=[A-Z0-9]*[A-Z])[A-Z0-9]{4,6}\b")
_KEYS = pattern(r"\b(?:USOCs?|codes?|keys?)\b[^:]{0,80}:|\b(?:USOCs?)\s(?=[A-Z0-9]{5}\b)")
_LEAD = pattern(
    r"\b(?:deleting|striking|replacing|removing|amending|restating)\s(?:in\sits\sentirety\s)?|^",
    re.IGNORECASE,
)
_OLD_END = pattern(
    r"\s(?:and\s(?:replacing|substituting|inserting)|is\s|are\s|set\sforth|with\sthe\sfollowing)|[.:;]"
)
_OBJECT_END = pattern(
    r"\s(?:in|from|of|set\sforth|contained)\s(?=(?:the\s)?(?:Exhibit|Attachment|Schedule|Annex|Appendix|Section|Table))|,\sas\sspecified|[.;:]"
)


def read(setting: Setting) -> list[Operation]:
    """Read an order to strike entries, or to put a new table in the place of one."""
    order = setting.order
    if order.of("table") and order.verb in {"replace", "restate", "amend"} and (place := setting.announced()):
        return _tables(setting, *place)
    entries = order.of("entries")
    if order.verb != "delete" or not entries:
        return []
    start = entries[0].start
    end = _OBJECT_END.search(setting.text, start, setting.sentence.end)
    old = setting.text[start : end.start() if end else setting.sentence.end]
    keys: tuple[str, ...] = ()
    _, stop = setting.announced() or (0, setting.sentence.end)
    if listed := _KEYS.search(setting.text, start, stop):
        keys = tuple(_KEY.findall(setting.text, listed.end(), stop))
    return [
        setting.operation(Action.DELETE_ENTRIES, place, old=old, keys=keys)
        for place in setting.places()
    ]


def _tables(setting: Setting, start: int, end: int) -> list[Operation]:
    """A table, or the levels that a covenant sets, is replaced; tables that are named by their titles, one by one."""
    order = setting.order
    titles = [phrase for phrase in order.objects if phrase.kind == "quote"]
    if len(titles) > 1:
        return _by_title(setting, [phrase.value for phrase in titles], start, end)
    table = order.of("table")[0]
    old_start = setting.sentence.start if order.passive else order.start
    if lead := _LEAD.search(setting.text, old_start, table.start):
        old_start = lead.end()
    stop = _OLD_END.search(setting.text, table.end, setting.sentence.end)
    old = setting.text[old_start : stop.start() if stop else table.end]
    return [
        setting.operation(Action.REPLACE_ENTRIES, place, old=old, new=setting.piece(start, end))
        for place in setting.places()
    ]


def _by_title(setting: Setting, titles: list[str], start: int, end: int) -> list[Operation]:
    """Each table of the new text begins with its title."""
    places = [setting.text.find(title, start, end) for title in titles]
    if -1 in places or places != sorted(places):
        return []
    found = []
    for title, begun, until in zip(titles, places, [*places[1:], end], strict=True):
        new = setting.piece(*setting.unquoted(begun, until))
        found += [
            setting.operation(Action.REPLACE_ENTRIES, place, old=title, new=new) for place in setting.places()
        ]
    return found
