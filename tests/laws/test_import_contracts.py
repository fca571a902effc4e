"""The import contracts have no gap through which a new file could slip."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]


def rooms() -> set[str]:
    """The modules and packages at the top of `hcmd_lab`."""
    inside = {path for path in (ROOT / "hcmd_lab").iterdir() if path.name != "__pycache__"}
    packages = {path.name for path in inside if (path / "__init__.py").exists()}
    return packages | {path.stem for path in inside if path.suffix == ".py"} - {"__init__"}


def test_torch_is_banned_from_every_room_but_learning() -> None:
    (ban,) = [
        contract for contract in CONTRACTS if contract["name"] == "Only learning imports torch"
    ]
    wanted = {f"hcmd_lab.{room}" for room in rooms() - {"learning"}} | {"ui"}
    assert set(ban["source_modules"]) == wanted


def test_the_storeys_name_every_room() -> None:
    for contract in CONTRACTS:
        if contract["type"] == "layers":
            assert contract["exhaustive"]
    (storeys,) = [each for each in CONTRACTS if each.get("containers") == ["hcmd_lab"]]
    named = {room.strip() for storey in storeys["layers"] for room in storey.split("|")}
    assert named == rooms()


def linted(tree: Path) -> str:
    """What import-linter says of a copy of the code."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=tree,
        env={"PYTHONPATH": str(tree), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_a_new_file_that_imports_torch_and_the_command_line_is_caught(tmp_path: Path) -> None:
    for part in ("hcmd_lab", "ui"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    assert not linted(tmp_path)
    new = tmp_path / "hcmd_lab" / "novelty.py"
    new.write_text("import torch\n\nfrom hcmd_lab.cli import main\n", encoding="utf-8")
    told = linted(tmp_path)
    assert "novelty" in told  # no storey has it
    new.rename(tmp_path / "hcmd_lab" / "study" / "novelty.py")
    told = linted(tmp_path)
    assert "hcmd_lab.study.novelty -> hcmd_lab.cli" in told
    assert "hcmd_lab.study.novelty -> torch" in told
