"""Entries of a table, list or rate schedule are struck, added or replaced.

The convention is that of tariffs and interconnection agreements: an entry is known by its key, such as a USOC
(Universal Service Order Code), or by the caption of its table.  An address, a breakdown of a price and the like are
entries too: the sentence says which, and not in what words they stand.
"""


from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.operation import Action, Operation
from conformed.language.orders.order import Phrase
from conformed.language.orders.vague import ROW_CALLED
from conformed.language.setting.attached import ATTACHED
from conformed.language.setting.setting import Setting

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
        'Schedule 2 is amended by deleting the rows "Rye" and "Winter Oats".',
        'delete_entries Schedule 2: the rows "Rye" and "Winter Oats" [Rye Winter Oats]',
    ),
    (
        'Schedule 2 is amended by deleting the row for "Rye" and replacing it with the following:\nRye          $12.00',
        'replace_entries Schedule 2: the row for "Rye" -> Rye $12.00 [Rye]',
    ),
    (
        "The rate element with USOC DSRAX in Section 2.2 is deleted and replaced with the following:\nDock     DSRAX     $12.00",
        "replace_entries 2.2: The rate element with USOC DSRAX in Section 2.2 -> Dock DSRAX $12.00 [DSRAX]",
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
    (
        "Section 6.5 is amended by deleting the table set forth therein for each season, commencing with the second season, and by substituting the "
        "following therefor:\n2020 5%",
        "replace_entries 6.5: the table set forth therein for each season, commencing with the second season -> 2020 5%",
    ),
    (
        "Schedule I to the Credit Agreement is amended by inserting the following table in lieu of the table contained therein:\n"
        "Level I 1.75%",
        "replace_entries Schedule I: the table contained therein -> Level I 1.75%",
    ),
    (
        "Section 9.1 is amended by deleting the address of the Mill in clause (b) thereof and substituting in lieu thereof the following:\n"
        "12 Weir Lane",
        "replace_entries 9.1(b): the address of the Mill -> 12 Weir Lane",
    ),
    (
        'Schedule 2 is amended by adding the following row after the row for "Rye":\nHay          $12.00',
        "add_entries Schedule 2: Hay $12.00 after Rye",
    ),
    (
        "Schedule 2 is amended by adding the following at the end of the toll table:\nHay          $12.00",
        "add_entries Schedule 2: Hay $12.00 after $",
    ),
    (
        "The Toll Breakdown attached as Exhibit F to the Credit Agreement is deleted and replaced with the Revised Toll Breakdown attached hereto.",
        "replace_entries Exhibit F: The Toll Breakdown",
    ),
)

_KEY = pattern(r"\b(?=[A-Z0-9]*[A-Z])[A-Z0-9]{4,6}\b")
_KEYS = pattern(r"\b(?:USOCs?|codes?|keys?)\b[^:]{0,80}:|\b(?:USOCs?)\s(?=[A-Z0-9]{5}\b)")
_BETWEEN = pattern(r",?\s(?:and\s)?")
_LEAD = pattern(
    r"\b(?:(?:delet|strik|replac|remov|amend|restat|eliminat)(?:e|ing|)|omit(?:ting)?|deletion\sof|(?:for|in\s(?:lieu|place)\sof)(?=\sthe\s))(?:,?\sin\s(?:its|their)\sentirety,?)?\s|^",
    ENGLISH,
)
_SUBJECT = pattern(r"(?:^|,\s|;\s|\bthat\s)(?=the\s)", ENGLISH)
_OLD_END = pattern(
    r",?\s(?:and\s(?:to\s|by\s)?(?:replac|substitut|insert|add)(?:e|ing)\b|is\s|are\s|shall\sbe,?\s|(?:set\sforth|appearing|attached|listed)\s"
    r"|with\sthe\sfollowing|in\s(?=(?:sub-?)?(?:section|paragraph|clause|article|exhibit|schedule|annex)s?\b))|[.:;](?!\d)"
)
_FOR_SOME = pattern(  # which rows are meant: "the table set forth therein for each quarter, commencing with the last"
    r"(?:\s(?:set\sforth|contained|appearing|included|found|attached))?(?:\s(?:therein|thereof|thereto))?,?\s"
    r"(?:for\s(?!all\b)|(?:commenc|beginn|start|end|relat|pertain|apply)ing\s|with\srespect\sto\s|in\srespect\sof\s)",
    ENGLISH,
)
_END_OF = pattern(r"\bend\sof\s(?:the|such|said|that)\s(?:[\w-]+\s){0,3}$", ENGLISH)
_OBJECT_END = pattern(
    r"\s(?:in|from|of|set\sforth|contained)\s(?=(?:the\s)?(?:Exhibit|Attachment|Schedule|Annex|Appendix|Section|Table))|,\sas\sspecified|,?\sand\s(?:by\s)?(?:add|insert|replac|substitut)ing\b|[.;:]"
)


