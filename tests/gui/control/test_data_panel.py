"""The data panel: what is in a study, and what can be made of it."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import figure_records as records
import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot
from shown_data import ENOUGH_MS, shown_data
from studies import keep_checkpoint, playable_study

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.figures.figure import sheet_size
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.owned_folder import read_manifest
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now
from ui.control.data.study_tasks import Outcome
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk

GROUPS = 4
UTC = "2030-01-02T03:04:05.678+00:00"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study in which groups have played and MODEL has a result."""
    folder = playable_study(tmp_path_factory.mktemp("played") / "study", GROUPS)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", GROUPS)
        job = ModelJob(
            game=PAPER_GAME, seed=1, sizes=((8, 4),), vote_penalties=(0.1,), max_epochs=1, splits=1
        )
        checkpoint = keep_checkpoint(folder, b"stands for a set of models")
        result = msgspec.structs.replace(records.model_result(1), checkpoint=checkpoint)
        store.learned.add_run("model", 1, job, result, UTC, UTC)
    return folder


@pytest.fixture
def desk(qtbot: QtBot, played: Path, tmp_path: Path) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    desk = Desk()
    desk.open_study(shutil.copytree(played, tmp_path / "study"))
    yield desk
    desk.close_study()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> DataPanel:
    return shown_data(qtbot, desk)


def finish(qtbot: QtBot, panel: DataPanel) -> str:
    """Wait until what is being done has ended; returns what is said of it."""
    qtbot.waitUntil(lambda: not panel.work.bar.cancel.isVisible(), timeout=ENOUGH_MS)
    assert panel.work.bar.isVisible()
    return panel.work.bar.words.text()


def test_without_a_study_there_is_nothing_to_do(qtbot: QtBot) -> None:
    panel = DataPanel(Desk())
    qtbot.addWidget(panel)
    panel.show()
    panel.refresh()
    assert not panel.pictures.isVisible()
    assert not any(each.isEnabled() for each in panel.findChildren(type(panel.work.bar.cancel))
                   if each.isVisible())  # fmt: skip


def test_it_shows_pictures_and_tables(panel: DataPanel) -> None:
    names = [panel.pictures.list.item(i).text() for i in range(panel.pictures.list.count())]
    assert "Contributions by round in each iteration" in names
    assert panel.sessions.model().rowCount() == 1
    assert panel.groups.model().rowCount() == GROUPS
    assert panel.runs.model().index(0, 0).data() == "MODEL"
    assert panel.runs.model().index(0, 4).data().startswith("Fitted to 1,200 decisions")


def test_tables_are_sorted_by_value(panel: DataPanel) -> None:
    model = panel.groups.model()
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        panel.groups.sortByColumn(5, order)
        tails = [int(model.index(row, 5).data().split()[0]) for row in range(model.rowCount())]
        assert tails == sorted(tails, reverse=order is Qt.SortOrder.DescendingOrder)


def test_a_picture_is_painted_in_the_size_it_has_on_screen(qtbot: QtBot, panel: DataPanel) -> None:
    view = panel.pictures.view
    qtbot.waitUntil(lambda: view.sheet.image is not None)
    before = view.zoom
    view.zoom_in()
    assert view.zoom > before
    picture = panel.pictures.current
    assert picture is not None
    width = round(sheet_size(picture.figure).width() * view.zoom * view.devicePixelRatioF())
    qtbot.waitUntil(
        lambda: view.sheet.image is not None and abs(view.sheet.image.width() - width) <= 1
    )
    view.fit()
    assert view.zoom == before


@pytest.mark.parametrize("suffix", [".png", ".pdf", ".svg"])
def test_a_picture_is_saved(qtbot: QtBot, panel: DataPanel, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    panel.pictures.save_requested.emit(panel.pictures.current, path)
    assert finish(qtbot, panel) == f"The picture is saved as picture{suffix}."
    assert path.stat().st_size > 1000
    assert panel.work.bar.open_folder.isVisible()


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(
    qtbot: QtBot, panel: DataPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), "SVG (*.svg)")
    )
    panel.pictures.ask_where_to_save()
    assert finish(qtbot, panel) == "The picture is saved as mine.svg."


