"""What version 0.1.0 has written still opens: studies, bundles, settings, a kiosk's memory."""

import json
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from archives import extract
from network_lab import HOME
from pytestqt.qtbot import QtBot

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.merging import merge, plan_merge
from hcmd_lab.cli.main import run
from hcmd_lab.cli.output import read_settings
from hcmd_lab.game import events as ev
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.hosting.participant_file import read_table
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.trained import ConvergenceResult, InitialiseResult, OptimizeResult
from hcmd_lab.network.credentials import load_credentials
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.mark import read_mark
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson
from ui.kiosk.remembered import load_place

FILES = Path(__file__).parents[1] / "fixtures" / "v0.1.0"
STUDIES = ("loop", "script", "unfinished")

Lab = Callable[..., None]


@pytest.fixture
def studies(tmp_path: Path) -> Path:
    """The folder with the old studies, to do with as one likes."""
    with tarfile.open(FILES / "studies.tar.xz") as archive:
        extract(archive, tmp_path)
    return tmp_path


@pytest.fixture
def script(studies: Path) -> Iterator[Study]:
    with Store.open(studies / "script") as store:
        yield Study(store)


@pytest.fixture
def lab(monkeypatch: pytest.MonkeyPatch) -> Lab:
    """Runs `hcmd-lab` in this process."""

    def call(*arguments: object) -> None:
        monkeypatch.setattr(sys, "argv", ["hcmd-lab", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            run()
        assert not ended.value.code

    return call


def abandon(study: Study) -> None:
    """End the session that has not ended."""
    host = SessionHost(study, HOME)
    session = host.unfinished_session()
    assert session is not None
    host.resume_session(session, 0)
    host.abandon()
    host.close()


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_is_whole(studies: Path, name: str) -> None:
    with Store.open(studies / name) as store:
        assert check_study(store) == []
        assert store.tables_from_log.differences() == []
        assert Study(store).settings.seed == 7


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_that_knew_no_mark_has_lost_none(studies: Path, name: str) -> None:
    with Store.read(studies / name) as store:  # which brings it up to date
        assert check_study(store) == []
    assert read_mark(studies / name) is not None
    for _ in range(2):
        with Store.open(studies / name) as store:
            assert check_study(store) == []


def test_all_steps_of_the_loop_have_their_results(studies: Path) -> None:
    with Store.read(studies / "loop") as store:
        kinds = [type(run.result) for run in store.learned.runs()]
        study = Study(store)
        compared = study.result(Step.CONVERGENCE, 2, ConvergenceResult)
        evaluated = study.result(Step.EVALUATE, 2, EvaluateResult)
        assert study.status().step is Step.DONE
    turn = [ModelResult, OptimizeResult, ConvergenceResult]
    assert kinds == [InitialiseResult, *turn, *turn, EvaluateResult]
    assert len(compared.shares) == len(compared.intervals) == 3
    assert (evaluated.groups, evaluated.votes) == (4, 16)
    assert evaluated.share.estimate == 0.5


def test_a_study_is_reported(studies: Path, lab: Lab) -> None:
    lab("report", studies / "loop")
    assert list((studies / "loop").glob("**/*.html"))


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_is_exported(studies: Path, name: str, lab: Lab) -> None:
    lab("export", studies / name, studies / "export")
    assert len((studies / "export" / "groups.csv").read_text("utf-8").splitlines()) > 2


def test_a_session_with_a_script_is_replayed(script: Study) -> None:
    """Consent, questions, a stand-in and what was answered; the rules are as they were chosen."""
    _, state = script.session_state()
    rules = script.last_rules()
    assert rules == parse_rules(
        {
            "consent": True, "instructions": True, "control_questions": True,
            "practice_rounds": 1, "questionnaire": True, "payment_screen": True,
            "guest_list": True, "in_step": "rounds", "dropout": "stand_in", "dropout_s": 5,
            "coin_value": 0.035, "round_to": "0.05", "pay_dropped": "earned", "lost_wait_s": 0,
        }
    )  # fmt: skip
    assert state.closed
    (session,) = script.store.tables.sessions()
    kinds = {type(event) for event in script.store.log.events(session.code)}
    assert {ev.SeatDropped, ev.QuestionnaireAnswered, ev.PaymentAdjusted} < kinds


def test_a_session_pays_what_it_paid(
    studies: Path, lab: Lab, capsys: pytest.CaptureFixture[str]
) -> None:
    lab("payments", studies / "script", "--json")
    told = json.loads(capsys.readouterr().out)
    before = json.loads((FILES / "payments.json").read_text(encoding="utf-8"))
    assert told["earned"] == before["payments"]
    assert (told["session"], told["currency"]) == (before["session"], before["currency"])
    assert told["total"] == "0.00", "programs played, and nobody is paid for that"
    assert set(told["simulated"]) == set(before["payments"])


def test_an_unfinished_session_is_played_to_its_end(studies: Path, qtbot: QtBot) -> None:
    with Store.open(studies / "unfinished") as store:
        host = SessionHost(Study(store), HOME)
        session = host.unfinished_session()
        assert session is not None
        host.resume_session(session, 0)
        links = []
        for station, _, _ in store.stations.all():
            link = StationLink(
                HOME, host.port, station, studies / station, code=parse_code(host.pairing_code)
            )
            Bot(link, SimulatedPerson(int(station)), None, parent=link)
            links.append(link)
            link.start()
        qtbot.waitUntil(lambda: host.runner.state.closed, timeout=60_000)
        for link in links:
            link.stop()
        host.close()
        assert [group.status for group in store.tables.groups()] == ["complete"] * 2
        assert check_study(store) == []


def test_a_bundle_starts_a_study_and_is_merged_into_one(studies: Path, lab: Lab) -> None:
    lab("bundle", "start", FILES / "bundle.hcmd", studies / "started")
    with Store.open(studies / "unfinished") as store:
        study = Study(store)
        abandon(study)
        merge(study, plan_merge(study, read_bundle(FILES / "bundle.hcmd")))
        assert study.status().groups == 2
        assert check_study(store) == []
    with Store.read(studies / "started") as store:
        assert [group.status for group in store.tables.groups()] == ["complete"] * 2
        assert check_study(store) == []


def test_settings_are_read_by_their_old_names() -> None:
    rules = parse_rules(read_settings(FILES / "session-settings.toml"))
    assert rules == parse_rules(
        {
            "in_step": "stages", "dropout": "finish_short", "guest_list": True, "consent": True,
            "pay_dropped": "earned",
        },
        GAME_ALONE,
    )  # fmt: skip
    assert rules.script.consent
    assert make_settings("paper", read_settings(FILES / "study-settings.toml")) == make_settings(
        "quick",
        {"members": 8},  # which the file lacks: the default
    )


def test_a_participant_list_is_read() -> None:
    labels = [f"bot-{number}" for number in range(1, 10)]
    assert list(read_table(FILES / "participant-list.txt").labels()) == labels


def test_a_kiosk_remembers_its_place_and_its_pairing() -> None:
    place = load_place(FILES / "kiosk")
    assert place is not None
    assert (place.station, place.address.host) == ("8", "127.0.0.1")
    assert load_credentials(FILES / "kiosk" / place.station) is not None
