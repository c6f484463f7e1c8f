"""Elements of a Word document taken out, emptied, marked as changed, and made after the model of others.

In: the elements of a text.  Out: they as changed.  Afterwards each table has a row, each cell ends in a paragraph, and each section
has its properties.
"""

import copy
from collections.abc import Sequence
from typing import Any

from conformed.document.word_letters import alone, is_whole, spelled
from conformed.document.word_parts import W
from conformed.document.word_runs import ALTERNATIVES, shown_form
from conformed.views.word_marks import Marks

_TRACKED = frozenset(f"{W}{one}" for one in "ins del moveFrom moveTo cellIns cellDel cellMerge".split())
_PROPERTIES = frozenset(f"{W}{one}" for one in "rPr trPr tcPr numPr".split())
_OF_TRACKING = tuple(
    f"{W}{one}"
    for one in (
        "pPrChange rPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange numberingChange"
        " moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd"
    ).split()
)
_RANGES = tuple(f"{W}{one}" for one in "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd".split())
_NOT_TAKEN = frozenset(f"{W}{one}" for one in "rPr sectPr pageBreakBefore pPrChange".split())
_NOT_OF_CELLS = frozenset(f"{W}{one}" for one in "vMerge hMerge cellIns cellDel cellMerge tcPrChange".split())


def settle(root: Any) -> None:
    """Take tracked changes of paragraphs' ends, rows, cells and looks as accepted."""
    for one in list(root.iter(*_OF_TRACKING)):
        one.getparent().remove(one)
    for one in list(root.iter(*_TRACKED)):
        if one.getparent().tag in _PROPERTIES:
            one.getparent().remove(one)


def block(element: Any) -> Any:
    """The table of a row; else the element."""
    return element.getparent() if element.tag == f"{W}tr" else element


def take_out(element: Any, marks: Marks) -> None:
    """Take a row or a paragraph out; a paragraph that a section, a cell or a field needs stays without words."""
    if element.tag == f"{W}p":
        for one in list(element.iter(*_RANGES)):
            element.addprevious(one)
        properties = element.find(f"{W}pPr/{W}sectPr")
        around = element.getparent()
        if properties is not None or not is_whole(element) or (around.tag == f"{W}tc" and not _has_others(element)):
            _empty(element, properties, marks)
            return
    while True:
        around = element.getparent()
        around.remove(element)
        if around.tag not in {f"{W}tbl", f"{W}sdtContent"}:
            return
        if next(around.iterchildren(f"{W}tr" if around.tag == f"{W}tbl" else None), None) is not None:
            return
        element = around if around.tag == f"{W}tbl" else around.getparent()


def _has_others(paragraph: Any) -> bool:
    """Whether a cell ends in a paragraph also without this one."""
    others = [one for one in paragraph.getparent() if one is not paragraph]
    return bool(others) and others[-1].tag == f"{W}p"


def _empty(paragraph: Any, section: Any | None, marks: Marks) -> None:
    fields = [alone(one) for _, one in spelled(paragraph).others if one.tag in {f"{W}fldChar", f"{W}instrText"}]
    for child in list(paragraph):
        paragraph.remove(child)
    if section is not None:
        how = marks.made("pPr")
        how.append(section)
        paragraph.append(how)
    paragraph.extend(fields)


def without_other_forms(paragraph: Any) -> None:
    """Of a box whose words are written anew the form that is shown is kept alone."""
    for around in paragraph.iterancestors(ALTERNATIVES):
        form = shown_form(around)
        for other in [one for one in around if one is not form]:
            around.remove(other)


def properties_of(paragraph: Any, marks: Marks) -> Any:
    """The properties of a paragraph, made where it has none."""
    how = paragraph.find(f"{W}pPr")
    if how is None:
        how = marks.made("pPr")
        paragraph.insert(0, how)
    return how


def mark(paragraph: Any, marks: Marks, added: str | None, struck: str | None) -> None:
    """Mark the end of a paragraph as changed."""
    if not (changed := marks.of_whole(added, struck)):
        return
    how = properties_of(paragraph, marks)
    of_mark = how.find(f"{W}rPr")
    if of_mark is None:
        of_mark = marks.made("rPr")
        how.insert(next((place for place, one in enumerate(how) if one.tag == f"{W}sectPr"), len(how)), of_mark)
    of_mark[:0] = changed


def mark_row(row: Any, marks: Marks, added: str | None, struck: str | None) -> None:
    """Mark a row as changed."""
    if not (changed := marks.of_whole(added, struck)):
        return
    of_row = row.find(f"{W}trPr")
    if of_row is None:
        of_row = marks.made("trPr")
        row.insert(next((place for place, one in enumerate(row) if one.tag != f"{W}tblPrEx"), 0), of_row)
    of_row.extend(changed)


def paragraph_like(sibling: Any | None, marks: Marks) -> Any:
    """A paragraph without words that has the properties of another."""
    found = marks.made("p")
    how = None if sibling is None else sibling.find(f"{W}pPr")
    if how is not None:
        found.append(copy.deepcopy(how))
        for one in [one for one in found[0] if one.tag in _NOT_TAKEN]:
            found[0].remove(one)
    return found


def look_of(paragraph: Any, *, last: bool) -> Any | None:
    """How the last letter of a paragraph looks, or the first."""
    looks = spelled(paragraph).looks
    return (looks[-1] if last else looks[0]) if looks else None


def row_like(row: Any, count: int, marks: Marks) -> tuple[Any, Sequence[tuple[Any, Any | None]]]:
    """A row of so many cells at least that look as those of another; the paragraph in each, and how its words look."""
    found = marks.made("tr")
    models = list(row.iterchildren(f"{W}tc"))
    if (height := row.find(f"{W}trPr/{W}trHeight")) is not None:
        found.append(marks.made("trPr"))
        found[0].append(copy.deepcopy(height))
    inner = []
    for place in range(max(count, len(models))):
        model = models[place] if place < len(models) else None
        cell = marks.made("tc")
        if model is not None and (how := model.find(f"{W}tcPr")) is not None:
            cell.append(copy.deepcopy(how))
            for one in [one for one in cell[0] if one.tag in _NOT_OF_CELLS]:
                cell[0].remove(one)
        sibling = None if model is None else model.find(f"{W}p")
        cell.append(paragraph_like(sibling, marks))
        inner.append((cell[-1], None if sibling is None else look_of(sibling, last=True)))
        found.append(cell)
    return found, inner
