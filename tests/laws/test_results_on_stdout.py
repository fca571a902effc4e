"""What a command found or did is on stdout; with --json it is JSON there, and nothing else is said.

Every command of `hcmd-lab` stands in one of the two tables below.
"""

import ast
import json
import math
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from forked_lab import ForkedLab, forked_lab
from gated_studies import modelled_study, prospect
from typer.main import get_command
from typer.testing import CliRunner

from hcmd_lab.cli.commands import lab_program
from hcmd_lab.cli.output import print_json
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

ROOT = Path(__file__).parents[2]
app = lab_program()
WHOLE = get_command(app)

# Commands with their arguments; {out} is a path where nothing is, {bundle} and {list} are files.
RESULTS: dict[str, tuple[str, ...]] = {
    "attendance": ("{study}",),
    "audit": ("{study}",),
    "backup": ("{study}",),
    "bundle make": ("{study}", "{out}"),
    "bundle merge": ("{study}", "{bundle}"),
    "bundle start": ("{bundle}", "{out}"),
    "check": ("{study}",),
    "contrast list": ("{study}",),
    "contrast plan": ("{study}", "theta_0", "libertarian"),
    "dictionary": (),
    "explain": ("{study}", "--mechanism", "theta_0"),
    "export": ("{study}", "{out}"),
    "gate": ("{study}", "--mechanism", "theta_1"),
    "guests check": ("{list}",),
    "guests codes": ("3", "{out}.csv"),
    "mechanism export": ("{study}", "theta_0", "{out}.csv"),
    "mechanism family": ("{study}", "--own-weight", "0.3", "--relative-weight", "0.7"),
    "mechanism list": ("{study}",),
    "mechanism rule": ("{study}", "--of", "theta_0"),
    "mechanism template": ("{out}.csv",),
    "package": ("{study}", "{out}"),
    "payments": ("{study}",),
    "power": ("--share", "0.7", "--correlation", "0.2"),
    "preregister": ("{study}",),
    "privacy log": ("{study}",),
    "privacy purge": ("{study}", "--reason", "over", "--yes"),
    "restore": ("{study}", "--checkpoints"),
    "room": ("--identity", "{out}", "--address", "127.0.0.1", "--port", "0", "--seconds", "1"),
    "script check": ("{study}",),
    "script new": ("{study}", "--language", "en"),
    "script show": ("{study}",),
    "settings": (),
    "study duplicate": ("{study}", "{out}"),
    "study new": ("{out}", "--preset", "quick"),
    "study remake": ("{study}",),
    "study status": ("{study}",),
    "support": ("{out}.zip", "--study", "{study}"),
    "updates new-keys": ("{out}",),
}

ENDS_WITH_1 = {"check", "restore", "room", "study remake"}
"""The study is one that nobody has trained; these are results."""

ELSEWHERE = {
    "contrast drop", "demo", "evaluate", "converge", "import", "kiosks list", "kiosks release",
    "kiosks wake", "mechanism import", "mechanism remove", "mechanism rename", "mechanism take",
    "model", "optimize", "privacy withdraw", "replicate", "report", "serve", "simulate",
    "study begin", "study back", "study delete", "study extend", "study more-groups", "take-back",
    "updates offer", "updates show", "updates sign",
}  # fmt: skip
"""Those that need more than a study; the tests of their own read their results from stdout."""

REFUSED = (
    ("contrast drop", "{study}", "7"),
    ("evaluate", "{study}"),
    ("converge", "{study}"),
    ("kiosks release", "7", "--identity", "{out}"),
    ("mechanism export", "{study}", "nobody", "{out}"),
    ("mechanism remove", "{study}", "nobody"),
    ("mechanism rename", "{study}", "nobody", "somebody"),
    ("mechanism take", "{study}", "{out}"),
    ("payments", "{study}", "nobody"),
    ("preregister", "{study}", "--show"),
    ("privacy withdraw", "{study}", "nobody", "nobody", "--reason", "over", "--yes"),
    ("restore", "{study}"),
    ("serve", "{study}", "--resume"),
    ("study begin", "{study}"),
    ("study extend", "{study}", "--groups", "0"),
    ("study more-groups", "{study}", "--groups", "4"),
    ("take-back", "{study}", "nobody", "--reason", "over", "--yes"),
    ("updates show", "{study}"),
)
"""Commands that this study, or an empty place, refuses."""


PROGRESS = (
    "Export",
    "Check",
    "First mechanism",
    "Support file",
    "The mechanism is read",
    "Evaluations are",
    *"⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏",
)


def commands(group: click.Command, path: str = "") -> Iterator[str]:
    if not hasattr(group, "commands"):
        yield path
        return
    for name, each in group.commands.items():
        yield from commands(each, f"{path} {name}".strip())


def takes_json(path: str) -> bool:
    command = WHOLE
    for name in path.split():
        command = command.commands[name]
    return any("--json" in each.opts for each in command.params)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = modelled_study(tmp_path_factory.mktemp("law") / "study", foreseen=prospect(0.2))
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
    return folder


