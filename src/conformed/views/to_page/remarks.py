"""What instruments say that changes no text and that a reader should see."""

from collections.abc import Iterator

from conformed.views.page import PageNote, PageReference
from conformed.views.to_page.sources import Sources
from conformed.views.to_page.text import Places


def references(sources: Sources) -> Iterator[PageReference]:
    """The texts outside the matter that instruments make part of it."""
    for siglum, told in sources.remarks.items():
        for remark in told:
            if remark.topic == "incorporated" and remark.name:
                span = remark.sentence
                yield PageReference(
                    remark.name, None, sources.words(span), siglum, remark.at, sources.page(span), span
                )


def notes(sources: Sources, places: Places) -> Iterator[PageNote]:
    """What a reader should see: a filing, a right reserved, a provision spoken of."""
    for siglum, read in sources.reads:
        ordering = {operation.sentence for operation in read.operations} | {
            waiver.sentence for waiver in read.waivers
        }
        for remark in sources.remarks[siglum]:
            if remark.topic == "mentions" and remark.sentence in ordering:
                continue
            if remark.topic in {"filing", "representations", "reservation", "mentions"}:
                topic = (
                    remark.topic
                    if remark.topic != "mentions"
                    else "mentions " + ", ".join(str(path) for path in remark.paths)
                )
                bears_on = tuple(
                    dict.fromkeys(place for path in remark.paths for place in places.of(str(path), siglum))
                )
                yield PageNote(
                    topic,
                    sources.words(remark.sentence),
                    siglum,
                    remark.at,
                    sources.page(remark.sentence),
                    remark.sentence,
                    bears_on,
                )
