"""The document that an order speaks of where it is named alone: `The Guaranty is amended by deleting Section 4`.

In: the words around a verb of change.  Out: the name that is its subject, or the place to which it adds, and whether
that is the agreement, surely another document, or what may be either.
"""

from collections.abc import Iterator, Sequence, Set

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language.orders.order import Order
from conformed.language.sentences.sentences import Sentence, unquoted

_NOUN = (
    r"(?:(?:Agreement|AGREEMENT|Amendment|Addendum|Contract|Lease|Letter|Guarantee|Note|Plan|Indenture|Mortgage|Warrant|Debenture"
    r"|Assignment|Release|Pledge)s?|Guarant(?:y|ies)|Deeds?\sof\sTrust|By-?[Ll]aws"
    r"|(?:Articles|Certificate)\sof\s(?:Incorporation|Organization|Association|Designations?|Formation))"
    r"(?:\s(?:No\.\s)?\d{1,2})?"
)
NAMED_DOCUMENT = (  # "the Stock Option Agreement between the parties, dated May 1, 2020," before its verb
    r"(?:^\W{0,3}|\b[Tt]he\s|\bthat\s|,\s)(?P<what>(?!(?:The|That|This|Such|Said|Each|Any|All)\s)"
    r"(?:[A-Z][\w&’'-]*\s(?:(?:to|of|and|No\.\s\d{1,2})\s){0,2}(?:the\s)?){0,6}?"
    r"(?:Agreement|Amendment|Addendum|Contract|Lease|Letter|Guarant(?:y|ee)|Note|Plan)(?:\sNo\.\s\d{1,2}|\s\d{1,2})?)\b[”\"]?"
    r"(?:,?\s(?:including|dated|between|as\samended|made|entered)\b[^.;]{0,160}?,?)?\s"
)
_NAME = r"(?P<name>(?!(?:The|That|This|Such|Said|Each|Any|All|Your|Our|My|His|Her|Its|Their|Section|Article)\s)(?:\d{4}\s)?[A-Z][\w&’'/-]*(?:\s(?:(?:of|to|and|for|the|No\.)\s){0,2}[A-Z\d][\w&’'/-]*){0,8})"
_THE = r"(?:[Tt]he|[Tt]hat(?:\scertain)?|[Ss]uch|[Ss]aid|[Yy]our|[Hh]is|[Hh]er)\s"
_SUBJECT = pattern(
    rf"(?:(?P<before>\b(?:of|to|in|under|from|with|following|and|or)\s)?\b{_THE}|^\W{{0,3}}){_NAME}[”\"]?"
    r"(?:,?\s(?:dated|between|by\sand|as\s(?:\w+\s){0,2}amended|made|entered|executed)\b[^.;]{0,200}?,?)?"
    r",?\s(?P<be>is|are|be|(?:shall|will)\sbe|(?:shall\sbe|be|is|are)(?:,\s|\s)and\s(?:hereby\s)?(?:is|are)|hereby\s(?:is|are))"
    r"(?:,?\s(?:hereby|further|also|each|so|deemed))*,?\s$"
)
_OBJECT = pattern(rf"\s(?:and\srestate\s)?{_THE}{_NAME}")
_REACH = 480  # characters before its verb in which a subject stands
_SURELY = pattern(rf"(?:[^\s]+\s){{0,12}}?{_NOUN}", ENGLISH)
_SEVERAL = pattern(r"\sand\sthe\s|\sand\s(?=.*\bare\b)|[^s]\sare\b")
_QUALIFIED = pattern(
    r"^(?:original|existing|initial|prior|restated|amended(?:\sand\srestated)?|\d{4}|(?:[\w.-]+\s){0,2}[\w.-]+[’']s)\s"
)
_PUT_INTO = pattern(
    r"(?:\s(?:[\"“][^\"“”]{1,240}[\"”]|(?!(?:to|into|from|throughout|pursuant|according|accordance|conform|subject|relating|respect|connection)\b|in\sthe\s[A-Z])"
    rf"[^\s.;:,()“\"]{{1,16}}),?){{0,10}}?\s(?P<where>to|into|from|in|throughout)\s{_THE}"
    rf"(?P<name>(?:\d{{4}}\s)?(?:[A-Z][\w&’'/-]*\s(?:(?:to|of|and)\s){{0,2}}(?:the\s)?){{0,6}}?{_NOUN})\b(?![’']|\s[A-Z])"
)
_IN = pattern(  # "the words "ten days" in Amendment No. 1", "the reference in the Guaranty to"
    rf"\b(?:[Ii]n|within|throughout|from|of)\s(?:{_THE})?"
    rf"(?P<name>(?:[A-Z][\w&’'/-]*\s(?:(?:to|of|and)\s){{0,2}}(?:the\s)?){{0,6}}?{_NOUN})\b(?![’']|\s[A-Z])"
)
_CAPTION = pattern(
    rf"(?:amendments?|modifications?|changes?)\s(?:to|of|in)\s(?:the\s)?(?P<name>(?:[\w&’'/-]+\s){{0,8}}?{_NOUN})\W*",
    ENGLISH,
)
_HEAD = pattern(  # "that the Lease and the Guaranties", of a clause
    rf"(?:(?:^|\bthat\s|,\s)(?:\(?\w{{1,4}}[.)]\s)?|(?P<joined>,?\sand\s))(?P<what>{_THE})(?:other\s)?"
    rf"(?P<name>(?:[A-Z][\w&’'/-]*\s(?:(?:to|of|and)\s){{0,2}}(?:the\s)?){{0,6}}?{_NOUN})\b(?![’']|\s(?:(?:to|of)\s)?(?:the\s)?[A-Z])"
)
_INTO, _OUT_OF = frozenset({"to", "into", "in"}), frozenset({"from", "in", "throughout"})
_PUTS = {"add": _INTO, "insert": _INTO, "delete": _OUT_OF, "replace": _OUT_OF, "substitute": _OUT_OF}
_AMENDS = {"amend", "change", "supplement"}


