"""Labels that number the edits of a sentence, and are no clauses beside the one that is named before them.

In: a text and the place of a label behind a clause.  Out: whether an edit begins there.
"""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.numbers.ordinals import roman

_EDITS = (
    r"(?:delet|remov|eliminat|add|append|insert|replac|substitut|strik|amend|modify|modif|revis|restat|chang|renumber|redesignat|relabel|reletter"
    r"|includ|correct|supplement|omitt?)(?:ing|e)?"
)
_NOUNS = r"the\s(?:deletion|omission|removal|elimination|addition|insertion|replacement|substitution)\sof\b"
_LABEL = r"\((?P<label>[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)"
_EDIT = pattern(rf"{_LABEL}\s(?:(?:to\s)?(?:further\s)?{_EDITS}\b|{_NOUNS})")
_LEADS = pattern(  # to an edit, if the label is one: "(ii) in clause (b), deleting", "(ii) the word "mill" is deleted"
    rf"{_LABEL}\s(?P<word>by|in|at|after|before|from|within|immediately|the|each|[Ss]ection|[Cc]lause|[Pp]aragraph|[Ss]ubsection)\b"
)
_FIRST = pattern(
    r"(?:[:;,]|\b(?:by|to|and|be|is|are|hereby|further|amended|modified|revised|supplemented|changed|follows|entirety|also))\s"
    r"\((?P<label>a|i|1|A|I|x)\)\s(?P<word>[a-z]+)\b",
)
_PLACED_EDIT = pattern(rf"{_LABEL}\s(?:in|at|after|before|from|immediately)\s[^,;.“\"]{{1,80}},\s(?:by\s)?{_EDITS}\b")
_BY_EDIT = pattern(rf"{_LABEL}\sby\s(?:{_EDITS}\b|{_NOUNS})")
_SEVERAL = pattern(r"(?:(?:each\sof|the|such|said)\s){0,2}\w*?(?:clause|paragraph|section|item|provision)s\b|§§", ENGLISH)
_REACH = 1200  # characters before in which the first label of a list of edits is looked for


def is_item(text: str, begun: int, steps: tuple[str, ...], at: int, limit: int) -> bool:
    """Whether the label at `at` numbers an edit: `(i) by deleting "mill" in clause (a), (ii) by deleting clause (b)`.

    `steps` are those of the clause before it, in a reference that begins at `begun`.
    """
    if _EDIT.match(text, at, limit):
        return True
    leads = _LEADS.match(text, at, limit)
    if leads is None:
        return False
    kinds = _kinds(leads["label"])
    first = [one for one in _FIRST.finditer(text, max(0, begun - _REACH), begun) if _kinds(one["label"]) & kinds]
    if not first:
        return False
    alike = first[-1]["word"].lower() == leads["word"].lower() or _PLACED_EDIT.match(text, at, limit)
    alike = alike or (_BY_EDIT.match(text, at, limit) and not _SEVERAL.match(text, begun, limit))
    return bool(alike) or not (steps and _kinds(steps[-1].strip("()")) & kinds)


def _kinds(label: str) -> set[str]:
    """The lists to which a label may belong: figures, capitals or small letters, roman numerals."""
    if label.isdigit():
        return {"figures"}
    case, numeral = "capital" if label.isupper() else "small", roman(label.lower()) is not None
    return {f"{case} {kind}" for kind, fits in (("letters", len(label) == 1 or not numeral), ("roman", numeral)) if fits}
