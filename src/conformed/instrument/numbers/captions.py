"""Captions of provisions, and the terms that paragraphs define.

In: a text and the place behind a number.  Out: the caption that stands there, and where the words of the
provision begin; or the term with which a paragraph opens, where it defines one.
"""


from conformed.basis.pattern import ENGLISH, pattern

_TERM = pattern(
    r"(?:(?:[\"“]|``|''|‘‘)\s?(?P<term>[^\"“”`\n]{1,90}?)[,.]?\s?(?:[\"”]|''|’’)|[`'‘]\s?(?P<single>[A-Z\d][^\"“”`'‘’\n]{1,90})['’])[,:]?"
)
_TERM_OF = pattern(
    r"\s?[-–—]\s(?=[A-Za-z])|\s?(?:\([^)\n]{0,100}\)\s?)?(?:[-–—:]\s?)?(?:,?\s?(?:(?:or|and)\s(?:the\s(?:sign|symbol)\s)?)?[\"“][^\"”\n]{1,80}[\"”](?:\s(?:sign|symbol)\b)?\s?){0,3}"
    r"(?:\([^)\n]{0,100}\)\s?)?(?:,\s[^,\n]{1,80},\s?)?"
    r"(?:(?:shall|will)\s(?:mean|have|be|include)|(?:each\s)?means?\b|(?:has\sthe\s)?has\s(?:the\s)?(?:same\s)?mean|have\s(?:the\s)?mean|(?:each\s)?refers?\sto|denotes?\b|(?:is|are)\sdefined|is\sused|(?:[Ss]tatus\s)?exists?\s(?:at|on|for)\s(?:any|a)\b|are\s(?:an?y?|those|all)\s|of\s|when\sused"
    r"|as\s(?:used|applied|defined|referred|of|to)|with\srespect|for\s|includes?\b|(?:by|on)\sany\b|see\b|shall,?\s(?:for|in)\b|has,|:)",
    ENGLISH,
)
# A term without marks, each word of it with a capital: `BUSINESS DAY means`.
_BARE_TERM = (
    r"(?!(?:The|This|That|These|Those|Such|It|Which|What|Each|Any|All|No|Nothing|References?)\s)"
    r"(?P<term>[A-Z][\w/&'’-]{1,40}(?:\s(?:[A-Z(\d][\w/&'’()-]{0,40}|of|and|or|to|the|in|for|on|by|with)){0,9})"
)
_BARE_MEANS = pattern(
    _BARE_TERM + r",?\s(?:(?:(?:shall|will)\s)(?:each\s)?mean\b|(?:each\s)?means\b(?!\sto\b)"
    r"|(?:(?:shall|will)\s)?ha(?:s|ve)\sthe\s(?:same\s)?meanings?\b)",
)
_BARE_LISTED = pattern(_BARE_TERM + r"(?:(?::|\s[-–—])\s(?=[\w\"“($])|\.\s(?=A\s|[A-Z]?[a-z]|[\"“(]))")
_UNDERLINED = pattern(r"_{1,2}(?P<term>[A-Z][^_\n]{1,80}?)_{1,2}[,:]?")  # as plain text shows what is underlined
_ROMAN = pattern(r"[IVXLC]+[.:]")
_SMALL_WORDS = frozenset(
    "of and or the to in on for by with a an at as from under upon not no per vs into during other than after against"
    " before between its that which through without re non etc all among following regarding relating".split()
)
_WORD = pattern(r"[a-z]+")
_CODE = pattern(r"(?=[A-Z]*\d)[A-Z]{2}[A-Z\d]{2,14}[.,;:]?")  # which names a thing, and is no word
_COMMANDS = pattern(r"(?:Add|Delete|Insert|Replace|Strike|Substitute|Change|Amend|Restate|Revise|Remove|Renumber|Re-?letter|Re-?designate)\s")
_ORDERS = pattern(r"\b(?:IS|ARE|SHALL\sBE)\s(?:HEREBY\s)?(?:(?:AMEND|DELET|REPLAC|RESTAT|ADD|INSERT|REVIS|CHANG|MODIFI)ED|STRICKEN)\b|\b(?:IS|ARE)\sHEREBY\s|\b(?:PARTIES|BORROWER|LENDERS?)\s(?:HERETO\s)?(?:HEREBY\s)?(?:AGREE|AMEND|MODIFY)S?\b")  # in a typescript of capitals
_SET_LARGE = frozenset('0123456789(“"&/§$')
# A stop before a blank, or between words that lack it, a dash before a blank, or a stop and a dash; a set leads, as it is looked for fast.
_HEADING_END = pattern(r"[.:;–—-](?:(?<=[.:;])(?=\s|$)|(?<=[a-z]\.)(?=[A-Z][a-z])|(?<=\.)\s?[-–—]|(?<=[-–—])[-–—]?\s)")
ABBREVIATION = pattern(r"\b(?:[A-Z]|No|Nos|Sec|Inc|Co|Corp|Ltd|vs|Art|St|Mr|Ms|Dr)$")
HEADING = 130  # characters that a caption may have


