"""An instrument says that a provision of the agreement, or a whole instrument, applies no more, or not to something.

"Section 4.1(c) of the Agreement shall not apply to the sale of the barge": no words are struck; the sentence stands beside
the provision, or beside the agreement as a whole.
"""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, references
from conformed.language.operation import Operation
from conformed.language.sentences.wording import ends
from conformed.language.setting.beside import NOTHING, told
from conformed.language.setting.ours import names_agreement, of_agreement
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        "The miller agrees that Section 4.1(c) of the Credit Agreement shall not apply to the sale of the barge.",
        "override 4.1(c): The miller agrees that Section 4.1(c) of the Credit Agreement shall not apply to the sale of the barge",
    ),
    (
        "The First Amendment to Credit Agreement, dated as of May 2, 2019, is hereby terminated and shall be of no further force.",
        "override First Amendment to Credit Agreement:*: The First Amendment to Credit Agreement, dated as of May 2, 2019, is hereby terminated and "
        "shall be of no further force",
    ),
    (
        "The parties agree that, except as expressly set forth below, the Credit Agreement is terminated.",
        "override *: The parties agree that, except as expressly set forth below, the Credit Agreement is terminated",
    ),
)

_NOT_APPLY = pattern(
    r"\b(?:shall|will)\s(?:(?:not|no\slonger)\s(?:apply|be\sapplicable)|be\seffective\sas\sof)\b",
)
_NO_LONGER = pattern(
    r"\b(?:shall|will)\sno\slonger\s|\b(?:shall|will)\s(?:continue\sto\s)?apply\b[^.;]{1,160}\bexcept\sthat\b"
)
_VOID = pattern(
    r"\b(?:any|all)\s(?:other\s)?(?:provisions?|aspects|terms|parts|references)\b[^;]{1,300}?\b(?:shall|will)\s(?:hereafter\s)?"
    r"(?:be\s(?:void\b|null\b|(?:of|without)\s(?:no\s)?(?:further\s)?(?:force|effect)\b)|have\sno\s(?:further\s)?(?:force|effect)\b)",
    ENGLISH,
)
_SUBJECT = 80  # characters before "shall not apply" in which its subject stands


def read(setting: Setting) -> list[Operation]:
    """Read a sentence that says what applies no more."""
    return told(setting, _not_apply, _no_longer, _void, _ends)


def _not_apply(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    match = _NOT_APPLY.search(words)
    if match is None:
        return NOTHING
    before = max(0, match.start() - _SUBJECT)
    ours = list(of_agreement(setting, words, before, match.start()))
    if not ours and names_agreement(setting, words):
        own = {one.path for one in setting.instrument.root.walk()}
        bare = (
            tuple(path for path in found.paths if path.document is None and path.section and path.section not in own)
            for found in references(words, before, match.start())
        )
        ours = list(filter(None, bare))
    return (ours[-1], 0) if ours else NOTHING


def _no_longer(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`He shall no longer receive the toll provided for in Section 3 of the Agreement`, `Section 3 shall apply, except that`."""
    return (next(of_agreement(setting, words), ()), 0) if _NO_LONGER.search(words) else NOTHING


def _void(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    """`Any provision of the Agreement to the contrary shall be of no further force`: whichever they are."""
    match = _VOID.search(words)
    return ((Path(),), 0) if match and names_agreement(setting, f" {match[0]}") else NOTHING


def _ends(setting: Setting, words: str) -> tuple[tuple[Path, ...], int]:
    match = ends(words)
    if match is None:
        return NOTHING
    ours = match["what"].lower() in setting.agreement
    return (Path() if ours else Path(document=match["what"]),), 0
