"""An instrument changes what the agreement says without editing its words.

"The Maturity Date is hereby extended to June 30, 2024": no words of the agreement are named, so none are
changed; the sentence stands beside the provision that it bears on, or beside the term that it speaks of.
"""

import re

from conformed.basis.pattern import pattern
from conformed.instrument import Path, references
from conformed.language.operation import Action, Operation
from conformed.language.sentences.commencement import OF_EVENT
from conformed.language.sentences.departures import departed_from
from conformed.language.sentences.documents import at_head, is_document, named_alone
from conformed.language.sentences.sentences import BEFORE, unquoted
from conformed.language.sentences.wording import AS_FOLLOWS, announces_changes, may_change
from conformed.language.setting.beside import beside, beside_each, end_of, end_of_paragraph
from conformed.language.setting.changed import BY_HOW_MUCH, called, changed
from conformed.language.setting.ours import is_of_agreement, names_agreement
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        "The Toll set forth in Section 3.1 of the Credit Agreement is hereby increased to $5.",
        "override 3.1: The Toll set forth in Section 3.1 of the Credit Agreement is hereby increased to $5",
    ),
    (
        "The Credit Agreement is amended by (a) reducing the amount of the Toll Loan from $4,000 to $2,000, and (b) deleting Section 2.63.",
        "delete_provision 2.63\noverride #Toll Loan: reducing the amount of the Toll Loan from $4,000 to $2,000",
    ),
    (
        "The Maturity Date is hereby extended to June 30, 2024.",
        "override #Maturity Date: The Maturity Date is hereby extended to June 30, 2024",
    ),
    (
        "The Mill Opening Date shall be May 1, 2020.",
        "override #Mill Opening Date: The Mill Opening Date shall be May 1, 2020",
    ),
    (
        "The Credit Agreement is amended by extending the Toll Date to May 1, 2021.",
        "override #Toll Date: extending the Toll Date to May 1, 2021",
    ),
    (
        "The Credit Agreement is modified to secure the price of the barge.",
        "override *: secure the price of the barge",
    ),
    (
        "The Credit Agreement is amended by deleting any requirement the miller may have to make disbursements for a barge.",
        "override *: deleting any requirement the miller may have to make disbursements for a barge",
    ),
    (
        "Section 2(c) of the Agreement is hereby amended to increase the base salary to $148,600 effective as of May 1, 2019.",
        "override 2(c): increase the base salary to $148,600",
    ),
    (
        "Section 3 of the Agreement is amended to provide that the miller shall commence work effective May 1, 2030.",
        "override 3: the miller shall commence work effective May 1, 2030",
    ),
    (
        "Section 1.1 of the Agreement is amended to change the title of the Manager from Vice President to President.",
        "override 1.1: Vice President -> President",
    ),
    (
        "Section 2.02 and Section 6.03 of the Agreement are amended to extend the Delivery Date until, and restate the Delivery Date as, "
        "the fortieth day after the Harvest.",
        "override 2.02: the fortieth day after the Harvest\noverride 6.03: the fortieth day after the Harvest",
    ),
    (
        "Notwithstanding the provisions of Section 4.2(d) of the Credit Agreement to the contrary, the Borrower need not invest.",
        "override 4.2(d): Notwithstanding the provisions of Section 4.2(d) of the Credit Agreement to the contrary, the Borrower need not invest",
    ),
    (
        "In addition to the expenses set forth in Section 9.6 of the Credit Agreement, the Borrower shall pay all costs of the Agent.",
        "override 9.6: In addition to the expenses set forth in Section 9.6 of the Credit Agreement, the Borrower shall pay all costs of the Agent",
    ),
    (
        "The failure of the Borrower to perform this Section shall be deemed to be an Event of Default under the Credit Agreement.",
        "override #Event of Default: The failure of the Borrower to perform this Section shall be deemed to be an Event of Default under the "
        "Credit Agreement",
    ),
    (
        "The Subsidiary Guaranties are hereby released and terminated.",
        "override Subsidiary Guaranties:*: The Subsidiary Guaranties are hereby released and terminated",
    ),
    (
        "In addition to the fees provided for in the Credit Agreement, the Borrower shall pay $500. It is due on May 1, 2020.",
        "override *: In addition to the fees provided for in the Credit Agreement, the Borrower shall pay $500. It is due on May 1, 2020",
    ),
    (
        "Notwithstanding anything to the contrary set forth in Section 3.4(b) of the Credit Agreement, the miller shall serve as Chairman.",
        "override 3.4(b): Notwithstanding anything to the contrary set forth in Section 3.4(b) of the Credit Agreement, the miller shall serve as "
        "Chairman",
    ),
    (
        "Notwithstanding anything to the contrary in the Credit Agreement, (i) the Wage shall be $800 in 2021 and (ii) the Toll shall be nil.",
        "override *: Notwithstanding anything to the contrary in the Credit Agreement, (i) the Wage shall be $800 in 2021 and (ii) the Toll shall be nil",
    ),
    (
        "Notwithstanding Section 2.4, the Barge Commitments are increased as described on Schedule 1 and Schedule 1 to the Credit Agreement "
        "is replaced with Schedule 1 attached hereto.",
        "replace_provision Schedule 1\noverride #Barge Commitments: Notwithstanding Section 2.4, the Barge Commitments are increased as described on Schedule 1",
    ),
    (
        "In addition to what is due to the miller under Section 10(b) or 10(c) (on barges, or on nets), the Borrower will pay $5.",
        "override 10(b): In addition to what is due to the miller under Section 10(b) or 10(c) (on barges, or on nets), the Borrower will pay $5\n"
        "override 10(c): In addition to what is due to the miller under Section 10(b) or 10(c) (on barges, or on nets), the Borrower will pay $5",
    ),
    (
        "In addition to the tolls set forth in Section 1(c) of Amendment No. 3, the Borrower will pay $5.",
        "override Amendment No. 3:1(c): In addition to the tolls set forth in Section 1(c) of Amendment No. 3, the Borrower will pay $5",
    ),
    (
        "This Amendment shall be deemed a Sale for purposes of Section 6.",
        "override 6: This Amendment shall be deemed a Sale for purposes of Section 6",
    ),
    (
        "Notwithstanding anything in this Agreement, as amended hereby, to the contrary, the Toll is due in May.",
        "override *: Notwithstanding anything in this Agreement, as amended hereby, to the contrary, the Toll is due in May",
    ),
    (
        "Whether or not they are named here, all terms of the Credit Agreement are hereby amended to the extent necessary to give effect to this Amendment.",
        "override *: all terms of the Credit Agreement are hereby amended to the extent necessary to give effect to this Amendment",
    ),
    (
        "To the extent necessary, the Barge Documents are hereby amended consistent with the changes made in this Amendment.",
        "override Barge Documents:*: To the extent necessary, the Barge Documents are hereby amended consistent with the changes made in this Amendment",
    ),
)

