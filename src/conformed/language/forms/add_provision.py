"""A new section, clause, sentence, paragraph, schedule or exhibit is added."""

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument import Path, defined
from conformed.instrument.numbers.ordinals import ordinal
from conformed.instrument.numbers.sections import figures
from conformed.instrument.paths.part_names import FROM_LAST
from conformed.language.forms.add_definitions import NOUNS as DEFINITIONS
from conformed.language.operation import Action, Operation
from conformed.language.setting.attached import ATTACHED, called, is_named_attachment, part_text, set_forth
from conformed.language.setting.fitting import begins
from conformed.language.setting.numbered_text import labelled, numbers
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        'The Credit Agreement is amended by adding the following new provision:\n"Tolls. The miller keeps an account of the tolls."',
        "add_provision *: Tolls. The miller keeps an account of the tolls.",
    ),
    (
        'Section 1 of the Credit Agreement is amended by adding the following new definition:\n"1.22 Barges shall mean the boats of the Borrower."',
        "add_provision 1.22: 1.22 Barges shall mean the boats of the Borrower.",
    ),
    (
        'Section 6 is amended by adding a new Section 6.14 immediately after Section 6.13, as follows:\n"6.14 Warehouses. Insure them."',
        "add_provision 6.14: 6.14 Warehouses. Insure them.",
    ),
    (
        'Section 4.3 is amended by adding a new clause (e) directly following clause (d) as follows:\n"(e) Barges."',
        "add_provision 4.3(e): (e) Barges.",
    ),
    (
        "The Parties agree to add the following text to Section 4 as Section 4.6 of Attachment 5 and Section 9 as Section 9.2 "
        "of Attachment 5:\n- Carrier shall report.",
        "add_provision Attachment 5/4.6: Carrier shall report.\nadd_provision Attachment 5/9.2: Carrier shall report.",
    ),
    (
        "Section 5.11(c) is hereby amended by inserting after the first sentence thereof the following new sentence:\n"
        '"Notice shall be given."',
        "add_provision 5.11(c)~sentence 2: Notice shall be given.",
    ),
    (
        "Section 8.4 shall be amended to include the following new subsection:\n(d) Tolls are shared.",
        "add_provision 8.4(d): (d) Tolls are shared.",
    ),
    (
        "Section 5.2 is hereby amended by inserting after Section 5.2.8 the following covenants:\n5.2.9 Books. Keep them.\n5.2.10 Taxes. Pay them.",
        "add_provision 5.2.9: 5.2.9 Books. Keep them.\nadd_provision 5.2.10: 5.2.10 Taxes. Pay them.",
    ),
    (
        "The Credit Agreement is amended by adding as Schedule 4 the schedule attached as Annex I hereto.",
        "add_provision Schedule 4",
    ),
    (
        'Section 9.8 is amended by inserting "or (h) mills" immediately after clause (g) thereof.',
        "add_provision 9.8(h): or (h) mills",
    ),
)

_PLAIN = {"sentence", "paragraph", "language", "text", "provision", ""}
_OF_THE_AGREEMENT = {"provision", "paragraph", "section", ""}  # what stands in an agreement by itself
_AT_LAST = pattern(r"(?:sentence|paragraph) last(?: of (.+))?")
_PARAGRAPH = pattern(r"paragraph (?:\d+|last|\w+ to last)")
_COUNT = pattern(r"(sentence|paragraph) (\d+)( of .+)?$")
_COUNT_BACK = pattern(rf"(sentence|paragraph) ({'|'.join(FROM_LAST[:-1])})( of .+)?$")
_JOINS = pattern(r"[\"“]?\s?[;,]?\s?(?:(?:and|or|and/or)\s)?(?P<label>\(\w{1,4}\))\s")


def read(setting: Setting) -> list[Operation]:
    """Read an order to add a provision."""
    if setting.order.verb not in {"add", "insert"} or setting.order.of("entries") or not _defines(setting):
        return []
    found = [_at_large(setting, _at_the_end(one)) for one in _under_its_name(setting) or _added(setting)]
    unplaced = any(
        one.target.captioned if one.action is Action.ADD_PROVISION else one.target.whole for one in found
    )
    return [] if unplaced else found  # at the end of what, or beside what, the sentence does not say


