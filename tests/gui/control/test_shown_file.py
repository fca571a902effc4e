from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

import ui
from ui.control.shown_file import show_file


@pytest.mark.parametrize("name", ["a #1 50% file.pdf", "תיקייה"])
def test_a_file_is_opened_as_it_is_called(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.chdir(tmp_path)
    show_file(tmp_path / name)
    show_file(Path(name))
    assert list(map(Path, opened)) == 2 * [tmp_path / name]


def test_nothing_else_opens_files() -> None:
    sources = Path(ui.__file__).parent.rglob("*.py")
    naming = {path.name for path in sources if "QDesktopServices" in path.read_text("utf-8")}
    assert naming == {"shown_file.py"}
