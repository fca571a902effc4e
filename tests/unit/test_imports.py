"""What each program loads, and the layers of the code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("torch", "torch_geometric", "numba", "scipy", "pyqtgraph")


def loaded(statement: str) -> set[str]:
    """The modules in a fresh interpreter after a statement."""
    program = f"import sys; {statement}; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(result.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "hcmd_lab.cli.main",
        "hcmd_lab.cli.commands; hcmd_lab.cli.commands.lab_program()",
        "hcmd_lab.hosting.session_host",
        "hcmd_lab.training",
        "hcmd_lab.study.study",
    ],
)
def test_the_lab_loads_no_torch(module: str) -> None:
    assert not loaded(f"import {module}").intersection(HEAVY)


def test_a_kiosk_loads_neither_torch_nor_a_database_nor_numpy() -> None:
    forbidden = {*HEAVY, "numpy", "sqlite3", "sqlite_utils", "cryptography", "typer", "rich"}
    assert not loaded("import ui.kiosk.main").intersection(forbidden)


def test_the_packaged_kiosk_leaves_out_nothing_that_it_loads() -> None:
    spec = ast.parse((ROOT / "build_installer.spec").read_text(encoding="utf-8"))
    lists = {
        ast.unparse(node.targets[0]): ast.literal_eval(node.value)
        for node in spec.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List)
    }
    assert "hcmd_lab.figures" in lists["LAB_ALONE"]
    assert not loaded("import ui.kiosk.main, ui.kiosk.kiosk").intersection(lists["LAB_ALONE"])


def test_a_kiosks_window_loads_no_more_than_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")  # QtDBus serves a bus alone
    window = (
        "from ui.kiosk.options import parse_options; "
        "from ui.kiosk.kiosk_program import make_application; "
        f"options = parse_options(['--state-dir', {str(tmp_path)!r}, '--child', 'first']); "
        "application = make_application(options); "
        "from ui.kiosk.kiosk import Kiosk; "
        "kiosk = Kiosk(options); kiosk.start(); application.processEvents(); "
        "assert kiosk.window.isFullScreen(); kiosk.stop()"
    )
    forbidden = {
        *HEAVY, "numpy", "sqlite3", "sqlite_utils", "cryptography", "typer", "rich",
        "platformdirs", "PySide6.QtDBus", "PySide6.QtQml", "PySide6.QtWebEngineWidgets",
    }  # fmt: skip
    assert not loaded(window).intersection(forbidden)


def test_the_game_needs_nothing_but_the_standard_library() -> None:
    modules = "hcmd_lab.game.session, hcmd_lab.game.director, hcmd_lab.game.view"
    added = loaded(f"import {modules}") - loaded("pass")
    assert {name.partition(".")[0] for name in added} - sys.stdlib_module_names == {"hcmd_lab"}


def test_imports_go_one_way() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