def _at_the_end(one: Operation) -> Operation:
    """A new last sentence is put at the end of what it is the last of."""
    last = _AT_LAST.fullmatch(one.target.place) if one.target.place and not one.target.inner else None
    if last is None:
        return one
    target = msgspec.structs.replace(one.target, place=last[1])
    return msgspec.structs.replace(one, action=Action.INSERT_TEXT, target=target, after="$")


def _at_large(setting: Setting, one: Operation) -> Operation:
    """A provision of the agreement that its caption alone names, or that is its last: `the section entitled "Tolls" is added`."""
    bare = Path(document=one.target.document)
    captioned = one.target.captioned and one.target == msgspec.structs.replace(bare, section=one.target.section)
    last = one.target.whole and one.after == "$" and setting.order.announced in {"section", "provision", "article"}
    within = [*setting.target, *setting.resolve(setting.order.places)]
    placed = setting.order.after or setting.order.before or not all(path.whole or path.captioned for path in within)
    if one.new is None or placed or not (captioned or last):
        return one
    return msgspec.structs.replace(one, action=Action.ADD_PROVISION, target=bare, after=None)


def _added(setting: Setting) -> list[Operation]:
    order = setting.order
    place = setting.given()
    named = [phrase for phrase in order.objects if phrase.kind == "path"]
    if order.named and place:
        paths = _called(setting)
        given = {label for label, _, _ in numbers(setting, *place)}
        if len(paths) > 1 and any(path.label in given for path in paths):
            return _named(setting, paths, place)
        paths = paths[:1] if _run_on(paths) else paths
        return [setting.operation(Action.ADD_PROVISION, path, new=setting.piece(*place)) for path in paths]
    if named:
        around = setting.resolve(order.places) or _documents(setting) or None
        return _named(setting, list(dict.fromkeys(setting.resolve(named, around))), place)
    if place is None:
        return []
    if order.announced in DEFINITIONS:  # one that bears a number is a section; others are read as definitions
        return _by_number(setting, *place) if _begins_numbered(setting, *place) else []
    if (last := _last(setting)) is not None:
        return [setting.operation(Action.INSERT_TEXT, last, new=setting.piece(*place), after="$")]
    if order.announced in _PLAIN and (beside := _beside(setting)) is not None:
        return [
            setting.operation(
                Action.ADD_PROVISION, beside, new=setting.piece(*labelled(setting, *place, beside))
            )
        ]
    return _by_number(setting, *place)


def _run_on(paths: list[Path]) -> bool:
    """Whether new sentences of one provision follow each other, so that one text is all of them: `as new third and fourth sentences`."""
    counted = [_COUNT.fullmatch(path.place or "") for path in paths]
    within = {msgspec.structs.replace(path, place=None) for path in paths}
    numbers = [int(match[2]) for match in counted if match is not None and match[3] is None]
    return len(within) == 1 and numbers == list(range(numbers[0], numbers[0] + len(paths))) if numbers else False


def _documents(setting: Setting) -> list[Path]:
    """The document of the provision beside which another is put: `immediately following Section 30 of the Lease`."""
    beside = setting.resolve([*setting.order.after, *setting.order.before])
    return [Path(document=path.document) for path in beside[:1] if path.document and not setting.target]


def _defines(setting: Setting) -> bool:
    """Whether terms that are added come with their definitions: `adding the term "A" to the term "B"` adds words."""
    named, place = setting.order.of("path"), setting.given()
    terms = any(path.term is not None and not path.steps for phrase in named for path in phrase.paths)
    return not terms or place is None or defined(setting.text[slice(*place)]) is not None


