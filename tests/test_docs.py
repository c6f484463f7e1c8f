"""The documentation names what exists, and nothing more."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conformed import cli, cli_matter, cli_standing, cli_write
from conformed.basis import SETTLED_BY, FindingKind
from conformed.typed import COMMANDS, Parser, program
from conformed.views.told import finding_title

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PACKAGE = ROOT / "src" / "conformed"


def sections(page: Path) -> dict[str, str]:
    """The second-level headings of a page, and what stands under each."""
    pieces = re.split(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def test_each_kind_of_finding_is_explained_and_none_more() -> None:
    assert list(sections(DOCS / "findings.md")) == [kind.value for kind in FindingKind]


@pytest.mark.parametrize("kind", list(FindingKind))
def test_a_finding_says_what_the_text_does_and_what_settles_it(kind: FindingKind) -> None:
    explained = sections(DOCS / "findings.md")[kind.value]
    assert "**Meanwhile:**" in explained
    assert f"**Settled by:** {SETTLED_BY[kind]}" in explained
    assert explained.startswith(f"\n\n*{finding_title(kind)}.* ")


def test_each_package_has_its_paragraph_and_none_more() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/*.py")}
    modules = {path.name for path in PACKAGE.glob("*.py") if not path.name.startswith("_")}
    described = set(sections(DOCS / "architecture.md")) - {"Planned"}
    assert described == packages | modules


def commands() -> dict[str, Parser]:
    """What reads the words behind every command of the command line, under the name by which one calls it."""
    assert {cli.read, cli_standing.status, cli_matter.new, cli_write.write} <= {one.does for one in COMMANDS.values()}
    return {"conformed": program()} | {f"conformed {name}": one.parser() for name, one in COMMANDS.items()}


def options(parser: Parser) -> set[str]:
    """The options of a command, `--help` among them."""
    rows = re.findall(r"^  (-.*?)(?:  |$)", parser.format_help(), re.MULTILINE)
    return {option for row in rows for option in re.findall(r"(?<!\w)--?[a-z][a-z-]*", row)}


def test_each_command_is_documented_and_none_more() -> None:
    headings = sections(DOCS / "command-line.md")
    documented = {heading for heading in headings if heading.startswith("conformed")}
    assert documented == set(commands())


@pytest.mark.parametrize("name", list(commands()))
def test_each_option_is_documented_and_none_more(name: str) -> None:
    rows = re.findall(r"^\| (`-.+?) \|", sections(DOCS / "command-line.md")[name], re.MULTILINE)
    documented = {option for row in rows for option in re.findall(r"`(-[\w-]+)`", row)}
    assert documented == options(commands()[name])


def test_links_between_pages_lead_somewhere() -> None:
    for page in (*ROOT.glob("*.md"), *DOCS.glob("*.md"), *(ROOT / "examples").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def session() -> list[tuple[str, str]]:
    """The commands shown in README.md, each with the output shown under it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    pieces = re.split(r"^\$ (.+)\n", "".join(blocks), flags=re.MULTILINE)
    return list(zip(pieces[1::2], pieces[2::2], strict=True))


def prints(printed: str, shown: str) -> bool:
    """Whether `printed` is what is `shown`, where a line "..." stands for any lines left out."""
    first, *pieces = shown.strip("\n").split("\n...")
    if not pieces:
        return printed.strip("\n") == first
    at = 0
    for piece in (first, *pieces):
        found = printed.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return printed.startswith(first) and printed.rstrip("\n").endswith(pieces[-1])


def test_the_session_in_the_readme_is_what_the_commands_print(tmp_path: Path) -> None:
    shown = session()
    assert shown, "README.md shows no session"
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    programs = {"conformed": [sys.executable, "-m", "conformed"], "cat": ["cat"]}
    for command, output in shown:
        program, *arguments = shlex.split(command)
        run = subprocess.run(
            [*programs[program], *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert prints(run.stdout, output), f"{command} prints:\n{run.stdout}{run.stderr}"