def caption(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The caption that stands at `at` before the words of a provision, and where these begin; a command or an order is none."""
    found = _caption(text, at, end)
    if found is not None and _ORDERS.search(found[0]):
        return None
    if found is None or not _COMMANDS.match(found[0]):
        return found
    title, begun = found
    quotes = "“" in title or '"' in title or text.startswith(("“", '"'), begun)
    return found if begun < end and not quotes else None


def _caption(text: str, at: int, end: int) -> tuple[str, int] | None:
    while at < end and text[at] in " \t-–—":
        at += 1
    if at < end and not (text[at].isupper() or text[at] in '“"(['):
        return None
    words = text[at : min(end, at + HEADING + 20)]
    stop = _HEADING_END.search(words)
    while stop is not None and _abbreviates(words, stop.start()):
        stop = _HEADING_END.search(words, stop.end())
    if stop is None:
        whole = words if at + len(words) >= end else ""
        if marked := _MARKED.search(whole):  # the first clause begins on the line of the caption
            title = whole[: marked.start()]
            return (title, at + marked.start() + 1) if is_caption(title) else None
        return (whole, end) if whole and len(whole) <= HEADING and is_caption(whole) else None
    title = words[: stop.start()].strip()
    if (
        not title
        or len(title) > HEADING
        or not is_caption(title)
        or (stop[0] == ";" and at + stop.end() < end)
    ):
        return _caption_of_several(words, at, end)
    after = at + stop.end()
    while after < end and text[after] in " \t-–—":
        after += 1
    return title, after


_LETTERED = pattern(
    r"\b(?:(?i:Exhibit|Schedule|Annex|Article|Part|Attachment|Regulations?|Loans?|Class|Series|Tranche)|and|or|,)\s[\"“]?[A-Z][\"”]?$"
)  # a letter that names something, and is no initial
_LAST_OF_LETTER = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZ"”')
_FULL_STOP = pattern(r"\.(?=\s|$)")
_MARKED = pattern(r"\s\((?:[a-z]|i|1|A)\)$")


def _caption_of_several(words: str, at: int, end: int) -> tuple[str, int] | None:
    """A caption in parts, such as `Authorization of Agreements; Binding Obligations`, which may end its paragraph."""
    stop = _FULL_STOP.search(words)
    whole = stop is None and at + len(words) >= end and len(words) <= HEADING
    title = words if stop is None else words[: stop.start()]
    if (
        not (stop or whole)
        or ";" not in title
        or not all(piece.strip() and is_caption(piece.strip()) for piece in title.split(";"))
    ):
        return None
    return title.strip(), min(end, at + stop.end() + 1) if stop else end


def _abbreviates(words: str, at: int) -> bool:
    """Whether a full stop only ends an abbreviation or a number: `Amendment No. 2`, `Section 2.10`."""
    if words[at] != ".":
        return False
    if words[at - 1 : at] in _LAST_OF_LETTER and _LETTERED.search(words, max(0, at - 16), at):
        return False
    return bool(ABBREVIATION.search(words, max(0, at - 5), at))


def is_caption(words: str) -> bool:
    """Whether words are set like a caption: each with a capital, but for the small ones."""
    pieces = words.replace(" is of ", " of ").split()  # Time is of the Essence
    if not pieces or len(pieces) > 18 or not (words[0].isupper() or words[0] in '“"(['):
        return False
    if words[-1] in ",;" or words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    if all(_is_small(piece) or (piece.isupper() and _CODE.fullmatch(piece)) for piece in pieces):
        return False
    if words.isupper():
        return True
    return all(piece[0].isupper() or piece[0] in _SET_LARGE or _is_small(piece) for piece in pieces)


def _is_small(piece: str) -> bool:
    word = _WORD.match(piece)
    return word is not None and word[0] in _SMALL_WORDS and not piece[word.end() : word.end() + 1].isalnum()


def defined(words: str, *, listed: bool = False) -> str | None:
    """The term that a paragraph defines, where it opens with one.

    Without quotation marks it is one if the words say what it means, or if it is `listed` among definitions:
    `BUSINESS DAY. Any day`, `Business Day: Any day`.
    """
    if words[:1] == "_" and (underlined := _UNDERLINED.match(words)):
        return underlined["term"] if _TERM_OF.match(words, underlined.end()) else None
    if words[:1].isupper():
        match = _BARE_MEANS.match(words) or (
            _BARE_LISTED.match(words) if listed and not _ROMAN.match(words) else None
        )
        return match["term"] if match else None
    match = _TERM.match(words)
    if match is None or not (match[0].endswith(":") or _TERM_OF.match(words, match.end())):
        return None
    return (match["term"] or match["single"]).strip()