def _called(setting: Setting) -> list[Path]:
    """What new provisions are to be called; one is a part's where the last of them says so."""
    paths = setting.resolve(setting.order.named)
    if len(paths) > 1 and paths[-1].place in {"sentence last", "paragraph last"}:
        paths = paths[-1:]  # "as the last two sentences": what is added ends with the last
    part = next((path.part for path in reversed(paths) if path.part), None)
    return [msgspec.structs.replace(path, part=path.part or part) for path in paths]


def _named(setting: Setting, paths: list[Path], place: tuple[int, int] | None) -> list[Operation]:
    """Provisions that the order names, each with its part of the new text."""
    if place is None:
        return _attached(setting, paths[0]) if len(paths) == 1 else []
    start, end = place
    if len(paths) == 1:
        return [
            setting.operation(
                Action.ADD_PROVISION, paths[0], new=setting.piece(*labelled(setting, start, end, paths[0]))
            )
        ]
    labels = [path.label for path in paths]
    begun_at = {label: begun for label, begun, _ in reversed(begins(setting, set(labels), start, end))}
    if not all(label in begun_at for label in labels):
        return []
    starts = [begun_at[label] for label in labels]
    ends = [*starts[1:], end]
    return [
        setting.operation(Action.ADD_PROVISION, path, new=setting.piece(*setting.unquoted(begun, until)))
        for path, begun, until in zip(paths, starts, ends, strict=True)
    ]


def _attached(setting: Setting, path: Path) -> list[Operation]:
    """A provision whose text stands in an attachment: `in the form attached hereto`, `as set forth in Annex II hereto`."""
    order = setting.order
    begun = min([order.start, *(phrase.start for phrase in order.objects)])
    if not ATTACHED.search(setting.text, begun, setting.sentence.end):
        return []
    parts = [
        one for phrase in (*order.places, *order.instead, *order.named) for one in phrase.paths if one.part
    ]
    if len(parts) > 1 or not (parts or path.part):
        return []
    source = parts[0] if parts else path
    new = part_text(setting, source, path) if path.part else set_forth(setting, source, path)
    return [setting.operation(Action.ADD_PROVISION, path, new=new)]


def _under_its_name(setting: Setting) -> list[Operation]:
    """`adding as Schedule 4 the schedule attached as Annex I hereto`, `Annex I hereto is added as Schedule 4`."""
    order = setting.order
    phrases = [phrase for phrase in (*order.objects, *order.named) if phrase.kind == "path"]
    sources = [phrase for phrase in phrases if is_named_attachment(setting.text, phrase)]
    if len(sources) > 1:  # "adding Annex I attached hereto as Schedule 4": which is attached, the file shows
        sources = [phrase for phrase in sources if called(setting.instrument, phrase.paths[0].part or "")]
    names = [path for phrase in phrases if phrase not in sources for path in setting.resolve([phrase])]
    if not order.named or setting.given() or len(sources) != 1 or len(names) != 1 or names[0].part is None:
        return []
    return [setting.operation(Action.ADD_PROVISION, names[0], new=part_text(setting, sources[0].paths[0], names[0]))]


def _beside(setting: Setting) -> Path | None:
    """The place of a new sentence or paragraph next to one that is named."""
    for phrases, step in ((setting.order.after, 1), (setting.order.before, 0)):
        for path in (one for one in setting.resolve(phrases) if not one.inner):
            if path.place and (match := _COUNT_BACK.match(path.place)):
                back = FROM_LAST.index(match[2]) + 1 - step  # so the new one is called; behind the last: see `_last`
                return msgspec.structs.replace(path, place=f"{match[1]} {FROM_LAST[back]}{match[3] or ''}")
            if path.place and (match := _COUNT.match(path.place)):
                return msgspec.structs.replace(
                    path, place=f"{match[1]} {int(match[2]) + step}{match[3] or ''}"
                )
    return None


def _last(setting: Setting) -> Path | None:
    """What ends with the sentence or paragraph behind which new text is put."""
    for path in setting.resolve(setting.order.after):
        if path.place and not path.inner and (match := _AT_LAST.fullmatch(path.place)):
            return msgspec.structs.replace(path, place=match[1])
    return None


