"""Text that stands in an attachment of the instrument: `in the form of Annex I`, `as set forth in Exhibit A hereto`.

In: the setting of an order and the part that it names.  Out: the text of that part, or None where it does not stand
in the instrument's own file, or there with its caption only.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Instrument, Path, Provision, ProvisionKind
from conformed.instrument.numbers.ordinals import roman
from conformed.language.operation import Action, Operation, Text
from conformed.language.orders.order import Phrase
from conformed.language.setting.numbered_text import labelled
from conformed.language.setting.setting import Setting

_TEXT_OF = pattern(
    r"\s*(?:(?:Exhibit|Schedule|Annex|Attachment|Appendix)\s\S{1,6}|(?:new\s|revised\s|amended\s)?(?:text|version)\s(?:of|for)\s[^\n]{1,120})\n",
    ENGLISH,
)
_PLACEHOLDER = pattern(
    r"\b(?:to\sbe\s(?:attached|provided|completed|supplied)|to\scome|see\s(?:attached|exhibit)|\[?omitted\]?)\b",
    ENGLISH,
)
_PART = r"(?:Exhibit|Schedule|Annex|Appendix|Attachment)\s[A-Z\d][\w.-]{0,6}\b"
_CALLED = pattern(
    rf"\b(?:attached|annexed)\s(?:hereto\s|to\sthis\s\w+\s)?(?:as|in\sthe\sform\sof)\s(?P<as>{_PART})(?!\s(?:of|to)\s)"
    rf"|(?P<named>{_PART}),?\s(?:which\sis\s)?(?:attached|annexed)\shereto\b",
)
_OF_ITS_OWN = pattern(  # an attachment of the amendment, or an instrument that bears a day
    rf"{_PART}\sto\s(?:the\s|this\s|that\s)?(?:[\w.]+\s){{0,3}}?(?:Amendment|Addendum|Modification|Supplement|Waiver|Consent)\b"
    r"|^This\s(?:[\w-]+,?\s){1,8}?(?:\([^()\n]{1,80}\),?\s)?(?:is\s|was\s)?(?:hereby\s)?(?:made|dated|entered|executed|effective)\s[^.;\n]{0,80}?\b(?:19|20)\d\d\b",
    ENGLISH | re.MULTILINE,
)
_NOTHING = pattern(r"\n\W{0,2}(?:none|n/a|not\sapplicable)\W{0,2}\s*$", ENGLISH)  # all that a schedule may list
_ATTACHED_AS = pattern(r"\b(?:attached|annexed)\s(?:hereto\s|to\sthis\s\w+\s)?as\s(?:the\s)?$", ENGLISH)
_IS_ATTACHED = pattern(r",?\s(?:(?:as\s|which\sis\s)?(?:attached|annexed)\s)?(?:hereto|to\sthis\s(?:[A-Z]\w+\s){0,3}(?:Amendment|Addendum|Agreement))\b", ENGLISH)
_OPENING = 1000  # characters with which an attachment opens
ATTACHED = pattern(r"\b(?:attached|annexed|hereto|to\sthis\s|hereof)\b", ENGLISH)


def _arabic(name: str) -> str:
    """A part's name with its roman numeral in figures: Annex I is Annex 1."""
    word, _, value = name.rpartition(" ")
    return (
        f"{word} {roman(value.lower()) or value}".lower()
        if len(value) > 1 or value in "IVX"
        else name.lower()
    )


def part_text(setting: Setting, path: Path, part_of: Path) -> Text | None:
    """The text of a part that stands in the instrument's own file, to be put in as `part_of`."""
    name = _arabic(path.part or "")
    children = setting.instrument.root.children
    parts = [
        provision
        for provision in children
        if _arabic(provision.path) == name or provision.path.startswith(f"{path.part}(")
    ]
    if not parts:
        return None
    own = parts[0].path == part_of.part
    start, end = setting.unquoted(parts[0].start if own else parts[0].body, parts[-1].end)
    if not own and setting.text[start] == "[":  # the caption of what it is to replace
        start = setting.text.find("\n", start, end) + 1 or start
    words = setting.text[start:end]
    if _PLACEHOLDER.search(words[:160]) or (len(words.split()) < 8 and not _NOTHING.search(words)):
        # the copy to hand has the caption only, or the text stands right behind it, as the part that it replaces
        later = children[children.index(parts[-1]) + 1 :][:1]
        behind = not own and bool(later) and later[0].path == part_of.part and part_of == Path(part=part_of.part)
        return part_text(setting, part_of, part_of) if behind else None
    return setting.piece(start, end)


def agreement_text(setting: Setting, path: Path) -> Text | None:
    """The text of an agreement that is attached as a part, with the exhibits of its own that follow on it.

    Those are called by another word: behind Annex A stands Annex B for the instrument, but Exhibit A for the agreement.
    """
    part = called(setting.instrument, path.part or "")
    if part is None or part_text(setting, path, Path()) is None:
        return None
    children = setting.instrument.root.children
    own = itertools.takewhile(
        lambda one: one.kind is ProvisionKind.PART and one.path.split()[0] != part.path.split()[0],
        children[children.index(part) + 1 :],
    )
    return setting.piece(*setting.unquoted(part.body, max([part.end, *(one.end for one in own)])))


def called(instrument: Instrument, name: str) -> Provision | None:
    """The attachment of an instrument that bears a name; Annex 1 is Annex I."""
    wanted = _arabic(name)
    return next((one for one in instrument.root.children if _arabic(one.path) == wanted), None)


def is_attached(setting: Setting, words: str, parts: Sequence[Path]) -> bool:
    """Whether words say that parts are attached to the instrument, or the parts stand in its own file."""
    if ATTACHED.search(words):
        return True
    return bool(parts) and all(
        path.document is None and part_text(setting, path, path) is not None for path in parts
    )


def is_named_attachment(text: str, phrase: Phrase) -> bool:
    """Whether an address is what the instrument calls an attachment of its own: `attached as Annex I`, `Annex I hereto`."""
    own = len(phrase.paths) == 1 and phrase.paths[0].part is not None and phrase.paths[0].document is None
    before = _ATTACHED_AS.search(text[max(0, phrase.start - 60) : phrase.start])
    return own and bool(before or _IS_ATTACHED.match(text, phrase.end))


def set_forth(setting: Setting, path: Path, target: Path) -> Text | None:
    """The text of a provision that is set forth in an attachment, below the attachment's own captions."""
    new = part_text(setting, path, target)
    if new is None:
        return None
    reading = setting.instrument.document.reading
    start, end = reading.at(new.span.start), reading.at(new.span.end - 1) + 1
    while caption := _TEXT_OF.match(setting.text, start, end):
        start = caption.end()
    return setting.piece(*labelled(setting, *setting.unquoted(start, end), target))


def brought_in(setting: Setting, read: Sequence[Operation]) -> Iterator[Operation]:
    """The attachments of the instrument that a new text calls attached: with the text they come into the agreement.

    An attachment that is an instrument of its own stays where it is: the text only mentions it.
    """
    for new in (one.new for one in read if one.new is not None and one.action is not Action.OVERRIDE):
        for called in _CALLED.finditer(new.words):
            path = Path(part=" ".join((called["as"] or called["named"]).split()))
            text = part_text(setting, path, path)
            if text is not None and not _OF_ITS_OWN.search(text.words[:_OPENING]):
                yield setting.operation(Action.ADD_PROVISION, path, new=text)