def run(original: Path, place: Path, path: str, *more: str) -> tuple[int, str, str]:
    study = Path(shutil.copytree(original, place / "study"))
    names = {
        "study": study, "out": place / "out", "bundle": place / "b.hcmd", "list": place / "l.csv",
    }  # fmt: skip
    names["list"].write_text("Ann\nBen\n", encoding="utf-8")
    runner = CliRunner()
    if "{bundle}" in RESULTS[path]:
        made = runner.invoke(app, ["bundle", "make", str(study), str(names["bundle"])])
        assert made.exit_code == 0
    given = [each.format(**names) for each in RESULTS[path]]
    done = runner.invoke(app, [*path.split(), *given, *more])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def test_every_command_is_here() -> None:
    assert set(commands(WHOLE)) == set(RESULTS) | ELSEWHERE
    assert not set(RESULTS) & ELSEWHERE


@pytest.mark.parametrize("path", RESULTS)
def test_the_result_is_on_stdout(original: Path, tmp_path: Path, path: str) -> None:
    code, out, err = run(original, tmp_path, path)
    assert (code, bool(out.strip())) == (int(path in ENDS_WITH_1), True), err
    assert all(line.strip().startswith(PROGRESS) for line in err.splitlines() if line.strip()), err


@pytest.mark.parametrize("path", [each for each in RESULTS if takes_json(each)])
def test_json_is_all_that_is_said(original: Path, tmp_path: Path, path: str) -> None:
    code, out, _ = run(original, tmp_path, path, "--json")
    assert code == int(path in ENDS_WITH_1)
    json.loads(out)


def test_what_is_no_number_is_null_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shares = [math.nan, math.inf, 0.1]
    print_json({"shares": shares, "by_group": {1: 2}, "folder": tmp_path})
    assert json.loads(capsys.readouterr().out) == {
        "shares": [None, None, 0.1], "by_group": {"1": 2}, "folder": str(tmp_path),
    }  # fmt: skip


@pytest.fixture(scope="module")
def lab() -> Iterator[ForkedLab]:
    with forked_lab() as running:
        yield running


@pytest.mark.parametrize("refused", REFUSED, ids=lambda words: words[0])
def test_what_is_refused_is_told_in_a_sentence(
    original: Path, tmp_path: Path, lab: ForkedLab, refused: tuple[str, ...]
) -> None:
    path, *given = refused
    words = [each.format(study=original, out=tmp_path / "out") for each in given]
    for more in [(), ("--json",)] if takes_json(path) else [()]:
        code, out, err = lab.run(*path.split(), *words, *more)
        assert code in (1, 2)
        assert out == ""
        assert err.splitlines()[-1].startswith("hcmd-lab: ")


def ends() -> Iterator[int]:
    """The codes with which a command ends by what stands in its module."""
    for path in sorted((ROOT / "hcmd_lab" / "cli").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        named = {
            node.targets[0].id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
            and isinstance(node.value, ast.Constant)
        }  # fmt: skip
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Attribute):
                code = node.args[0]
                if node.func.attr.lower() != "exit":
                    continue
                if isinstance(code, ast.Constant) and isinstance(code.value, int):
                    yield code.value
                elif isinstance(code, ast.Name) and isinstance(named.get(code.id), int):
                    yield int(named[code.id])


def test_the_page_on_scripts_tells_every_exit_code() -> None:
    page = (ROOT / "docs" / "scripting.md").read_text("utf-8")
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    assert told == {0, OperatorError.exit_code, UsageError.exit_code, *ends()}


def test_a_table_is_whole_in_a_file(original: Path, tmp_path: Path) -> None:
    _, out, _ = run(original, tmp_path, "explain")
    assert "…" not in out
    assert any("Each tail has" in line and "R²" in line
               for line in out.splitlines())  # fmt: skip


def program(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hcmd_lab", *map(str, arguments)]
    return subprocess.run(command, text=True, check=False, timeout=60, **options)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_where_nothing_can_be_written_a_sentence_says_so(
    original: Path, more: tuple[str, ...]
) -> None:
    with open("/dev/full", "w") as full:
        done = program("study", "status", original, *more, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.startswith("hcmd-lab: The result cannot be written to standard output (")
    assert len(done.stderr.splitlines()) == 1


def test_an_encoding_without_the_signs_stops_nothing(
    original: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = program("explain", original, "--mechanism", "theta_0", capture_output=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "R^2" in done.stdout
    assert "theta_0" in done.stdout


@pytest.mark.parametrize("path", ["", *sorted({each.split()[0] for each in RESULTS})])
def test_h_is_help(path: str) -> None:
    asked = CliRunner().invoke(app, [*path.split(), "-h"])
    assert asked.exit_code == 0
    assert asked.stdout == CliRunner().invoke(app, [*path.split(), "--help"]).stdout