def test_a_picture_that_cannot_be_saved_is_told(
    qtbot: QtBot, panel: DataPanel, tmp_path: Path
) -> None:
    panel.pictures.save_requested.emit(panel.pictures.current, tmp_path / "picture.doc")
    assert "has no known extension; use one of" in finish(qtbot, panel)
    assert not panel.work.bar.open_folder.isVisible()


def test_a_picture_is_copied(qtbot: QtBot, panel: DataPanel) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(panel.pictures.copied):
        panel.pictures.copy()
    assert not QGuiApplication.clipboard().image().isNull()
    assert panel.work.bar.words.text() == "The picture is in the clipboard."


def test_the_table_is_exported(qtbot: QtBot, panel: DataPanel, tmp_path: Path) -> None:
    panel.export(tmp_path / "out")
    sentence = finish(qtbot, panel)
    with (tmp_path / "out" / "long.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == GROUPS * 4 * 30
    assert f"{len(rows)}" in sentence
    assert sentence.endswith("to out.")
    assert (tmp_path / "out" / "datapackage.json").exists()


@pytest.mark.parametrize("chosen", ["", "pilots", "labels"])
def test_the_menu_says_what_is_exported(
    qtbot: QtBot, panel: DataPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    words = {
        "": "&Without pilot sessions…",
        "pilots": "With &pilot sessions…",
        "labels": "Without pilot sessions and &labels…",
    }[chosen]
    actions = {each.text(): each for menu in panel.findChildren(QMenu) for each in menu.actions()}
    actions[words].trigger()
    sentence = finish(qtbot, panel)
    manifest = read_manifest(tmp_path / "out")
    assert manifest is not None
    assert (manifest.with_labels, manifest.with_pilots) == (
        chosen != "labels",
        chosen == "pilots",
    )
    assert ("It has no labels, messages, notes and reasons." in sentence) is (chosen == "labels")


def test_what_is_done_can_be_cancelled(qtbot: QtBot, panel: DataPanel, tmp_path: Path) -> None:
    panel.export(tmp_path / "out")
    panel.work.bar.cancel.click()  # before the thread has told its progress for the first time
    assert finish(qtbot, panel) == "Cancelled; nothing was written."
    assert not (tmp_path / "out").exists()


def test_a_whole_study_is_said_to_be_whole(qtbot: QtBot, panel: DataPanel) -> None:
    panel.check()
    assert finish(qtbot, panel).startswith("The study is intact: ")
    assert not panel.work.bar.findings.isVisible()


@pytest.mark.parametrize("data", [None, b"half of a set of mod"], ids=["missing", "damaged"])
def test_a_study_without_its_newest_models_is_not_said_to_be_whole(
    qtbot: QtBot, panel: DataPanel, desk: Desk, data: bytes | None
) -> None:
    result = desk.study.result(Step.MODEL, 1, ModelResult)
    assert result is not None
    path = desk.study.store.folder.checkpoints / f"{result.checkpoint}.safetensors"
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    panel.check()
    assert finish(qtbot, panel) == "The check found 1 problem with the study."
    [finding] = panel.work.bar.findings.toPlainText().splitlines()
    verb = "missing" if data is None else "damaged"
    assert finding.startswith(f"MODEL of iteration 1: its checkpoint {result.checkpoint[:12]}")
    assert f" is {verb};" in finding


def test_findings_are_listed(panel: DataPanel) -> None:
    panel.work.bar.show_outcome(Outcome("Two findings.", findings=["one", "two"]))
    assert panel.work.bar.findings.isVisible()
    assert panel.work.bar.findings.toPlainText() == "one\ntwo"
    assert panel.work.bar.property("role") == "problem"


def test_the_report_is_written_both_ways(qtbot: QtBot, panel: DataPanel, desk: Desk) -> None:
    folder = desk.study.store.folder.path / "report"
    panel.write_pdf()
    assert finish(qtbot, panel) == "The report is written as a PDF."
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    panel.write_page()
    assert finish(qtbot, panel) == "The report is written as a web page."
    assert (folder / "report.html").exists()


def test_a_study_that_changes_is_read_again(qtbot: QtBot, panel: DataPanel, desk: Desk) -> None:
    play_simulated(desk.study, "pilot", 1)
    desk.study_changed.emit()
    qtbot.waitUntil(lambda: panel.sessions.model().rowCount() == 2)
    assert panel.sessions.model().index(0, 1).data() == "Pilot"
    panel.hide()
    desk.close_study()
    panel.show()
    assert not panel.pictures.isVisible()


@pytest.fixture
def sent(played: Path, tmp_path: Path) -> Path:
    """A bundle of another lab, in which one more group has played."""
    with Store.read(played) as store:
        make_bundle(Study(store), tmp_path / "design.hcmd")
    start_study(read_bundle(tmp_path / "design.hcmd"), tmp_path / "other")
    with Store.open(tmp_path / "other") as store:
        play_simulated(Study(store), "pilot", 1)
        make_bundle(Study(store), tmp_path / "sent.hcmd")
    return tmp_path / "sent.hcmd"


def test_a_bundle_is_made(qtbot: QtBot, panel: DataPanel, tmp_path: Path) -> None:
    panel.make_bundle(tmp_path / "mine.hcmd")
    told = finish(qtbot, panel)
    assert told.startswith("4 groups that count are in the bundle mine.hcmd. It holds no labels,")
    assert "reasons and answers as they were written" in told
    assert len(read_bundle(tmp_path / "mine.hcmd").sessions) == 1


@pytest.mark.parametrize("agreed", [True, False])
def test_a_bundle_is_merged_once_it_is_agreed(
    qtbot: QtBot,
    panel: DataPanel,
    desk: Desk,
    sent: Path,
    monkeypatch: pytest.MonkeyPatch,
    agreed: bool,
) -> None:
    asked: list[str] = []

    def answer(_parent: object, title: str, sentence: str, *_: object, **__: object) -> bool:
        asked.append(f"{title} {sentence}")
        return agreed

    monkeypatch.setattr("ui.control.data_panel.confirm", answer)
    panel.merge(sent)
    qtbot.waitUntil(lambda: bool(asked), timeout=ENOUGH_MS)
    assert asked == [
        "Merge sent.hcmd? New in this study: 1 session, 1 group. They cannot be removed again."
    ]
    if agreed:
        assert finish(qtbot, panel) == "New in this study: 1 session, 1 group."
    assert len(desk.study.store.tables.sessions()) == (2 if agreed else 1)
    if agreed:
        qtbot.waitUntil(lambda: panel.sessions.model().rowCount() == 2, timeout=ENOUGH_MS)
        panel.merge(sent)
        assert finish(qtbot, panel) == "The study already contains everything in sent.hcmd."


def test_exports_are_made_again_after_a_withdrawal_elsewhere(
    qtbot: QtBot,
    panel: DataPanel,
    sent: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.control.data_panel.confirm", lambda *_, **__: True)
    panel.merge(sent)
    qtbot.waitUntil(lambda: panel.sessions.model().rowCount() == 2, timeout=ENOUGH_MS)
    panel.export(tmp_path / "exported", include_pilots=True)
    finish(qtbot, panel)
    with Store.open(tmp_path / "other") as store:
        person = store.tables.participants()[0]
        store.private.withdraw(person.session, person.code, utc_now(), "asked")
        make_bundle(Study(store), tmp_path / "later.hcmd")
    table = tmp_path / "exported" / "participants.csv"
    assert person.code in table.read_text("utf-8")
    panel.merge(tmp_path / "later.hcmd")
    told = panel.work.bar.words.text
    qtbot.waitUntil(lambda: "1 withdrawal" in told(), timeout=ENOUGH_MS)
    assert person.code not in table.read_text("utf-8")
    assert "was made again, without whoever has withdrawn" in told()


def test_a_bundle_that_cannot_be_merged_is_told(
    qtbot: QtBot, panel: DataPanel, tmp_path: Path
) -> None:
    wrong = tmp_path / "holiday.zip"
    wrong.write_bytes(b"no archive")
    panel.merge(wrong)
    assert "holiday.zip is not a study bundle" in finish(qtbot, panel)
