"""Two labs, one design: what one has played comes whole to the other, or not at all."""

import re
from pathlib import Path

import pytest
from foreign_tables import games, plain
from step_results import MODELLED, OPTIMIZED, better, store_turn, trained_mechanism
from studies import WHEN, drawn_picture, playable_study
from two_labs import Labs, contents, store_model
from walks import random_walk

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import plan_merge
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.director import Director
from hcmd_lab.game.events import (
    CheckedIn,
    GroupEnded,
    ImportTakenBack,
    PaymentAdjusted,
    SessionClosed,
    SessionOpened,
)
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.session import apply, replay
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study.adding import add_family_member
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.bundles import brought
from hcmd_lab.timestamps import utc_now


def test_a_study_is_started_from_a_bundle_with_its_mechanisms(labs: Labs) -> None:
    assert labs.there.settings == labs.here.settings
    assert labs.there.mechanisms.newest() == labs.here.mechanisms.newest()
    assert labs.there.status() == labs.here.status()


def test_labs_draw_groups_of_their_own(labs: Labs) -> None:
    drawn = [lab.plan_session("acquire", 6)[0] for lab in (labs.here, labs.there)]
    assert drawn[0].seed != drawn[1].seed
    assert drawn[0].groups != drawn[1].groups


def test_sessions_of_both_labs_count_together(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 2)
    play_simulated(labs.there, "acquire", 3)
    planned = labs.send(labs.there, labs.here)
    assert (planned.sessions, planned.groups, planned.runs) == (1, 3, 0)
    assert labs.here.status().groups == 5
    assert check_study(labs.here.store) == []
    assert labs.send(labs.here, labs.there).sessions == 1
    assert sorted(map(str, labs.there.played(("acquire",)))) == sorted(
        map(str, labs.here.played(("acquire",)))
    )


def test_the_log_comes_as_it_was(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 1)
    labs.send(labs.there, labs.here)
    (code,) = [row.code for row in labs.here.store.tables.sessions()]
    come, sent = (list(lab.store.log.logged_events(code)) for lab in (labs.here, labs.there))
    assert [(each.utc, each.event) for each in come] == [(each.utc, each.event) for each in sent]
    assert (
        labs.here.store.tables.sessions()[0].versions
        == labs.there.store.tables.sessions()[0].versions
    )


def test_a_second_time_brings_nothing(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 1)
    labs.send(labs.there, labs.here)
    before = contents(labs.here)
    assert not labs.send(labs.there, labs.here)
    assert contents(labs.here) == before


def test_conditions_are_balanced_over_both_labs(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 4)
    labs.send(labs.there, labs.here)
    plan, _ = labs.here.plan_session("acquire", 1)
    played = {group.tail_endowment for group in labs.here.store.tables.groups()}
    assert {group.tail_endowment for group in plan.groups}.isdisjoint(played)


