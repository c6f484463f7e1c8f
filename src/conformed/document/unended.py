"""Whether a line ends in the midst of a sentence, so that the next one goes on with it.

In: two lines that follow each other.  Out: whether the first must go on: behind a word that no sentence ends in,
in a bracket, a day or a quoted term, before the rest of a name.  What is a name is also told by the text, in which
the same words stand together on one line.
"""

import functools
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from conformed.basis.pattern import pattern
from conformed.document.line_words import MARKER, QUOTES, TAIL

_REFERRING = frozenset(
    "section sections subsection subsections article articles clause clauses subclause subclauses paragraph paragraphs"
    " exhibit exhibits schedule schedules annex attachment attachments and or to of in the than with by under no nos"
    " through from this such said that these new existing amended adding deleting replacing amending following"
    " after before code regulation item".split()
)
_ATTACHED_TO = frozenset("exhibit exhibits schedule schedules annex attachment attachments".split())
# Words behind which a line that opens with the name of a provision only goes on.
_BEFORE_PROVISIONS = frozenset(
    "only include including excluding see per both either neither amend amends modify modifies delete deletes replace replaces restate violate"
    " satisfy breach regarding concerning addressing governing notwithstanding except striking removing eliminating restating inserting"
    " substituting changing modifying revising supplementing renumbering redesignating designating".split()
)
_PROVISION = pattern(r"(?:Sections?|Articles?|Paragraphs?|Clauses?|Exhibits?|Schedules?|Annex)\s")
# Words at which no line ends that is whole, besides those; what opens with a marker may follow them.
_UNENDED = frozenset(
    "a an any all as for on at is are be was were been its their his her our your each every other another certain"
    " if which whose whom where when unless until not between among upon into against within without during"
    " including both either neither shall will may has have had must means per dated entitled inserting"
    " substituting plus least effective".split()
)
_MENTIONED = pattern(r"[\"“][^\"“”]{1,60}[\"”][,;]?\s+[a-z]")
# The last word of a name that a line end breaks, and what shows that a sentence goes on behind it.
_NAMED = pattern(
    r"(?:Agreement|Note|Loan|Document|Date|Plan|Lease|Amendment|Commitment|Facility|Period|Amount|Rate|Ratio"
    r"|Request|Statement|Completion|Price|Account)"
    r"(?:s?[,;.)]|\s+(?:is|are|shall|will|was|has|and|or|as|in|of|by|to|dated|hereby|a|the|immediately|which|that|with"
    r"|under|pursuant|effective)\b|\s+\((?:the|this|as)\b)|Code\s+(?:Section|§)"
)
_DETERMINED = pattern(r"\b(?:the|each|any|all|such|other|this|that)(?: [A-Z]\w{1,30}){1,3}$")
_NAMED_ALSO = pattern(
    r"(?:Agreements|Notes|Loans|Documents|Commitments|Amounts|Statements|Lenders?|Banks?|Party|Parties)\b"
)
# The last words of a heading, and the first of its text.
_HEADED = pattern(
    r"(?!Inc|Ltd|Mrs|Ave|Ste)[A-Z][a-z]{2,30}(?: (?:[A-Z][\w’'-]{0,30}|[/&]|and|of|to|or|for|in|on|with|the)){0,8}(?<=\w\w\w)\.(?:\s+[A-Z(]|$)"
)
_NO_HEADING = pattern(r"[•·*–-]|(?:By|Name|Title|Its|Date|Attest)\s?:", re.IGNORECASE)
_IN_CAPITALS = pattern(r"[A-Z]{2,20}(?:,?\s(?:[A-Z]{2,20}|&)){0,5}\.\s+[A-Z(][a-z)]")
_SPOKEN_OF = pattern(
    r"\b(?:[Ss]ections?|[Aa]rticles?|[Cc]lauses?|[Pp]aragraphs?)\s[\d.]{1,12}(?:\(\w{1,4}\)){0,3},$"
)
_LAST_WORD = pattern(r"\W+")
# A day that a line end breaks: before its year, which is not the number of a provision, or behind its month.
_MONTH = r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = pattern(rf"(?:^|{_MONTH} )\d{{1,2}}(?:st|nd|rd|th)?,?$")
_YEAR = pattern(r"(?:19|20)\d\d\b(?!\.\s)")
_MONTHS = pattern(rf"{_MONTH}$")
_DAY_OF_IT = pattern(r"\d{1,2}(?:st|nd|rd|th)?(?:,$|,?\s(?:of\s)?(?:19|20)\d\d\b)|(?:19|20)\d\d\b(?!\.\s)")
_DEFINED = pattern(r"[\"“][^\"“”]{1,80}[\"”]:")
_ORDINALS = frozenset("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split())  # of a name
_TERM = 61  # characters of a term that a line end may break
_BEFORE_TERMS = frozenset("a term terms then where".split())
_FOR_TERMS = pattern(r"\b(?:purposes?|used|unless\sotherwise)\s[^.;:]{0,60},$")
_LEAD = 90  # characters of such a lead
_FIGURES = frozenset("0123456789")
_POINTS = ".,;:)’'\"”"  # what may stand behind the last word of a name
# Words with capitals beside each other on a line, points behind the last of them alone.
_BESIDE = pattern(rf"[A-ZÀ-ɏ](?<!\S.)[\w-]*+(?:[^\S\n]++[A-ZÀ-ɏ][\w-]*+(?=[{_POINTS}]*(?!\S)))++")
_WORDS = 60  # characters in which it shows that a line is of a sentence
_OFTEN = 3  # times that a name stands in a text


class Names:
    """The words with capitals that stand beside each other in the lines of a text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @functools.cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        """How often each two words with capitals stand beside each other on a line."""
        runs = Counter(_BESIDE.findall("\n".join(self._lines)))
        pairs: Counter[tuple[str, str]] = Counter()
        for run, often in runs.items():
            for pair in itertools.pairwise(run.split()):
                pairs[pair] += often
        return pairs

    def breaks(self, upper: str, lower: str) -> bool:
        """Whether the last word of one line and the first of the next are of a name that stands whole elsewhere."""
        before, _, last = upper[-_WORDS:].rpartition(" ")
        first = lower[:_WORDS].split(None, 1)[0].rstrip(_POINTS)
        prose = any(word.islower() for word in before.split())
        return prose and _is_capital(last) and _is_capital(first) and self._pairs[last, first] >= _OFTEN


def _is_capital(word: str) -> bool:
    """Whether a word is set as those of a name: `Agent`, `Euro-Dollar`."""
    return len(word) > 1 and word[0].isupper() and word[-1].islower() and word.replace("-", "").isalpha()


def is_unended(upper: str, lower: str, names: Names) -> bool:
    """Whether a line without an end must go on: behind a word, in a bracket, before the rest of a name."""
    last = upper[-TAIL:].rsplit(None, 1)[-1]
    if last in _UNENDED or (last.endswith(("’s", "'s")) and lower[0].isalpha()):
        return True
    if len(last) > 1 and last.isupper() and last.lower() in _UNENDED:
        return True
    if (last[-1] == "," and _SPOKEN_OF.search(upper)) or _breaks_a_day(upper, lower):
        return True
    closed = lower.find(")")
    if 0 <= closed <= _TERM and upper.rfind("(") > upper.rfind(")") and "(" not in lower[:closed]:
        return True
    if last.islower():
        return bool(_MENTIONED.match(lower))
    named = last[0].isupper() and last[-1].isalpha()
    return named and bool(
        _NAMED.match(lower)
        or last in _ORDINALS
        or (_NAMED_ALSO.match(lower) and _DETERMINED.search(upper[-_TERM:]))
        or (_HEADED.match(lower) and MARKER.match(upper) and not _NO_HEADING.match(upper))
        or (_IN_CAPITALS.match(lower) and upper.isupper() and MARKER.match(upper))
        or names.breaks(upper, lower)
    )


def refers(words: str, lower: str) -> bool:
    """Whether a line ends in a word that the next must follow: `Section`, `of`, `and`; `only`, before `Section 4`."""
    if words[-1] == ".":
        return words[-5:].lower().endswith(("no.", "nos."))
    last = words[-TAIL:].rsplit(None, 1)[-1].removesuffix(",").lower()
    if last in _ATTACHED_TO and words.isupper() and _PROVISION.match(lower):
        return False  # a caption: PROJECT SCHEDULE
    word = last if last.isalpha() else _LAST_WORD.split(last)[-1]
    return last in _REFERRING or word in _REFERRING or (word in _BEFORE_PROVISIONS and bool(_PROVISION.match(lower)))


def breaks_a_term(upper: str, lower: str) -> bool:
    """Whether a line ends within a quoted term that the next one closes, behind one that it defines, or leads to one."""
    if upper[-1] == ":" and lower[0].islower() and _DEFINED.fullmatch(upper):
        return True
    if lower[0] in QUOTES and _leads_to_term(upper):
        return True
    opened, closed = upper.rfind("“"), lower.find("”")
    if opened < 0 and upper.count('"') % 2:  # marks that look alike: this one opens where a blank stands before it
        opened, closed = upper.rfind('"'), lower.find('"')
        if not (upper[:opened][-1:] in ("", " ", "(") and upper[opened + 1 : opened + 2].isupper() and lower[closed - 1].isalnum()):
            return False
    return (
        opened > upper.rfind("”")
        and len(upper) - opened <= _TERM
        and 0 < closed <= _TERM
        and "“" not in lower[:closed]
    )


def _leads_to_term(upper: str) -> bool:
    """Whether a line must go on with the term that it leads to: `For purposes of this Section,`, `in which case the term`."""
    return upper[-TAIL:].rsplit(None, 1)[-1] in _BEFORE_TERMS or _FOR_TERMS.search(upper[-_LEAD:]) is not None


def _breaks_a_day(upper: str, lower: str) -> bool:
    """Whether a line ends within a day that the next one goes on with."""
    if lower[0] not in _FIGURES:
        return False
    end = upper[-TAIL:]
    return bool((_YEAR.match(lower) and _DAY.search(end)) or (_DAY_OF_IT.match(lower) and _MONTHS.search(end)))
