import pytest

from conformed.document import from_text
from conformed.instrument import ProvisionKind, parse
from conformed.language.sentences.sentences import sentences

PREAMBLE = """\
AMENDMENT NO. 2 TO SUPPLY AGREEMENT

This AMENDMENT NO. 2 is made as of May 4, 2015, by and between HEATHERWICK PUMPS, INC., an Ohio corporation
(the "Company"), and DARIUS OKAFOR, an individual residing in Ohio (the "Executive").

"""
SIGNED = """\

IN WITNESS WHEREOF, the parties have executed this Amendment.

HEATHERWICK PUMPS, INC.

By: /s/ Ann Ruiz
"""


def spoken(text: str) -> list[str]:
    """The sentences of the operative part, but for those of the preamble."""
    instrument = parse(from_text("written.txt", text.encode()))
    return [
        instrument.document.reading.text[one.start : one.end]
        for one in sentences(instrument)
        if all(provision.kind is not ProvisionKind.PREAMBLE for provision in one.chain)
    ]


@pytest.mark.parametrize(
    "recitals",
    [
        # The lead on a line of its own.
        "WHEREAS,\n\nthe Company employs the Executive; and\n\nWHEREAS,\n\nthey wish to go on.\n\n"
        "NOW,\n\nTHEREFORE, the parties agree as follows:\n",
        # Unlettered, with the words of agreement in a paragraph of their own or behind the last recital.
        "The Company and the Executive are parties to an Employment Agreement dated May 4, 2011.\n\n"
        "Accordingly, the Company and the Executive agree as follows:\n",
        "The parties desire to make certain changes in the Employment Agreement of May 4, 2011. NOW, "
        "THEREFORE, the parties hereto agree as follows:\n",
        # Lettered, the caption spaced out; the caption of what is agreed behind them.
        "R E C I T A L S\n\nA. The parties made an Employment Agreement dated May 4, 2011.\n\nB. They wish "
        "to change it in some respects that are set out in this paper.\n\nNOW, THEREFORE, they agree as follows:\n\n"
        "AGREEMENT\n",
        # Numbered below a caption.
        "BACKGROUND\n\n1. The parties made an Employment Agreement dated May 4, 2011.\n\n2. They wish to "
        "change it.\n\nIn consideration of the premises, the parties agree as follows:\n",
        # No words of agreement.
        "RECITALS\n\nThe Company and the Executive have entered into an Employment Agreement, and they now wish to "
        "have it comply with the law.\n",
        # A recital that a page end breaks before a number.
        "WHEREAS, the Company expects to change its plan in two respects and to revise\n\nSection 4 of that "
        "plan, which shall not apply to the Executive; and\n\nWHEREAS, the Executive consents.\n\nNOW, THEREFORE, "
        "the parties agree as follows:\n",
    ],
)
def test_what_recites_is_not_spoken(recitals: str) -> None:
    said = spoken(PREAMBLE + recitals + "\n1. Section 3 of the Agreement is hereby deleted.\n" + SIGNED)
    assert said == ["Section 3 of the Agreement is hereby deleted."]


def test_recitals_may_stand_without_a_preamble() -> None:
    said = spoken(
        "AMENDMENT TO EMPLOYMENT AGREEMENT\n\nWHEREAS, Heatherwick Pumps, Inc. (the “Company”) and Darius Okafor "
        "made an Employment Agreement dated May 4, 2011; and\n\nWHEREAS, they wish to change it.\n\nNOW, THEREFORE, the "
        "parties agree as follows:\n\n1. Section 3 of the Agreement is hereby deleted.\n" + SIGNED
    )
    assert said == ["Section 3 of the Agreement is hereby deleted."]


@pytest.mark.parametrize(
    "body",
    [
        # An order, though words of agreement stand behind it.
        "1. The phrase “and ten” is hereby deleted from Section 4 of the Agreement.\n\n"
        "In consideration of the foregoing, the Executive agrees to serve.\n",
        "Section 6 of the Agreement shall be amended by deleting the word “ten”.\n\n"
        "The parties agree that this is all.\n",
        # A promise that no mark makes a recital.
        "You will be granted options on 1,000 shares of the common stock of the Company.\n\n"
        "The parties agree that this is all.\n",
        # Words of agreement that order the change themselves.
        "WHEREAS, they wish to go on.\n\nNOW, THEREFORE, the parties agree that Section 4 of the Agreement is "
        "hereby deleted.\n",
        "RECITALS\n\nA. They wish to go on.\n\nB. Section 4 of the Agreement is hereby deleted.\n",
        "RECITALS\n\nA. They wish to go on.\n\nAGREEMENT\n\n1. Section 4 of the Agreement is amended as follows:\n\n"
        "“4. Term. The term is one year, and the Executive shall serve for that year.”\n",
        # The words of agreement say what is agreed.
        "WHEREAS, the Company sells its pumps.\n\nNOW, THEREFORE, the Executive agrees that none of these will be a sale of the "
        "Company: (i) the pledge of its pumps, and (ii) their lease.\n",
    ],
)
def test_what_orders_or_obliges_is_spoken(body: str) -> None:
    said = " ".join(spoken(PREAMBLE + body + SIGNED))
    assert any(word in said for word in ("deleted", "deleting", "granted", "amended as follows", "pledge"))


def test_a_preamble_that_agrees_has_no_recitals_behind_it() -> None:
    said = spoken(
        PREAMBLE.replace('"Executive").', '"Executive"), who agree as follows:')
        + "The Agreement of May 4, 2011 is renewed until May 4, 2018, and its other terms go on.\n"
        + SIGNED
    )
    assert len(said) == 1


def test_no_preamble_stands_behind_an_order() -> None:
    said = spoken(
        "Dear Darius:\n\nSection 8 of the Employment Agreement is hereby amended to read as follows:\n\n“8. Term. The "
        "term is one year from the day on which the plan of May 4, 2011, made by and between the Company and you, ends, "
        "and no longer.”\n\n2. The option agreement made by and between the Company and you, dated as of May 4, 2011, "
        "shall remain in force until it ends by its terms.\n" + SIGNED
    )
    assert said[0].startswith("Section 8 of the Employment Agreement is hereby amended")
    assert not any("IN WITNESS" in one for one in said)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # One sentence of agreement recites nothing.
        (PREAMBLE + "The Company and the Executive agree as follows:\n\n1. Pay. It is raised.\n", ["Title", "Preamble", "1"]),
        (PREAMBLE + "NOW,\n\nTHEREFORE, they agree as follows:\n\n1. Pay. It is raised.\n", ["Title", "Preamble", "1"]),
        # Lines above a letter without a preamble are its title.
        ("HEATHERWICK PUMPS\n\nMay 4, 2015\n\nDear Mr. Okafor:\n\n1. Pay. It is raised to forty dollars an hour.\n", ["Title", "1"]),
        (PREAMBLE + "They desire to go on. NOW, THEREFORE, they agree as follows:\n\n1. Pay. It is raised.\n", ["Title", "Preamble", "Recitals", "1"]),
    ],
)  # fmt: skip
def test_only_what_recites_is_a_recital(text: str, labels: list[str]) -> None:
    root = parse(from_text("written.txt", text.encode())).root
    assert [one.label for one in root.children if one.label] == labels
