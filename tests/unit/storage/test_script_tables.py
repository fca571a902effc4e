from dataclasses import replace
from pathlib import Path

from scripted import EVERYTHING, MATERIALS, come_to_the_game, read_instructions
from walks import TABLES, Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.script_steps import Part
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"


def stored(tmp_path: Path, walk: Walk) -> Store:
    store = Store.create(tmp_path / "study", {})
    for policy in TABLES.values():
        store.learned.add_mechanism(policy, {})
    store.log.append("sess0001", walk.events, UTC)
    return store


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = store._database.sqlite.conn.execute(sql).fetchall()
    return found


def test_what_is_done_beside_the_game_is_in_the_tables(tmp_path: Path) -> None:
    walk = Walk(small_plan(script=EVERYTHING, materials=MATERIALS))
    walk.do(ev.CheckedIn(0, "p0", "s0", "", False, "de"))
    walk.do(ev.ConsentAnswered(0, "p0", False, "v1"))
    walk.do(ev.TurnedAway(0, "p9", "A17", "the session is full"))
    come_to_the_game(walk)
    walk.do(ev.GroupEnded(0, 1, "ended_early", "time is up"))
    walk.do(ev.QuestionnaireAnswered(0, "p1", {"fair": 6}))
    walk.do(ev.PaymentAdjusted(0, "p1", 700, "came a long way"))
    with stored(tmp_path, walk) as store:
        assert rows(
            store, "SELECT code, language, consent, consent_version, turned_away FROM participant"
        ) == [
            ("p0", "de", 0, "v1", 0),
            ("p1", "", 1, "v1", 0),
            ("p2", "", 1, "v1", 0),
            ("p3", "", 1, "v1", 0),
            ("p4", "", 1, "v1", 0),
            ("p9", "", None, None, 1),
        ]
        assert rows(store, "SELECT adjusted_cents, adjusted_reason FROM participant "
                           "WHERE code = 'p1'") == [(700, "came a long way")]  # fmt: skip
        answers = "SELECT question, answer, correct FROM control_answer WHERE participant = 'p2'"
        assert rows(store, answers) == [("fund", 16, 1), ("who", 2, 1)]
        assert rows(store, "SELECT participant, item, answer FROM questionnaire_answer") == [
            ("p1", "fair", "6")
        ]
        kinds = {kind for (kind,) in rows(store, "SELECT kind FROM incident")}
        assert {"turned_away", "payment_adjusted"} <= kinds
        assert store.tables_from_log.differences() == []


def test_help_gates_and_skipped_parts_are_incidents(tmp_path: Path) -> None:
    script = replace(NO_SCRIPT, instructions=True, control_questions=True, gate_instructions=True)
    walk = Walk(small_plan(script=script, materials=MATERIALS))
    walk.check_in(2)
    walk.do(ev.HelpCalled(0, "p1"))
    walk.do(ev.HelpGiven(0, "p1", False))
    walk.do(ev.GateOpened(0, Part.INSTRUCTIONS))
    read_instructions(walk, "p1")
    walk.do(ev.PartSkipped(0, "p1", Part.QUESTIONS, "asked in person"))
    walk.do(ev.ParticipantLeft(0, "p2", "felt ill"))
    with stored(tmp_path, walk) as store:
        assert rows(store, "SELECT kind, participant, reason FROM incident") == [
            ("help_called", "p1", None),
            ("help_given", "p1", None),
            ("gate_opened", None, "instructions"),
            ("questions_skipped", "p1", "asked in person"),
            ("left", "p2", "felt ill"),
        ]


def test_practice_is_in_the_log_and_not_in_the_data(tmp_path: Path) -> None:
    walk = Walk(small_plan(script=replace(NO_SCRIPT, practice_rounds=2)))
    walk.check_in()
    walk.read(1)
    walk.play_round(1)
    walk.play_round(1)
    assert sum(isinstance(event, ev.Contributed) for event in walk.events) == 8
    walk.read(1)
    walk.play_round(1)
    with stored(tmp_path, walk) as store:
        assert rows(store, "SELECT DISTINCT stage, round_number FROM decision") == [(1, 1)]
        assert rows(store, "SELECT DISTINCT stage, round_number FROM outcome") == [(1, 1)]
        assert store.log.events("sess0001") == walk.events
