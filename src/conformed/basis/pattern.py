"""Regular expressions that are compiled when they are first used.

The vocabulary of drafting is some four hundred expressions; one short instrument needs two thirds of them, and
compiling the rest would cost as long as reading it.
"""

import re
from typing import cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, with a fault in the expression told at its first use."""
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))


class _Uncompiled:
    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
