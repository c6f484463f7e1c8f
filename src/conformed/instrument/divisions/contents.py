"""Where tables of contents stand.

In: the paragraphs of a document.  Out: the numbers of the first paragraph of each table and the one after its
last, in order.  A table is known by its caption, by leaders, or by page numbers that rise on lines of their own; its
entries may end in a page number without leaders, and that number may be roman.
"""

from collections.abc import Iterator, Sequence

from conformed.basis.pattern import ENGLISH, pattern

_CAPTION = pattern(r"(?:TABLE\sOF\sCONTENTS|INDEX|CONTENTS)\b", ENGLISH)
_CAPTIONS = frozenset("TtIiCc")
_WHOLE_CAPTION = pattern(r"(?:TABLE\sOF\s)?CONTENTS(?:\s\(?continued\)?)?\W{0,4}(?:page)?", ENGLISH)
_LISTED = pattern(r"(?:ARTICLE|SECTION|EXHIBIT|SCHEDULE|ANNEX|§|\d{1,2}\.)", ENGLISH)
_PAGE = pattern(r"page|(?:\d{1,3}|[ivxl]{1,6})(?:\s[ivxl]{1,6})?", ENGLISH)
_NUMBER = pattern(r"(\d{1,3})(?:\s[ivxl]{1,6})?")
_LEADER = pattern(r"(?:\.{3,}|(?:\.\s){3,}|\t)\s?(?:\d{1,3}|[ivxl]{1,6})(?:\s[ivxl]{1,6})?$")
_NO_LEADER = pattern(r"\s(?:(\d{1,3})|[ivxl]{1,6})(?:\s[ivxl]{1,6})?$")
ROMAN_PAGE = pattern(
    r"\s[ivxl]{1,6}$"
)  # of the last line on a page of such a table, or of its list of exhibits
_EXHIBITS = pattern(  # the caption of a list of them
    r"(?:(?:list|index|table)\sof\s)?(?:(?:,?\s?(?:and\s)?)?(?:schedules?|exhibits?|annex(?:es)?|appendi(?:x|ces)|attachments?)){1,5}\s?:?",
    ENGLISH,
)
_EXHIBIT = pattern(r"(?:schedule|exhibit|annex|appendix|attachment)\s[\w.()-]{1,9}(?:[\s:]|$)", ENGLISH)
_LEAP = 60  # pages between one entry and the next
_ENTRY = 4  # lines of an entry whose page number stands below it
_PAGES = 6  # page numbers that make a table of contents
_BESIDE = 12  # lines without leader that may stand between those that have one
_PROSE = 200  # characters that no entry has


def tables_of_contents(texts: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The tables of contents of a document."""
    leads = [
        (text[-1].isdigit() or text[-1] in "ivxl")
        and len(text) < _PROSE
        and bool(_LEADER.search(text, max(0, len(text) - 24)))
        for text in texts
    ]
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(texts):
        captioned = len(texts[number]) < 60 and texts[number][0] in _CAPTIONS and bool(_CAPTION.match(texts[number]))
        if captioned or leads[number]:
            end = _run(texts, leads, number)
            listed = [text for text, lead in zip(texts[number:end], leads[number:end], strict=True) if lead]
            like_headings = sum(1 for text in listed if _LISTED.match(text))
            if end - number >= _ENTRY and (captioned or 2 * like_headings >= len(listed)):
                found.append((number, end))
            number = end
        else:
            number += 1
    joined = _joined(texts, sorted([*found, *_paged(texts)]))
    return tuple((first, _with_exhibits(texts, end)) for first, end in joined)


def _run(texts: Sequence[str], leads: Sequence[bool], number: int) -> int:
    """The paragraph behind the last entry of the table whose caption, or first entry, stands at `number`."""
    bare = bool(_WHOLE_CAPTION.fullmatch(texts[number]))  # whether entries without leaders are of it
    end, page = number + 1, 0
    for after in range(number + 1, len(texts)):
        text = texts[after]
        told = _told(text, page) if bare else None
        if leads[after] or told is not None or (len(text) < 16 and _PAGE.fullmatch(text)):
            end, page = after + 1, page if told is None else told
        elif len(text) > _PROSE or after - end == _BESIDE:
            break
    return end


def _told(text: str, page: int) -> int | None:
    """The page that an entry without leaders tells, which is not before `page`; for a roman one that itself."""
    match = _NO_LEADER.search(text, max(0, len(text) - 12)) if len(text) < _PROSE else None
    if match is None or not match[1]:
        return page if match else None
    return int(match[1]) if page <= int(match[1]) <= page + _LEAP else None


def _with_exhibits(texts: Sequence[str], end: int) -> int:
    """The end of a table with the list of exhibits below it: under its caption, or with the page's roman number in its last line."""
    last = _list_of_exhibits(texts, end)
    for number in range(end, min(end + 2 * _BESIDE, len(texts))):
        if len(texts[number]) > _PROSE:
            break
        if ROMAN_PAGE.search(texts[number], max(0, len(texts[number]) - 8)):
            last = number + 1
    return last


def _list_of_exhibits(texts: Sequence[str], end: int) -> int:
    """The end of the lists of exhibits that stand at `end`, each under its caption; `end` where none does."""
    while end < len(texts) and _EXHIBITS.fullmatch(texts[end]):
        last = end + 1
        while last < len(texts) and len(texts[last]) < _PROSE and _EXHIBIT.match(texts[last]):
            last += 1
        if last == end + 1:
            break
        end = last
    return end


def _joined(texts: Sequence[str], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Tables of contents that overlap, or that only a page end divides, as one."""
    joined: list[tuple[int, int]] = []
    for first, end in found:
        before = joined[-1][1] if joined else -_BESIDE
        if first <= before or (
            first - before <= _BESIDE and all(len(text) < _PROSE for text in texts[before:first])
        ):
            joined[-1:] = [(joined[-1][0], max(before, end))] if joined else [(first, end)]
        else:
            joined.append((first, end))
    return joined


def _paged(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Tables of contents whose page numbers stand on lines of their own, rising, each behind a heading."""
    run: list[int] = []
    pages = {
        number: int(match[1])
        for number, text in enumerate(texts)
        if len(text) < 12 and (match := _NUMBER.fullmatch(text))
    }
    for number in (*pages, len(texts) + _BESIDE):
        near = bool(run) and number - run[-1] <= _ENTRY
        if near and pages[number] >= pages[run[-1]]:
            run.append(number)
            continue
        if len(run) >= _PAGES:
            first = max(run[0] - _ENTRY + 1, 0)
            entries = [texts[max(at - _ENTRY + 1, 0) : at] for at in run]
            headed = sum(1 for entry in entries if any(_LISTED.match(text) for text in entry))
            if 2 * headed >= len(run) and all(len(text) < _PROSE for entry in entries for text in entry):
                yield (
                    next((at for at in range(first, run[0]) if _LISTED.match(texts[at])), run[0]),
                    run[-1] + 1,
                )
        run = [number] if number < len(texts) else []
