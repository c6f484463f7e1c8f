"""The whole pipeline on one screen.

bytes -from_text-> Document -parse-> Instrument -interpret-> Interpretation
Interpretations -chain-> Chain -entries-> entries -conform-> Version -to_page-> Page
"""

import datetime
from collections.abc import Sequence

import msgspec

from conformed.basis import FindingKind
from conformed.instrument import parse_path
from conformed.language import Interpretation
from conformed.ledger import Chain, Entry, chain, entries
from conformed.version import Passage, Version, at, conform, locate, passages
from conformed.views.beside import beside
from conformed.views.page import Page
from conformed.views.to_page import to_page


class Conformed(msgspec.Struct, frozen=True):
    """A matter: its chain, all its entries, and the text that holds them all."""

    chain: Chain
    entries: tuple[Entry, ...]
    version: Version

    def page(self, today: datetime.date) -> Page:
        """The matter as its page shows it."""
        return to_page(self.chain, self.entries, self.version, today)

    def as_of(self, day: datetime.date) -> Version:
        """The text with the entries that are in force on a day."""
        return conform(
            self.chain,
            self.entries,
            [entry.id for entry in self.entries if entry.effective is not None and entry.effective <= day],
        )

    def after(self, count: int) -> Version:
        """The text with the first `count` instruments to hand applied, in their order."""
        links = self._first(count)
        return conform(self.chain, self.entries, [entry.id for entry in self.entries if entry.link in links])

    def beside(
        self,
        version: Version,
        within: Sequence[Passage],
        *,
        day: datetime.date | None = None,
        after: int | None = None,
    ) -> list[str]:
        """What instruments say of passages without editing their words, as of a day or after some instruments."""
        shown = None if after is None else self._first(after)
        return beside(self.chain, self.entries, version, within, day, shown)

    def _first(self, count: int) -> list[str]:
        return [link.id for link in self.chain.links if link.read is not None][:count]

    def files(self) -> list[str]:
        """A sentence for each file that was left out, or taken in with a doubt."""
        kinds = {FindingKind.DUPLICATE, FindingKind.SECOND_AGREEMENT, FindingKind.OTHER_AGREEMENT}
        return [one.says for one in self.chain.findings if one.kind in kinds] + [*self.chain.files]

    def provision(self, version: Version, path: str) -> list[Passage]:
        """The passages of a version that an address names, those struck last; "Amendment No. 1:2" is one of an instrument."""
        title, _, rest = path.rpartition(":")
        root = next(
            (
                passages(link.read.instrument.document, link.read.instrument.root)
                for link in self.chain.links
                if link.read and link.title.lower() == title.strip().lower()
            ),
            version.root,
        )
        address = parse_path(rest)
        if address.whole:
            return [root]
        found = locate(root, address)
        return [at(root, trail) for trail in (found.trails or found.struck)]


def conformed(reads: Sequence[Interpretation]) -> Conformed:
    """Put the documents of a matter in order and apply all of them.  Raises `NoMatter` where they make none."""
    links = chain(reads)
    found = entries(links)
    return Conformed(links, found, conform(links, found))
