"""Where everyone has the same coins nobody is called head or tail, on any surface."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from pretended_language import shown_texts
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typer.testing import CliRunner

from hcmd_lab.cli.commands import lab_program
from hcmd_lab.figures.report.writing import write_study_pdf, write_study_report
from hcmd_lab.game.settings import describe
from hcmd_lab.jobs.foreseen import ForeseeResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.foreseeing import gate, keep, look_ahead, prepare
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.registration import plan_now
from hcmd_lab.study.settings import StudySettings, game_of
from hcmd_lab.study.simulated import play_missing_groups, run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.gate import finding_sentence
from hcmd_lab.telling.registration import registration_text
from hcmd_lab.telling.translate import CONTEXT
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.live.board import LiveBoard
from ui.control.mechanisms.family_dialog import FamilyDialog
from ui.control.preferences import Preferences
from ui.control.session.grid_view import StationGrid
from ui.control.session.session_review import ReviewPage, SessionReview
from ui.control.window import ControlWindow

app = lab_program()

ALIKE: dict[str, object] = {
    "participants": "simulated", "groups": (6,), "updates": (10,), "games": 60, "repetitions": 10,
    "max_epochs": 3, "splits": 1, "vote_penalties": (1.0,), "linear_sizes": (8,),
    "lstm_sizes": (4,), "evaluation_groups": 6, "rounds": 3, "head_endowment": 6,
    "tail_endowments": (6,), "acquire": "informative", "members": 2,
}  # fmt: skip
ROLE = re.compile(r"\b(heads?|tails?)\b", re.IGNORECASE)
ENOUGH_MS = 30_000
_PLACE = re.compile(r"\{\w+\}")


def of_settings() -> set[str]:
    """The settings of the game are called what they are, whatever is chosen."""
    found: set[str] = set()
    for each in describe(StudySettings):
        found |= {each.title, each.sentence, each.unit}
    return found


class Listener(QTranslator):
    """Notes every text that the program says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: set[str] = set()

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del disambiguation, n
        if context == CONTEXT:  # else a library says it
            self.said.add(source)
        return source

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@contextmanager
def nobody_is_called_head_or_tail() -> Iterator[None]:
    listener = Listener()
    QCoreApplication.installTranslator(listener)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(listener)
    assert listener.said, "nothing was said: the test hears nothing"
    told = sorted(
        text for text in listener.said - of_settings() if ROLE.search(_PLACE.sub("", text))
    )
    assert told == []


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study that has gone through the whole loop, with a gate that has looked ahead."""
    folder = tmp_path_factory.mktemp("alike") / "study"
    settings = msgspec.to_builtins(make_settings("quick", ALIKE))
    with Store.create(folder, {"settings": settings}) as store:
        study = Study(store, run_here)
        while (now := study.status()).step is not Step.DONE:
            if now.groups_missing:
                play_missing_groups(study)
            else:
                list(study.perform(now.step))
        table = study.mechanisms.table(None)
        prepared = prepare(study, table)
        *_, foreseen = look_ahead(study, prepared, lambda: False)
        assert isinstance(foreseen, ForeseeResult)
        keep(study, prepared, foreseen)
    return folder


def test_in_the_report_the_gate_and_the_plan(played: Path, qapp: QApplication) -> None:
    del qapp
    with Store.open(played) as store, nobody_is_called_head_or_tail():
        study = Study(store)
        page = write_study_report(study)
        write_study_pdf(study)
        gated = gate(study, study.mechanisms.table(None))
        told = [finding_sentence(gated, finding) for finding in gated.findings]
        told += registration_text(plan_now(study))
    assert [each for each in told if ROLE.search(each)] == []
    shown = re.sub(r"(?s)<head>.*?</head>|<[^>]*>", " ", page.read_text(encoding="utf-8"))
    assert [found.group() for found in ROLE.finditer(shown)] == []


@pytest.mark.parametrize("command", ["explain", "gate", "study status"])
def test_on_the_command_line(command: str, played: Path) -> None:
    result = CliRunner().invoke(app, [*command.split(), str(played)])
    assert result.exit_code == 0
    assert [line for line in result.output.splitlines() if ROLE.search(line)] == []


def test_in_the_windows(played: Path, qtbot: QtBot, tmp_path: Path) -> None:
    with nobody_is_called_head_or_tail():
        window = ControlWindow(Preferences(tmp_path / "control.ini"))
        desk = Desk(window)
        qtbot.addWidget(window, before_close_func=lambda _: desk.close_study())
        window.take(desk)
        window.resize(1280, 800)
        window.show()
        desk.open_study(played)
        for panel in ("study", "session", "live", "training", "mechanisms", "data"):
            window.show_panel(panel)
            shown_texts(window)
        data = window.findChild(DataPanel)
        assert data is not None
        qtbot.waitUntil(lambda: data.pictures.list.count() > 0, timeout=ENOUGH_MS)
        for row in range(data.pictures.list.count()):
            data.pictures.list.setCurrentRow(row)
            shown_texts(window)
        for session in desk.study.store.tables.sessions():
            review = SessionReview(desk, session.code, window)
            for page in set(ReviewPage) - {ReviewPage.TEXTS}:
                review.show_page(page)
                shown_texts(review)
            _, state = desk.study.session_state(session.code)
            grid = StationGrid()
            qtbot.addWidget(grid)
            grid.show_state(state)
            board = LiveBoard(game_of(desk.study.settings))
            qtbot.addWidget(board)
            for group in (None, 1):
                board.show_session(state, group, {})
                shown_texts(board)
            painted = [text for _, text in shown_texts(grid)]
            assert any("Seat 4" in text for text in painted)
        family = FamilyDialog(desk.study.game, window, judge=lambda _: "")
        shown_texts(family)
