"""All tables of an export: they belong together, are described, and can be read elsewhere."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyarrow import parquet
from scripted import EVERYTHING, come_to_the_game, full_plan, play_to_the_end, scripted
from walks import TABLES, Walk, random_walk, small_plan

from hcmd_lab.export import dictionary, event_log
from hcmd_lab.export.dictionary_page import as_markdown
from hcmd_lab.export.joins import check_joins
from hcmd_lab.export.study_export import export_study, tables_for
from hcmd_lab.export.wide_table import WideShape
from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.game.import_events import GroupImported
from hcmd_lab.game.payment_settings import PaymentSettings, RoundTo
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.script_steps import Part
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"
ROOT = Path(__file__).parents[3]
ANALYSIS = ROOT / "docs" / "analysis"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "study", {"settings": {"name": "Fund; \u00e4 study"}}) as study:
        for policy in TABLES.values():
            study.learned.add_mechanism(policy, {})
        yield study


def eventful() -> Walk:
    """A scripted session with everything that may happen to its people."""
    walk = scripted(replace(EVERYTHING, practice_rounds=1))
    come_to_the_game(walk, 3)
    walk.do(ev.CheckedIn(walk.now_ms, "p4", "s4", "Ann B", False, "de"))
    walk.do(ev.ConsentAnswered(walk.now_ms, "p4", True, "v1"))
    walk.do(ev.PageTurned(walk.now_ms, "p4", 1))
    walk.do(ev.PageTurned(walk.now_ms, "p4", 2))
    walk.do(ev.QuestionAnswered(walk.now_ms, "p4", "fund", 3, False))
    walk.do(ev.HelpCalled(walk.now_ms, "p4"))
    walk.do(ev.HelpCalled(walk.now_ms, "p4", "n1", "I am Ann B and lost"))
    walk.do(ev.NoteTaken(walk.now_ms, "Ann B asked twice", "s4"))
    walk.do(ev.QuestionAnswered(walk.now_ms, "p4", "fund", 16, True))
    walk.do(ev.QuestionAnswered(walk.now_ms, "p4", "who", 2, True))
    walk.do(ev.CheckedIn(walk.now_ms, "p5", "s5", "late", False))
    walk.do(ev.ConsentAnswered(walk.now_ms, "p5", False, "v1"))
    walk.do(ev.TurnedAway(walk.now_ms, "p6", "Cid", "every seat is taken"))
    walk.do(ev.MessageSent(walk.now_ms, "p4", "For you alone"))
    walk.read(1)
    walk.play_round(1)  # for practice
    play_to_the_end(walk)
    for code in ("p1", "p2", "p3", "p4"):
        walk.do(ev.QuestionnaireAnswered(walk.now_ms, code, {"fair": 5}))
    walk.do(ev.PaymentAdjusted(walk.now_ms, "p4", 1234, "taxi"))
    return walk


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def export(store: Store, walk: Walk, **options: bool) -> Path:
    store.log.append("aaaaaaaa", walk.events, UTC)
    return export_study(store, **options).folder


def run(*command: object) -> str:
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_everybody_who_came_is_there(store: Store) -> None:
    people = {row["participant.code"]: row for row in rows(export(store, eventful()),
                                                          "participants")}  # fmt: skip
    assert list(people) == ["p1", "p2", "p3", "p4", "p5", "p6"]
    ann = people["p4"]
    assert (ann["participant.label"], ann["participant.language"]) == ("Ann B", "de")
    assert (ann["participant.wrong_answers"], ann["participant.help_calls"]) == ("1", "1")
    assert (ann["participant.consent"], ann["participant.part"]) == ("1", "payment")
    assert people["p5"]["participant.consent"] == "0"
    assert people["p5"]["participant.part"] == Part.DECLINED
    assert people["p6"]["participant.turned_away"] == "1"
    assert people["p6"]["group.id_in_subsession"] == ""


def test_practice_is_nowhere(store: Store) -> None:
    folder = export(store, eventful())
    assert {row["subsession.stage"] for row in rows(folder, "long")} == {"1", "2", "3"}
    assert len(rows(folder, "long")) == 4 * 3 * 2
    times = rows(folder, "page_times")
    assert not [row for row in times if row["page_name"] == "decide" and not row["stage"]]
    assert "pig.6.player.payoff" in rows(folder, "wide")[0]
    assert "pig.7.player.payoff" not in rows(folder, "wide")[0]


def test_the_wide_table_says_the_same_as_the_long_one(store: Store) -> None:
    folder = export(store, eventful())
    wide = {row["participant.code"]: row for row in rows(folder, "wide")}
    assert set(wide) == {"p1", "p2", "p3", "p4", "p5", "p6"}
    for row in rows(folder, "long"):
        number = 2 * (int(row["subsession.stage"]) - 1) + int(row["subsession.round_number"])
        there = wide[row["participant.code"]]
        for column in (
            "player.contribution", "player.payout", "player.payoff", "player.role",
            "group.mechanism", "subsession.stage", "subsession.round_number",
        ):  # fmt: skip
            assert there[f"pig.{number}.{column}"] == row[column]
        for column in ("player.vote", "group.winner", "group.status", "group.tail_endowment"):
            assert there[column] == row[column]
    assert wide["p4"]["questionnaire.fair"] == "5"
    assert wide["p4"]["session.config.practice_rounds"] == "1"
    assert wide["p4"]["session.label"] == "Fund; \u00e4 study"
    assert wide["p5"]["pig.1.player.payoff"] == ""


def test_answers_and_attempts(store: Store) -> None:
    folder = export(store, eventful())
    attempts = [row for row in rows(folder, "control_answers") if row["participant.code"] == "p4"]
    assert [
        (row["question.name"], row["question.attempt"], row["question.answer"],
         row["question.correct"])
        for row in attempts
    ] == [("fund", "1", "3", "0"), ("fund", "2", "16", "1"), ("who", "1", "2", "1")]  # fmt: skip
    answers = rows(folder, "questionnaire")
    assert {(row["item.name"], row["item.answer"]) for row in answers} == {("fair", "5")}
    (consent,) = rows(folder, "consents")
    assert (consent["consent.version"], consent["consent.text"]) == ("v1", "Do you take part?")


def test_payments_are_there_for_everybody_and_can_be_recomputed(store: Store) -> None:
    folder = export(store, eventful())
    paid = {row["participant.code"]: row for row in rows(folder, "payments")}
    assert (paid["p4"]["payment.total"], paid["p4"]["payment.reason"]) == ("12.34", "taxi")
    assert (paid["p6"]["payment.basis"], paid["p6"]["payment.total"]) == ("not_seated", "5.00")
    said = run(sys.executable, ANALYSIS / "recompute_payments.py", folder)
    assert said.startswith("All 6 payments are what the decisions make them.")


def test_a_wrong_payment_is_found(store: Store) -> None:
    folder = export(store, eventful())
    text = (folder / "payments.csv").read_text()
    (folder / "payments.csv").write_text(text.replace("12.34", "12.35"))
    assert "All 6" in run(sys.executable, ANALYSIS / "recompute_payments.py", folder)
    first = rows(folder, "payments")[0]
    (folder / "payments.csv").write_text(text.replace(first["payment.total"], "99.90"))
    done = subprocess.run(
        [sys.executable, ANALYSIS / "recompute_payments.py", folder],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "99.90, not" in done.stdout


@pytest.mark.parametrize("seed", range(3))
def test_random_sessions_join_and_pay_right(store: Store, seed: int) -> None:
    folder = export(store, random_walk(seed))
    run(sys.executable, ANALYSIS / "recompute_payments.py", folder)


def test_page_times(store: Store) -> None:
    walk = scripted()
    store.log.append("aaaaaaaa", walk.events, UTC)
    done = len(walk.events)
    come_to_the_game(walk, 1)
    for second, event in enumerate(walk.events[done:]):
        store.log.append("aaaaaaaa", [event], f"2026-01-02T03:04:{second:02}.500+00:00")
    times = rows(export_study(store).folder, "page_times")
    assert [(row["page_index"], row["page_name"], row["page_step"]) for row in times] == [
        ("1", "consent", ""), ("2", "instructions", "1"), ("3", "instructions", "2"),
        ("4", "questions", "1"), ("5", "questions", "2"),
    ]  # fmt: skip
    spans = [float(row["epoch_time_completed"]) - float(row["epoch_time_entered"]) for row in times]
    assert spans == [1.0, 1.0, 1.0, 1.0, 1.0]
    assert {row["is_wait_page"] for row in times} == {"0"}


def test_waiting_and_time_outs_in_the_game(store: Store) -> None:
    walk = Walk(small_plan())
    walk.check_in()
    walk.read(1)
    for seat in range(3):
        walk.contribute(1, seat, 1)
    group = walk.state.groups[1]
    endowment = walk.state.plan.game.endowments(group.plan.tail_endowment)[3]
    walk.do(ev.Contributed(walk.now_ms, 1, 1, 1, 3, endowment, 0, "timeout"))
    folder = export(store, walk)
    late = next(code for code, p in walk.state.participants.items() if p.seat == 3)
    decides = [row for row in rows(folder, "page_times") if row["page_name"] == "decide"]
    assert {row["participant_code"]: row["timeout_happened"] for row in decides} == {
        code: str(int(code == late)) for code in walk.state.participants
    }
    waits = [row for row in rows(folder, "page_times") if row["page_name"] == "wait"]
    assert {row["is_wait_page"] for row in waits} == {"1"}
    assert {(row["stage"], row["round_number"]) for row in waits} == {("1", "1")}


def test_labels_and_messages_are_not_in_the_log(store: Store) -> None:
    folder = export(store, eventful())
    text = (folder / event_log.FILE).read_text(encoding="utf-8")
    assert text.count("Ann B") == 1, "in the experimenter's own note"
    assert "For you alone" not in text
    lines = [json.loads(line) for line in text.splitlines()]
    assert len(lines) == len(eventful().events)
    assert [line["event_id"] for line in lines] == sorted(line["event_id"] for line in lines)
    assert lines[0]["kind"] == "SessionOpened"


def test_messages_of_both_sides_are_a_table(store: Store) -> None:
    folder = export(store, eventful())
    assert [
        (row["participant.code"], row["message.number"], row["message.by"], row["message.text"])
        for row in rows(folder, "messages")
    ] == [
        ("p4", "1", "participant", "I am Ann B and lost"),
        ("p4", "2", "experimenter", "For you alone"),
    ]
    calls = {
        row["participant.code"]: row["participant.help_calls"]
        for row in rows(folder, "participants")
    }
    assert calls["p4"] == "1", "a second line is not a second call"


def test_an_anonymous_export_tells_no_label(store: Store) -> None:
    folder = export(store, eventful(), with_labels=False)
    for file in (*folder.glob("*.csv"), folder / event_log.FILE):
        assert "Ann B" not in file.read_text(encoding="utf-8")
    assert {row["participant.label"] for row in rows(folder, "participants")} == {""}


def test_an_anonymous_export_tells_no_words_of_the_experimenter(store: Store) -> None:
    """Every field of every event that the experimenter writes into holds a name."""
    walk = scripted(EVERYTHING)
    come_to_the_game(walk, 4)
    walk.do(ev.Paused(walk.now_ms, 1, "Ann B needs a moment"))
    walk.do(ev.SeatDropped(walk.now_ms, 1, 0, "Ann B was called away"))
    walk.do(ev.PaymentAdjusted(walk.now_ms, "p4", 1234, "taxi of Ann B"))
    walk.do(ev.TurnedAway(walk.now_ms, "p7", "Dora", "Ann B was first"))
    walk.do(ev.NoteTaken(walk.now_ms, "Ann B again"))
    walk.do(ev.AlarmRaised(walk.now_ms, AlarmKind.WRONG_CODE, 1, address="laptop of Ann B"))
    walk.do(ev.GroupEnded(walk.now_ms, 1, "void", "Ann B fell ill"))
    told = export(store, walk)
    shown = [file for file in told.rglob("*.*") if "Ann B" in file.read_text(errors="replace")]
    assert {"payments.csv", "groups.csv", "events.jsonl"} <= {file.name for file in shown}
    bare = export_study(store, told.parent / "bare", with_labels=False).folder
    assert not [file for file in bare.rglob("*.*") if "Ann B" in file.read_text(errors="replace")]
    assert {row["payment.reason"] for row in rows(bare, "payments")} == {""}
    assert {row["group.end_reason"] for row in rows(bare, "groups")} == {""}


def test_every_column_of_every_file_is_described(store: Store) -> None:
    folder = export(store, eventful())
    described: dict[str, list[str]] = {}
    for row in rows(folder, "data_dictionary"):
        described.setdefault(row["table"], []).append(row["column"])
        assert row["meaning"]
    package = json.loads((folder / dictionary.PACKAGE).read_text(encoding="utf-8"))
    resources = {each["name"]: each for each in package["resources"]}
    files = {file.stem for file in folder.glob("*.csv")} - {"data_dictionary", "value_labels"}
    assert set(described) == set(resources) == files
    for name, resource in resources.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        assert header == described[name]
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert resource["rows"] == len(rows(folder, name))
        for link in resource["schema"]["foreignKeys"]:
            assert link["reference"]["resource"] in resources
            assert set(link["fields"]) <= set(header)
    assert package["name"] == "fund-study"


def test_the_names_that_analysts_know_are_there(store: Store) -> None:
    folder = export(store, eventful())
    wide = set(rows(folder, "wide")[0])
    assert {
        "participant.code", "participant.label", "participant._is_bot",
        "participant.time_started_utc", "participant.payoff", "session.code", "session.label",
        "session.is_demo", "session.config.decide_s", "pig.1.player.id_in_group",
        "pig.1.player.role", "pig.1.player.endowment", "pig.1.player.contribution",
        "pig.1.player.payoff", "pig.1.player.timeout_happened", "pig.1.group.id_in_subsession",
        "pig.1.subsession.round_number",
    } <= wide  # fmt: skip
    assert {
        "session_code", "participant_code", "page_index", "page_name", "epoch_time_completed",
        "round_number", "timeout_happened", "is_wait_page",
    } <= set(rows(folder, "page_times")[0])  # fmt: skip


def test_parquet_holds_the_same_with_types(store: Store) -> None:
    folder = export(store, eventful())
    made = parquet.read_table(folder / "parquet" / "long.parquet")
    assert str(made.schema.field("player.contribution").type) == "int64"
    assert str(made.schema.field("player.payoff").type) == "double"
    assert str(made.schema.field("player.timeout_happened").type) == "bool"
    written = [row["player.contribution"] for row in rows(folder, "long")]
    assert [str(each) for each in made["player.contribution"].to_pylist()] == written


def test_a_row_of_a_mechanism_stands_for_every_order_of_its_tails(store: Store) -> None:
    """As the dictionary says of every game but the paper's."""
    folder = export(store, eventful())
    (told,) = [row["meaning"] for row in rows(folder, "data_dictionary")
               if row["column"] == "mechanism.file"]  # fmt: skip
    assert "in descending order, and stands for every order of them" in told
    for row in rows(folder, "mechanisms"):
        with (folder / row["mechanism.file"]).open(encoding="utf-8", newline="") as file:
            tails = [[int(each[f"contribution_{n}"]) for n in (2, 3, 4)]
                     for each in csv.DictReader(file)]  # fmt: skip
        assert all(each == sorted(each, reverse=True) for each in tails)
        assert any(len(set(each)) > 1 for each in tails)


