"""What an instrument does by an annex of its own: it holds the changes, or is the agreement from now on.

In: the sentences of an instrument, or the setting of an order.  Out: the sentences with those of an annex behind the one that
announces them; the operation that exchanges all of the agreement.  A form that is attached orders nothing, and what bounds
an announcement is of all that it announces.
"""

import re
from collections.abc import Iterable, Iterator, Set

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Head, Instrument, Path, Provision, ProvisionKind
from conformed.instrument.set_off.ordering import orders
from conformed.language.operation import Action, Operation, Text
from conformed.language.sentences.bounds import bounded
from conformed.language.sentences.sentences import Sentence, sentences_of_annex, unquoted
from conformed.language.sentences.wording import announces
from conformed.language.setting.attached import agreement_text, called
from conformed.language.setting.setting import Setting

_PART = r"(?P<part>(?:Exhibit|Schedule|Annex|Appendix|Attachment)\s[A-Z\d][\w-]{0,6})\b"
_WHOLE = r"(?:,?\sin\s(?:its|their)\sentirety,?)?"
_OPENS = pattern(
    r"(?:^|[,;:.]|\bthat)\s*(?:\(?\w{1,4}[.)]\s)?$"
)  # what stands before the subject of a sentence
_RESTATED = pattern(
    r"\b(?i:the|this|said)\s(?P<what>[A-Z][\w&’'-]*(?:\s[\w&’'-]+){0,8}?)(?:\s\((?:including|together\swith)\s[^()]{1,120}\))?,?"
    r"\s(?:(?:is|are)\s(?:hereby\s)?|shall\s(?:hereby\s)?be\s(?:and\shereby\sis\s)?)(?:amended\sand\srestated|restated|replaced|superseded)"
    rf"{_WHOLE}(?:\s(?:so\sas\s)?to\s(?:read|be))?{_WHOLE}\s(?:as|by|with|in|to)\s(?:is\s)?(?:substantially\s)?"
    r"(?:(?:the\s(?:form|text|agreement|document)\s)?(?:(?:that\sis\s)?(?:set\sforth|provided|attached|contained)\s(?:hereto\s|to\sthis\s\w+\s)?(?:as|in|on)|of)\s)"
    rf"{_PART}(?:\s(?:attached\s)?hereto)?\s?[.;]?$",
)
_RESTATES = pattern(  # the same, whatever the agreement is said to be from now on
    r"\b(?i:the|this|said)\s(?P<what>[A-Z][\w&’'-]*(?:\s(?!the\s)[\w&’'-]+){0,8}?)(?:\s\([^()]{1,160}\))?,?"
    r"\s(?:is|are|(?:shall|will)(?:\shereby)?\sbe)\s(?:hereby\s|further\s){0,2}(?:amended\sand\s)?(?:restated|superseded|replaced)\b",
)
_LEANS = pattern(r"\b(?:of|in|to|if|as|by|from|with|when|under|whether|once|until|unless)\s$", ENGLISH)
_ANNOUNCES = pattern(
    r"\b(?:amend|modif|revis|supplement|chang)\w*\b(?P<how>[^.;:“\"]{0,200}?)\b(?:set\sforth|provided|described|specified|stated|contained|listed|detailed)"
    rf"\s(?:in|on|by)\s(?:the\s)?(?:attached\s)?{_PART}",
    ENGLISH,
)
_GIVES_TEXT = pattern(r"\b(?:entirety|read|state|restat\w*|replac\w*|substitut\w*)\b", ENGLISH)
_TITLE = 8  # words of a title by which it is found
_FORM = pattern(r"\bform\b", ENGLISH)


def with_annexes(instrument: Instrument, every: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, and behind one that amends as an attachment sets forth those of the attachment."""
    seen: set[int] = set()
    for sentence in every:
        annex = _annex(instrument, sentence)
        if annex is None or annex.start in seen:
            yield sentence
            continue
        seen.add(annex.start)
        announcing = msgspec.structs.replace(sentence, annex=annex)
        yield announcing
        yield from sentences_of_annex(instrument, announcing)


def _annex(instrument: Instrument, sentence: Sentence) -> Provision | None:
    """The attachment that holds the changes which a sentence announces, where it stands in the file and is no form."""
    text = instrument.document.reading.text
    words = text[sentence.start : sentence.end]
    found = _ANNOUNCES.search(words)
    if found is None or _GIVES_TEXT.search(found["how"]) or bounded(unquoted(words)):
        return None
    annex = called(instrument, " ".join(found["part"].split()))
    if annex is None or _FORM.search(annex.heading or "") or not _holds_orders(text, annex):
        return None
    return annex


def _holds_orders(text: str, annex: Provision) -> bool:
    """Whether a provision of an attachment, which none sets off, orders a change."""
    return any(
        orders(text[one.start : one.lead])
        for one in annex.walk()
        if one is not annex and one.kind is not ProvisionKind.QUOTATION
    )


def restated(setting: Setting) -> list[Operation]:
    """Read an order that exchanges all of the agreement; one that keeps some of it is not of this form."""
    sentence = setting.sentence
    words = setting.text[sentence.start : sentence.end].rstrip()
    restated = _RESTATED.search(words)
    if restated is None or restated["what"].lower() not in setting.agreement:
        return []
    if not _OPENS.search(words[: restated.start()]) or bounded(unquoted(words)):
        return []
    new = agreement_text(setting, Path(part=" ".join(restated["part"].split())))
    return [setting.operation(Action.RESTATE_AGREEMENT, Path(), new=new)]


def restatement(instrument: Instrument, named: Head) -> Operation:
    """The one change that a restatement is: all of the agreement's text is exchanged for its own, from its title on."""
    document = instrument.document
    whole = document.reading.text
    titled = re.compile(r"\s+".join(map(re.escape, (named.title or "").split()[:_TITLE]))).search(whole) if named.title else None
    start = titled.start() if titled else 0
    text = whole[start:].rstrip()
    told = next((one for one in instrument.root.walk() if one.kind is ProvisionKind.PREAMBLE), None)
    opens = document.span(told.start, told.end) if told else document.span(start, start + max(1, text.find("\n")))
    return Operation(
        action=Action.RESTATE_AGREEMENT,
        target=Path(),
        at=told.path or "Preamble" if told else None,
        sentence=opens,
        new=Text(text, document.span(start, start + len(text))),
    )


def seems_restated(text: str, sentence: Sentence, agreement: Set[str]) -> bool:
    """Whether a sentence says of all of the agreement that it is restated, and leads to no text of it."""
    words = unquoted(text[sentence.start : sentence.end])
    told = (one for one in _RESTATES.finditer(words) if not _LEANS.search(words[: one.start()]))
    restates = any(one["what"].lower() in agreement for one in told)
    return restates and sentence.announced is None and not (announces(words) or sentence.is_led_on(text))
