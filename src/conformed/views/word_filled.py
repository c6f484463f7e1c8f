"""The paragraphs of a Word document that are written anew, each with the number that it bears.

In: paragraphs of the file with the pieces that are to stand in them, when all of them stand in their places.  Out: the runs of each,
which look as its letters did.  Afterwards each paragraph shows the number that the text gives it, with all changes accepted and with
all rejected: Word counts it where it would count that number, else it is typed.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from conformed.document.word_held import Held
from conformed.document.word_letters import Spelled, alone, spelled
from conformed.document.word_lists import Lists
from conformed.document.word_parts import W
from conformed.document.word_runs import GONE
from conformed.version import Run
from conformed.views.set_out import shown
from conformed.views.word_aligned import Piece
from conformed.views.word_edited import properties_of
from conformed.views.word_marks import Marks

_AFTER_LIST = frozenset(  # what stands behind the list of a paragraph among its properties (17.3.1.26)
    f"{W}{one}"
    for one in (
        "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
        " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
        " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ).split()
)


class Filling(NamedTuple):
    """What is to stand in a paragraph: pieces, what it held, and who brought or took away all of it; `look` where it held nothing."""

    pieces: Sequence[Piece]
    was: Spelled
    typed: int  # its letters in the file that Word counted: they stand before those that it holds
    added: str | None = None
    struck: str | None = None
    look: Any | None = None


class Numbers:
    """The numbers of the paragraphs as Word counts them, in one state of the text."""

    def __init__(self, held: Held) -> None:
        """Begin with nothing counted."""
        self._held, self.lists = held, held.lists()

    def next(self, paragraph: Any) -> str:
        """The number that is counted for a paragraph; nothing where none is shown."""
        place = place_of(self._held, self.lists, paragraph)
        number = self.lists.number(*place) if place else None
        return " ".join(number.words.split()) if number else ""


def place_of(held: Held, lists: Lists, paragraph: Any) -> tuple[str, int] | None:
    """The list and level of a paragraph."""
    properties = paragraph.find(f"{W}pPr")
    return lists.place(properties, held.styles.of(properties))


def counted(held: Held) -> dict[Any, str]:
    """The numbers that Word counts for the paragraphs of a file, but for those whose end is deleted."""
    numbers = Numbers(held)
    ends = ((one, one.find(f"{W}pPr/{W}rPr")) for one in held.shown())
    return {one: numbers.next(one) for one, end in ends if end is None or all(end.find(tag) is None for tag in GONE)}


class Filled:
    """Fills the paragraphs of a document."""

    def __init__(self, held: Held, marks: Marks, counted: dict[Any, str]) -> None:
        """Begin; `counted` are the numbers that the paragraphs of the file had."""
        self._held, self._marks, self._counted = held, marks, counted
        self._states = [Numbers(held) for _ in range(2 if marks.redline else 1)]  # accepted, and rejected

    def fill(self, fillings: dict[Any, Filling]) -> None:
        """Fill the paragraphs, and number all."""
        for paragraph in self._held.shown():
            filling = fillings.get(paragraph)
            number = self._number(paragraph, filling)
            if filling is not None:
                self._write(paragraph, filling, number)

    def _number(self, paragraph: Any, filling: Filling | None) -> int:
        """How many letters of what is to be written Word counts; a number that it would count otherwise is typed."""
        place = place_of(self._held, self._states[0].lists, paragraph)
        if place is None:
            return 0
        stands = (True, True) if filling is None else (not filling.struck, not filling.added)
        states = [state for state, here in zip(self._states, stands, strict=False) if here]
        undo = [state.lists.undoing(*place) for state in states]
        numbers = {state.next(paragraph) for state in states}
        number = numbers.pop() if len(numbers) == 1 else None
        if filling is not None and number is not None and _opens(filling, letters_of(number)):
            return len(letters_of(number))
        if filling is None and number == self._counted.get(paragraph):
            return 0
        self._untie(paragraph, undo)
        if filling is None:
            self._type(paragraph, self._counted.get(paragraph, ""))
        return 0

    def _untie(self, paragraph: Any, undo: Sequence[Callable[[], None]]) -> None:
        """Let a paragraph be of no list."""
        for one in undo:
            one()
        how = properties_of(paragraph, self._marks)
        for old in how.findall(f"{W}numPr"):
            how.remove(old)
        made = self._marks.made("numPr")
        made.append(self._marks.made("numId", val="0"))
        behind = next((place for place, one in enumerate(how) if one.tag in _AFTER_LIST), len(how))
        how.insert(behind, made)

    def _type(self, paragraph: Any, number: str) -> None:
        """Type a number before the words of a paragraph that else stays as it is."""
        if number:
            first = paragraph.find(f"{W}r")
            look = None if first is None else first.find(f"{W}rPr")
            paragraph.insert(1, self._marks.run(f"{number}\t", Run("", None), look))

    def _write(self, paragraph: Any, filling: Filling, number: int) -> None:
        """Write the runs of a paragraph, without so many letters at its start."""
        how = properties_of(paragraph, self._marks)
        others = [(place, alone(one)) for place, one in filling.was.others]
        for child in list(paragraph):
            if child is not how:
                paragraph.remove(child)
        for place, run, words, look in _joined(_letters(filling, number)):
            while others and place is not None and others[0][0] <= place:
                paragraph.append(others.pop(0)[1])
            paragraph.append(self._marks.run(words, run, look))
        paragraph.extend(one for _, one in others)


def _opens(filling: Filling, number: str) -> bool:
    """Whether the words begin with a number that stands apart, with no other history than all of them."""
    said = "".join(piece.letters for piece in filling.pieces)
    if not said.upper().startswith(number.upper()):
        return False
    left = len(number)
    for piece in filling.pieces:
        if left <= 0 or not number:
            break
        if piece.letters and ((piece.run.added, piece.run.struck) != (filling.added, filling.struck)):
            return False
        if left < len(piece.letters):
            words, seen = shown(piece.run), 0
            for place, letter in enumerate(words):
                seen += not letter.isspace()
                if seen == left:
                    return words[place + 1].isspace()
        left -= len(piece.letters)
    return True


Letter = tuple[int | None, Run, str, Any]  # its place in what the paragraph held, its run, it with the blank before, its look


def _letters(filling: Filling, number: int) -> Iterator[Letter]:
    """The letters that are written, and the blanks between them, each as it looks in the file or as what stands before it."""
    was, left, before = filling.was, number, -2
    look = was.looks[0] if filling.look is None and was.looks else filling.look
    written, gaps = False, list[tuple[Run, str]]()
    for piece in filling.pieces:
        at = piece.at - filling.typed
        for letter in shown(piece.run):
            if letter.isspace():
                gaps.append((piece.run, letter))
                continue
            place = at if piece.owner is not None and 0 <= at < len(was.letters) else None
            at += 1
            if left:
                left, gaps = left - 1, []
                continue
            look = look if place is None else was.looks[place]
            if place is not None and place == before + 1 and len(gaps) == 1:
                gaps = [(gaps[0][0], was.gaps[place] or gaps[0][1])]  # as it was: a tab, or two blanks
            for run, blank in gaps if written else ():
                yield None, run, blank, look
            yield place, piece.run, letter if place is None else was.letters[place], look
            written, gaps, before = True, [], -2 if place is None else place


def _joined(letters: Iterator[Letter]) -> Iterator[Letter]:
    """Letters that look alike and have one history, as one."""
    held: list[Any] = []
    for place, run, words, look in letters:
        history = run.added, run.struck, run.ours, run.lacuna is None
        if held and held[4] == history and held[3] is look:
            held[2] += words
            continue
        if held:
            yield held[0], held[1], held[2], held[3]
        held = [place, run, words, look, history]
    if held:
        yield held[0], held[1], held[2], held[3]


def letters_of(words: str) -> str:
    """Words without their blanks."""
    return "".join(words.split())


def what_was(paragraph: Any, letters: str, counted: str) -> tuple[Spelled, int]:
    """What a paragraph held, and how many letters stand before that as its number; without its letters where they are not all known."""
    found = spelled(paragraph)
    counted = letters_of(counted)
    number = len(counted)
    if (counted + found.letters).upper() == letters.upper() and number + len(found.letters) == len(letters):
        return found, number
    look = found.looks[:1]
    return found._replace(letters="", looks=look, gaps=[]), number