def test_the_dictionary_says_what_an_import_does_not_keep_apart(store: Store) -> None:
    """Only whether a player chose is kept of an imported decision."""
    stage = PlayedStage(
        1, "theirs", ((4, 1, 1, 1),), ((1, 1, 1, 1),), ((1.6,) * 4,), ((True, False, True, True),)
    )
    group = PlayedGroup("imported-1", 1, "imported", "acquire", (stage,), (None,) * 4)
    file = ImportedFile("theirs.csv", "0" * 64, "plain")
    store.log.append_import("imported", [GroupImported(0, 1, group)], UTC, file)
    folder = export_study(store).folder
    told = {row["column"]: row["meaning"] for row in rows(folder, "data_dictionary")
            if row["table"] == "long"}  # fmt: skip
    (second,) = [row for row in rows(folder, "long") if row["player.id_in_group"] == "2"]
    assert (second["player.decided_by"], second["player.timeout_happened"]) == ("timeout", "1")
    assert "Of an imported group timeout stands for both." in told["player.decided_by"]
    assert "of an imported group also" in told["player.timeout_happened"]


def test_mechanisms_are_there_as_tables(store: Store) -> None:
    folder = export(store, eventful())
    for row in rows(folder, "mechanisms"):
        with (folder / row["mechanism.file"]).open(encoding="utf-8", newline="") as file:
            shares = list(csv.DictReader(file))
        policy = TABLES[row["mechanism.sha256"]]
        for share in shares[::7]:
            given = [int(share[f"contribution_{seat}"]) for seat in range(1, 5)]
            units = policy.units(int(share["tail_endowment"]), given)
            assert [share[f"share_{seat}"] for seat in range(1, 5)] == [
                f"{unit / 1e9:.9f}" for unit in units
            ]


