"""Who drafts an amendment: what it speaks of, and how provisions are called."""

from collections.abc import Callable
from random import Random

from tests.version.agreements import Agreement, Provision, Reference
from tests.version.writer import Writer

Chain = tuple[Provision, ...]  # a provision behind those that it stands under


class Drafter:
    """Chooses provisions and words; `outcomes` are those of the operations ordered so far.

    `closed` are provisions that the amendment does not speak of again; where its orders are to stand `apart`,
    these are all sections that it spoke of.  Its orders are clauses of its first section where they are `nested`.
    """

    def __init__(
        self, random: Random, writer: Writer, agreement: Agreement, number: int, *, apart: bool = False, nested: bool = False
    ) -> None:
        self.number, self.nested = number, nested
        self.random, self.writer, self.agreement, self.apart = random, writer, agreement, apart
        self.by = f"[Deleted by Amendment No. {number}]"
        self.closed: list[Provision] = []
        self.restated: list[Provision] = []  # which text its number then means, the old or the new, is not sure
        self.outcomes: list[str] = []
        self.waived = 0
        self.attached: list[str] = []  # what stands behind the signatures
        self.older = {id(reference) for _, reference in agreement.references()}  # which the amendment does not bring itself
        self.left: list[tuple[int, list[Reference]]] = []  # references to what an operation, by its turn, takes away

    def choose(self, fits: Callable[[Provision], bool]) -> Chain:
        """A provision that the amendment may speak of; () where there is none."""
        chains = [
            chain
            for chain in self.agreement.provisions()
            if fits(chain[-1]) and not any(one is closed for one in chain for closed in self.closed)
        ]
        chain = self.random.choice(chains) if chains else ()
        self.closed += chain[:1] if self.apart else []
        return chain

    def leave(self, *steps: Provision, filled: bool = False) -> None:
        """The operation that is ordered next takes a provision from its address: references to it are left dangling.

        Where the amendment puts another in its place, its own references mean that one.
        """
        found = self.agreement.references("".join(one.label for one in steps))
        self.left.append((len(self.outcomes), [reference for _, reference in found if not filled or id(reference) in self.older]))

    def done(self, *outcomes: str) -> None:
        """Note what becomes of each operation that was ordered."""
        self.outcomes += outcomes

    def say(self, wordings: tuple[str, ...], chain: Chain = (), **given: str) -> str:
        """One of several wordings, of a provision where one is spoken of."""
        return self.random.choice(wordings).format(where=self.name(chain) if chain else "", **given)

    def quoted(self, one: Provision) -> str:
        """A new provision as it stands behind the order that brings it: in quotation marks, or only set off."""
        opening, closing = (
            ("", "") if one.kind == "definition" else self.random.choice(('""', "“”", ("", ""), ("“", "")))
        )
        return f"{opening}{one.written()}{closing}"

    def name(self, chain: Chain) -> str:
        """A provision as drafters call it."""
        top, *steps = chain
        of = self.random.choice(("", " of the Credit Agreement"))
        if top.kind == "exhibit":
            return top.label.title() + of.replace("of", "to")
        if steps and steps[0].kind == "definition":
            lead = self.random.choice(("in", "set forth in", "contained in"))
            clauses = "".join(one.label for one in steps[1:])
            clause = f"clause {clauses} of " if clauses else ""
            return f'{clause}the definition of "{steps[0].label}" {lead} Section {top.label}{of}'
        labels = [one.label for one in steps]
        if labels and self.random.random() < 0.4:
            last = self.random.choice(("clause", "subsection", "paragraph"))
            return f"{last} {labels[-1]} of Section {top.label}{''.join(labels[:-1])}{of}"
        return f"Section {top.label}{''.join(labels)}{of}"
