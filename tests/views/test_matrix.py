"""The panel of signatures: a blank line beside a signature, and the lines of forms."""

import msgspec

from conformed.views.page import PageSignature
from conformed.views.reader.chain import chain_of
from conformed.views.reader.panels import Panels, panels_of
from conformed.views.to_html import to_html
from tests.views.reader_pages import small_page

PAGE = small_page()
SIGNED = next(one for one in PAGE.signatures if one.instrument == "A" and one.signed)
BLANK = msgspec.structs.replace(SIGNED, signed=False, signatory=None, title=None)


def with_line(line: PageSignature) -> Panels:
    page = msgspec.structs.replace(PAGE, signatures=(*PAGE.signatures, line))
    return panels_of(page, chain_of(page))


def test_a_blank_line_does_not_take_a_signature_away() -> None:
    assert dict(with_line(SIGNED).matrix)["HOLLIN QUARRIES, INC."][0] == "signed"
    assert dict(with_line(BLANK).matrix)["HOLLIN QUARRIES, INC."][0] == "partly"


def test_the_line_of_a_form_is_none_of_the_instrument() -> None:
    line = msgspec.structs.replace(BLANK, part="Exhibit C", form=True)
    panels = with_line(line)
    assert dict(panels.matrix)["HOLLIN QUARRIES, INC."][0] == "signed"
    assert panels.signed[0].forms == (line,)
    assert line not in panels.signed[0].blocks
    page = msgspec.structs.replace(PAGE, signatures=(*PAGE.signatures, line))
    assert "Exhibit C has a line to sign on for HOLLIN QUARRIES, INC. Nobody signed it" in to_html(page)


def test_who_signed_another_agreement_s_instrument_is_told_apart() -> None:
    signatures = tuple(msgspec.structs.replace(SIGNED, instrument=siglum) for siglum in ("A", "1", "2"))
    signed = msgspec.structs.replace(PAGE, signatures=signatures)
    apart = [msgspec.structs.replace(one, changes=one.id != "2") for one in PAGE.instruments]
    page = msgspec.structs.replace(signed, instruments=tuple(apart))
    assert panels_of(signed, chain_of(signed)).matrix == (("HOLLIN QUARRIES, INC.", ("signed",) * 3),)
    assert panels_of(page, chain_of(page)).matrix == (("HOLLIN QUARRIES, INC.", ("signed",) * 2),)
    assert len(panels_of(page, chain_of(page)).signed) == 3
    assert "It changes nothing in this agreement." in to_html(page)
    assert "It changes nothing in this agreement." not in to_html(signed)
