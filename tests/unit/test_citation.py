"""The program says in one way how it is cited."""

import re
from pathlib import Path

from hcmd_lab import __version__
from hcmd_lab.citation import PAPER, PROGRAM

ROOT = Path(__file__).parents[2]
CFF = (ROOT / "CITATION.cff").read_text("utf-8")


def test_the_citation_file_names_this_version() -> None:
    assert re.search(r"^version: (.+)$", CFF, re.MULTILINE)[1] == __version__
    assert f"version {__version__}" in PROGRAM


def test_the_citation_file_names_the_paper_as_the_program_does() -> None:
    reference = CFF[CFF.index("references:") :]
    names = re.findall(r"family-names: ([\w-]+), given-names: (\w)", reference)
    assert [f"{family}, {given}." for family, given in names] == re.findall(
        r"[A-Z][\w-]+, [A-Z]\.", PAPER
    )
    for told in re.findall(r'(?:title|value): "([^"]+)"', reference):
        assert told in PAPER