def test_a_table_that_contradicts_itself_is_not_written(store: Store) -> None:
    store.log.append("aaaaaaaa", eventful().events, UTC)
    tables = {table.name: table for table in tables_for(WideShape(), ())}
    empty: dict[str, list[dict[str, object]]] = {name: [] for name in tables}
    vote = {"session.code": "a", "group.id_in_subsession": 1, "player.id_in_group": 1,
            "participant.code": None}  # fmt: skip
    with pytest.raises(ValueError, match="votes: no row of groups has the key"):
        check_joins(tables, empty | {"votes": [vote]})
    with pytest.raises(ValueError, match="votes: two rows have the key"):
        check_joins(tables, empty | {"votes": [vote, vote]})


def test_the_dictionary_page_is_up_to_date() -> None:
    page = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    made = as_markdown(tables_for(WideShape(), ()))
    assert page == made, "run: hcmd-lab dictionary > docs/data-dictionary.md"


def test_the_python_example_reads_an_export(store: Store) -> None:
    said = run(sys.executable, ANALYSIS / "read_export.py", export(store, eventful()))
    assert "Mean fraction" in said
    assert "Votes by contrast and mechanism" in said


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_the_r_example_reads_an_export(store: Store) -> None:
    said = run("Rscript", ANALYSIS / "read_export.R", export(store, eventful()))
    assert "Votes by contrast and mechanism" in said


