"""docs/json.md tells every key of every command's `--json`, and what null means there."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.main import get_command
from typer.testing import CliRunner

from docs.json_results.page import PAGE, page, records
from docs.json_results.results import EVENTS, RESULTS
from docs.json_results.shape import fields_of, untold
from hcmd_lab.cli import session_reporter
from hcmd_lab.cli.commands import lab_program
from hcmd_lab.storage.store import Store

pytestmark = pytest.mark.timeout(600)  # a whole small study is played and trained first

SMALL = (
    "groups=[4,4]", "updates=[2,2]", "evaluation_groups=4", "members=2", "min_iterations=1",
    "repetitions=5", "splits=1", "max_epochs=2", "rounds=2",
)  # fmt: skip
SETTINGS = [word for each in SMALL for word in ("--set", each)]

COMMANDS: dict[str, tuple[str, ...]] = {
    "study status": ("study", "status", "{played}"),
    "study remake": ("study", "remake", "{played}"),
    "study back": ("study", "back", "{played}", "--to", "optimize", "--dry-run"),
    "contrast list": ("contrast", "list", "{played}"),
    "mechanism list": ("mechanism", "list", "{played}"),
    "payments": ("payments", "{played}"),
    "attendance": ("attendance", "{played}"),
    "audit": ("audit", "{played}"),
    "gate": ("gate", "{played}"),
    "explain": ("explain", "{played}"),
    "power": ("power", "--share", "0.7", "--correlation", "0.2"),
    "power --every-people": ("power", "--every-people"),
    "export": ("export", "{played}", "{at}/data"),
    "package": ("package", "{played}", "{at}/package"),
    "check": ("check", "{played}"),
    "backup": ("backup", "{played}"),
    "backup --list": ("backup", "{played}", "--list"),
    "restore": ("restore", "{played}"),
    "restore --checkpoints": ("restore", "{played}", "--checkpoints"),
    "restore --as-it-is": ("restore", "{played}", "--as-it-is"),
    "bundle make": ("bundle", "make", "{played}", "{at}/all.hcmd"),
    "bundle merge": ("bundle", "merge", "{played}", "{at}/all.hcmd"),
    "bundle start": ("bundle", "start", "{at}/all.hcmd", "{at}/started"),
    "preregister": ("preregister", "{new}"),
    "import": ("import", "{new}", "{at}/data/long.csv"),
    "take-back": ("take-back", "{new}", "{session}", "--reason", "wrong file"),
    "privacy log": ("privacy", "log", "{played}"),
    "support": ("support", "{at}/help.zip", "--study", "{played}"),
    "room": ("room", "--identity", "{at}/id", "--address", "127.0.0.1", "--port", "0",
             "--seconds", "1"),
}  # fmt: skip
"""Run in this order: a later one reads what an earlier one has made."""

STORED = {"model", "optimize", "converge", "evaluate"}
"""Told of the results that the study keeps, which these commands print."""

ELSEWHERE = {"simulate", "replicate", "updates show", "updates offer"}
"""`simulate` is run by the fixture; the others need hours, or kiosks."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What each command printed."""
    at = tmp_path_factory.mktemp("json")
    named = {"at": str(at), "played": str(at / "played"), "new": str(at / "new"), "session": ""}
    run, program = CliRunner().invoke, lab_program()
    told: dict[str, Any] = {}
    words = ["simulate", "--study", named["played"], "--seed", "5", *SETTINGS, "--json"]
    told["simulate"] = json.loads(run(program, words).stdout)
    run(program, ["study", "new", named["new"], *SETTINGS])
    for name, words in COMMANDS.items():
        ended = run(program, [*(word.format(**named) for word in words), "--json"])
        assert ended.stdout, (name, ended.exception, ended.stderr)
        told[name] = json.loads(ended.stdout)
        if name == "import":
            named["session"] = told[name]["session"]
    with Store.read(at / "played") as store:
        for run_row in store.learned.runs():
            told[run_row.kind] = msgspec.to_builtins(run_row.result, str_keys=True)
    return told


def test_the_page_is_as_the_code_makes_it() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m docs.json_results"


@pytest.mark.parametrize("command", sorted(RESULTS.keys() - ELSEWHERE - STORED | {"simulate"}))
def test_each_key_that_is_printed_is_told(printed: dict[str, Any], command: str) -> None:
    assert list(untold(printed[command], RESULTS[command])) == []


@pytest.mark.parametrize(
    ("command", "kind"),
    [("model", "model"), ("optimize", "optimize"), ("converge", "convergence"),
     ("evaluate", "evaluate")],
)  # fmt: skip
def test_each_key_of_a_step_is_told(printed: dict[str, Any], command: str, kind: str) -> None:
    beside = {"standing": "", "lacking": []}
    if command == "converge":
        beside["recommendation"] = "stop"
    assert list(untold(printed[kind] | beside, RESULTS[command])) == []


def test_each_command_with_json_is_told() -> None:
    told = {each.partition(" --")[0] for each in RESULTS} | {"serve"}
    assert set(with_json(get_command(lab_program()))) == told


def with_json(command: Any, name: str = "") -> Iterator[str]:
    """Names of the commands that can print JSON; that of `demo` names a file."""
    inner = getattr(command, "commands", None)
    if inner is not None:
        for each, within in inner.items():
            yield from with_json(within, f"{name} {each}".strip())
    elif any("--json" in each.opts and each.is_flag for each in command.params):
        yield name


def test_each_field_of_a_record_is_told() -> None:
    untold_ones = {
        each.__name__: [name for name, told in fields_of(each).items() if not told]
        for each in records()
    }
    assert {name: fields for name, fields in untold_ones.items() if fields} == {}


def test_each_event_that_serving_prints_is_told() -> None:
    tree = ast.parse(Path(session_reporter.__file__).read_text("utf-8"))
    found = {}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            given = {word.arg: word.value for word in call.keywords}
            event = given.pop("event", None)
            if isinstance(event, ast.Constant):
                found[event.value] = set(given)
    assert found == {event: set(keys) for event, keys in EVENTS.items()}