_TERM = r"(?P<term>[A-Z][\w-]*(?:\s(?:(?:of|and|for)\s)?[A-Z][\w-]*){0,5}(?<!-))"
_DEEMED = pattern(
    r"\b(?:(?:shall|will)\s(?:(?:for\sall\spurposes|also|hereafter|immediately)\s)*(?:be\s(?:deemed\s(?:to\s(?:be|constitute)\s)?|treated\sas\s|considered\s)?|constitute\s|become\s(?:and\s(?:thereafter\s)?be\s)?))"
    r"(?:an?\s|the\s)(?P<term>Event\sof\sDefault|Default|[A-Z][\w-]*(?:\s(?:(?:of|in|for)\s)?[A-Z][\w-]*){0,4})\b[^.;]{0,60}?\b(?:under|of|for\sall\spurposes\sof|in\saccordance\swith|pursuant\sto)\s(?P<article>Article\s[IVXLC]+\sof\s)?(?:the|said)\s[A-Z][\w/-]*(?:\s[A-Z][\w/-]*)*\s?"
)
_NOTWITHSTANDING = pattern(
    r"^(?:Notwithstanding|In\saddition\sto|Without\slimiting)\b[^.;]{0,260}?\bto\sthe\scontrary\b(?:\s(?:(?:set\sforth|contained|provided|stated)\s)?in\s[^,;]{1,120})?|^(?:Notwithstanding|In\saddition\sto)\b[^,;]{0,200},",
    re.DOTALL,
)
_AS_AMENDED = pattern(r"\bthis\s(?:[A-Z]\w+\s){0,3}(?:Agreement|Lease|Contract|Letter),?\sas\s(?:so\s)?amended\s(?:hereby|by\sthis\b)")
_WHOLE = (".", ":", ";", "—")  # the end of a sentence that is no mere piece of one
_IN_ADDITION = pattern(r",\sin\saddition\sto\s[^,;]{0,160}\bunder\s(?=Section|Article|Clause|Paragraph)")
_LEANS = pattern(r"\b(?:on|in|to|of|by|under)\s$")
_OF_TERMS = pattern(
    r",?\s?(?!.{0,400}\bthis\s(?:[A-Z]\w+\s){0,2}(?:Amendment|Agreement|Letter)\b)[\w(]", re.DOTALL
)
_AMENDED_TO = pattern(
    r"\b(?:amended|modified|revised)(?:,?\seffective\s(?:as\sof\s)?[A-Z]\w+\s\d{1,2},\s\d{4},)?\s(?:and\s(?:revised|modified|restated)\s)?(?:in\s(?:full|its\sentirety)\s)?"
    r"(?:(?:(?:so\sas\s)?to\s|by\s)(?=(?:extending|increasing|decreasing|reducing|providing|increase|decrease|reduce|extend|change|provided?|reflect|permit|allow|require|clarify|correct|set|fix|secure|obligate|authorize|entitle|specify|ensure|confirm|include(?!,?\s(?:the\sfollowing|an?\s(?:new|additional)|as\sa\snew))\b|(?:delet|eliminat|remov)ing\s(?:any|all)\s(?:requirement|obligation|restriction|condition|limitation))\b)|(?:such|so)\sthat\s|and\s(?=based\son\s))(?!\w+\s(?:as\sfollow|the\sfollowing\b))(?P<what>.*)",
    re.DOTALL,
)
_AMEND_SO_THAT = pattern(r"\bamend\b[^.;:]{1,40}[^;:]{1,80}?\b(?:such|so)\sthat\s(?P<what>.*)", re.DOTALL)
_TO_THE_EXTENT = pattern(
    r"(?:^|[,;]\s)(?P<what>[^,;.]{0,160}\b(?:amended|modified)\s(?:hereby\s)?(?:solely\s)?"
    r"(?:to\sthe\sextent\s(?:necessary|required|needed)\s|(?:in\ssuch\s(?:a\s)?manner\s(?:as|so\sas)\sto\sbe\s|so\sas\sto\sbe\s)?consistent\swith\s))",
)
_DOCUMENTS = pattern(r"\bthe\s(?:other\s)?(?P<name>(?:[A-Z]\w+\s){1,3}Documents)\s(?:is|are|shall)\b")
_RESTATED_AS = pattern(r"\brestate\b[^,.;]{1,80}\bas,?\s")
_TELLS_THAT = pattern(r"provide|(?:reflect|clarify)\sthat\b")
_DEFINED = pattern(r"\b(?:as\s)?(?:defined|described)\s(?:in|under)\s$")  # only what a word means is told there
_PROVIDES = pattern(r"provid(?:ed?|ing)\sthat,?\s")
_FROM_TO = pattern(r"^change\b.{1,80}?\bfrom\s(?P<old>.{1,120}?)\sto\s(?P<new>.{1,200})$", re.DOTALL)
_PARTY = pattern(
    r"(?:Part(?:y|ies)|Guarantors?|Borrowers?|Lenders?|Obligors?|Grantors?|Subsidiar(?:y|ies)|Employee|Executive|Company|Agent|Bank|Owner|Corporation|Inc|LLC|Documents?)$"
)
_BEGINS = pattern(
    r"\bthat,?\s(?:from\sand\safter\s[^,]{1,60},\s)?(?=the\s|each\s|such\s|any\s)|,\s(?=such\s(?:failure|event|breach|default)\b)"
)
_STATED = pattern(
    r"(?:[Ll]\s)?(?P<what>(?:The\s)?"
    + _TERM
    + r")\s(?:will|shall)\s(?:take\splace|occur|be(?!\s(?:governed|construed|binding|deemed|effective|executed|entitled))|equal|mean)\b"
)
_VALUE = pattern(  # a day, an amount, a share
    r"\s(?:equal\sto\s|at\s(?:the|an?)\s(?:\w+\s)?rate\sof\s)?(?:[$£€]\d|\d{1,3}(?:\.\d{1,6})?\s?%|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|[A-Z][a-z]+(?:[\s-][A-Za-z]+){0,8}\s\([$£€]?\d)"
)
_OF_INSTRUMENT = pattern(r"\b(?:Amendment|Effective|Waiver|Consent|Execution|Letter)\b")
_REVISED = pattern(
    r"\bthe\s(?:revised|new|amended)\s" + _TERM + r"\s(?:shall|will)\sbe\s(?=[$\d]|[A-Z][a-z]+\s\d)",
)
_ALSO = pattern(r"\s?(?:and|or)\s(?:the|each|any)\s(?:other\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*)*")
_EFFECTIVE = pattern(  # the day at the end of what is told
    r",?\s(?:to\sbe\s)?effective\s(?:as\s)?(?:of|on|from|[A-Z])[^,;]{0,60}(?:,\s\d{4})?\W{0,2}$"
)


