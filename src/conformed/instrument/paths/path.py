"""The address of a provision, in one normal form.

`Section 2.10(b)(2)`, `Clause (2) of Clause (b) of Section 2.10` and `clause (b)(2) of Section 2.10` are all
`2.10(b)(2)`.  A named part stands before a slash (`Attachment 2/7.3`), a defined term behind `#`
(`1.1#Permitted Liens(c)`), with the clauses in which it is defined before it (`7(a)#Good Reason`), a sentence, paragraph, proviso or parenthetical behind `~` (`5.1~sentence 2`,
`5.1~proviso last`), as a row or column of a table (`2.2~column Rate of row DSRAX`), another document than the agreement before a colon (`Guaranty:13(i)`), the whole
agreement is `*`, another document as a whole `Guaranty:*`.
A section that is named by its caption only bears that in quotation marks (`"Financial Statements"(a)`).
"""

import re

import msgspec

from conformed.basis.pattern import ENGLISH, pattern

_NORMAL = pattern(
    r"(?:(?P<document>[^:/#~(]+):)?(?:(?P<part>[A-Z][^#~(]*(?:\([^)]*\))?)/)?(?P<section>[^#~(/]*)"
    r"(?P<before>(?:\([^)]{1,8}\))*)(?:#(?P<term>.*?))?(?P<steps>(?:\([^)]{1,8}\))*)(?:~(?P<place>(?:table|row|column)\s.*|[^(]+)(?P<inner>(?:\([^)]{1,8}\))*))?"
)
_STEP = pattern(r"\(([^)]{1,8})\)")


class Path(msgspec.Struct, frozen=True):
    """An address.

    `document` names another document than the agreement, `part` a named part within it ("Attachment 2",
    "Attachment 2/Exhibit A"), `section` the section or article ("2.10", "Article VII"), `term` a defined term,
    `steps` the clauses below, outermost first ("(b)", "(2)"), `place` a sentence, paragraph, proviso, row or column ("sentence 2"),
    `inner` the clauses within that; `around` the clauses of its section in which a term is defined.
    """

    document: str | None = None
    part: str | None = None
    section: str | None = None
    term: str | None = None
    steps: tuple[str, ...] = ()
    place: str | None = None
    inner: tuple[str, ...] = ()
    around: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The normal form."""
        text = ""
        if self.part:
            text = self.part + ("/" if self.section or (self.steps and not self.term) else "")
        text += self.section or ""
        if self.term is not None:
            text += "".join(self.around) + "#" + self.term
        text += "".join(self.steps)
        if self.place:
            text += "~" + self.place + "".join(self.inner)
        return (f"{self.document}:" if self.document else "") + (text or "*")

    @property
    def relative(self) -> bool:
        """Whether it only says where within some other provision: a clause, a sentence."""
        return not (self.part or self.section or self.term is not None) and bool(self.steps or self.place)

    @property
    def label(self) -> str:
        """The innermost number: `(2)` of `2.10(b)(2)`, `(a)` of `6.3~sentence 1(a)`, `2.10` of `2.10`."""
        return (*self.steps, *self.inner)[-1] if self.steps or self.inner else self.section or ""

    @property
    def captioned(self) -> bool:
        """Whether its section is named by its caption only."""
        return (self.section or "").startswith('"')

    @property
    def whole(self) -> bool:
        """Whether it is the agreement as a whole."""
        return self == Path(document=self.document)

    def within(self, outer: "Path") -> "Path":
        """This address taken as one within `outer`: `(2)` within `2.10(b)` is `2.10(b)(2)`."""
        part = outer.part
        if self.part:
            part = f"{outer.part}/{self.part}" if outer.part and outer.part != self.part else self.part
        if self.section:
            return msgspec.structs.replace(self, document=self.document or outer.document, part=part)
        if self.term is not None:
            around = outer.around if outer.term is not None or outer.place else outer.steps
            return msgspec.structs.replace(
                self, document=self.document or outer.document, part=part, section=outer.section, around=around
            )
        if self.part:
            return msgspec.structs.replace(self, document=self.document or outer.document, part=part)
        if outer.place and not self.place:
            return msgspec.structs.replace(
                outer, document=self.document or outer.document, inner=outer.inner + self.steps
            )
        place = f"{self.place} of {outer.place}" if self.place and outer.place else self.place
        return Path(
            self.document or outer.document,
            part,
            outer.section,
            outer.term,
            outer.steps + self.steps,
            place,
            self.inner,
            outer.around,
        )

    def above(self) -> "Path | None":
        """The address one step up, or None at the top."""
        if self.place:
            return msgspec.structs.replace(self, place=None, inner=())
        if self.steps:
            return msgspec.structs.replace(self, steps=self.steps[:-1])
        if self.term is not None:
            return msgspec.structs.replace(self, term=None, steps=self.around, around=())
        if self.section:
            return msgspec.structs.replace(self, section=None)
        return None


def parse_path(text: str) -> Path:
    """A path from its normal form, or from what a user types for one (`section 2.10 (b)(2)`)."""
    text = re.sub(r"\s+\(", "(", " ".join(text.split()))
    text = re.sub(r"^(?:sections?|clauses?|§+)\s*", "", text, flags=ENGLISH).rstrip(".")
    if text in {"", "*"}:
        return Path()
    match = _NORMAL.fullmatch(text)
    if match is None:
        return Path(section=text)
    before, section, part = match["before"], match["section"].replace("*", "") or None, match["part"]
    if section and is_part(section):  # a schedule may be called by a clause: Schedule 1.1(a)
        part, section, before = (f"{part}/" if part else "") + section + before, None, ""
    around = ""
    if match["term"] is not None:
        around, before = before, ""
    steps, inner, clauses = (
        tuple(f"({step})" for step in _STEP.findall(labels)) for labels in (before + match["steps"], match["inner"] or "", around)
    )
    return Path(match["document"], part, section, match["term"], steps, match["place"], inner, clauses)


def is_part(name: str) -> bool:
    """Whether a name is that of an exhibit, schedule, annex or the like."""
    return bool(
        re.match(
            r"(?:Exhibit|Schedule|Annex|Appendix|Attachment|Addendum|Rider|Supplement|Signature Pages|Preamble|Recitals?)\b",
            name,
        )
    ) or is_consent(name)


def is_consent(name: str) -> bool:
    """Whether a name is that of what others than the parties say and sign: `Guarantor Consent`, `Consent and Reaffirmation`."""
    return bool(
        re.match(
            r"(?:[A-Z][\w,’']{3,20}\s(?:(?:and|of|by|to|the)\s){0,2}){0,5}(?:Consent|Acknowledge?ment|Reaffirmation|Ratification|Confirmation|Joinder)\b",
            name,
        )
    )