def _by_number(setting: Setting, start: int, end: int) -> list[Operation]:
    """New provisions under the one that is spoken of, called by the numbers that they bear."""
    outer = _around(setting)
    begins = numbers(setting, start, end)
    if not _begins_numbered(setting, start, end):
        joined = _joined(setting, start, end)
        return [setting.operation(Action.ADD_PROVISION, joined, new=setting.piece(start, end))] if joined else _unnumbered(setting, outer, start, end)
    tops = _counted(begins)
    ends = [*(begun for _, begun in tops[1:]), end]
    found = []
    for (label, begun), until in zip(tops, ends, strict=True):
        path = Path(section=label, part=outer.part, document=outer.document)
        if label.startswith("("):
            path = Path(steps=(label,)).within(outer)
        piece = (start, end) if len(tops) == 1 else setting.unquoted(begun, until)
        found.append(setting.operation(Action.ADD_PROVISION, path, new=setting.piece(*piece)))
    return found


def _joined(setting: Setting, start: int, end: int) -> Path | None:
    """The clause that is put behind another and begins with what joins it to that: `"or (h) the mill" after clause (g)`."""
    match = _JOINS.match(setting.text, start, end)
    beside = [path for path in setting.resolve(setting.order.after) if path.inner or (path.steps and not path.place)]
    if match is None or len(beside) != 1 or not _follows(beside[0].label, match["label"]):
        return None
    steps = (*beside[0].steps, *beside[0].inner)  # "clause (g) in the first sentence"
    return msgspec.structs.replace(beside[0], steps=(*steps[:-1], match["label"]), place=None, inner=())


def _unnumbered(setting: Setting, outer: Path, start: int, end: int) -> list[Operation]:
    """New text without a number, at the end of what is spoken of, or at its beginning where the order says so."""
    order = setting.order
    said = order.announced is not None or setting.announced() is not None
    at_an_end = order.at_end != order.at_beginning
    inside = outer.place is not None and not (at_an_end or _PARAGRAPH.fullmatch(outer.place))
    beside = order.after or order.before or (order.at_end and order.at_beginning)
    named = setting.target or order.places or not order.at_end  # "at the end": of what
    if outer.whole and said and named and not beside and order.announced in _OF_THE_AGREEMENT:
        return [setting.operation(Action.ADD_PROVISION, outer, new=setting.piece(start, end))]
    if outer.whole or inside or beside or not said:
        return []  # where it goes is not said
    where = {"before": "^"} if order.at_beginning else {"after": "$", "closing": order.closes}
    return [setting.operation(Action.INSERT_TEXT, outer, new=setting.piece(start, end), **where)]


def _begins_numbered(setting: Setting, start: int, end: int) -> bool:
    """Whether a new text begins with the number of a provision."""
    return any(begun <= start + 1 for _, begun, _ in numbers(setting, start, end)[:1])


def _around(setting: Setting) -> Path:
    """What new provisions stand under: the place named, else what holds the clause beside them, else what is spoken of."""
    order = setting.order
    beside = [
        above
        for path in setting.resolve([*order.after, *order.before])
        if path.steps and not path.place and (above := path.above()) is not None
    ]
    return (setting.resolve(order.places) or beside or list(setting.target) or [Path()])[0]


def _counted(begins: list[tuple[str, int, int]]) -> list[tuple[str, int]]:
    """The numbers of the outermost list of a new text: the first, and those that are counted after it."""
    tops = [begins[0][:2]]
    for label, begun, _ in begins[1:]:
        if _follows(tops[-1][0], label):
            tops.append((label, begun))
    return tops


def _follows(one: str, other: str) -> bool:
    if one.startswith("(") != other.startswith("("):
        return False
    if one.startswith("("):
        return any(
            (style, place + 1) in ordinal(other.strip("()")) for style, place in ordinal(one.strip("()"))
        )
    return figures(one)[:-1] == figures(other)[:-1] and figures(one)[-1] + 1 == figures(other)[-1]
