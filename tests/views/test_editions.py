"""What the reading page shows on each day, and without each conditional instrument, is the text of a replay."""

import datetime
from collections.abc import Collection, Iterator, Sequence

from hypothesis import given

from conformed.passes import Conformed
from conformed.version import conform
from conformed.views.page import Page
from conformed.views.reader.chain import chain_of
from conformed.views.reader.editions import Edition, exchange
from conformed.views.reader.states import states_of
from conformed.views.reader.text import Block, Text, text_of
from conformed.views.to_page import editions_of
from tests.version.matters import Matter, amendment, matters
from tests.version.test_laws import SECTIONS, made

TODAY = datetime.date(2022, 1, 1)


def blocks(text: Text) -> list[Block]:
    return [*text.front, *(block for chunk in text.chunks for block in chunk.blocks)]


def shown(blocks: Sequence[Block], counts: Collection[str]) -> list[str]:
    """The words that stand when some entries count, as the script shows and hides them."""
    return " ".join(
        "".join(
            item.text
            for item in leaf.items
            if item.kind in ("run", "lacuna") and (item.added is None or item.added in counts) and item.struck not in counts
        )
        for block in blocks
        for leaf in block.leaves
    ).split()


def serving(editions: Sequence[Edition], counts: Collection[str]) -> int:
    """The edition that the script takes."""
    return next(turn for turn, one in enumerate(editions) if one.serves(counts))


def exchanged(text: Text, edition: Edition, turn: int) -> list[Block]:
    """The blocks of a text with those of an edition in the places of what they replace."""
    found, here = list[Block](), blocks(text)
    stretches = exchange(text, text_of(edition.page), frozenset(edition.steps), f"e{turn}-").stretches
    gone = {one for stretch in stretches for one in stretch.gone}
    for block in here:
        own = block.leaves[0].provision.id
        found += [one for stretch in stretches if stretch.at == own and not stretch.after for one in stretch.blocks]
        found += [block] if own not in gone else []
        found += [one for stretch in stretches if stretch.at == own and stretch.after for one in stretch.blocks]
    ids = [leaf.provision.id for block in found for leaf in block.leaves]
    assert len(ids) == len(set(ids))
    return found


def texts(result: Conformed, page: Page) -> Iterator[tuple[frozenset[str], list[str], list[str]]]:
    """For each state of a page the entries that count, what the page shows, and what their replay gives."""
    editions, text = result.editions(page), text_of(page)
    found = [blocks(text), *(exchanged(text, one, turn) for turn, one in enumerate(editions[1:], 1))]
    for counts in states_of(page, chain_of(page)):
        replay = conform(result.chain, result.entries, counts)
        (told,) = editions_of(page, result.chain, result.entries, [replay], [], [])
        yield counts, shown(found[serving(editions, counts)], counts), shown(blocks(text_of(told)), counts)


@given(matters())
def test_each_state_of_the_page_is_a_replay(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    for counts, on_page, replayed in texts(result, result.page(TODAY)):
        assert on_page == replayed, sorted(counts)


def restated(section: str, words: str) -> str:
    return f'Section {section} of the Credit Agreement is hereby amended and restated in its entirety to read as follows:\n\n"Section {section}. Fees. {words}"'


UPON = "This Amendment shall become effective upon receipt by the Agent of a fee of $10,000."


def test_a_clash_is_one_only_from_the_day_on_which_both_count() -> None:
    orders = (
        [restated("2.1", "Ten barges."), "This Amendment shall become effective on May 1, 2020."],
        [restated("2.1", "Nine barges."), "This Amendment shall become effective on April 1, 2020."],
    )
    result = made(SECTIONS, [amendment(turn, one) for turn, one in enumerate(orders)])
    found = {len(counts): on_page for counts, on_page, replayed in texts(result, result.page(TODAY)) if on_page == replayed}
    assert ["Nine" in found[count] for count in range(3)] == [False, True, False]
    assert "corton" in found[2]
    assert result.editions(result.page(TODAY))[0].sound == (0, 2)


def test_what_changes_a_restatement_is_left_out_with_it() -> None:
    anew = SECTIONS.replace("CREDIT AGREEMENT", "AMENDED AND RESTATED CREDIT AGREEMENT").replace("May 1, 2018", "March 6, 2020")
    later = amendment(2, ['Section 2.1 of the Credit Agreement is hereby amended by replacing "corton" with "cortons".'], restated="March 6, 2020")
    result = made(SECTIONS, [anew, later])
    (restatement, change) = result.page(TODAY).instruments[1:]
    assert restatement.along == (change.id,)
    assert change.along == ()
    assert result.links(without={restatement.id}) == []


def test_of_many_conditional_instruments_one_is_left_out_at_a_time() -> None:
    orders = [[restated("2.1", f"{number} barges."), UPON] for number in ("One", "Two", "Three", "Four")]
    result = made(SECTIONS, [amendment(turn, one) for turn, one in enumerate(orders)])
    page = result.page(TODAY)
    assert {4 - len(counts) for counts in states_of(page, chain_of(page))} == {0, 1, 2, 3, 4}, "each day"
    assert frozenset({"1-1", "3-1", "4-1"}) in states_of(page, chain_of(page))
    assert frozenset({"1-1", "4-1"}) not in states_of(page, chain_of(page))
    assert all(on_page == replayed for _, on_page, replayed in texts(result, page))