def test_trained_mechanisms_come_with_their_data(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    store_turn(labs.here.store)
    planned = labs.send(labs.here, labs.there)
    assert (planned.groups, planned.runs) == (10, 3)
    assert labs.there.status() == labs.here.status()
    assert labs.there.mechanisms.newest() == labs.here.mechanisms.newest()


def test_labels_stay_in_their_lab(labs: Labs) -> None:
    events = random_walk(3).events
    named = [
        CheckedIn(e.at_ms, e.participant, e.station, f"Seat {e.station}", e.is_bot)
        if isinstance(e, CheckedIn)
        else e
        for e in events
    ]
    labs.there.store.log.append("walkwalk", named, utc_now())
    path = labs.folder / "sent.hcmd"
    make_bundle(labs.there, path)
    come = read_bundle(path).sessions["walkwalk"]
    assert any(isinstance(each.event, CheckedIn) for each in come)
    assert not any("Seat" in bytes(each.line.body).decode() for each in come)


def play_people(lab: Study) -> None:
    """A session in which people with labels took part."""
    plan, tables = lab.plan_session("acquire", 1)
    state = replay([opened := SessionOpened(0, plan)])
    state, events = Director(tables).settle(state, 0)
    events = [opened]
    for number in range(4):
        come = CheckedIn(0, f"person{number}", f"s{number}", f"Person {number}", is_bot=False)
        state, due = Director(tables).settle(apply(state, come), 0)
        events += [come, *due]
    lab.store.log.append("people00", [*events, GroupEnded(0, 1, "void", ""), SessionClosed(0)],
                         utc_now())  # fmt: skip


def test_people_of_another_lab_are_recognised_where_their_fingerprints_are_sent(
    labs: Labs,
) -> None:
    play_people(labs.there)
    labs.send(labs.there, labs.here)
    assert labs.here.store.fingerprints.all() == [], "only where somebody asked for it"
    assert labs.here.store.fingerprints.earlier("Person 1") == []
    planned = labs.send(labs.there, labs.here, with_fingerprints=True)
    assert (planned.sessions, planned.fingerprints) == (0, 4)
    assert labs.here.store.fingerprints.earlier(" PERSON 1") == ["people00"]
    assert labs.here.store.private.labels() == {}, "no label travels"
    assert not labs.send(labs.there, labs.here, with_fingerprints=True)
    sent = labs.bundle(labs.here, with_fingerprints=True)
    assert len(read_bundle(sent).fingerprints) == 4, "they travel on"


def test_no_fingerprint_comes_back_of_somebody_who_has_withdrawn(labs: Labs) -> None:
    play_people(labs.there)
    labs.send(labs.there, labs.here)
    labs.here.store.private.withdraw("people00", "person1", utc_now(), "asked by mail")
    assert labs.send(labs.there, labs.here, with_fingerprints=True).fingerprints == 3
    assert labs.here.store.fingerprints.earlier("Person 1") == []


def test_another_payment_follows_its_session(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 1)
    labs.send(labs.there, labs.here)
    person = labs.there.store.tables.participants()[0]
    clock_ms = labs.there.store.log.clock(person.session)
    labs.there.add_payment(person.session, PaymentAdjusted(clock_ms, person.code, 1234, "taxi"))
    planned = labs.send(labs.there, labs.here)
    assert (planned.sessions, planned.continued) == (0, 1)
    assert isinstance(labs.here.store.log.events(person.session)[-1], PaymentAdjusted)
    assert not labs.send(labs.here, labs.there), "the shorter log is no conflict"


def test_a_withdrawal_follows(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 1)
    labs.send(labs.there, labs.here)
    person = labs.there.store.tables.participants()[0]
    labs.there.store.private.withdraw(person.session, person.code, utc_now(), "asked by mail")
    assert labs.send(labs.there, labs.here).withdrawals == 1
    assert labs.here.store.private.withdrawn() == {(person.session, person.code)}


def test_another_design_is_refused_with_the_setting(labs: Labs, tmp_path: Path) -> None:
    with Store.open(playable_study(tmp_path / "other", 12)) as store:
        labs.rejected(Study(store), labs.here, r"different design .*: groups is \(12, 12\) there")


@pytest.mark.parametrize(
    ("setting", "value"),
    [("rounds", 8), ("growth", 2.5), ("tails", 2), ("head_endowment", 20),
     ("tail_endowments", (2, 10))],
)  # fmt: skip
def test_labs_of_other_games_are_refused_with_what_they_differ_in(
    labs: Labs, setting: str, value: object
) -> None:
    own: dict[str, object] = {"participants": "simulated", "groups": [10, 10], setting: value}
    labs.there.settings = make_settings("quick", own)
    told = f"different design and cannot be merged: {setting} is {value} there"
    labs.rejected(labs.there, labs.here, re.escape(told))


@pytest.mark.parametrize("name", ["name", "device", "threads"])
def test_words_and_machines_are_not_design(labs: Labs, name: str) -> None:
    other = {"name": "Elsewhere", "device": "cpu", "threads": 1}[name]
    changed = make_settings("quick", {"participants": "simulated", "groups": [10, 10], name: other})
    assert getattr(changed, name) != getattr(labs.there.settings, name)
    labs.there.settings = changed
    assert not labs.send(labs.there, labs.here)


def test_one_session_with_two_logs_is_refused(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 1)
    (session,) = labs.there.store.tables.sessions()
    events = labs.there.store.log.events(session.code)
    assert isinstance(events[0], SessionOpened)
    labs.here.store.log.append(session.code, [*events[:-2], events[-1]], utc_now())
    labs.rejected(labs.there, labs.here, f"Session {session.code} is in both this study and the")


def test_a_session_that_cannot_be_played_again_is_refused(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 1)
    path = labs.bundle(labs.there)
    bundle = read_bundle(path)
    (events,) = bundle.sessions.values()
    del events[9]
    with pytest.raises(UsageError, match="cannot be replayed from its log"):
        plan_merge(labs.here, bundle)


def test_the_same_training_in_both_labs_is_no_conflict(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    labs.send(labs.here, labs.there)
    store_turn(labs.here.store)
    store_turn(labs.there.store)
    assert not labs.send(labs.here, labs.there)


def test_training_in_both_labs_is_refused(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    labs.send(labs.here, labs.there)
    store_turn(labs.here.store)
    store_turn(labs.there.store, better(MODELLED, 0.6))
    labs.rejected(labs.here, labs.there, "MODEL of iteration 1 was computed both in this study and")


def test_a_model_that_was_taken_again_follows(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    store_model(labs.here, 10)
    labs.send(labs.here, labs.there)
    play_simulated(labs.there, "acquire", 2)
    store_model(labs.there, 12)
    assert labs.send(labs.there, labs.here).runs == 1, "no OPTIMIZE rests on the earlier one"
    found = [run.result for run in labs.here.store.learned.runs(Step.MODEL)]
    assert [each.groups for each in found if isinstance(each, ModelResult)] == [10, 12]
    assert not labs.send(labs.there, labs.here)
    assert not labs.send(labs.here, labs.there)


@pytest.mark.parametrize("optimized", ["here", "there"])
def test_no_model_is_taken_from_below_what_rests_on_it(labs: Labs, optimized: str) -> None:
    play_simulated(labs.here, "acquire", 10)
    store_model(labs.here, 10)
    labs.send(labs.here, labs.there)
    other = {"here": labs.there, "there": labs.here}[optimized]
    store_model(other, 11)
    lab: Study = getattr(labs, optimized)
    lab.store.learned.add_mechanism(trained_mechanism(), {})
    lab.store.facts.set("table of theta_1", trained_mechanism().sha256)
    lab.store.learned.add_run(
        "optimize", 1, InitialiseJob(seed=1, game=PAPER_GAME), OPTIMIZED, WHEN, WHEN
    )
    words = "MODEL of iteration 1 was computed both in this study and"
    labs.rejected(labs.here, labs.there, words)
    labs.rejected(labs.there, labs.here, words)


def test_a_file_imported_in_both_labs_is_refused(labs: Labs, tmp_path: Path) -> None:
    table = tmp_path / "groups.csv"
    lines = ["group,stage,round,seat,endowment,contribution,payout,vote"]
    lines += [
        f"g,{stage},{number},{seat},{10 if seat == 0 else 4},1,1.6,1"
        for stage in (1, 2, 3)
        for number in range(1, 11)
        for seat in range(4)
    ]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    import_csv(labs.there.store, table, "plain", PAPER_GAME, 1, utc_now(), "theirs00")
    assert labs.send(labs.there, labs.here).groups == 1
    assert not labs.send(labs.there, labs.here)
    other = Study(labs.here.store)
    with Store.open(playable_study(tmp_path / "third", 10)) as store:
        import_csv(store, table, "plain", PAPER_GAME, 1, utc_now(), "thirds00")
        labs.rejected(Study(store), other, r"groups\.csv was imported into both studies")


def test_an_import_that_was_declared_unusable_stays_so_elsewhere(
    labs: Labs, tmp_path: Path
) -> None:
    table = tmp_path / "groups.csv"
    table.write_text(plain(games()), encoding="utf-8")
    import_csv(labs.there.store, table, "plain", PAPER_GAME, 1, utc_now(), "theirs00")
    taken = ImportTakenBack(0, False, "a pretest")
    labs.there.store.log.take_back_import("theirs00", taken, utc_now())
    labs.send(labs.there, labs.here)
    assert {row.status for row in labs.here.store.tables.groups()} == {"void"}
    assert check_study(labs.here.store) == []


def open_session(lab: Study) -> None:
    plan, _ = lab.plan_session("acquire", 1)
    lab.store.log.append("openopen", [SessionOpened(0, plan)], utc_now())


@pytest.mark.parametrize("side", ["here", "there"])
def test_an_unfinished_session_has_to_end_first(labs: Labs, side: str) -> None:
    open_session(getattr(labs, side))
    labs.rejected(labs.there, labs.here, "Session openopen .* not ended; end it")


def test_a_step_that_was_begun_has_to_end_first(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    play_simulated(labs.there, "pilot", 1)
    job = labs.here.store.folder.jobs / "model-1"
    job.mkdir()
    (job / "job.json").write_text("{}", encoding="utf-8")
    labs.rejected(labs.there, labs.here, "MODEL of this study has started")


def test_a_folder_that_is_taken_is_left_alone(labs: Labs) -> None:
    kept = labs.folder / "taken"
    kept.mkdir()
    (kept / "thesis.txt").write_text("precious", encoding="utf-8")
    with pytest.raises(UsageError, match="not an empty folder"):
        start_study(read_bundle(labs.folder / "design.hcmd"), kept)
    assert (kept / "thesis.txt").read_text(encoding="utf-8") == "precious"


def test_a_study_that_cannot_be_started_leaves_nothing(
    labs: Labs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr("hcmd_lab.bundles.starting.merge", fail)
    with pytest.raises(OperatorError, match=f"{labs.folder / 'third'} cannot be written"):
        start_study(read_bundle(labs.folder / "design.hcmd"), labs.folder / "third")
    assert not (labs.folder / "third").exists()


def test_pictures_of_the_texts_come_too(labs: Labs) -> None:
    picture = drawn_picture()
    labs.there.store.learned.add_picture(picture)
    play_simulated(labs.there, "acquire", 1)
    labs.send(labs.there, labs.here)
    (sha256,) = labs.here.store.learned.pictures()
    assert labs.here.store.learned.picture(sha256) == picture


def test_what_no_kiosk_can_show_is_no_picture(labs: Labs) -> None:
    labs.there.store.learned.add_picture(b"a picture")
    with pytest.raises(UsageError, match=r"^The bundle sent.hcmd: 92b2fa.* is not a picture"):
        labs.send(labs.there, labs.here)
    assert labs.here.store.learned.pictures() == []


def test_one_name_does_not_stand_for_two_mechanisms(labs: Labs) -> None:
    add_family_member(labs.here, 0.3, 0.8, "third way")
    add_family_member(labs.there, 0.3, 0.7, "third way")
    labs.rejected(labs.here, labs.there, "a mechanism third way that is another one")


def test_one_mechanism_does_not_go_by_two_names(labs: Labs) -> None:
    add_family_member(labs.here, 0.3, 0.8, "third way")
    add_family_member(labs.there, 0.3, 0.8, "another way")
    labs.rejected(labs.here, labs.there, "calls third way what this study calls another way")


def test_mechanisms_of_the_library_are_told(labs: Labs) -> None:
    add_family_member(labs.here, 0.3, 0.8, "third way")
    assert brought(labs.send(labs.here, labs.there)) == "1 mechanism"


def test_people_of_another_lab_are_paid_there(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 1)
    (mine,) = [row.code for row in labs.here.store.tables.sessions()]
    play_simulated(labs.there, "acquire", 1)
    labs.send(labs.there, labs.here)
    assert labs.here.session_state()[0] == mine, "the newest that was played here"
    (theirs,) = labs.here.labs()
    state = labs.here.session_state(theirs)[1]
    event = PaymentAdjusted(state.clock_ms, next(iter(state.participants)), 1234, "taxi")
    with pytest.raises(UsageError, match=f"Session {theirs} was played in another lab"):
        labs.here.add_payment(theirs, event)
    with Store.open(playable_study(labs.folder / "third", 10)) as store:
        third = Study(store)
        labs.send(labs.there, third)
        with pytest.raises(OperatorError, match="no session that was played here"):
            third.session_state()
