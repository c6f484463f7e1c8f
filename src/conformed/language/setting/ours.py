"""Whether an address, or words, are of the agreement that the instrument amends.

In: the setting of an order, and the address or the words.  Out: yes or no, or which addresses, by the names that the
instrument gives the agreement.
"""

from collections.abc import Iterator

from conformed.instrument import Path, references
from conformed.language.setting.setting import Setting


def is_of_agreement(setting: Setting, path: Path) -> bool:
    """Whether an address is of a provision that it says to be the agreement's."""
    return (
        bool(path.section or path.part)
        and path.document is not None
        and path.document.lower() in setting.agreement
    )


def of_agreement(setting: Setting, words: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Path, ...]]:
    """The provisions that words say to be the agreement's, those of one reference together: `Sections 6 and 8 of the Agreement`."""
    for found in references(words, start, end):
        if ours := tuple(setting.own(path) for path in found.paths if is_of_agreement(setting, path)):
            yield ours


def names_agreement(setting: Setting, words: str) -> bool:
    """Whether words speak of the agreement as a whole: `In addition to the fees provided for in the Agreement`."""
    named = (words.lower().find(f" the {name}") for name in setting.agreement if not name.startswith("the "))
    return any(at >= 0 and words[at + len(" the ")].isupper() for at in named)
