"""The numbers before paragraphs are those that another program shows: LibreOffice, where it is installed."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from conformed.document import delivered
from tests.document.word import levels, listed, numbering, word

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (apt-get install libreoffice-writer)"),
]

KINDS = (
    levels("ARTICLE %1", "%1.%2", ("(%3)", "lowerLetter"), ("(%4)", "lowerRoman"), ("(%5)", "upperLetter")),
    levels(("Article %1.", "upperRoman"), ("Section %2", "decimalZero"), ("%3)", "lowerLetter"), ("%3%4)", "decimal"), ("%4-%5", "upperRoman")),
    levels(("%1:", "ordinal"), ("%2:", "cardinalText"), ("%3:", "ordinalText"), ("%4", "lowerLetter", '<w:start w:val="25"/>'), "%5"),
)
ON = '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
ANEW = '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'


def order(dice: random.Random) -> list[tuple[int, int]]:
    """Lists and levels in an order: levels rise and fall, some are passed over."""
    found: list[tuple[int, int]] = []
    at: dict[int, int] = {}
    for _ in range(150):
        name = dice.choice([1, 1, 2, 3, 4, 5])
        level = at.get(name, -1)
        at[name] = dice.choice([max(level, 0), max(level - 1, 0), min(level + 1, 4), min(level + 1, 4), dice.randrange(5)])
        found.append((name, at[name]))
    return found


def test_numbers_are_those_that_libreoffice_shows(tmp_path: Path) -> None:
    body = "".join(listed(f"list {name} level {level}", level, name) for name, level in order(random.Random(7)))
    data = word(body, numbering=numbering(*KINDS, lists=ON + ANEW))
    (tmp_path / "deal.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(tmp_path / "deal.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    theirs = [" ".join(line.split()) for line in (tmp_path / "deal.txt").read_text(encoding="utf-8-sig").splitlines()]
    (document,) = delivered("deal.docx", data).documents
    assert [" ".join(line.split()) for line in document.text.split("\n\n")] == theirs
