"""The terms of a text in force: those used and defined nowhere, defined and not used, defined twice.

In: the words that stand, and those of all documents of the chain, of which they are the first.  Out: what is observed, in the order of the
text.  Only what is surely so: one use is enough only in a text that defines many terms alike; a term that is set off or said to be something in any of the documents counts as defined, and
one that stands anywhere in any letters as used.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from conformed.basis import Candidate
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Provision, ProvisionKind, parse_path, references
from conformed.instrument.terms import Defined, folded_term
from conformed.standing.in_force import InForce
from conformed.standing.observed import About, Observed
from conformed.standing.term_words import anywhere, in_either_number, is_told, is_whole, stem, uses
from conformed.standing.words import Words
from conformed.version import Passage
from conformed.version.passage import walk

_APART = {
    ProvisionKind.PART, ProvisionKind.QUOTATION, ProvisionKind.TITLE, ProvisionKind.CONTENTS,
    ProvisionKind.SIGNATURES, ProvisionKind.ROW,
}  # fmt: skip
_ELSEWHERE = pattern(
    r"\b(?:(?:the\s)?(?:same\s)?meanings?\s(?:(?:as\s)?(?:set\sforth|specified|given|ascribed|assigned|provided|stated|defined|attributed|indicated|contained)|in\b|as\s(?:in|such)|that\b|therefor)"
    r"|such\ssuccessor|whereby\b|(?:is|are|as|shall\sbe)\s(?:so\s)?(?:defined|described|specified|set\sforth)\s(?:in|under|above|below|on|by)|see\b|defined\s(?:in|above|below)|hereinbefore|hereinabove|as\sdefined|(?:set\sforth|specified|described|listed|provided|identified|enumerated)\sin\s(?:Section|Article|paragraph|clause)|referred\sto\s(?:in|above))",
    ENGLISH,
)
# Behind a term that is defined in passing, and not spoken of: `(the "Agent")`, `(each a "Bank" and together the "Banks")`.
_AT_END = pattern(
    r"[,.]?\s?[\"”'’]{0,2}(?:\s?\)|\s?,?\s(?:and|or)\s[^()\n]{0,60}[\"”]\s?\)|,?\s(?:shall\s|will\s)?(?:mean|have))"
)
_EXAMPLE = pattern(r"\b(?:e\.g\.|example|such\sas|i\.e\.)[^()\n]{0,30}$", ENGLISH)
_OF_ANOTHER = pattern(r"\b(?:wherein|in\swhich|where|there)\b[^();\n]{0,90}$", ENGLISH)  # what another document calls so
_AS = pattern(r"\bas\s(?:the\s|an?\s)?[\"“]$", ENGLISH)  # `its rights as “Lender”`
_NAMED = pattern(r"\b(?:referred|called|known|defined|collectively|individually|herein|hereinafter|together)\b", ENGLISH)
_CLASSED = pattern(  # of which a sentence says how each kind is called: `Loans may be classified by Type`
    r"(?P<nouns>(?-i:[A-Z]\w+)(?:\sand\s(?-i:[A-Z]\w+))?)\s(?:are|may|shall)\s(?:also\s)?(?:be\s)?(?:further\s)?(?:classified|distinguished)\b", ENGLISH
)
_FAR = 900  # characters of a definition in which it may refer to another
_HEAD = 240  # characters at the head of a definition in which it refers to another
_WITHIN = 2  # times that a term stands in a definition that does no more than define it
_NEAR = 90  # characters between terms that one sentence defines together
_LEXICON = 10  # terms that a text defines which has a list of them
_SPOKEN_OF = pattern(r"\b(?:such|said)\s\Z", ENGLISH)
_BASED = pattern(r"-[a-z]+(?:ed|ing)\b")
_NAME = pattern(r",?\s(?:an?|of\sthe)\s|\s\(")  # behind a name: `the Harbor Bank, a bank of Dover`
_WORDS = 8  # of a term in capitals, those that a hyphen joins counted apart
_ENOUGH = 2  # uses that make a term of words in capitals


def undefined(text: InForce, every: Words) -> Iterator[Observed]:
    """The terms that are used and defined in none of the documents."""
    captions = _captions(text.root)
    found: dict[str, list[tuple[int, int]]] = {}
    for start, end in uses(text.text):
        if not _apart(text, start):
            found.setdefault(stem(text.text[start:end]), []).append((start, end))
    classed = {stem(noun) for match in _CLASSED.finditer(every.text) for noun in re.findall(r"\w+", match["nouns"])}
    defined = {stem(text.text[one.start : one.end]) for one in text.defined}
    for key, places in found.items():
        term, often = _usual(text.text[start:end] for start, end in places), len(places) >= _ENOUGH
        if key.rpartition(" ")[2] in classed or key in captions or _is_of_two(term, defined, often=often):
            continue
        if (often or _is_like_others(text.text, *places[0], defined)) and not is_told(term, every):
            says = f"“{term}” is used {_times(len(places))} in capitals, and no document to hand defines it."
            shown = tuple(text.place(start, end) for start, end in places)
            yield Observed(About.UNDEFINED, term, says, shown)


def _captions(root: Provision) -> set[str]:
    """What stands in the headings of provisions: each one to so many words that follow each other there."""
    words = [stem(one.heading).split() for one in root.walk() if one.heading]
    return {" ".join(one[at : at + count]) for one in words for count in range(1, _WORDS + 1) for at in range(len(one))}


def _is_like_others(text: str, start: int, end: int, defined: Set[str]) -> bool:
    """Whether a term that is used once ends as one of many that a text defines, and is no name."""
    words = stem(text[start:end]).split()
    if len(defined) < _LEXICON or words[-1] not in {one.rpartition(" ")[2] for one in defined}:
        return False
    return not (_SPOKEN_OF.search(text, max(0, start - 5), start) or _NAME.match(text, end))


def _is_of_two(term: str, defined: Set[str], *, often: bool) -> bool:
    """Whether two defined terms side by side tell what a term means: `Miller Confidential Information`, `a Libor-based Rate`.

    If it is used often, the first of them is one word: each `Fixed Rate Loan` would be defined.
    """
    words = stem(_BASED.sub("", term)).split()
    ends = range(1, 2 if often else len(words))
    return any(" ".join(words[:at]) in defined and " ".join(words[at:]) in defined for at in ends)


def unused(text: InForce, words: Words) -> Iterator[Observed]:
    """The terms that are defined and stand nowhere else."""
    groups = _groups(text)
    own: dict[str, list[Defined]] = {}
    for one in itertools.chain.from_iterable(groups):
        own.setdefault(stem(text.text[one.start : one.end]), []).append(one)
    done: set[str] = set()
    for group in groups:
        named = {folded_term(text.text[one.start : one.end]): one for one in group}
        key = stem(next(iter(named)))
        if key in done or any(_apart(text, one.start) or not _in_capitals(term) for term, one in named.items()):
            continue
        if not all(_surely(text, one) for one in group):
            continue
        if any(_stands(words, term, [_of_definition(text, each) for each in own[stem(term)]]) for term in named):
            continue
        done.add(key)
        term = next(iter(named))
        shown = tuple(text.place(one.start, one.end) for one in own[key])
        yield Observed(About.UNUSED, term, f"“{term}” is defined and stands nowhere else in the text.", shown)


def twice(text: InForce) -> Iterator[Observed]:
    """The terms that the text defines more than once for itself as a whole.

    Those that the preamble names and a definition defines again are told together: such are in most agreements.
    """
    found: dict[str, list[Defined]] = {}
    for one in text.defined:
        if one.scope == "*" and not _apart(text, one.start) and not _refers(text, one) and _surely(text, one):
            found.setdefault(folded_term(text.text[one.start : one.end]), []).append(one)
    told: set[str] = set()
    named: dict[str, Candidate] = {}
    for term, several in found.items():
        apart = _each_for_itself(text, several)
        if len(apart) < 2 or not term[:1].isupper() or stem(term) in told:
            continue
        told.add(stem(term))
        if len(apart) == 2 and not apart[0].in_passing and _in_preamble(text, apart[1]):
            named[term] = text.place(apart[0].start, apart[0].end)
            continue
        how = "in the same words" if len({_words(text, one) for one in apart}) == 1 else "in different words"
        says = f"“{term}” is defined {_times(len(apart))}, {how}."
        yield Observed(About.TWICE, term, says, tuple(text.place(one.start, one.end) for one in apart))
    if named:
        says = f"The preamble names and a definition defines again, in different words: {', '.join(f'“{term}”' for term in named)}."
        yield Observed(About.TWICE, ", ".join(named), says, tuple(named.values()))


def _in_preamble(text: InForce, one: Defined) -> bool:
    return one.in_passing and any(each.kind is ProvisionKind.PREAMBLE for each in text.around(one.start))


def orphaned(text: InForce, root: Passage, titles: Mapping[str, str]) -> Iterator[Observed]:
    """The terms that are used and whose definition an instrument struck; `titles` are those of its entries."""
    defines = {stem(text.text[one.start : one.end]) for one in text.defined}
    words = Words(text.text)
    for _, passage in walk(root):
        term = passage.address.term
        if passage.kind is not ProvisionKind.DEFINITION or passage.struck is None or not term or not term[:1].isupper():
            continue
        if stem(term) in defines or is_told(term, words):
            continue
        defines.add(stem(term))
        every = sorted(match.span() for match in words.matches(in_either_number(term), as_written=True) if is_whole(text.text, *match.span()))
        places = tuple(text.place(*one) for one in every if not _apart(text, one[0]))
        if places:
            says = f"“{term}” is used {_times(len(places))}, and {titles.get(passage.struck, 'an instrument')} struck its definition."
            yield Observed(About.UNDEFINED, term, says, places)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _usual(terms: Iterable[str]) -> str:
    """The form in which a term stands most often, the first of several."""
    every = [folded_term(term) for term in terms]
    return max(dict.fromkeys(every), key=every.count)


def _apart(text: InForce, offset: int) -> bool:
    """Whether words stand in an exhibit, a quoted text, a title, a table or on signature pages."""
    return any(one.kind in _APART for one in text.around(offset))


def _groups(text: InForce) -> list[list[Defined]]:
    """The definitions, those of terms that one provision or sentence defines together in one group."""
    groups: list[list[Defined]] = []
    last: Defined | None = None
    for one in text.defined:
        near = last is not None and 0 <= one.start - last.end < _NEAR and one.in_passing == last.in_passing
        if near and "\n" not in text.text[last.end : one.start]:  # type: ignore[union-attr]
            groups[-1].append(one)
        else:
            groups.append([one])
        last = one
    return groups


def _of_definition(text: InForce, one: Defined) -> tuple[int, int]:
    """The words in which a term does not count as used: those of its definition, or the term where it is defined in passing."""
    if one.in_passing:
        return one.start, one.end
    around = next(each for each in reversed(text.around(one.start)) if each.kind is ProvisionKind.DEFINITION)
    return around.start, around.end


def _in_capitals(term: str) -> bool:
    """Whether each word of a term begins with a capital, but for small ones, and no blank of it is lost."""
    words = term.split()
    if not re.search(r"[a-z]", term) or re.search(r"[a-z][A-Z]|[^\w\s'’.&()/-]", term) or not term.isascii():
        return False
    return words[0][:1].isupper() and all(word[:1].isupper() or len(word) < 4 for word in words)


def _stands(words: Words, term: str, own: Sequence[tuple[int, int]]) -> bool:
    """Whether a term, or one of its two names, stands outside its definitions.

    A definition that uses its term again and again orders something by it.
    """
    for one in dict.fromkeys((term, *term.split(" or "))):
        inside: Counter[tuple[int, int]] = Counter()
        for match in words.matches(anywhere(one)):
            around = next(((start, end) for start, end in own if start <= match.start() < end), None)
            if around is None or inside[around] >= _WITHIN:
                return True
            inside[around] += 1
    return False


def _surely(text: InForce, one: Defined) -> bool:
    """Whether what is defined in passing is set off at the end of a bracket, and is no example."""
    if not one.in_passing:
        return True
    before = text.text[max(0, one.start - 100) : one.start]
    spoken = _EXAMPLE.search(before) or (_OF_ANOTHER.search(before) and _NAMED.search(before)) or (_AS.search(before) and not _NAMED.search(before))
    return bool(_AT_END.match(text.text, one.end)) and not spoken


def _refers(text: InForce, one: Defined) -> bool:
    """Whether a definition only says where the term is defined."""
    return bool(_ELSEWHERE.search(text.text[one.end : one.end + _HEAD].partition("\n")[0]))


def _each_for_itself(text: InForce, several: Sequence[Defined]) -> list[Defined]:
    """The definitions of a term without those within another of it, and those that refer to the section of another."""
    found: list[Defined] = []
    for one in several:
        start, end = _of_definition(text, one)
        named = {path.section for each in references(text.text, start, min(end, start + _FAR)) for path in each.paths}
        others = {parse_path(other.path).section for other in several if other is not one} - {None}
        if not named & others and not any(_within(one.path, other.path) for other in found):
            found.append(one)
    return found


def _within(path: str, other: str) -> bool:
    return path == other or path.startswith((f"{other}(", f"{other}/"))


def _words(text: InForce, one: Defined) -> str:
    """The letters of a definition, or of the paragraph that defines a term in passing."""
    around: Provision = text.around(one.start)[-1]
    start, end = _of_definition(text, one) if not one.in_passing else (around.body, around.lead)
    return re.sub(r"\W", "", text.text[start:end].lower())
