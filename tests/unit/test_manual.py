"""The manual is whole: its pages, its links, its commands, its code."""

import ast
import itertools
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest
from step_results import COMPARED, MODELLED, OPTIMIZED, store_turn
from studies import playable_study
from told_studies import Bookshelf, Told
from typer.main import get_command

from docs.reference.interface import PAGES as INTERFACE
from docs.reference.interface import Page
from docs.reference.module_page import page_text, public_names
from hcmd_lab.cli.commands import lab_program
from hcmd_lab.export.study_export import export_study
from hcmd_lab.game.mechanisms import NEWEST
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.inference.counting import all_votes, compared_groups
from hcmd_lab.inference.verdict import judge
from hcmd_lab.processes import STATION
from hcmd_lab.storage.store import Store
from hcmd_lab.study.arena import plan_contrast
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.vote_plan import VotePlan

WHOLE = get_command(lab_program())

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FRONT = ("README.md", "CONTRIBUTING.md", "SECURITY.md")
PAGES = sorted([*DOCS.glob("*.md"), *(ROOT / each for each in FRONT)])
SHELL = re.compile(r"^```(?:sh|powershell)?\n(.*?)^```", re.DOTALL | re.MULTILINE)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`(hcmd-lab [^`]+)`")
LOADED = re.compile(r"<(?:script|link|img)\b[^>]*")
FETCHED = re.compile(r"""(?:src|href)=["']?(?:https?:)?//""")
OTHERWISE = {"open", "doctor", STATION}
"""Commands that are no part of the command line's tree."""


def test_it_is_built_without_a_warning(tmp_path: Path) -> None:
    place = tmp_path / "manual"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(place)]
    built = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    pages = list(place.rglob("*.html"))
    assert place / "index.html" in pages
    for made in INTERFACE:
        assert place / "api" / f"{made.name}.html" in pages
    way = (place / "setting" / "decide_s.html").read_text("utf-8")
    assert "url=../settings.html#decide_s" in way
    assert 'id="decide_s"' in (place / "settings.html").read_text("utf-8")
    for page in pages:
        for tag in LOADED.findall(page.read_text("utf-8")):
            assert not FETCHED.search(tag), f"{page.name} needs a network: {tag}"


def commands(page: Path) -> Iterator[list[str]]:
    """The lab's commands that a page shows, in words."""
    text = page.read_text("utf-8")
    lines = [line for block in SHELL.findall(text) for line in block.splitlines()]
    for line in [*lines, *INLINE.findall(text)]:
        told = line.strip().replace("\\", "")
        if told.startswith("hcmd-lab ") and "|" not in told:
            yield shlex.split(told, comments=True)[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_shows_is_one(page: Path) -> None:
    for words in commands(page):
        if not words or words[0] in OTHERWISE or words[0].startswith(("-", "…", "...")):
            continue
        command: click.Command = WHOLE
        while hasattr(command, "commands") and words:
            assert words[0] in command.commands, f"{page.name}: hcmd-lab … {words[0]}"
            command = command.commands[words.pop(0)]
        flags = {
            name: getattr(each, "is_flag", False) for each in command.params for name in each.opts
        }
        flags |= {"--help": True, "-h": True}
        for word, after in itertools.pairwise([*words, "--"]):
            option, given, _ = word.strip("[]").partition("=")
            if option.startswith("--"):
                assert option in flags, f"{page.name}: {command.name} {option}"
                has_value = given or not after.startswith("--")
                assert flags[option] or has_value, f"{page.name}: {option} needs a value"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("manual")
    with Store.open(playable_study(place / "study", 4)) as store:
        play_simulated(Study(store), "acquire", 2)
        store_turn(store)
        export_study(store, place / "data")
    return place


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of a study with two contrasts, and what the program says of the last one."""
    place = tmp_path_factory.mktemp("cookbook")
    converged = msgspec.structs.replace(COMPARED, converged=True, beats_all=False)
    results = {Step.MODEL: MODELLED, Step.OPTIMIZE: OPTIMIZED, Step.CONVERGENCE: converged}
    with Store.open(Bookshelf(place).study(Told("trained", results, simulated=True))) as store:
        study = Study(store)
        for other in ("strict_egalitarian", "libertarian"):
            plan_contrast(study, NEWEST, other, 4)
        play_simulated(study, "evaluate", 8)
        found = compared_groups(study.shown_groups(), "theta_1", "libertarian", PAPER_GAME)
        verdict = judge(all_votes(found), VotePlan())
        (place / "verdict.json").write_text(json.dumps([verdict.share.estimate, verdict.p_value]))
        export_study(store, place / "data")
    return place


def test_the_cookbook_s_code_runs_and_counts_as_the_program(compared: Path) -> None:
    code = "\n".join(PYTHON.findall((DOCS / "cookbook.md").read_text("utf-8")))
    checks = """
import json
assert len(curves) and curves["mean"].between(0, 1).all()
assert len(cast) > len(compared) == int(counts.to_numpy().sum()) == 4 * 4
assert set(compared["for"]) == {"theta_1", "libertarian"} and mechanism == "theta_1"
told = json.loads(Path("verdict.json").read_text())
assert share == told[0] and abs(p_value - told[1]) < 0.02
assert sign_flip(np.ones(8)) < 0.02
assert sign_flip(np.ones(40), draws=99) == 0.01
assert len(heat) == sum(own + 1 for own in (2, 4, 6, 8, 10)) and (heat.columns == range(11)).all()
assert heat.loc[(10, 0)].iloc[1:].notna().all()
assert surprise.empty, "people of one iteration have nobody to be compared with"
assert expected.loc[1, 0] == 0.6
assert list(winning["curve.value"].iloc[:, 0]) == [0.5, 0.52, 0.53]
assert held_out.shape == (3, 1)
assert {"mechanism.name", "mechanism.file"} <= set(mechanisms)
assert inequality.between(0, 1).all()
assert abs(gini(np.array([0.0, 0.0, 0.0, 8.0])) - 0.75) < 1e-12
"""
    done = subprocess.run(
        [sys.executable, "-c", code + checks],
        cwd=compared, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module", params=[0, 2], ids=["no_session", "acquire"])
def begun(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The export of a study that has trained and compared nothing yet."""
    place = tmp_path_factory.mktemp("begun")
    with Store.open(playable_study(place / "study", 4)) as store:
        if request.param:
            play_simulated(Study(store), "acquire", request.param)
        export_study(store, place / "data")
    return place


def test_the_cookbook_s_code_runs_before_there_are_votes(begun: Path) -> None:
    code = "\n".join(PYTHON.findall((DOCS / "cookbook.md").read_text("utf-8")))
    checks = """
assert compared.empty and counts.empty and surprise.empty and winning.empty
assert len(heat) == sum(own + 1 for own in (2, 4, 6, 8, 10))
"""
    done = subprocess.run(
        [sys.executable, "-c", code + checks],
        cwd=begun, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_cookbook_names_what_its_code_needs() -> None:
    page = (DOCS / "cookbook.md").read_text("utf-8")
    code = ast.parse("\n".join(PYTHON.findall(page)))
    needed = {
        name.partition(".")[0]
        for node in ast.walk(code)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom)
                     else [each.name for each in node.names])
    }  # fmt: skip
    brings = {"pandas": {"pandas", "numpy"}}
    told = re.findall(r"`pip install ([a-z ]+)`", page.partition("## ")[0])
    assert needed - sys.stdlib_module_names == {
        name for each in told for package in each.split() for name in brings[package]
    }


def test_the_cookbook_names_every_reason_to_leave_a_group_out() -> None:
    row = r"`group\.exclusion` \| string \|  \| ([\w, ]+) \|"
    allowed = re.search(row, (DOCS / "data-dictionary.md").read_text("utf-8"))
    assert allowed
    page = (DOCS / "cookbook.md").read_text("utf-8")
    told = page.partition("says why another one never")[2].partition("A group that still plays")[0]
    assert set(re.findall(r"`(\w+)`", told)) == set(allowed[1].split(", "))


def test_the_code_of_the_page_on_scripts_runs(exported: Path) -> None:
    code = "\n".join(PYTHON.findall((DOCS / "scripting.md").read_text("utf-8")))
    checks = """
assert abs(sum(shares) - 1) < 1e-12
assert sum(payouts) == 160 * sum(contributions)
assert sum(rewards) == sum(payouts) + 100 * (sum(endowments) - sum(contributions))
assert len(groups) == 2 and "theta_0" in names
assert verdict.share.low < verdict.share.estimate < verdict.share.high
"""
    done = subprocess.run(
        [sys.executable, "-c", code + checks],
        cwd=exported, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", INTERFACE, ids=lambda page: page.name)
def test_a_page_of_the_interface_has_everything_public(page: Page) -> None:
    text = page_text(page)
    for module in page.modules:
        assert f"## {module}\n" in text
        for name in public_names(module):
            assert f"{{ #{module}.{name} }}" in text
    assert "Args:" not in text, "sections are told as lists"
    assert "Attributes:" not in text
