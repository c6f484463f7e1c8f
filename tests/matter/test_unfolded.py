"""Readings as a matter keeps them: what was written is what is read, whenever it is asked for."""

from pathlib import Path

import msgspec
import pytest

from conformed.given import interpreted
from conformed.language import Interpretation
from conformed.matter.unfolded import unfolded
from conformed.passes import conformed
from conformed.views.to_text import to_text

CREDIT = sorted((Path(__file__).parent.parent.parent / "examples" / "credit").glob("*.txt"))
READS = [tuple(interpreted(file.name, file.read_bytes())) for file in CREDIT]


def test_each_attribute_is_what_was_written() -> None:
    for reads in READS:
        for read, kept in zip(reads, unfolded(msgspec.msgpack.encode(reads)), strict=True):
            assert kept.head == read.head
            assert kept.account == read.account
            assert kept.operations == read.operations
            assert kept.instrument.root == read.instrument.root
            document, packed = read.instrument.document, kept.instrument.document
            assert all(getattr(packed, name) == getattr(document, name) for name in document.__struct_fields__)


def test_the_text_of_a_matter_is_the_same_of_readings_that_were_kept() -> None:
    kept = [one for reads in READS for one in unfolded(msgspec.msgpack.encode(reads))]
    fresh = conformed([one for reads in READS for one in reads])
    assert to_text(conformed(kept).version.root) == to_text(fresh.version.root)


def test_what_was_asked_for_is_packed_again_as_it_was() -> None:
    (kept,) = unfolded(msgspec.msgpack.encode(READS[0]))
    assert kept.instrument.document.reading.text
    assert msgspec.msgpack.decode(msgspec.msgpack.encode((kept,)), type=tuple[Interpretation, ...]) == READS[0]


def test_a_reading_of_another_form_is_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        unfolded(msgspec.msgpack.encode([{"head": 1}]))
