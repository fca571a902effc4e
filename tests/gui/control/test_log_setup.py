"""What is logged is found in a file."""

import logging
from pathlib import Path

import pytest

from ui.control.log_setup import set_up_log


@pytest.fixture(autouse=True)
def restore_logging(monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "level", root.level)
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)


def test_what_happens_is_written_down(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "hcmd-lab.log"
    handler = set_up_log(file)
    assert handler is not None
    try:
        logging.getLogger("hcmd_lab.hosting.session_runner").warning("station %s: too late", "7")
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert "WARNING hcmd_lab.hosting.session_runner: station 7: too late" in file.read_text(
        encoding="utf-8"
    )


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be", encoding="utf-8")
    assert set_up_log(tmp_path / "logs" / "hcmd-lab.log") is None
