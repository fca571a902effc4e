"""Work in the window that is cancelled, or whose study is left while it runs."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shown_data import ENOUGH_MS, shown_data
from told_studies import CASES, Bookshelf

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study.candidates import Candidate, family_member
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.wanted import still_wanted
from ui.control.background import OnProgress
from ui.control.data import study_tasks
from ui.control.data.study_tasks import Outcome
from ui.control.data_panel import DataPanel
from ui.control.departure import Departure
from ui.control.desk import Desk
from ui.control.mechanisms_panel import MechanismsPanel

NOTHING = "Cancelled; nothing was written."


def study(shelf: Bookshelf, place: Path) -> Path:
    (told,) = (each for each in CASES if each.name == "preferred, people")
    return shutil.copytree(shelf.study(told), place)


@pytest.fixture
def desk(qtbot: QtBot, shelf: Bookshelf, tmp_path: Path) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    desk = Desk()
    desk.open_study(study(shelf, tmp_path / "study"))
    yield desk
    desk.close_study()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> DataPanel:
    return shown_data(qtbot, desk)


def told(qtbot: QtBot, panel: DataPanel) -> str:
    qtbot.waitUntil(lambda: not panel.work.bar.cancel.isVisible(), timeout=ENOUGH_MS)
    return panel.work.bar.words.text()


class Held:
    """A task that stands still until it is let go, as long work does for its user."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        self.begun, self.go = threading.Event(), threading.Event()
        real: Callable[..., object] = getattr(study_tasks, name)

        def task(store: Store, on_progress: OnProgress, **choices: object) -> object:
            self.begun.set()
            assert self.go.wait(ENOUGH_MS / 1000)
            return real(store, on_progress, **choices)

        monkeypatch.setattr(study_tasks, name, task)

    def wait(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(self.begun.is_set, timeout=ENOUGH_MS)


@pytest.mark.parametrize("name", ["write_page", "write_pdf", "check"])
def test_a_cancel_is_heard_and_said(
    qtbot: QtBot, panel: DataPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    held = Held(monkeypatch, name)
    getattr(panel, name)()
    held.wait(qtbot)
    panel.work.bar.cancel.click()
    assert panel.work.bar.words.text() == "It is being cancelled."
    assert not panel.work.bar.cancel.isEnabled()
    held.go.set()
    assert told(qtbot, panel) == NOTHING
    assert not (desk.study.store.folder.path / "report").exists()
    getattr(panel, name)()
    assert panel.work.bar.cancel.isEnabled()
    assert told(qtbot, panel) != NOTHING


def test_a_cancel_that_came_too_late_is_said(
    qtbot: QtBot, panel: DataPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_tasks, "check", lambda _store, _told: Outcome("Intact."))
    held = Held(monkeypatch, "check")
    panel.check()
    held.wait(qtbot)
    panel.work.bar.cancel.click()
    held.go.set()
    assert told(qtbot, panel) == "It was done before it could be cancelled. Intact."


def test_a_fault_is_not_told_as_a_cancel(
    qtbot: QtBot, panel: DataPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: met.append(told.exc_value))

    def fail(_store: Store, _told: OnProgress) -> Outcome:
        raise ZeroDivisionError

    monkeypatch.setattr(study_tasks, "check", fail)
    held = Held(monkeypatch, "check")
    panel.check()
    held.wait(qtbot)
    panel.work.bar.cancel.click()
    held.go.set()
    assert told(qtbot, panel) == "A fault in the program ended this."
    assert [type(each) for each in met] == [ZeroDivisionError]


def test_exports_that_still_hold_somebody_are_told_after_a_cancel(
    qtbot: QtBot, panel: DataPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, "renew")

    def listening(store: Store, on_progress: OnProgress, **_: object) -> Outcome:
        held.begun.set()
        held.go.wait(ENOUGH_MS / 1000)
        on_progress(1, 2)
        return Outcome("Made again.")

    monkeypatch.setattr(study_tasks, "renew", listening)
    panel.renew([("ABCDE", "FGHIJ")])
    held.wait(qtbot)
    panel.work.bar.cancel.click()
    held.go.set()
    said = "Cancelled; exports that were not made again still hold data of whoever has withdrawn."
    assert told(qtbot, panel) == said


def test_what_was_planned_for_one_study_is_not_merged_into_another(
    qtbot: QtBot,
    panel: DataPanel,
    desk: Desk,
    shelf: Bookshelf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("ui.control.data_panel.confirm", lambda *told, **_: asked.append(told))
    sent = bundle_of_another(desk, tmp_path)
    held = Held(monkeypatch, "plan")
    panel.merge(sent)
    held.wait(qtbot)
    held.go.set()
    desk.open_study(study(shelf, tmp_path / "another"))
    assert not panel.work.bar.isVisible()
    before = desk.study.store.log.count()
    panel.check()  # a task of the other study waits for nothing
    qtbot.waitUntil(lambda: not panel.work.is_running, timeout=ENOUGH_MS)
    assert asked == []
    assert desk.study.store.log.count() == before


@pytest.mark.parametrize("late", [True, False])
def test_a_merge_is_not_asked_for_once_its_plan_was_cancelled(
    qtbot: QtBot,
    panel: DataPanel,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    late: bool,
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("ui.control.data_panel.confirm", lambda *told, **_: asked.append(told))
    if late:
        with Store.read(desk.study.store.folder.path) as store:
            planned = study_tasks.plan(store, lambda *_: None, bundle_of_another(desk, tmp_path))
        monkeypatch.setattr(study_tasks, "plan", lambda _store, _told, **_: planned)
    held = Held(monkeypatch, "plan")
    panel.merge(bundle_of_another(desk, tmp_path))
    held.wait(qtbot)
    panel.work.bar.cancel.click()
    held.go.set()
    assert told(qtbot, panel) == NOTHING
    assert asked == []


def bundle_of_another(desk: Desk, tmp_path: Path) -> Path:
    place = tmp_path / f"lab {len(list(tmp_path.iterdir()))}"
    place.mkdir()
    with Store.read(desk.study.store.folder.path) as store:
        make_bundle(ReadOnlyStudy(store), place / "design.hcmd")
    start_study(read_bundle(place / "design.hcmd"), place / "other")
    with Store.open(place / "other") as store:
        play_simulated(Study(store), "pilot", 1)
        make_bundle(ReadOnlyStudy(store), place / "sent.hcmd")
    return place / "sent.hcmd"


def test_leaving_says_what_is_cancelled_and_leaves_nothing(
    qtbot: QtBot, panel: DataPanel, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences: list[str] = []

    def agree(_parent: object, _title: str, sentence: str, *_: object, **__: object) -> bool:
        sentences.append(sentence)
        return True

    monkeypatch.setattr("ui.control.departure.confirm", agree)
    held = Held(monkeypatch, "export")
    panel.export(tmp_path / "export")
    held.wait(qtbot)
    threading.Timer(0.1, held.go.set).start()
    left: list[bool] = []
    Departure(desk, panel).request("Close the study?", "Close", lambda: left.append(True))
    assert sentences == ["The data are being exported. It is cancelled unless it is done by then."]
    assert left == [True]
    assert desk.opened is None
    assert not (tmp_path / "export").exists()
    qtbot.waitUntil(lambda: not panel.work.is_running, timeout=ENOUGH_MS)
    assert not panel.work.bar.isVisible()
    assert desk.at_work == []


@pytest.mark.parametrize("leaves", [True, False])
def test_a_mechanism_that_was_cancelled_or_is_of_another_study_is_not_added(
    qtbot: QtBot, desk: Desk, shelf: Bookshelf, tmp_path: Path, leaves: bool
) -> None:
    panel = MechanismsPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    begun, go = threading.Event(), threading.Event()

    def make(study: ReadOnlyStudy) -> Candidate:
        begun.set()
        go.wait(ENOUGH_MS / 1000)
        return family_member(study, own_weight=0.25, relative_weight=0.75)

    panel.add("It is being made.", make)
    qtbot.waitUntil(begun.is_set, timeout=ENOUGH_MS)
    if leaves:
        desk.open_study(study(shelf, tmp_path / "another"))
    else:
        panel.work.bar.cancel.click()
    before = len(desk.study.store.learned.mechanisms())
    go.set()
    qtbot.waitUntil(lambda: not panel.work.is_running, timeout=ENOUGH_MS)
    assert len(desk.study.store.learned.mechanisms()) == before
    if leaves:
        assert not panel.work.bar.isVisible()
    else:
        assert panel.work.bar.words.text() == "Cancelled; nothing was added."


def test_a_table_whose_writing_is_cancelled_is_told(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = MechanismsPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    begun, go = threading.Event(), threading.Event()

    def write(_path: Path, _table: object) -> int:
        begun.set()
        go.wait(ENOUGH_MS / 1000)
        still_wanted()
        return 7

    monkeypatch.setattr("ui.control.mechanisms_panel.write_mechanism", write)
    entry = panel.library.chosen
    assert entry is not None
    panel.save(entry, tmp_path / "table.csv")
    qtbot.waitUntil(begun.is_set, timeout=ENOUGH_MS)
    assert desk.at_work == ["The table is being written."]
    panel.work.bar.cancel.click()
    go.set()
    qtbot.waitUntil(lambda: not panel.work.is_running, timeout=ENOUGH_MS)
    assert panel.work.bar.words.text() == NOTHING
