"""What a party was called before.

In: the words of a preamble behind the name of a party, up to the next party.  Out: its former names, `formerly known as Alder
Thrift, Inc.`, `(f/k/a Alder Mills, LLC)`, the earliest last.  Afterwards a name goes on behind a comma only where `Inc.`, `LLC` or
the like does; words in small letters end it, but for those within it.
"""

from conformed.basis.pattern import ENGLISH, pattern

_NAMED = pattern(
    r"(?:\bformerly(?:,?\s(?:known|named|called)(?:\sas)?)?|\bpreviously\s(?:known|named|called)(?:\sas)?|\bf/k/a|\bfka)\s(?-i:"
    r"(?P<name>[A-Z][\w&’'./-]*(?:,?\s(?:Inc|INC|LLC|L\.L\.C|Llc|Corp|CORP|Ltd|LTD|L\.P|LP|N\.A|NA)\b\.?"
    r"|\s(?:(?:of|and|for|de)\s(?:the\s)?)?(?:[A-Z][\w&’'./-]*|&|\([A-Z][\w.]*\))){0,12}))",
    ENGLISH,
)
_ABBREVIATED = pattern(r"(?:\b(?:Inc|Corp|Co|Ltd|Bros)|\b[A-Za-z](?:\.[A-Za-z])+)\.\Z", ENGLISH)
_OF_ANOTHER = pattern(r"\b(?:successors?|assignees?|subsidiary|affiliate|division)\b", ENGLISH)  # whose name may follow
_PROVISION = pattern(r"(?:Section|Article|Exhibit|Schedule|Annex)\b")
_FAR = 600  # characters behind a name in which it is told what it was called before


def former_names(behind: str) -> tuple[str, ...]:
    """The former names that words behind a party's name tell."""
    other = _OF_ANOTHER.search(behind, 0, _FAR)
    names = (match["name"].strip(" ,") for match in _NAMED.finditer(behind, 0, other.start() if other else _FAR))
    own = (name if _ABBREVIATED.search(name) else name.rstrip(".") for name in names if not _PROVISION.match(name))
    return tuple(dict.fromkeys(own))