@pytest.mark.parametrize("example", ["read_export.py", "read_export.R"])
@pytest.mark.parametrize("participants", ["people", "simulated"])
def test_an_example_reads_the_groups_that_count(
    tmp_path: Path, example: str, participants: str
) -> None:
    """A program at every seat is data of a simulated study; ACQUIRE's votes compare nothing."""
    interpreter = sys.executable if example.endswith(".py") else shutil.which("Rscript")
    if interpreter is None:
        pytest.skip("R is not installed")
    walk = Walk(small_plan())
    walk.check_in()
    play_to_the_end(walk)
    walk.do(ev.SessionClosed(walk.now_ms))
    settings = {"name": "Study", "participants": participants}
    with Store.create(tmp_path / "study", {"settings": settings}) as study:
        for policy in TABLES.values():
            study.learned.add_mechanism(policy, {})
        said = run(interpreter, ANALYSIS / example, export(study, walk))
    assert ("head" in said) == (participants == "simulated")
    assert "libertarian" not in said


@pytest.mark.parametrize("example", ["recompute_payments.py", "read_export.py", "read_export.R"])
def test_an_example_says_what_it_wants_to_read(tmp_path: Path, example: str) -> None:
    interpreter = sys.executable if example.endswith(".py") else shutil.which("Rscript")
    if interpreter is None:
        pytest.skip("R is not installed")
    for arguments in ((), (tmp_path,)):
        done = subprocess.run(
            [interpreter, ANALYSIS / example, *arguments],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
    assert "hcmd-lab export STUDY" in done.stderr


def test_currency_and_rounding_are_the_sessions_own(store: Store) -> None:
    walk = Walk(
        replace(full_plan(), payment=PaymentSettings("CHF", 7.25, 0.01, RoundTo.FIVE_CENTS, False))
    )
    walk.do(ev.TurnedAway(0, "p1", "x", "full"))
    (row,) = rows(export(store, walk), "payments")
    assert (row["payment.total"], row["payment.currency"]) == ("7.25", "CHF")
