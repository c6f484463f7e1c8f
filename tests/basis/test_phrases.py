"""Fixed phrases stand word by word."""

from conformed.basis.phrases import phrases, says

TOLLS = phrases("toll, harbor dues,quay of the  mill")


def test_a_phrase_stands_in_any_letters_between_any_marks() -> None:
    assert says("The Toll, if any, is paid.", TOLLS)
    assert says("HARBOR\nDUES (and others)", TOLLS)
    assert says("at the quay of the mill", TOLLS)


def test_a_phrase_is_not_a_part_of_other_words() -> None:
    assert not says("Tolls are paid on the quay of a mill.", TOLLS)
    assert not says("The harbor, its dues apart: an atoll", phrases("toll, harbor dues"))
    assert not says("", TOLLS)
