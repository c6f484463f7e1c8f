"""What an instrument says of itself behind its amendments, and how it is signed: text that is set off ends before it.

In: a paragraph.  Out: whether it closes the amendments; and the end of a text without what stands behind it on the
page: a row of asterisks, a page number, a note on the signature page.
"""

from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Paragraph

_CLOSES = pattern(
    r"(?:except\sas\s[^.;]{0,80}\b(?:amended|modified|changed|supplemented)\b|except\sas\s(?:\w+\s){0,3}(?:provided|set\sforth)\s(?:herein|hereby|above|in\sthis\s(?:\w+\s){0,2}(?:amendment|addendum|modification|letter))"
    r"|(?:any\sand\s)?all\s(?:of\sthe\s)?(?:other|remaining)\s(?:\w+\s){0,2}(?:terms|provisions|sections)|the\s(?:other|remaining|rest\sof\sthe)\s(?:terms|provisions|sections)|in\sall\sother\s(?:respects|particulars)"
    r"|this\s(?:\w+\s){0,2}(?:amendment|addendum|modification)\b|as\s(?:so\s)?(?:amended|modified)\s(?:hereby|herein|by\sthis)\b|the\sparties\shereby\sratify"
    r"|(?:in\switness\swhereof|witness\sthe\sfollowing)|\[[^\]]{0,60}\bsignature|the\sparties\shave\s(?:caused|duly\s)?\s?executed|executed\s(?:as\sof|this|at|(?:in|on)\s\w+|\w+\s\d{1,2},?\s\d{4})|this\s\w+\sis\sexecuted"
    r"|\d{1,2}\.\s[A-Z][^.\n]{0,60}\.\sThis\s(?:\w+\s){0,2}Amendment\b|the\ssignatures?\sof\sthe\sparties|(?:sincerely|very\struly\syours|yours\s(?:very\s)?truly)\b|please\s(?:sign|indicate|acknowledge|confirm|countersign)|if\s(?:you\sagree|the\sforegoing)\b"
    r"|agreed(?:\s(?:and|to)\s(?:and\s)?accepted)?:|accepted(?:\sand\sagreed)?:|by:\s?_|_{4,}|/s/)",
    ENGLISH,
)
_RATIFIES = pattern(
    r"(?:(?:except|other\sthan|save)\s(?:as|for|to\sthe\sextent)\b|the\s(?:[\w-]+\s){0,5}(?:agreement|letter|lease|contract)\b"
    r"|(?:with\s(?:all\s)?)?(?:the\s)?(?:other|remaining|remainder|rest)\b)[^.;]{0,200}"
    r"\b(?:full\sforce|ratified|(?:remain(?:s|ing)?|continu(?:es?|ing))\s(?:unchanged|unaltered|unmodified|unaffected|in\s(?:full|effect)))\b",
    ENGLISH,
)
_CAPTION = pattern(r"\(?\w{1,4}[.)]\s(?:Amendments?|Modifications?)\s(?:to|of)\s", ENGLISH)
_BOILERPLATE = pattern(
    r"(?:(?:section|article)\s)?[\dIVX]{1,4}(?:\.\d{1,2})?[.)]?\s(?:counterparts|governing\slaw|miscellaneous|ratification|effect(?:iveness|ive\sdate|\sof)|no\sother|representations"
    r"|conditions|full\sforce|entire\sagreement|headings|severability|continuing|reaffirmation|expenses|fees\sand|limitation\sof|successors|references?\sto|binding\seffect"
    r"|execution|further\sassurances|remaining|all\sother|except\sas|this\s(?:\w+\s)?amendment)\b",
    ENGLISH,
)
_NUMBER = pattern(r"(?:(?:SECTION|Section)\s)?(?:\(\w{1,5}\)|[\w.]{1,8}[.):])\s{0,2}")
_OF_ITSELF = pattern(
    r"\b[Tt]his\s(?:[A-Z\d][\w.]*\s){0,4}(?:Amendment|Addendum|Modification|Supplement|Letter\sAgreement)\b"
    r"|\bamending\sthe\s(?:[A-Z][\w&’'-]*\s){0,4}(?:Agreement|Plan|Note|Lease)s?\b"
)
_OPENS = 100  # characters in which a paragraph that may go on with the one before it speaks of the amendment
_SIGNED = pattern(r"(?:By\s?:|/[Ss]/|By\s?_{3,}|X_{3,})")
_SIGNING = 4  # lines between a party's name and its signature
_LINE = 70  # characters of a line of a signature block
_BEHIND = pattern(
    r"(?:\*\s?){3,}|page\s\d{1,3}(?:\sof\s\d{1,3})?|[-–]\s?\d{1,3}\s?[-–]|\[[^\]]{0,80}(?:signature|remainder|blank)[^\]]{0,80}\]\W{0,2}|[.,;]"
    r"|(?:clause|section|article|paragraph)\s\d{1,3}[.:]?|(?:clause\s\d{1,3}[.:]?\s)?(?:changes?|amendments?|modifications?)\s(?:to|of)\s[^.\n]{1,100}",
    ENGLISH,
)
_BEHIND_WORDS = pattern(
    r"\s(?:\[[^\]]{0,60}\b(?:signature|remainder|balance)\b[^\]]{0,80}\]\W{0,2}(?:page\s\d{1,3}(?:\sof\s\d{1,3})?)?|page\s\d{1,3}\sof\s\d{1,3}|(?:\*\s?){3,})$",
    ENGLISH,
)
_NOTE = 160  # characters of a note behind the text
_ELLIPSIS = pattern(r"(?:\*\s?){3,}")


