"""What a form has before it when it reads an order: the sentence, the provision that is spoken of, the new text.

In: one order and its sentence.  Out: the provisions it names, its places and anchors, the words it strikes
and puts in.
The provision that is spoken of carries over: from the sentence before it ("such Section", "is further amended"),
and from a provision to those under it ("Section 2.1 is amended: (a) by deleting ...").
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Instrument, Path
from conformed.instrument.set_off.unquoting import continuing, trimmed, without_marks
from conformed.language.operation import Action, Operation, Text
from conformed.language.orders.order import Order, Phrase
from conformed.language.sentences.commencement import Commencement
from conformed.language.sentences.documents import held_by
from conformed.language.sentences.sentences import Sentence, unquoted
from conformed.language.setting.nesting import holds, inside

_GOES_ON = pattern(
    r"\s(?:immediate|directly|after\b|before\b|prior\sto\b|in\sfront\sof\b|following|preceding|appearing|at\sthe\sbeg)"
)  # the comma within the marks is no pause
_NEXT_ITEM = pattern(
    r"\s(?:and\s|or\s)?(?:\(\w{1,4}\)\s|(?:by\s)?(?:amend|delet|replac|add|insert|substitut|strik|chang)ing\b)", ENGLISH
)
_ITEM = pattern(r"(?:the\s|such\s|said\s)?(?:items?|paragraphs?|clauses?)\s\d")
_LABEL = 4  # characters that a quoted number or letter of a provision has at most
_TITLE = 120  # characters in which the caption of new text shows
_VERB = pattern(r"\s(?:shall|will|is|are)\s")
_LEADS = pattern(r"[^:]{0,200}:\W{0,3}|\W{0,3}(?:\w+(?:\W{1,3}\w+){0,4})?\W{0,4}")
_JOINED = pattern(r"(?:,|,?\s(?:and|or))\s")
_COUNTED = pattern(r"lead-in|(?:sub-?)?heading|subhead|caption|title|(?:sentence|paragraph|bullet).*")
_POINTED = pattern(r"[\w)\]%”’\"'][.,]$")
_ABBREVIATED = pattern(r"\b(?:Nos?|Inc|Co|Corp|Ltd|[A-Z]\.[A-Z]|[ap]\.m)\.$")
_SET_OFF = pattern(  # between two commas, of which both are of the words: ", if any,", "or so many tons, as applicable,"
    r"^\s?,.*,$|,\s(?:as|if|in|to|for|on|at|by|with|without|when|where|unless|including|however|respectively|subject|pursuant)\b[^,]{0,60},$", re.DOTALL
)
_IN_LINE = pattern(r",|[a-z]")  # with which words begin that stand within a sentence
_SENTENCE = pattern(r"\b(?:sentence|paragraph)(?:,?\s(?:which\s|that\s)?(?:reads?|reading|states?|stating)(?:\sas\sfollows)?)?[:,]?\s$")
_SAID = 48  # characters before quoted words in which they are said to be a sentence
_RESERVED = pattern(
    r"[\"“'\[(\s]*(?:(?:section|clause|subsection|article)?\s?[\d.()a-zA-Z]{0,10}[\s.:]{0,3})?[\"“'\[(\s]*"
    r"(?:intentionally\s(?:omitted|deleted|left\sblank|blank)|reserved|omitted|deleted|\[?reserved\]?|this\ssection\sintentionally\somitted)[\]).\"”';,\s]*",
    ENGLISH,
)


def reserved(words: str) -> bool:
    """Whether words only keep a number: `[Reserved]`, `Section 2.1. [Intentionally Omitted]`."""
    return _RESERVED.fullmatch(words) is not None


class Setting(msgspec.Struct):
    """One order in its sentence.

    `target` are the provisions spoken of; `agreement` the names by which the instrument calls the agreement
    that it amends, in lower case; `announces` whether the text set off behind the sentence is this order's; `commencement`
    tells from when its orders count.
    """

    instrument: Instrument
    sentence: Sentence
    order: Order
    target: tuple[Path, ...]
    agreement: frozenset[str]
    announces: bool = True
    commencement: Commencement | None = None

    @property
    def text(self) -> str:
        """The reading of the instrument's document."""
        return self.instrument.document.reading.text

    def operation(
        self, action: Action, target: Path, *, new: Text | None = None, **given: object
    ) -> Operation:
        """The operation that this order is."""
        span = self.instrument.document.span(self.sentence.start, self.sentence.end)
        if new is not None and action is Action.REPLACE_PROVISION and reserved(new.words):
            action = Action.DELETE_PROVISION
        self.commencement = self.commencement or Commencement(self.instrument, self.sentence)
        day, waits = self.commencement.of(self.order.start, effect=action is Action.OVERRIDE)
        fields = {"effective": day, "waits": waits, **given}
        return Operation(action=action, target=target, at=self.sentence.at, sentence=span, new=new, **fields)  # type: ignore[arg-type]

    def resolve(self, phrases: Sequence[Phrase], within: Sequence[Path] | None = None) -> list[Path]:
        """The provisions that phrases name, those that lean on another taken within it."""
        outer = list(self.target if within is None else within) or [Path()]
        found: list[Path] = []
        for phrase in phrases:
            for path in phrase.paths:
                own = self.own(path)
                named = path.document is not None and own.document is None  # the agreement, whatever is spoken of
                around = [msgspec.structs.replace(one, document=None) for one in outer] if named else outer
                if own.relative or phrase.back or (own.term is not None and not own.section):
                    found.extend(
                        inside(own, one)
                        if own.relative or not one.term
                        else own.within(msgspec.structs.replace(one, steps=()))
                        for one in around
                    )
                elif own.section is None and own.part is None and own.term is None:
                    found.extend(around)
                elif self._is_item(phrase, path, around[0]):
                    steps = (f"({own.section})", *own.steps)
                    found.extend(inside(msgspec.structs.replace(own, section=None, steps=steps), one) for one in around)
                else:
                    found.append(self._completed(own, around) if path.document is None else own)
        return found

    def _is_item(self, phrase: Phrase, path: Path, around: Path) -> bool:
        """Whether a plain figure names an item of the section that the sentence spoke of: `Section 2.2 ... item 2`."""
        if path.document or path.part or around.section in {None, path.section} or not (path.section or "").isdigit():
            return False
        before = self.text[self.sentence.start : phrase.start]
        return bool(_ITEM.match(self.text, phrase.start, phrase.end)) and (around.section or "") in before

    def own(self, path: Path) -> Path:
        """A path without the agreement's own name before it."""
        if path.document and path.document.lower() in self.agreement:
            return msgspec.structs.replace(path, document=None)
        return path

    def _completed(self, path: Path, around: Sequence[Path]) -> Path:
        """A section named alone stands in the part and document that are spoken of."""
        one = around[0]
        if path.part is None and one.part and path.section:
            path = msgspec.structs.replace(path, part=one.part)
        if path.document is None and one.document:
            path = msgspec.structs.replace(path, document=one.document)
        return path

    def places(self) -> list[Path]:
        """Where the order changes words: the place it names, else the provisions spoken of.

        A heading, a proviso and the like are looked for in the provision that holds them.
        """
        found: list[Path] = []
        for phrase in self.order.places:
            found = (
                self.resolve([phrase], found or None)
                if all(path.relative for path in phrase.paths)
                else found + self.resolve([phrase])
            )
        if len(self.order.places) > 1:  # "in Section 8.1 ... in the definition of "X" in Section 8.1"
            found = [path for path in found if not any(holds(path, other) for other in found)]
        found = found or list(self.target) or self._beside_anchors() or [self._document()]
        return list(dict.fromkeys(path if path.inner else msgspec.structs.replace(path, place=_counted(path.place)) for path in found))

    def _document(self) -> Path:
        """The document whose words an order changes that names no provision."""
        return held_by(unquoted(self.text[self.sentence.start : self.sentence.end]), self.agreement)

    def _beside_anchors(self) -> list[Path]:
        """What holds the clause beside which words are struck or put: `the "or" preceding clause (iii) of Section 4`."""
        anchors = self.resolve([*self.order.after, *self.order.before])
        above = [path.above() for path in anchors if path.section and (path.steps or path.place)]
        return [path for path in above[:1] if path is not None]

    def anchor(self, phrases: Sequence[Phrase], place: Path) -> str | None:
        """Words beside which something is changed; a clause of the place that is changed by its label."""
        given = next((one for one in phrases if one.kind in {"quote", "point", "path"}), None)
        if given is None or given.kind != "path":
            return self.old(given) if given else None
        around = msgspec.structs.replace(place, place=None, inner=())
        for path in self.resolve([given]):
            label = path.steps[len(around.steps) :]
            if label and path == msgspec.structs.replace(around, steps=around.steps + label):
                return "".join(label)
        return self.text[given.start : given.end]

    def words(self, phrases: Sequence[Phrase]) -> Text | None:
        """Words that are quoted, or named ("a comma and the word "fees""); of several how they are one, is not told."""
        given = [phrase for phrase in phrases if phrase.kind in {"quote", "point"}]
        if not given or sum(phrase.kind == "quote" for phrase in given) > 1:
            return None
        span = self.instrument.document.span(
            given[0].inner[0], max(given[-1].inner[1], given[0].inner[0] + 1)
        )
        if len(given) == 1 and given[0].kind == "quote":
            start, end = trimmed(self.text, *given[0].inner)
            return Text(self.text[start:end], self.instrument.document.span(start, max(end, start + 1)))
        words = "".join(phrase.value if phrase.kind == "point" else f" {phrase.value}" for phrase in given)
        return Text(words, span, spelled=True)

    def old(self, phrase: Phrase) -> str:
        """Quoted words that are to be found, without the point that typography puts inside the marks."""
        if phrase.kind == "point":
            return phrase.value
        points = set() if self._is_sentence_of_its_own(phrase) else self._pauses(phrase)
        return (
            phrase.value[:-1]
            if phrase.value[-1:] in points and _POINTED.search(phrase.value)
            else phrase.value
        )

    def _is_sentence_of_its_own(self, phrase: Phrase) -> bool:
        """Whether a whole sentence is struck whose words are quoted: its point goes with it."""
        follows = any(one.kind == "follow" and one.value in {"sentence", "paragraph"} for one in self.order.objects)
        return follows or _SENTENCE.search(self.text, max(self.sentence.start, phrase.start - _SAID), phrase.start) is not None

    def replaced(self, phrase: Phrase, new: Text | None) -> str:
        """Quoted words that give way to others: the point with which both end is of the words."""
        mark = phrase.value[-1:]
        kept = new is not None and not new.spelled and mark in {",", "."} and new.words.endswith(mark)
        return phrase.value if kept else self.old(phrase)

    def inserted(self, phrases: Sequence[Phrase], beside: str = "") -> Text | None:
        """Words that are put into a line: a closing point inside the marks belongs to the sentence around it.

        It does not where the words `beside`, which they replace or follow, end with it too.
        """
        text = self.words(phrases)
        last = next((one for one in reversed(phrases) if one.kind in {"quote", "point"}), None)
        if text is None or last is None or last.kind != "quote" or text.words[-1:] == beside[-1:]:
            return text
        subject = last.end <= self.order.start and self._before_a_verb(last)
        if subject or _is_sentence(text.words) or not text.words[:-1]:
            return text
        if text.words[-1:] in self._pauses(last) or self._closes_item(last):
            end = text.span.end - (not text.spelled)
            return Text(text.words[:-1], msgspec.structs.replace(text.span, end=end), text.spelled)
        return text

    def _closes_item(self, phrase: Phrase) -> bool:
        """Whether a semicolon within the marks closes an item of a list of changes, and is none of the words.

        At the end of a paragraph it may close the clause to which words are added.
        """
        goes_on = phrase in self.order.instead or not self.text.startswith("\n", phrase.end)
        return goes_on and phrase.value.endswith(";") and bool(_NEXT_ITEM.match(self.text, phrase.end))

    def _before_a_verb(self, phrase: Phrase) -> bool:
        """Whether the sentence goes on with its verb behind a phrase, so that a point within the marks is no pause."""
        return bool(_VERB.match(self.text, phrase.end, self.sentence.end))

    def _pauses(self, phrase: Phrase) -> set[str]:
        """The points that, at the end of quoted words, are of the sentence: where it has none of its own behind them."""
        whole = _ABBREVIATED.search(phrase.value) or _SET_OFF.search(phrase.value)
        if whole or self.text[phrase.inner[1] - 1].isspace():
            return set()
        after = self.text[phrase.end : min(phrase.end + 12, self.sentence.end)]
        if not after.strip():
            return {"."}
        if after[0] in ".,;:" or _GOES_ON.match(after):
            return set()
        return {","} if self._before_a_verb(phrase) else {",", "."}

    def announced(self) -> tuple[int, int] | None:
        """The place of the text that the sentence announces, without the marks around it."""
        quotation = self.sentence.announced
        if quotation is None or not quotation.settled or not self.announces:
            return None
        return self.unquoted(quotation.start, quotation.end)

    def unquoted(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of set-off text without bullets and the quotation marks around it."""
        return without_marks(self.text, start, end)

    def given(self) -> tuple[int, int] | None:
        """The place of the new text: quoted in the sentence behind its announcement, or set off behind it."""
        for phrases in (self.order.instead, self.order.objects):
            quotes = [phrase for phrase in phrases if phrase.kind == "quote"]
            if quotes and self._are_titles(quotes):
                continue  # "the following paragraph "D" is added": its letter, and not its text
            if quotes:
                spoken = [phrase.end for phrase in phrases if phrase.kind == "follow"]
                behind = [quote for quote in quotes if spoken and quote.start >= spoken[-1]]
                if behind and not _LEADS.fullmatch(self.text, spoken[-1], behind[0].start):
                    continue  # "to provide that notice shall be given to the "Chairman""
                if len(behind) > 1 and _JOINED.fullmatch(self.text, behind[0].end, behind[1].start):
                    continue  # "to read: "Mill" or "Works" have ...": where the text ends, is not told
                return trimmed(self.text, *(behind[0] if behind else quotes[-1]).inner)
        return self.announced()

    def _are_titles(self, quotes: Sequence[Phrase]) -> bool:
        """Whether quoted words are the letter or the caption of the text that is set off behind the sentence."""
        place = self.announced()
        if place is None:
            return False
        begins = " ".join(self.text[place[0] : place[0] + _TITLE].split())
        return all(
            len(quote.value) <= _LABEL or begins.startswith(" ".join(quote.value.split())) for quote in quotes
        )

    def in_line(self, start: int, end: int) -> Text:
        """Set-off text that goes into a sentence: its last point is of the sentence that sets it off."""
        pointed = self.text[start:end].endswith(".") and not _ABBREVIATED.search(self.text[start:end])
        return self.piece(start, end - (pointed and _IN_LINE.match(self.text, start, end) is not None))

    def piece(self, start: int, end: int) -> Text:
        """A stretch of the reading as text to be put in."""
        words = self.text[start:end]
        for mark in reversed(continuing(self.text, start, end)):
            words = words[: mark - start] + words[mark - start + 1 :]
        return Text(words, self.instrument.document.span(start, max(end, start + 1)))


def _counted(place: str | None) -> str | None:
    """The sentence or paragraph of a place: that of the parenthesis in the first sentence is the first sentence."""
    match = _COUNTED.search(place or "")
    return match[0] if match else None


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and len(words) > 60