class Named(msgspec.Struct, frozen=True):
    """A document that is named alone, and where its name begins; `path` is None where it may be none, or several."""

    path: Path | None
    start: int


def named_alone(text: str, order: Order, since: int, until: int, agreement: Set[str]) -> Named | None:
    """The document of which an order speaks that names no provision of it, in the words around its verb."""
    if order.verb in _PUTS:
        match = _PUT_INTO.match(text, order.end, until)
        match = match if match and match["where"] in _PUTS[order.verb] else None
    elif order.verb not in _AMENDS or any(phrase.start < order.start for phrase in order.of("path")):
        return None
    elif order.passive:
        return _subject(text, max(since, order.start - _REACH), order.start, agreement)
    else:
        match = _OBJECT.match(text, order.end, until)
    path = _document(match["name"], agreement) if match else None
    return Named(path, match.start("name")) if match and path else None


def named_by(
    text: str, sentence: Sentence, found: Sequence[Order], agreement: Set[str]
) -> list[Named | None]:
    """The documents that the orders of a sentence name alone."""
    return [
        named_alone(text, order, begun, stop, agreement)
        for order, (begun, stop) in zip(found, _around(sentence, found), strict=True)
    ]


def _around(sentence: Sentence, found: Sequence[Order]) -> list[tuple[int, int]]:
    """The words around the verb of each order, from that before it to that behind it."""
    since = [sentence.start, *(order.end for order in found[:-1])]
    until = [*(order.start for order in found[1:]), sentence.end]
    return list(zip(since, until, strict=True))


def at_head(text: str, since: int, verb: int, agreement: Set[str]) -> list[Named]:
    """The documents with which a clause begins that says of them that they are amended: `the Lease and the Guaranties`."""
    found: list[Named] = []
    behind = -1  # where the document before it ends
    for match in _HEAD.finditer(text[since:verb]):
        if bool(match["joined"]) != bool(found) or (found and match.start() != behind):
            continue
        if path := _document(match["name"], agreement):
            found.append(Named(path, since + match.start("what")))
            behind = match.end()
    return found


def in_document(spoken_of: tuple[Path, ...], named: Named | None) -> tuple[Path, ...]:
    """The provisions spoken of, where an order names a document alone: that, and none of another."""
    if named is None or named.path is None:
        return spoken_of
    if named.path.document is None:
        return (named.path,) if any(path.document for path in spoken_of) else spoken_of
    return spoken_of if any(path.document == named.path.document for path in spoken_of) else (named.path,)


def is_document(name: str) -> bool:
    """Whether a name is surely that of a document."""
    return _SURELY.fullmatch(name) is not None


def held_by(words: str, agreement: Set[str]) -> Path:
    """The document in which a sentence that names no provision says that words stand; the agreement where it names none."""
    match = _IN.search(words)
    return (_document(match["name"], agreement) if match else None) or Path()


def at_large(
    text: str, sentence: Sentence, found: Sequence[Order], agreement: Set[str]
) -> Iterator[bool]:
    """Whether orders speak of each place of the agreement: `The Lease is amended by deleting "red" wherever it appears`.

    They do where the agreement is what is amended, or where the words are said to stand, and no provision is named.
    """
    provision = whole = False
    documents = named_by(text, sentence, found, agreement)
    for order, named, (begun, stop) in zip(found, documents, _around(sentence, found), strict=True):
        own = bool(order.of("path") or order.places)
        provision = provision or (order.verb == "amend" and own)
        whole = whole or (named is not None and named.path == Path())
        words = unquoted(text[begun:stop])
        told = [match[0].lower() for match in _IN.finditer(words) if _document(match["name"], agreement) == Path()]
        throughout = any(one.startswith("throughout") for one in told)
        within = whole or any(not one.startswith("of") for one in told)
        yield order.each and not own and (throughout or (within and not provision))


def captioned(heading: str, agreement: Set[str]) -> Path | None:
    """The other document that a caption names alone: `Amendments to the Guaranty`."""
    match = _CAPTION.fullmatch(heading)
    if match is None or match["name"].lower().endswith(tuple(f" of the {one}" for one in agreement)):
        return None  # "Amendments to Clause 9 of the Agreement": a part of ours
    named = _document(match["name"], agreement)
    return named if named and named.document else None


def _subject(text: str, start: int, verb: int, agreement: Set[str]) -> Named | None:
    """The name that stands alone before a passive verb; one that is joined to another is of several documents."""
    match = _SUBJECT.search(text[start:verb])
    if match is None:
        return None
    path = _document(match["name"], agreement)
    several = match["before"] or _SEVERAL.search(f"{match['name']} {match['be']}")
    begun = match.end("before") if match["before"] else match.start()
    return Named(None if several and path != Path() else path, start + begun)


def _document(name: str, agreement: Set[str]) -> Path | None:
    """The agreement, or another document, as a name tells it; None where it may be no document."""
    bare = _QUALIFIED.sub("", name.lower())
    if name.lower() in agreement or any(known == bare or known.endswith(f" {bare}") for known in agreement):
        return Path()
    return Path(document=name) if is_document(name) else None
