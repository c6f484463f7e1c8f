"""The whole pipeline on one screen.

bytes -from_text-> Document -parse-> Instrument -interpret-> Interpretation
Interpretations -chain-> Chain -entries-> entries -conform-> Version -to_page-> Page
"""

import datetime
from collections.abc import Sequence

import msgspec

from conformed.instrument import ProvisionKind, parse_path
from conformed.language import Action, Interpretation
from conformed.ledger import Chain, Entry, chain, entries
from conformed.version import OutcomeKind, Passage, Version, at, conform, locate, passages
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
        links = [link.id for link in self.chain.links if link.read is not None][:count]
        return conform(self.chain, self.entries, [entry.id for entry in self.entries if entry.link in links])

    def beside(self, version: Version, within: Sequence[Passage]) -> list[str]:
        """What instruments say of these passages without editing their words, each in a sentence with its instrument."""
        titles = {link.id: link.title for link in self.chain.links}
        whole = any(passage.kind is ProvisionKind.INSTRUMENT for passage in within)
        about = tuple(passage.path for passage in within)
        found = []
        for entry, outcome in zip(self.entries, version.outcomes, strict=True):
            new = entry.operation.new
            if (
                entry.operation.action is not Action.OVERRIDE
                or outcome.kind is not OutcomeKind.APPLIED
                or new is None
            ):
                continue
            if whole or any(path.startswith(about) for path in outcome.paths):
                found.append(
                    f"{titles[entry.link]} says, without editing these words: “{' '.join(new.words.split())}”"
                )
        return found

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
