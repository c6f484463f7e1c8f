"""What follows a party's name in a preamble: its form, its jurisdiction, the part in which it acts.

In: words such as "a Delaware limited liability company" or "as administrative agent for the Lenders".  Out:
a form and a jurisdiction, or a role, in the words of the document.  Afterwards nothing is guessed: what the
words do not say is None.
"""

import re

from conformed.basis.pattern import ENGLISH, pattern

FORM = (
    r"(?:corporation|company|partnership|association|trust|bank|banking\s+association|individual"
    r"|natural\s+person|cooperative"
    r"|corp\.|proprietorship|municipality|agency|society|joint\s+venture)"
)
_PLACES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii"
    "|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan"
    "|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York"
    "|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina"
    "|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
    "|Puerto Rico|District of Columbia"
)
_FORM_OF = pattern(
    rf"""(?<!/)(?<!of\ )\b(?:an?|the|each\s+an?|both)\s+(?P<before>(?:[\w.,-]+\s+){{0,5}}?)
    (?P<form>(?:(?:limited|unlimited|general|public|private|professional|banking|national|state|chartered
      |business|statutory|real|estate
    |investment|liability|service|stock|joint|trust|insurance|savings|non-?profit|not-for-profit|exempted
    |limited-liability|credit|federal(?:ly)?|holding|mutual)
    \s+){{0,5}}{FORM})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_UNDER_LAWS = pattern(
    r"""\b(?:organi[sz]ed|incorporated|existing|formed|chartered|created)\b[^;]{0,60}?\b(?:(?:under|pursuant\s+to)\s+the\s+laws?\s+of|in|of|under)\s+
    (?:the\s+)?(?:(?:[Ss]tate|[Cc]ommonwealth|[Ll]aws|[Pp]rovince
      |[Rr]epublic)\s+of\s+)?(?:the\s+)?(?P<place>[A-Z]\w+(?:\s(?:of\s)?[A-Z]\w+){0,3})""",
    re.VERBOSE,
)
_QUALIFIES = frozenset(
    {
        "publicly-traded",
        "publicly",
        "traded",
        "wholly-owned",
        "wholly",
        "owned",
        "duly",
        "private",
        "domestic",
        "newly",
        "formed",
        "public",
        "certain",
    }
)
STATE = pattern(rf"\b(?:{_PLACES})\b", ENGLISH)
_COMPANY_NUMBER = pattern(r"^(?P<place>[A-Z]\w+(?:\s[A-Z]\w+)?)\s+(?P<form>company|corporation)\s+number\b")

# The nouns for a part that a party plays, and those of which the plural has no bare s.
_PARTS = """
    administrator advisor affiliate agent architect arranger assignee assignor bank bookrunner
    borrower builder buyer carrier client consultant contractor creditor custodian customer debtor
    depositor developer employee employer engineer executive franchisee franchisor grantor guarantor
    holder insurer investor issuer landlord lender lessee lessor licensee licensor manager member mortgagee mortgagor
    obligor originator owner participant partner pledgor purchaser representative seller servicer
    shareholder stockholder subcontractor supplier tenant transferee transferor trustee trustor underwriter
    vendor
""".split()
_OTHER_PARTS = """
    beneficiaries beneficiary collateral company corporation counsel director entities entity
    grantee officer operator optionee parent parties party president provider subsidiaries
    subsidiary
""".split()
_ROLES = frozenset([*_PARTS, *(f"{part}s" for part in _PARTS), *_OTHER_PARTS])
_LAST_WORD = pattern(r"\b\w+$")
_KINDS = frozenset({"company", "corporation", "parent", "subsidiary"})
_AS = pattern(
    r"^(?:each\s+|individually\s+and\s+|solely\s+|both\s+|acting\s+)*(?:in\s+(?:its|their|his"
    r"|her)\s+(?:\w+\s+)?capacit(?:y|ies)\s+)?as\s+(?:(?:the|an?)\s+(?!lender\b.*\band\b))?(?P<role>.+)$",
    re.IGNORECASE,
)
_BEHIND_ROLE = pattern(r"\s+(?:as\s+set\s+forth|under\s+(?:the|that|an?)|pursuant)\b.*$", ENGLISH)
_NO_ROLE = pattern(
    r"follows$|successor\b|(?:\w+\s+)?amended\b|amendment|supplement|modif|provided\b", re.IGNORECASE
)


def form_and_jurisdiction(words: str) -> tuple[str | None, str | None]:
    """The form and jurisdiction that `words`, which stand after a name, tell."""
    numbered = _COMPANY_NUMBER.match(words)
    match = _FORM_OF.search(words)
    under = _UNDER_LAWS.search(words)
    place = under["place"] if under else None
    if match is None:
        return (numbered["form"], numbered["place"]) if numbered else (None, place)
    form, before = match["form"], match["before"].strip(" ,")
    if re.search(r"subsidiary|affiliate|division", before, re.IGNORECASE):
        return None, place
    state = STATE.search(before)
    if state:
        qualifier = before[state.end() :].strip(" ,").lower()
        if qualifier and qualifier not in _QUALIFIES:
            form = f"{qualifier} {form}"
        return form.lower() if form.isupper() else form, state[0].title() if state[0].isupper() else state[0]
    proper = re.search(r"[A-Z][\w.]*(?:\s[A-Z][\w.]*)*", before)
    if proper and proper[0].lower() not in _QUALIFIES and not form.isupper():
        return form, proper[0]
    rest = [word for word in before.split() if word.lower() not in _QUALIFIES]
    return " ".join([*rest, form]).lower() if rest and rest == [w.lower() for w in rest] else form, place


def role(words: str) -> str | None:
    """The part in which a party is said to act: "as administrative agent for the Lenders"."""
    match = _AS.match(words.strip(" ,;"))
    if match is None:
        return None
    told = _BEHIND_ROLE.sub("", match["role"]).strip(' ,;.:"“”')
    return told if told and not _NO_ROLE.match(told) else None


def acts(words: str) -> bool:
    """Whether `words` end in a noun for a part that a party plays."""
    last = _LAST_WORD.search(words.strip(" ,;."))
    return last is not None and last[0].lower() in _ROLES


def of_alias(name: str, alias: str) -> str | None:
    """The role that an alias tells: "Borrower" does; a short form of the party's own name does not."""
    own, told = set(re.findall(r"\w+", name.lower())), set(re.findall(r"\w+", alias.lower()))
    if not acts(alias) or (own & told and (len(told) > 1 or told & _KINDS)):
        return None
    return alias


def general(told: str) -> bool:
    """Whether a role says no more than what sort of body acts."""
    return told.lower() in _KINDS
