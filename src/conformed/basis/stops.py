"""Where sentences end, and where they go on.

In: a stretch of a text without line ends.  Out: the places behind the points that end its sentences, closing
marks included; the point of an abbreviation, an initial or a clause number ends none.
"""

from collections.abc import Iterator, Sequence

from conformed.basis.pattern import pattern

_STOP = pattern(r"[.!?][\"”’')\]]*(?=\s+[A-Z(\[“\"•-])")
_FALSE_STOP = pattern(
    r"(?:\b(?:No|Nos|Sec|Secs|Inc|Co|Corp|Ltd|L\.P|vs|v|Art|St|Mr|Mrs|Ms|Dr|Jr|Sr|U\.S|N\.A|[ap]\.m|e\.g|i\.e|cf|para|Para|Messrs|Esq|MR|MRS|MS|DR|MESSRS)"
    r"|(?<!Exhibit\s)(?<!Schedule\s)(?<!Annex\s)(?<!Part\s)(?<!Section\s)(?<!and\s)\b[A-Z]|\(\w{1,4})$"
)
# A code or a collection of laws, and what is short for the state, or a department, whose it is: Pa. C.S.A., Fla. Stat.
_LAWS = pattern(r"\.\s+(?:(?:[A-Z]\.){2,4}|(?:Stat|Reg|Rev|Civ|App|Gen|Bus|Ann|Gov|Supp|Crim)\.|Code\s(?:Ann\.|§))")
_OF_LAWS = pattern(r"\b(?:[A-Z][a-z]{1,4})$")
_ELLIPSIS = pattern(r"\.\s?\.\s?$")
_OPENS = pattern(r"\.\s+[“\"]")  # what an ellipsis leads to: "to add the phrase . . . "or oats""
JOINING = r"(?:and/or|and|or|plus|minus|less)"  # between the last items of a list, and of a sum
_LEADS_ON = pattern(rf"[:;,][”\"]?(?:\s(?:{JOINING}|but))?\s?\Z")
_STOPPED = pattern(r"[.!?][\"”’')\]]*\s?\Z")
BULLETS = "•·▪●○◦∙"
_MARK = pattern(rf"\s?(?:[{BULLETS}*–—-]|\(\w{{1,5}}\)|\w{{1,4}}[.)])\s?")  # of an item whose words stand below it
_ITEM = pattern(r"\(\w{1,5}\)\s?[a-z]")  # which goes on with what leads to it
_BEFORE = 12  # characters before a point that tell an abbreviation, and what leads to a letter


def stops(text: str, start: int, end: int) -> Iterator[int]:
    """The ends of the sentences between two characters, the last one left out where no point tells it."""
    for stop in _STOP.finditer(text, start, end):
        before = text[max(start, stop.start() - _BEFORE) : stop.start()]
        leads = _OPENS.match(text, stop.start(), end) and _ELLIPSIS.search(before)
        cites = _LAWS.match(text, stop.start(), end) and _OF_LAWS.search(before)
        if not (leads or cites or _FALSE_STOP.search(before)):
            yield stop.end()


def wholes(
    text: str, lines: Sequence[tuple[int, int, bool]], *, paragraphs: bool
) -> Iterator[tuple[int, int]]:
    """The stretches that whole sentences fill: lines, with those behind them where they go on; or each paragraph.

    The mark of an item that stands alone on its line is of the words below it.

    Of each line it is told where it begins and ends, and whether it is a row of a table, which is of no sentence.
    """
    begun: int | None = None
    for number, (start, end, row) in enumerate(lines):
        begun = start if begun is None else begun
        after = lines[number + 1] if number + 1 < len(lines) else None
        last = row or after is None or after[2]
        marks = not last and _MARK.fullmatch(text, start, end)
        if not marks and (paragraphs or last or after is None or not _goes_on(text, start, end, after[0])):
            if paragraphs or not row:
                yield begun, end
            begun = None


def _goes_on(text: str, start: int, end: int, after: int) -> bool:
    """Whether the sentence with which a line ends goes on in the next line, which begins at `after`."""
    low = text[after : after + 1].islower() or _ITEM.match(text, after)
    return bool(low and not _STOPPED.search(text, start, end)) or _LEADS_ON.search(text, start, end) is not None
