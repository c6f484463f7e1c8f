"""What instruments say that changes no text and that a reader should see."""

from collections.abc import Iterator

from conformed.views.page import PageNote, PageReference
from conformed.views.said import quote, said
from conformed.views.to_page.sources import Sources
from conformed.views.to_page.text import Places


def references(sources: Sources) -> Iterator[PageReference]:
    """The texts outside the matter that instruments make part of it."""
    for siglum, read in sources.reads:
        for remark in sources.remarks[siglum]:
            if remark.topic == "incorporated" and remark.name:
                span = remark.sentence
                yield PageReference(remark.name, None, quote(read, remark), siglum, remark.at, sources.page(span), span)


def notes(sources: Sources, places: Places) -> Iterator[PageNote]:
    """What a reader should see, each sentence once, with the provisions of the page that it bears on."""
    for siglum, read in sources.reads:
        for one in said(read, sources.remarks[siglum]):
            bears_on = dict.fromkeys(place for path in one.paths for place in places.of(str(path), siglum))
            page = sources.page(one.sentence)
            yield PageNote(one.topic, one.words, siglum, one.at, page, one.sentence, tuple(bears_on))