def closes(
    words: str, *, resumes: bool = False, listed: bool = False, inner: bool = False, flush: bool = False, quoted: bool = True
) -> bool:
    """Whether a paragraph closes the amendments.

    `resumes` tells that it goes on with the instrument's own count, `listed` with a list of the text, `inner` that its number
    is of the text; `flush` that it begins behind a sentence that has ended.
    """
    number = _NUMBER.match(words) if resumes else None
    if number and listed:  # it is the instrument's own where it begins by speaking of itself
        return _OF_ITSELF.match(words, number.end()) is not None
    own = words[number.end() :] if number else words
    if _CLOSES.match(words) or (number and _CLOSES.match(own)) or _RATIFIES.match(own):
        return True
    if quoted:
        return False
    return bool(
        _CAPTION.match(words)
        or (not inner and _BOILERPLATE.match(words))
        or (_OF_ITSELF.search(words if flush else words[:_OPENS]) and (resumes or not _NUMBER.match(words)))
    )


def captions_changes(words: str) -> bool:
    """Whether a paragraph is captioned as the instrument's own amendment of something."""
    return _CAPTION.match(words) is not None


def signs(text: str, paragraphs: Sequence[Paragraph], number: int, last: int) -> bool:
    """Whether a signature block begins with paragraph `number`: a party's name in capitals, then a line that is signed."""
    paragraph = paragraphs[number]
    words = text[paragraph.start : min(paragraph.end, paragraph.start + _LINE + 1)]
    if len(words) > _LINE or not words.isupper() or paragraph.row:
        return bool(_SIGNED.match(words))
    for ahead in range(number + 1, min(number + 1 + _SIGNING, last)):
        line = paragraphs[ahead]
        if _SIGNED.match(text, line.start, line.end):
            return True
        if line.end - line.start > _LINE:
            return False
    return False


def behind(text: str, paragraphs: Sequence[Paragraph], begun: int, after: int) -> tuple[int, int]:
    """The end of a text before paragraph `after`, without what only stands behind it on the page."""
    start = paragraphs[begun].start
    elided = len(_ELLIPSIS.findall(text, start, paragraphs[after - 1].end)) > 1
    while after - 1 > begun and not paragraphs[after - 1].row:
        last = paragraphs[after - 1]
        if not _BEHIND.fullmatch(text, last.start, last.end) or (elided and text[last.start] == "*"):
            break
        after -= 1
    end = paragraphs[after - 1].end
    tail = max(start, end - _NOTE)
    if (match := _BEHIND_WORDS.search(text[tail:end])) and not (elided and text[end - 1] == "*"):
        end = tail + match.start()
        while after - 1 > begun and paragraphs[after - 1].start >= end:
            after -= 1
    return after, end
