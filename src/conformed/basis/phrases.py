"""Fixed phrases, looked for word by word: what needs no expression is found without one."""

from conformed.basis.pattern import pattern

_WORDS = pattern(r"\w+")


def phrases(text: str) -> tuple[str, ...]:
    """The phrases that stand in `text`, parted by commas, as `spoken` has them."""
    return tuple(f" {' '.join(phrase.split())} " for phrase in text.split(","))


def spoken(words: str) -> str:
    """The words in small letters, each between single blanks, without marks."""
    return f" {' '.join(_WORDS.findall(words.lower()))} "


def says(words: str, fixed: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in words."""
    said = spoken(words)
    return any(phrase in said for phrase in fixed)
