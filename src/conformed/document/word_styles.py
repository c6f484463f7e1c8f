"""The styles of a Word document (ISO/IEC 29500-1, 17.7).

In: the root of its styles.  Out: for each style what bears on the words: how they look, which list numbers the paragraph and
at which level, whether a page ends before it; with what a style takes from those that it is based on.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from conformed.document.word_parts import W, is_on, val, whole

_LONGEST = 64  # styles based on each other
_TOGGLES = {f"{W}caps": "caps", f"{W}strike": "strike", f"{W}dstrike": "dstrike", f"{W}vanish": "hidden"}
BEARING = frozenset((*_TOGGLES, f"{W}rStyle"))  # the properties of a run that bear on how its words are read
Looks = Mapping[str, bool]  # which of them a place sets on or off
_PLAIN: Looks = {}


class Style(NamedTuple):
    """What a style gives, with those that it is based on, which are `names` with its own."""

    looks: Looks = _PLAIN
    names: tuple[str, ...] = ()
    list: str | None = None
    level: int | None = None
    page_before: bool = False


class Styles:
    """The styles of a document."""

    def __init__(self, root: Any | None) -> None:
        """Take them from their part, where there is one."""
        self._elements: dict[str, Any] = {}
        self._known: dict[str | None, Style] = {}
        self._usual: dict[str, str] = {}  # the style of what names none, by the kind of style
        self._defaults: Looks = _PLAIN
        if root is None:
            return
        self._defaults = looks(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in root.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId") or ""
            self._elements.setdefault(name, style)
            if style.get(f"{W}default") in {"1", "true", "on"}:
                self._usual.setdefault(style.get(f"{W}type") or "", name)

    def of(self, properties: Any | None, kind: str = "paragraph") -> Style:
        """The style of a paragraph or of a run, as its properties name it."""
        named = None if properties is None else val(properties.find(f"{W}{kind[0]}Style"))
        return self.called(named if named in self._elements else self._usual.get("paragraph" if kind == "paragraph" else "character"))

    def called(self, name: str | None) -> Style:
        """The style of a name."""
        if name not in self._known:
            self._known[name] = self._taken(name)
        return self._known[name]

    def look(self, paragraph: Looks, run: Looks, direct: Looks) -> Looks:
        """How a run looks: as it says itself, else as its styles do, which undo each other where two turn on the same (17.7.3)."""
        found = {one: self._defaults.get(one, False) or paragraph.get(one, False) != run.get(one, False) for one in _TOGGLES.values()}
        return {**found, **direct}

    def _taken(self, name: str | None) -> Style:
        """A style with those that it is based on, the nearest first: what one sets, those behind it do not."""
        found, names = Style(), []
        for each, style in self._chain(name):
            properties = style.find(f"{W}pPr")
            of_run = looks(style.find(f"{W}rPr"))
            numbered = before = None
            if properties is not None:
                numbered, before = properties.find(f"{W}numPr"), properties.find(f"{W}pageBreakBefore")
            if found.list is None:
                names.append(each)
            found = found._replace(
                looks={**of_run, **found.looks},
                list=found.list or (None if numbered is None else val(numbered.find(f"{W}numId"))),
                level=found.level if found.level is not None or numbered is None else whole(val(numbered.find(f"{W}ilvl"))),
                page_before=found.page_before or (before is not None and is_on(before)),
            )
        return found._replace(names=tuple(names))

    def _chain(self, name: str | None) -> Iterator[tuple[str, Any]]:
        """A style and those that it is based on."""
        for _ in range(_LONGEST):
            if name is None or name not in self._elements:
                return
            style = self._elements[name]
            yield name, style
            name = val(style.find(f"{W}basedOn"))


def looks(properties: Any | None) -> Looks:
    """What properties of a run turn on or off."""
    if properties is None or not len(properties):
        return _PLAIN
    return {_TOGGLES[one.tag]: is_on(one) for one in properties if one.tag in _TOGGLES}
