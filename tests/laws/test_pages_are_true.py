"""What a page names is there: texts of windows, keys, names in code and files, targets, options.

`test_guides.py` compares both languages of the guides, `test_manual.py` runs commands and code;
here every page is held against the sources, so that a page which keeps an old name is found.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hcmd_lab.cli.demo import SHORT
from ui.control.panels import panel_names

ROOT = Path(__file__).parents[2]
FRONT = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/paper/paper.md")
PAGES = {
    page.name: page
    for page in [*sorted(ROOT.glob("docs/*.md")), *(ROOT / each for each in FRONT)]
}  # fmt: skip
SAYING = ("troubleshooting.md", "quick-start.md")
"""Pages that tell in double quotes what the program says."""

SOURCES = ("hcmd_lab", "ui", "resources", "installer", "benchmarks", "docs", "tests", ".github")
READ = {".py", ".toml", ".txt", ".json", ".sh", ".iss", ".R", ".ps1", ".service", ".yml", ".spec"}

BLOCK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
ITALIC = re.compile(r"(?<![*\w])\*([^*\n]+(?:\n[^*\n]+)?)\*(?!\*)")
SAID = re.compile(r'"([^"\n]{4,})"')
NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[A-Z]{2,}(?:_[A-Z0-9]+)+")
IN_FILE = re.compile(r"`(\w+)` \(`([\w/]+\.py)`")
KEY = re.compile(r"\*([^*\n]+)\* \((F\d+|Ctrl\+\w+)\)")
TARGET = re.compile(r"`make ([a-z-]+)")
KIOSK = re.compile(r"hcmd-kiosk ([^`#\n]+)")

MADE_OF_PARTS = {
    "computer_locked", "lab_computer_locked", "time_added_30_s", "theta_3_head_less",
}  # fmt: skip
"""Names that the program puts together, of a number or of what happened where."""

OF_OTHERS = {"id_in_group", "participation_fee"}
"""Names in other programs."""

EMPHASIS: dict[str, set[str]] = {
    "README.md": {
        "HCMD-zero: Learning Value Aligned Mechanisms from Data",
        "Human-centred mechanism design with Democratic AI",
        "learned",
        "mechanism",
    },
    "evaluation.md": {
        "Finds a preference",
        "Planned",
        "Width",
        "recency .2",
        "unequal conditions",
        "unequal orders",
        "votes missing",
    },
    "learning.md": {
        "A coin is worth most to those who have little.",
        "A warm start",
        "Both ways to compute agree.",
        "Coins are counted in the game's largest endowment.",
        "Constants chosen on the paper's game",
        "Do new people prefer it to the baseline?",
        "Does it still improve?",
        "Figures of the paper",
        "Groups held out as judges",
        "How do people contribute and vote?",
        "Others",
        "Restriction, rule, incentives, gate.",
        "Rounds count alike unless the votes say otherwise.",
        "Tables use the symmetry of the tails.",
        "The order is no preference.",
        "Time.",
        "Votes of large groups.",
        "What may a mechanism do at all?",
        "What should a group play, so that its votes tell most?",
        "Which mechanism wins votes?",
        "may",
        "refused",
    },
    "method.md": {
        "HCMD-zero: Learning Value Aligned Mechanisms from Data",
        "set",
    },
    "packages.md": {
        "cage",
    },
    "paper.md": {
        "learned",
        "mechanism",
    },
    "protocol.md": {
        "id",
    },
    "reliability.md": {
        "A station",
        "Acknowledged",
        "Arrival",
        "CPU of the host",
        "Confirmed",
        "Decided by default",
        "Load",
        "The disk",
        "changed",
        "longest stall",
        "lost",
        "of the stations",
        "revealed",
        "trains",
        "while others arrive",
    },
    "replication.md": {
        "Before the steps were judged",
        "HCMD-zero: Learning Value Aligned Mechanisms from Data",
        "True shares",
        "When to stop.",
        "Whether what was foreseen came true",
        "Whom it serves",
        "Why less than 54.3%.",
    },
    "scripting.md": {
        "Python interface",
    },
    "SECURITY.md": {
        "Report a vulnerability",
        "Security",
    },
    "security.md": {
        "new",
        "when",
    },
    "session-script.md": {
        "another",
        "from",
    },
    "simulated-people.md": {
        "Growth and inequality in public good provision",
        "Human-centred mechanism design with Democratic AI",
        "calibrated",
        "dominant",
        "less",
        "negatively",
    },
    "windows.md": {
        "Shut down",
        "acquire",
        "announces a shutdown",
        "another user is in front",
        "evaluate",
        "pilot",
        "the computer slept for 1 min",
        "the computer’s screen was locked",
        "the kiosk’s user is in front again",
        "the screen was unlocked",
        "was called off",
    },
}
"""Words in italics that are no texts of windows."""


def plain(text: str) -> str:
    """A text as a page quotes it: without its key and what only says that a question follows."""
    return " ".join(text.replace("&", "").replace("…", "").split())


@cache
def window_texts(german: bool) -> frozenset[str]:
    tree = ElementTree.parse(ROOT / "resources" / "translations" / "hcmd_de.ts")  # noqa: S314 - ours
    found = {
        plain(each.findtext("translation" if german else "source") or "")
        for each in tree.iter("message")
    }
    steps = ("MODEL", "OPTIMIZE", "CONVERGENCE")
    return frozenset(found | {each.replace("{step}", step) for each in found for step in steps})


@cache
def sources() -> str:
    files = [path for top in SOURCES for path in sorted((ROOT / top).rglob("*"))]
    files += [ROOT / "pyproject.toml", ROOT / "build_installer.spec", ROOT / "setup.py"]
    return "\n".join(
        path.read_text("utf-8", errors="ignore")
        for path in files
        if path.suffix in READ and "manual" not in path.parts and path != Path(__file__)
    )


@cache
def words() -> frozenset[str]:
    return frozenset(re.findall(r"\w+", sources()))


@cache
def sentences() -> str:
    """All texts in the programs' sources, a line each."""
    files = [path for top in ("hcmd_lab", "ui") for path in sorted((ROOT / top).rglob("*.py"))]
    return "\n".join(
        plain(node.value)
        for path in files
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def prose(page: Path) -> str:
    return CODE.sub("", page.read_text("utf-8"))


def inline(page: Path) -> list[str]:
    return INLINE.findall(BLOCK.sub("", page.read_text("utf-8")))


def other_italics(page: Path) -> Iterator[str]:
    known = window_texts(german=page.name.endswith(".de.md"))
    for place in ITALIC.findall(prose(page)):
        whole = plain(place)
        if whole not in known and not all(part in known for part in whole.split(", ")):
            yield whole


@pytest.mark.parametrize("page", PAGES)
def test_words_in_italics_are_texts_of_windows_or_known_to_be_none(page: str) -> None:
    assert set(other_italics(PAGES[page])) == EMPHASIS.get(page, set())


@pytest.mark.parametrize("page", SAYING)
def test_what_the_program_says_is_quoted_as_it_says_it(page: str) -> None:
    assert [said for said in SAID.findall(prose(PAGES[page])) if said not in sentences()] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_name_in_code_is_one(page: str) -> None:
    named = {each for each in inline(PAGES[page]) if NAME.fullmatch(each)}
    assert named - words() - MADE_OF_PARTS - OF_OTHERS == set()


@pytest.mark.parametrize("page", PAGES)
def test_a_name_is_in_the_file_that_the_page_puts_behind_it(page: str) -> None:
    for name, file in IN_FILE.findall(PAGES[page].read_text("utf-8")):
        path = next(
            (each for each in (ROOT / file, ROOT / "hcmd_lab" / file) if each.exists()), None
        )
        if path is not None:
            assert re.search(rf"\b{name}\b", path.read_text("utf-8")), f"{name} is not in {file}"


@pytest.mark.parametrize("page", [each for each in PAGES if not each.endswith(".de.md")])
def test_a_key_is_that_of_the_act(page: str) -> None:
    declared = sources()
    panels = list(panel_names().values())
    for text, key in KEY.findall(PAGES[page].read_text("utf-8")):
        if re.fullmatch(r"Ctrl\+\d", key):
            assert panels[int(key[-1]) - 1] == text
            continue
        assert f'"{key}"' in declared, f"{text}: {key} is no key"
        assert text in window_texts(german=False)


def test_a_target_that_a_page_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name, page in PAGES.items():
        named = set(TARGET.findall(page.read_text("utf-8")))
        assert named <= targets, f"{name}: {named - targets}"


def test_a_kiosk_s_options_are_those_that_it_has() -> None:
    options = (ROOT / "ui" / "kiosk" / "options.py").read_text("utf-8")
    for name, page in PAGES.items():
        for told in KIOSK.findall(page.read_text("utf-8")):
            for option in re.findall(r"--[a-z-]+", told):
                assert f'"{option}"' in options, f"{name}: hcmd-kiosk {option}"


def test_the_readme_names_the_demo_s_baseline() -> None:
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    baseline = str(SHORT["baseline"]).replace("_", " ")
    assert f"compares the result with the *{baseline}* baseline" in readme


SECTION = re.compile(r"\bsection (\d(?:\.\d)*)")
TOLD_SECTION = re.compile(r"^\| (\d[\d., ]*) \| [^|]+ \| ([^|]+) \|", re.MULTILINE)


def test_a_part_of_the_paper_has_the_section_that_its_code_names() -> None:
    """Modules begin with the section that they follow; the page on paper and code has the same."""
    found = 0
    for told, code in TOLD_SECTION.findall((ROOT / "docs" / "method.md").read_text("utf-8")):
        for file in re.findall(r"`([\w/]+\.py)`", code):
            says = ast.get_docstring(ast.parse((ROOT / file).read_text("utf-8"))) or ""
            for section in SECTION.findall(says):
                found += 1
                assert section in told.split(", "), f"{file}: section {section}, and not {told}"
    assert found >= 8