def read(setting: Setting) -> list[Operation]:
    """Read an order to amend a provision that tells the effect and no words."""
    order = setting.order
    if order.verb not in {"amend", "restate"} or setting.sentence.announced is not None:
        return []
    if extent := _TO_THE_EXTENT.search(setting.text, setting.sentence.start, setting.sentence.end):
        return beside_each(setting, _to_the_extent(setting, extent), extent.start("what"), setting.sentence.end)
    told = _AMENDED_TO if order.passive else _AMEND_SO_THAT
    match = told.search(setting.text, setting.sentence.start, setting.sentence.end)
    if match is None:
        return []
    start, end = match.start("what"), end_of(setting.text, match.start("what"), setting.sentence.end)
    if restated := _RESTATED_AS.search(setting.text, start, end):
        start = restated.end()
    if provided := _PROVIDES.match(setting.text, start, end):
        start = provided.end()
        end = end_of(setting.text, start, end_of_paragraph(setting))
    effective = _EFFECTIVE.search(setting.text[start:end])
    if effective and not OF_EVENT.search(setting.text, start, start + effective.start()):
        end = start + effective.start()
    old = None
    if changed := _FROM_TO.match(setting.text[start:end]):
        old, start = changed["old"], start + changed.start("new")
    paths = [phrase for phrase in (*order.objects, *order.places) if phrase.kind == "path"]
    before = [phrase for phrase in paths if phrase.start < match.start("what")]
    only_told = bool(paths) and not before and bool(_TELLS_THAT.match(match["what"]))  # of what is provided
    targets = setting.resolve([phrase for phrase in before if phrase in order.objects])
    targets = targets or ([] if only_told else [path for path in setting.target if path != Path()])
    subject = f" {setting.text[setting.sentence.start : match.start()]}"
    other = named_alone(setting.text, order, setting.sentence.start, match.start(), setting.agreement)
    if other and other.path and other.path.document:
        targets, start = [other.path], other.start
    ours = names_agreement(setting, subject)
    heads = [] if targets else at_head(setting.text, setting.sentence.start, match.start(), setting.agreement)
    if any(head.path != Path() for head in heads):
        targets, start = [head.path for head in heads if head.path], heads[0].start
    if not targets and (match[0].startswith("amended") or ours):
        by_how_much = ours and BY_HOW_MUCH.match(setting.text, match.start("what"), setting.sentence.end)
        targets = [called(by_how_much["term"]) if by_how_much else Path()]
        of_it = other and _LEANS.search(setting.text, setting.sentence.start, other.start)  # its exhibits, its lists
        start = start if (ours and not of_it) or old else setting.sentence.start  # of something else, which is told with it
    new = setting.piece(start, end)
    return [setting.operation(Action.OVERRIDE, target, old=old, new=new) for target in targets]


