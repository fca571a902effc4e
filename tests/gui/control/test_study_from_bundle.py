"""A study is made from a bundle beside the window, and cancelled it is not there."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from desk_in_window import desk_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.bundles import starting
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.storage.store import Store
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from ui.control.bundle_start_dialog import BundleStartDialog
from ui.control.desk import Desk
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

ENOUGH_MS = 20_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> ControlWindow:
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    qtbot.addWidget(made, before_close_func=lambda _: desk_of(made).close_study())
    made.take(Desk(made))
    made.show()
    desk_of(made).open_study(playable_study(tmp_path / "open", 4))
    return made


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    with Store.open(playable_study(tmp_path / "theirs", 4)) as store:
        play_simulated(Study(store), "acquire", 4)
        make_bundle(ReadOnlyStudy(store), tmp_path / "theirs.hcmd")
    return tmp_path / "theirs.hcmd"


@pytest.fixture
def begin(
    window: ControlWindow, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], BundleStartDialog]:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bundle), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "new"), ""))

    def trigger() -> BundleStartDialog:
        window.menus.bundle_requested.emit()
        (dialog,) = window.findChildren(BundleStartDialog)
        return dialog

    return trigger


class Held:
    """The merge, which waits in its first half until it may go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stands, self.go_on = threading.Event(), threading.Event()
        self._merge = starting.merge
        monkeypatch.setattr(starting, "merge", self)

    def __call__(self, study: Study, planned: object, on_progress: object) -> None:
        self.stands.set()
        assert self.go_on.wait(ENOUGH_MS / 1000)
        self._merge(study, planned, on_progress)  # type: ignore[arg-type]


def test_it_is_made_beside_the_window_and_opened(
    qtbot: QtBot,
    window: ControlWindow,
    tmp_path: Path,
    begin: Callable[[], BundleStartDialog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = desk_of(window)
    held = Held(monkeypatch)
    dialog = begin()
    told: list[int] = []
    dialog.progress.valueChanged.connect(told.append)
    qtbot.waitUntil(held.stands.is_set, timeout=ENOUGH_MS)
    assert dialog.isVisible()  # and the window is drawn meanwhile
    assert desk.study.store.folder.path == tmp_path / "open"
    with qtbot.waitSignal(desk.study_opened, timeout=ENOUGH_MS):
        held.go_on.set()
    assert desk.study.store.folder.path == tmp_path / "new"
    assert len(desk.study.played(("acquire",))) == 4
    assert max(told) > 0
    assert not dialog.isVisible()


@pytest.mark.parametrize("by", ["button", "escape"])
def test_cancelled_it_is_not_there(
    qtbot: QtBot,
    window: ControlWindow,
    tmp_path: Path,
    begin: Callable[[], BundleStartDialog],
    monkeypatch: pytest.MonkeyPatch,
    by: str,
) -> None:
    held = Held(monkeypatch)
    dialog = begin()
    qtbot.waitUntil(held.stands.is_set, timeout=ENOUGH_MS)
    assert list(tmp_path.glob(".new.*"))
    assert not (tmp_path / "new").exists()
    threading.Timer(0.1, held.go_on.set).start()
    if by == "button":
        dialog.cancel.click()
    else:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not list(tmp_path.glob(".new.*")), timeout=ENOUGH_MS)
    assert not (tmp_path / "new").exists()
    assert desk_of(window).study.store.folder.path == tmp_path / "open"
    assert not window.banner.isVisible()


def test_what_cannot_be_made_is_told_in_the_window(
    qtbot: QtBot,
    window: ControlWindow,
    bundle: Path,
    begin: Callable[[], BundleStartDialog],
) -> None:
    bundle.write_bytes(b"no bundle")
    dialog = begin()
    with qtbot.waitSignal(dialog.failed, timeout=ENOUGH_MS) as told:
        pass
    assert "theirs.hcmd" in told.args[0]
    assert window.banner.isVisible()
    assert desk_of(window).opened is not None
