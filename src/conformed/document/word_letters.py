"""The letters of a paragraph of a Word document, and what else stands between them.

In: the element of a paragraph.  Out: its letters, which are all characters but blanks, of each how it looks and which blank stands
before it; and the elements that hold no words, each with the number of letters before it.  Words that are tracked as deleted and
those of boxes and notes are none of its letters.
"""

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

from conformed.document.word_parts import W
from conformed.document.word_runs import ALTERNATIVES, GONE, WORDS, shown_form
from conformed.document.word_symbols import symbol

_GAPS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}
_WITHOUT = frozenset(f"{W}{one}" for one in "pPr rPr proofErr lastRenderedPageBreak delText softHyphen footnoteReference endnoteReference".split())
_OF_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FIELD = frozenset(f"{W}{one}" for one in "fldChar instrText".split())
_AROUND = frozenset(f"{W}{one}" for one in "hyperlink ins moveTo smartTag sdt sdtContent fldSimple customXml dir bdo".split())
_NO_WORDS = frozenset(f"{W}{one}" for one in "sdtPr sdtEndPr smartTagPr customXmlPr".split())


class Spelled(NamedTuple):
    """What a paragraph holds: its letters, the looks of each, the blank before each, and the elements between them."""

    letters: str
    looks: list[Any]
    gaps: list[str]
    others: list[tuple[int, Any]]


def spelled(paragraph: Any) -> Spelled:
    """The letters of a paragraph, and the elements between them that are to stay where its words are written anew."""
    found = Spelled("", [], [], [])
    letters: list[str] = []
    gap = ""
    whole = is_whole(paragraph)
    for words, look, other in _pieces(paragraph, None):
        if other is not None:
            if not (whole and other.tag in _FIELD):
                found.others.append((len(letters), other))
            continue
        for letter in words:
            if letter.isspace():
                gap += letter
                continue
            letters.append(letter)
            found.looks.append(look)
            found.gaps.append(gap)
            gap = ""
    return found._replace(letters="".join(letters))


def is_whole(paragraph: Any) -> bool:
    """Whether each field that begins in a paragraph ends in it."""
    depth = 0
    for mark in paragraph.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
        if depth < 0:
            return False
    return depth == 0


def _pieces(element: Any, look: Any) -> Iterator[tuple[str, Any, Any]]:
    """Words with their look, or an element without words."""
    for child in element:
        tag = child.tag
        if tag == f"{W}r":
            yield from _pieces(child, child.find(f"{W}rPr"))
        elif tag == f"{W}t":
            yield child.text or "", look, None
        elif tag in _GAPS and child.get(f"{W}type") is None:
            yield _GAPS[tag], look, None
        elif tag == f"{W}noBreakHyphen":
            yield "-", look, None
        elif tag == f"{W}sym":
            yield symbol(child.get(f"{W}font"), child.get(f"{W}char")), look, None
        elif tag in _AROUND:
            yield from _pieces(child, look)
        elif tag not in WORDS and child.find(f".//{W}p") is None and next(child.iter(*WORDS, _OF_FORMULA), None) is not None:
            if (form := shown_form(child) if tag == ALTERNATIVES else None) is not None:
                yield from _pieces(form, look)  # else a formula: its words are written anew
        elif tag not in _WITHOUT and tag not in _NO_WORDS and tag not in GONE:
            yield "", look, child


def alone(element: Any) -> Any:
    """An element that stands between letters, taken out of where it stands, in a run of its own where it stood in one."""
    around = element.getparent()
    if around.tag != f"{W}r":
        return element
    run = around.makeelement(around.tag, nsmap=around.nsmap)
    if (look := around.find(f"{W}rPr")) is not None:
        run.append(copy.deepcopy(look))
    run.append(element)
    return run
