"""The words of an amending sentence that carry its meaning.

In: a sentence.  Out: its verbs of change, the quoted words, the provisions it names, and the small words that
say what stands where, as tokens in order.  What a quotation holds is one token and is not looked into.
"""

from collections.abc import Callable, Iterator

import msgspec

from conformed.basis.pattern import ENGLISH, pattern, small_letters
from conformed.instrument import Path, reference, references
from conformed.instrument.paths.captioned import after_caption
from conformed.language.orders.figures import figure_behind, numbers_behind
from conformed.language.orders.headed import headed
from conformed.language.orders.lexemes import Lexemes, Token
from conformed.language.orders.narrower import begins_new_text, is_narrowed
from conformed.language.orders.parts import in_part
from conformed.language.orders.quotations import provision_named, quote
from conformed.language.orders.vocabulary import SENSES
from conformed.language.orders.voice import Voice

_ANCHORED = pattern(
    r"\b(?:after|following|before|preceding|between|deleting|inserting|adding|replacing|striking|and|prior\sto)\s(?:the\s)?$"
    r"|(?<!\band\s)\b(?:each|every|any|all)\s(?:(?:occurrence|appearance|instance|use)s?(?:\sin\sthe(?:\s[A-Z][\w-]*){1,4})?\sof|references?(?:\sin\sthe(?:\s[A-Z][\w-]*){1,4})?\sto)\s(?:the\s)?$",
    ENGLISH,
)
_OWN = pattern(
    r"(?:\s\([^()]{2,120}\))?,?\s(?:below|above|hereof|herein|of\sthis\s(?:[A-Z][\w-]*\s){0,3}(?:Amendment|Waiver|Consent|Letter|Addendum|Modification))\b",
    ENGLISH,
)
_IS_CHANGED = pattern(r",?\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:amended|deleted|replaced|restated|modified|revised)\b")
_ACRONYM = pattern(r"(?<!\w)(?!(?:THE|AND|NEW|ALL|OF|IN|TO|FOR|THIS|SUCH|SAID|[IVXLC]+)\s)([A-Z]{2,5})\s$")
_STATUTE = pattern(r"(?:\bCode|\b(?:IRC|UCC|USC|SEC)|\bAct|Regulations?|Rules?|\bERISA|Statutes?)$")
_MENTIONED = pattern(
    r"\b(?:as\sdefined\s(?:in|by)|pursuant\sto|in\saccordance\swith|(?:provided|called)\sfor\s(?:in|by)|permitted\s(?:by|under)|required\s(?:by|under)|subject\sto|referred\sto\sin"
    r"|described\sin|(?:payable|made|granted|due|issued|awarded|entered\sinto|executed|delivered|outstanding|arising|incurred)\s(?:under|pursuant\sto)|(?:amendments?|changes|modifications)\smade\s(?:by|in)|\bCode|Regulations?|\bAct|conditions(?:\sprecedent)?\s(?:set\sforth|contained|specified|stated)\sin|satisfaction\sof|requirements\sof|reliance\son"
    r"|(?:address|concern|regard|govern)ing|(?:relat|pertain|referr)ing\s(?:only\s|solely\s|exclusively\s)?to"
    r"|notwithstanding(?:\s(?:anything|any\sprovision|the\s(?:terms|provisions?))(?:\sto\sthe\scontrary)?(?:\s(?:contained|set\sforth))?\s(?:in|of))?)\s(?:(?:only|solely|exclusively)\s)?(?:the\s)?$",
    ENGLISH,
)
_MENTIONED_WORDS = pattern(
    r"(?:[A-Za-z-]{4,12}\s)(?:\d{1,3}(?:\.\d{1,3}){0,4}[A-Z]?|[A-Z]{1,4}(?:-\d{1,2})?(?!\w)|(?=\())(?:\s?\(\w{1,5}\)){0,5}"
    r"|\$?\d{1,3}(?:,\d{3}){0,5}(?:\.\d{1,6})?%?(?!\w)|[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4}"
)
_AND_ALSO = pattern(r"\s(?:and|or)\s(?:the\s)?(?:what\swas\s(?:previously|formerly)\s)?")
_NEXT_SUBJECT = pattern(r",\s(?=(?:the\s)?(?:[A-Z]|(?:section|paragraph|clause|article|exhibit|schedule)s?\b|§))")
_MADE_UNDER = pattern(r"\b(?:issued|awarded|entered\sinto|executed|delivered|made|granted|outstanding|incurred)\s(?:under|pursuant\sto)\s(?:the\s)?$", ENGLISH)
_NUMBERED = pattern(r"\s?(?:\d|\([a-zA-Z\d]{1,4}\)|[a-z][A-Z]\b)")
_IN_THE = pattern(r"\b(?:in|from|of)\s(?:both\s|its\s)?$", ENGLISH)
_CAPTION = pattern(r"(?:sub-?)?(?:caption|heading|title)(?=[.,;]|\sand\s|\s*$)", ENGLISH)  # of what is spoken of
_SMALL = pattern(r"\s[\"“`'‘]{1,2}\s?[a-z]")
_STRIKES = pattern(r"\b(?:deleting|striking|removing)\s(?:the\s)?$", ENGLISH)
_WHOLE_TERM = pattern(
    r"s?\s?(?:[\"“][^\"“”\n]{1,80}[\"”],?(?:\s(?:and\s)?|$)){1,12}(?:in\s(?:its|their)\sentiret|and\s(?:its|their|the\srelated)\s(?:respective\s)?definition)",
    ENGLISH,
)
_CALLED = pattern(r"(?<!\w)[A-Z]{4,}(?:\s(?:AND|OF|[A-Z]{3,})){0,5}\s$")
_NUMBERED_BELOW = pattern(r",?\s(?:sub-?)?(?:paragraph|clause|part|item|line|bullet)\s\d", ENGLISH)
_CLOSES_ONLY = pattern(r"(?<=[\w,.;)])[\"“] (?=\S)")
_FORMER = pattern(
    r"\bwhich\s(?:previously|formerly|originally)\s(?:read|stated|provided)(?:\sas\sfollows)?[,:]?\s$",
    ENGLISH,
)
_ON_WHAT = pattern(
    r",?\s(?:that\s|which\s)?(?:relat(?:ed|ing|es)\sto|regarding|concerning|captioned|titled)\s(?:[“\"][^”\"]{1,80}[”\"],?\s(?:and\s)?){0,3}"
)
_WHICH_STATES = pattern(
    r"(?:\sof\sthe\s[\w\s]{1,40})?,?\s(?:which|that)\s(?:(?:currently|presently|now)\s)?(?:states?|reads?|provides?)(?:\sthat|\sas\sfollows)?[,:]?\s"
)
_UNDER = pattern(r"\b(?:under|beneath|below)\s(?:the\s(?:heading|caption|title)\s)?$", ENGLISH)
_AS_AMENDED = pattern(r",\sas\s(?:so\s|hereby\s|thus\s)?amended(?:\shereby|\sherein|\sabove)?,?\s$", ENGLISH)
_GIVES = pattern(r":?(?=\s[“\"])")
_READS = pattern(r"(?:shall|will|should|now)\s", ENGLISH)
_OF_A_TERM = pattern(r"[Dd]efinitions?\sof\s(?:the\s(?:defined\s)?terms?\s)?[A-Z]")  # without marks, and where it ends is not told
_BEHIND_A_TERM = pattern(r"\b[Tt]he\s(?:[A-Z][\w’'-]*\s){1,5}$")  # "the Net Toll definition"
_SUCH = pattern(r"\b(?:such|said)\s$", ENGLISH)
_FAR = 400  # characters before "such Section 5" in which it is said of what document that is
_LEXEMES = Lexemes(SENSES)
_TERMS = {"term", "terms", "defined term", "defined terms"}


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of the characters `start` to `end`."""
    return list(_Lexer(text, start, end).read())


class _Lexer:
    """Reads on from `at`; `last` is the token before, where nothing that is passed over stands between."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end, self.at = text, start, end, start
        self.small = small_letters(text)
        self.last: Token | None = None
        self.voice = Voice(text, start, end)
        self.verb = ""  # the verb before
        self.mentioned = 0  # where the last address ended that is only mentioned
        self.behind = 0  # where the last address ended
        self.named = self.ordered = False  # whether a provision was named, or a change ordered

    def read(self) -> Iterator[Token]:
        """The tokens, one after the other."""
        while found := _LEXEMES.first_in(self.small, self.at, self.end):
            self.at = found.end
            token = self._token(found)
            if token is None:
                continue
            if self._orders_by_reading(token):
                yield Token("verb", token.start, token.start, value="amend", passive=True)
            yield token
            if token.kind == "follow" and (named := self._numbered_new(token)):
                yield from named
                token = named[-1]
            self.verb = token.value if token.kind == "verb" else self.verb
            if (figure := figure_behind(self.text, token, self.verb, self.end)) is not None:
                yield figure
                token = figure
            elif self.verb == "renumber" and (numbers := numbers_behind(self.text, token, self.end)) is not None:
                yield numbers
                token = numbers
            self.behind = token.end if token.kind == "path" else self.behind
            self.named, self.ordered = (
                self.named or token.kind == "path",
                self.ordered or token.kind == "verb",
            )
            self.at = max(self.at, token.end)
            self.last = token

    def _numbered_new(self, follows: Token) -> list[Token]:
        """What is called by its number behind "the following": `the following new Section 6.2(f) and (g)`."""
        if follows.value in {"", "read"}:
            return []
        noun = self.small.rindex(follows.value, follows.start, follows.end)
        found = reference(self.text, noun, self.end)
        if found is None or not any((path.section or path.steps) and not path.place for path in found.paths):
            return []
        return [
            Token("new", noun, noun),
            Token("path", noun, found.end, paths=found.paths, back=found.back),
        ]

    def _orders_by_reading(self, token: Token) -> bool:
        """`Section 5.3 shall read as follows`, `now reads`: the only verb of its order."""
        return (
            token.value == "read"
            and self.named
            and not self.ordered
            and bool(_READS.match(self.text, token.start) or _AS_AMENDED.search(self._before(token.start, 32)))
        )

    def _token(self, found: Token) -> Token | None:
        """The token that a lexeme is where it stands, or None for what is passed over."""
        read = _READ.get(found.kind)
        return read(self, found) if read is not None else found

    def _passed(self, _: Token) -> None:
        """What tells nothing."""

    def _leads_in(self, found: Token) -> Token:
        return Token("path", found.start, found.end, paths=(Path(place="introductory clause"),))

    def _aside(self, found: Token) -> None:
        if self.last is not None and self.last.kind in {"after", "before", "between"}:
            self.at = found.start + 1  # `after (a "Competitive Activity")`: the anchor stands in the brackets
        self.last = None

    def _helps(self, _: Token) -> None:
        """What stands between a verb and its "be" parts nothing."""

    def _as(self, found: Token) -> Token:
        """A small word; or what leads to new text: `restated in its entirety as "The mill is old."`."""
        gives = _GIVES.match(self.text, found.end, self.end) if self.verb == "restate" else None
        return found if gives is None else Token("follow", found.start, gives.end(), value="read")

    def _quotation(self, mark: Token) -> Token | None:
        if _CLOSES_ONLY.match(self.text, mark.start):
            return Token("unknown", mark.start, mark.end)  # `replacing sixty days" with "ninety days"`
        token = quote(self.text, mark, self.end)
        if _UNDER.search(self._before(token.start, 40)):
            return Token("unknown", token.start, token.end)  # the caption of a part that no address names
        if _FORMER.search(self._before(token.start, 40)) or self._is_caption(token) or self._is_in_apposition(token):
            self.at = token.end
            return None  # "which previously read "Wages and dues""
        entitled = reference(self.text, mark.start, self.end)  # `the "Tolls" section of the Lease`
        if entitled is not None:
            return Token("path", mark.start, entitled.end, paths=entitled.paths, back=entitled.back)
        return provision_named(self.text, token, self.end) or token

    def _is_caption(self, token: Token) -> bool:
        """Whether quoted words tell what the provision named before them is on: `Section 11(i) related to "Barges"`."""
        return bool(self.behind and _ON_WHAT.fullmatch(self.text, self.behind, token.start)) or self._heads_new_text(token)

    def _heads_new_text(self, token: Token) -> bool:
        """Whether the new text begins with what is quoted: `Section 7.5, "Tolls", is restated as follows: Tolls. The mill ...`."""
        named = self.behind and self.text[self.behind : token.start] in {" ", ", "}
        return bool(named and begins_new_text(self.text, self.end, f"{token.value.rstrip(',.')}."))

    def _is_in_apposition(self, token: Token) -> bool:
        """Whether quoted words only repeat the sentence named before them: `the last sentence, which states that "..."`."""
        last = self.last
        return (
            last is not None
            and last.kind == "path"
            and all(path.place is not None for path in last.paths)
            and _WHICH_STATES.fullmatch(self.text, last.end, token.start) is not None
        )

    def _reference(self, noun: Token) -> Token | None:
        text, begun = self.text, noun.start
        if noun.value in _TERMS and (
            _SMALL.match(text, noun.end, self.end)
            or (
                _ANCHORED.search(self._before(begun, 60))
                and not (noun.value[0] == "d" and _STRIKES.search(self._before(begun, 16)))
                and not _WHOLE_TERM.match(text, noun.end, self.end)
            )
        ):
            return None  # "after the term "X"", "the term "or requested of"": words, and no definition
        if _MENTIONED.search(self._before(begun, 80)) or (self.mentioned and _AND_ALSO.fullmatch(text, self.mentioned, begun)):
            return self._mentioned(begun)
        if not self.voice.capitals and (called := _CALLED.search(self._before(begun, 80))):
            begun -= len(called[0])  # "the NEGATIVE COVENANTS Section"
        begun -= 4 if self._before(begun, 4).lower() == "the " else 0
        found = reference(text, begun, self.end)
        if found is None:
            caption = _CAPTION.match(text, noun.start, self.end) if _IN_THE.search(self._before(begun, 12)) else None
            if caption is not None:
                return Token("path", begun, noun.end, paths=(Path(place=caption[0].lower()),))
            lost = _NUMBERED.match(text, noun.end, self.end) or _OF_A_TERM.match(text, noun.start, self.end)
            if noun.value == "definition":
                lost = lost or _BEHIND_A_TERM.search(self._before(begun, 60))
            return Token("unknown", noun.start, noun.end) if lost else None
        part = headed(text, found, self.end)
        within = part or in_part(text, found, self.end)
        if within is None or is_narrowed(text, part.end if part else begun, within, self.end, self.behind):
            return Token("unknown", begun, found.end)  # "Section 11.3 (second sentence only)"
        found = within
        below = _NUMBERED_BELOW.match(text, found.end, self.end)
        if below and any(path.section and not path.place for path in found.paths) and noun.value[0] in "sa§":
            return Token(
                "unknown", begun, below.end()
            )  # "Section 5, paragraph 2": a clause or the second one
        if not self.voice.capitals and (acronym := _ACRONYM.search(self._before(begun, 7))):  # "GC Section 4.3.1", "IRC Section 409A"
            named = [
                msgspec.structs.replace(path, document=path.document or acronym[1]) for path in found.paths
            ]
            found = msgspec.structs.replace(found, paths=tuple(named))
        if _SUCH.search(self._before(begun, 5)):
            found = msgspec.structs.replace(found, paths=tuple(self._as_named(path, begun) for path in found.paths))
        elsewhere = any(path.document and _STATUTE.search(path.document) for path in found.paths)
        own = None if any(path.part for path in found.paths) else _OWN.match(text, found.end, self.end)
        if elsewhere or own:
            self.at = max(self.at, found.end)
            changed = own is not None and _IS_CHANGED.match(text, own.end(), self.end)  # "Section 3 of this Amendment is amended"
            return Token("unknown", begun, found.end) if changed else None
        of_term = any(path.term is not None for path in found.paths)
        behind = found.end if of_term else after_caption(text, found.end, self.end)
        return Token("path", begun, behind, paths=found.paths, back=found.back)

    def _as_named(self, path: Path, begun: int) -> Path:
        """`Section 5 of the Barn Lease ... and such Section 5`: that of the document of which it was said to be."""
        near = max(self.start, begun - _FAR)
        named = (one for found in references(self.text, near, begun) for one in found.paths if one.document)
        return next((one for one in named if msgspec.structs.replace(one, document=None) == path), path)

    def _mentioned(self, begun: int) -> Token | None:
        """Addresses that are only mentioned; what is made under them and is changed, "the notes issued under Section 2", has none."""
        apart = _NEXT_SUBJECT.search(self.text, begun, self.end)
        found = reference(self.text, begun, apart.start() if apart else self.end)
        if found is None:
            return None
        self.mentioned = found.end
        changed = _IS_CHANGED.match(self.text, found.end, self.end)
        if changed and len(found.paths) == 1 and _MADE_UNDER.search(self._before(begun, 40)):
            return Token("unknown", begun, found.end)
        self.at = self.at if changed else max(self.at, found.end)
        return None

    def _mention(self, found: Token) -> Token | None:
        """Words of the agreement that are named without marks: `the reference to Section 3.4(b)`, `the number $150`."""
        words = _MENTIONED_WORDS.match(self.text, found.end, self.end)
        if words is None:
            return None
        return Token("quote", found.start, words.end(), value=words[0], inner=words.span())

    def _verb(self, verb: Token) -> Token | None:
        return self.voice.of(verb, self.last)

    def _before(self, at: int, width: int) -> str:
        return self.text[max(self.start, at - width) : at]


_READ: dict[str, Callable[[_Lexer, Token], Token | None]] = {
    "quote": _Lexer._quotation, "ref": _Lexer._reference, "verb": _Lexer._verb, "mention": _Lexer._mention, "as": _Lexer._as,
    "leads_in": _Lexer._leads_in, "aside": _Lexer._aside, "passed": _Lexer._passed, "purpose": _Lexer._passed, "helps": _Lexer._helps,
}  # fmt: skip
