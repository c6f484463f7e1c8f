from hypothesis import given

from conformed.views.set_out import set_out
from conformed.views.to_text import to_text
from tests.version.matters import Matter, folded, matters
from tests.version.test_laws import made


@given(matters())
def test_a_text_set_out_holds_the_text_in_force_and_the_one_before(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    version = result.version
    paragraphs = set_out(version.root)
    assert folded(" ".join(one.words() for one in paragraphs)) == folded(to_text(version.root))
    if not any(link.restates for link in result.chain.links):  # a restatement begins a text of its own
        before = folded(to_text(version.base))
        assert folded(" ".join(one.words(struck=True) for one in paragraphs)) == before