def read(setting: Setting) -> list[Operation]:
    """Read an order to strike entries, or to put a new table in the place of one."""
    order = setting.order
    tables, entries = order.of("table"), order.of("entries")
    if entries and order.verb in {"replace", "restate", "amend"}:
        return _rows(setting, entries[0])
    if order.verb in {"add", "insert"} and (entries or _at_end_of_table(setting)):
        return _added(setting)
    if tables and order.verb in {"replace", "restate", "amend"}:
        place = setting.announced() or (None if order.of("quote") else setting.given())
        return _tables(setting, *place) if place else _attached(setting)
    if order.verb != "delete" or not entries:
        return []
    _, stop = setting.announced() or (0, setting.sentence.end)
    keys = _keys(setting, entries[0], stop)
    return [
        setting.operation(Action.DELETE_ENTRIES, place, old=_spoken_of(setting, entries[0]), keys=keys)
        for place in setting.places()
        if keys or not place.whole  # "the doors at the entry to the mill are removed": of which table is not said
    ]


def _at_end_of_table(setting: Setting) -> bool:
    """Whether what is added goes to the end of a table, which is named there or is what is amended."""
    order, text = setting.order, setting.text
    beside = order.after or order.before
    return order.at_end and not beside and any(
        one.start < order.start or _END_OF.search(text, order.start, one.start) for one in order.of("table")
    )


def _added(setting: Setting) -> list[Operation]:
    """Rows are added behind the row that is called by its key, or at the end of the table."""
    order = setting.order
    behind = [one for one in order.after if one.kind == "entries"]
    keys = _named(setting, behind[0]) if behind else ()
    place = setting.announced() if behind else setting.given()
    if place is None or (order.after and len(keys) != 1) or order.before or order.at_beginning:
        return []
    after = keys[0] if keys else "$"
    new = setting.piece(*place)
    where = [one for one in setting.places() if not one.whole]
    return [setting.operation(Action.ADD_ENTRIES, one, new=new, after=after) for one in where]


def _rows(setting: Setting, entries: Phrase) -> list[Operation]:
    """Rows that are called by their keys give way to those set off behind the sentence."""
    place, old = setting.announced(), _spoken_of(setting, entries)
    keys = _keys(setting, entries, entries.start + len(old))
    if place is None or not keys:
        return []
    new = setting.piece(*place)
    return [setting.operation(Action.REPLACE_ENTRIES, where, old=old, new=new, keys=keys) for where in setting.places()]


def _spoken_of(setting: Setting, entries: Phrase) -> str:
    """What the sentence calls the entries."""
    end = (_OLD_END if setting.order.verb != "delete" else _OBJECT_END).search(setting.text, entries.start, setting.sentence.end)
    return setting.text[entries.start : end.start() if end else setting.sentence.end]


def _keys(setting: Setting, entries: Phrase, stop: int) -> tuple[str, ...]:
    """The keys of the entries that are meant: codes, or the words by which they are called."""
    if listed := _KEYS.search(setting.text, entries.start, stop):
        return tuple(_KEY.findall(setting.text, listed.end(), stop))
    return _named(setting, entries)


def _named(setting: Setting, entries: Phrase) -> tuple[str, ...]:
    """The words by which rows are called behind the noun: `the rows "Rye" and "Oats"`, `the row captioned "Hay"`."""
    keys: list[str] = []
    end = entries.end
    for phrase in setting.order.objects:
        if phrase.kind == "quote" and phrase.start > entries.start:
            if not (_BETWEEN if keys else ROW_CALLED).fullmatch(setting.text, end, phrase.start):
                return ()
            keys.append(phrase.value)
            end = phrase.end
    return tuple(keys)


def _tables(setting: Setting, start: int, end: int) -> list[Operation]:
    """A table, or the levels that a covenant sets, is replaced; tables that are named by their titles, one by one."""
    order = setting.order
    titles = [phrase for phrase in order.objects if phrase.kind == "quote"]
    if len(titles) > 1:
        return _by_title(setting, [phrase.value for phrase in titles], start, end)
    new = setting.piece(start, end)
    return [
        setting.operation(Action.REPLACE_ENTRIES, place, old=_called(setting), new=new)
        for place in setting.places()
    ]


def _attached(setting: Setting) -> list[Operation]:
    """`The Toll Breakdown attached as Exhibit F is replaced with the Revised Toll Breakdown attached hereto`: that, of what the exhibit holds."""
    order = setting.order
    held = [path for path in setting.resolve(order.of("path")) if path.part]
    if order.verb != "replace" or len(held) != 1 or not ATTACHED.search(setting.text, order.end, setting.sentence.end):
        return []
    return [setting.operation(Action.REPLACE_ENTRIES, held[0], old=_called(setting))]


def _called(setting: Setting) -> str:
    """What the sentence calls the table that gives way."""
    order = setting.order
    table = order.of("table")[0]
    start = setting.sentence.start if order.passive else order.start
    begins = [one.end() for one in (_SUBJECT if order.passive else _LEAD).finditer(setting.text, start, table.start)]
    if begins:
        start = begins[-1] if order.passive else begins[0]
    bounds = _FOR_SOME.match(setting.text, table.end, setting.sentence.end)
    stop = _OLD_END.search(setting.text, bounds.end() if bounds else table.end, setting.sentence.end)
    return setting.text[start : stop.start() if stop else table.end]


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