def _to_the_extent(setting: Setting, extent: re.Match[str]) -> list[Path]:
    """The documents of which it is said that they are amended as far as is needed."""
    heads = at_head(setting.text, setting.sentence.start, extent.end(), setting.agreement)
    if documents := [head.path for head in heads if head.path]:
        return documents
    if names_agreement(setting, f" {extent[0]}"):
        return [Path()]
    named = _DOCUMENTS.search(extent[0])
    return [Path(document=named["name"])] if named else []


def read_sentence(setting: Setting) -> list[Operation]:
    """Read a sentence without a verb of editing that changes what a provision or a term means."""
    begun = setting.sentence.start
    words = unquoted(setting.text[begun : setting.sentence.end])
    if announces_changes(words):
        return []
    if match := _NOTWITHSTANDING.match(words) or _IN_ADDITION.search(words):
        named = [
            setting.own(path)
            for found in references(words, match.start(), min(len(words), match.end() + 20))
            if not _DEFINED.search(words, 0, found.start)
            for path in found.paths
            if is_of_agreement(setting, path) or _is_of_another(path)
        ]
        whole = (names_agreement(setting, match[0]) or _AS_AMENDED.search(match[0])) and _OF_TERMS.match(words, match.end())
        if named or whole:
            return beside_each(setting, dict.fromkeys(named or [Path()]), begun, end_of_paragraph(setting))
    found = changed(setting)
    if not found and (match := _DEEMED.search(words)) and not _PARTY.search(match["term"]):
        starts = [start.end() for start in _BEGINS.finditer(words, 0, match.start())]
        stop = _ALSO.match(words, match.end())
        end = begun + (stop.end() if stop else match.end())
        target = Path(section=match["article"][:-4]) if match["article"] else Path(term=match["term"])
        found.append(beside(setting, target, begun + (starts[-1] if starts else 0), end))
    if not found and (match := _REVISED.search(words)):
        found.append(beside(setting, Path(term=match["term"]), begun + match.start(), setting.sentence.end))
    if (
        not found
        and (match := _STATED.match(words))
        and not _PARTY.search(match["term"])
        and (_announced_as_amendment(setting) or (_VALUE.match(words, match.end()) and _stands_alone(setting, match["term"])))
    ):
        start = begun + match.start("what")
        found.append(beside(setting, Path(term=match["term"]), start, setting.sentence.end))
    if not (found or may_change(words)) and words.rstrip().endswith(_WHOLE):
        bare = dict.fromkeys(departed_from(setting.instrument, setting.sentence))
        found = beside_each(setting, bare, begun, end_of_paragraph(setting))
    return found


def _announced_as_amendment(setting: Setting) -> bool:
    """Whether a sentence stands, by itself, where the instrument says "the parties agree to amend as follows"."""
    chain = setting.sentence.chain
    own = next((provision for provision in reversed(chain) if provision.path and provision.path != "*"), None)
    begun = own.start if own else setting.sentence.start
    return bool(AS_FOLLOWS.search(setting.text[max(0, begun - BEFORE) : begun]))


def _stands_alone(setting: Setting, term: str) -> bool:
    """Whether a sentence is of no list that a condition may lead to, and its term none of the instrument itself: `the Amendment Fee`."""
    text = setting.text
    led = any(text[start:end].rstrip().endswith((":", "—", "that")) for start, end in setting.sentence.led_by(text))
    return not (led or _OF_INSTRUMENT.search(term) or any(f"{mark}{term}" in text for mark in "“\""))


def _is_of_another(path: Path) -> bool:
    """Whether an address is of a provision of another document that has a name: `Section 1 of Amendment No. 3`."""
    document = path.document or ""
    return bool(path.section) and is_document(document) and not document.lower().startswith(("this ", "such "))
