"""Whatever people have typed, no cell of any table that the program writes is a formula."""

import ast
import csv
import io
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from studies import playable_study

from hcmd_lab.export.attendance_file import AttendanceLayout, attendance, write_attendance
from hcmd_lab.export.payment_file import write_payment_file
from hcmd_lab.export.study_export import export_study
from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.game.payment_list import payment_rows
from hcmd_lab.hosting.participant_list import write_labels
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

ROOT = Path(__file__).parents[2]
ATTACK = "a;=cmd|' /C calc'!A0"
FULL_WIDTH = "\uff1d1+1"
UTC = "2030-01-02T03:04:05.678+00:00"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One in which every text that a person can type is an attack; older logs may have such."""
    folder = playable_study(tmp_path_factory.mktemp("lab") / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
        (session,) = store.log.sessions()
        code, other = [row.code for row in store.tables.participants()][:2]
        at_ms = store.log.clock(session)
        store.log.append(
            session,
            [
                ev.PaymentAdjusted(at_ms, code, 100, ATTACK),
                ev.MessageSent(at_ms, other, ATTACK),
                ev.NoteTaken(at_ms, ATTACK, FULL_WIDTH),
                ev.AlarmRaised(at_ms, AlarmKind.BOT, 1, ATTACK, FULL_WIDTH),
            ],
            UTC,
        )
        connection = store._database.sqlite.conn
        connection.execute("UPDATE participant SET station = ?", (ATTACK,))
        for person, text in ((code, ATTACK), (other, FULL_WIDTH)):
            connection.execute(
                "INSERT OR REPLACE INTO person_label VALUES (?, ?, ?)", (session, person, text)
            )
            connection.execute(
                "INSERT INTO questionnaire_answer "
                "(session, participant, item, answer, at_ms, event_id) VALUES (?, ?, ?, ?, 0, 1)",
                (session, person, text, text),
            )
        connection.commit()
    return folder


def formulas(folder: Path) -> list[str]:
    """Cells that a spreadsheet may take for formulas, whichever separator it goes by."""
    found = []
    for path in folder.rglob("*.csv"):
        text = path.read_bytes().decode("utf-8-sig")
        for separator in ",;|\t":
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
                found += [f"{path.name}: {cell}" for cell in row if _is_formula(cell)]
    return found


def _is_formula(cell: str) -> bool:
    shown = unicodedata.normalize("NFKC", cell).lstrip(' "')
    try:
        float(shown)
    except ValueError:
        return shown.startswith(("=", "+", "-", "@"))
    return False


def test_no_cell_of_an_export_is_a_formula(study: Path, tmp_path: Path) -> None:
    with Store.read(study) as store:
        export_study(store, tmp_path / "export", with_labels=True)
    written = b"".join(path.read_bytes() for path in (tmp_path / "export").rglob("*.csv"))
    assert written.count(b"/C calc") > 5, "the attacks are not in it"
    assert formulas(tmp_path) == []


def test_nor_of_what_the_cashier_and_the_door_get(study: Path, tmp_path: Path) -> None:
    with Store.read(study) as store:
        _, state = Study(store).session_state()
    people = {
        code: replace(person, label=ATTACK, station=FULL_WIDTH, is_bot=False)
        for code, person in state.participants.items()
    }
    state = replace(state, participants=people)
    write_payment_file(tmp_path / "payments.csv", payment_rows(state), "EUR")
    rows = attendance(state, (FULL_WIDTH,))
    for layout in AttendanceLayout:
        write_attendance(tmp_path / f"{layout.value}.csv", rows, "EUR", layout)
    write_labels(tmp_path / "labels.csv", (ATTACK, FULL_WIDTH, "ann"))
    assert "/C calc" in (tmp_path / "payments.csv").read_text("utf-8-sig")
    assert formulas(tmp_path) == []


WRITERS = {
    "hcmd_lab/hosting/participant_list.py",
    "hcmd_lab/replications/results_table.py",
    "hcmd_lab/storage/tablefile.py",
}


def test_no_other_module_writes_tables() -> None:
    """Whoever writes one guards its texts."""
    found = set()
    for path in [*(ROOT / "hcmd_lab").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]:
        text = path.read_text("utf-8")
        if "csv" not in text:
            continue
        names = {
            node.attr
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "csv"
        }
        if names & {"writer", "DictWriter"}:
            found.add(path.relative_to(ROOT).as_posix())
            assert "guarded(" in text
    assert found == WRITERS
