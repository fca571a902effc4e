"""Two labs, one design: what one has played comes whole to the other, or not at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest
from foreign_tables import games, plain
from step_results import MODELLED, OPTIMIZED, store_turn
from studies import WHEN, drawn_picture, playable_study
from walks import random_walk

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import Merge, merge, plan_merge
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.errors import UsageError
from hcmd_lab.game.director import Director
from hcmd_lab.game.events import (
    CheckedIn,
    GroupEnded,
    ImportTakenBack,
    PaymentAdjusted,
    SessionClosed,
    SessionOpened,
)
from hcmd_lab.game.mechanisms import NEWEST
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.settings import parse
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.learning.evaluation import evaluate
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study import steps
from hcmd_lab.study.adding import add_family_member
from hcmd_lab.study.arena import plan_contrast
from hcmd_lab.study.library import library
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.recorded import LAB_FACT
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step, StudyStanding
from hcmd_lab.study.study import Study
from hcmd_lab.telling.study_log import entry_in_words
from hcmd_lab.timestamps import utc_now
from hcmd_lab.vote_plan import Looks


@dataclass
class Labs:
    """Two labs whose studies are open."""

    here: Study
    there: Study
    folder: Path

    def bundle(self, lab: Study, *, with_fingerprints: bool = False) -> Path:
        path = self.folder / "sent.hcmd"
        make_bundle(lab, path, with_fingerprints=with_fingerprints)
        return path

    def send(self, source: Study, target: Study, *, with_fingerprints: bool = False) -> Merge:
        file = self.bundle(source, with_fingerprints=with_fingerprints)
        planned = plan_merge(target, read_bundle(file))
        merge(target, planned)
        return planned

    def rejected(self, source: Study, target: Study, words: str) -> None:
        before = contents(target)
        with pytest.raises(UsageError, match=words):
            self.send(source, target)
        assert contents(target) == before


def contents(lab: Study) -> object:
    store = lab.store
    return (
        [(logged.session, logged.utc, logged.event) for logged in store.log.logged_events()],
        store.learned.mechanisms(),
        store.learned.runs(),
        store.private.audit(),
    )


@pytest.fixture
def labs(tmp_path: Path) -> Iterator[Labs]:
    first = playable_study(tmp_path / "first", 10)
    with Store.open(first) as store:
        here = Study(store)
        make_bundle(here, tmp_path / "design.hcmd")
        start_study(read_bundle(tmp_path / "design.hcmd"), tmp_path / "second")
        with Store.open(tmp_path / "second") as other:
            yield Labs(here, Study(other), tmp_path)


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
    assert labs.send(labs.there, labs.here).is_empty
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
    assert labs.send(labs.there, labs.here, with_fingerprints=True).is_empty
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
    assert labs.send(labs.here, labs.there).is_empty, "the shorter log is no conflict"


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
    assert labs.send(labs.there, labs.here).is_empty


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


def test_training_in_both_labs_is_refused(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    labs.send(labs.here, labs.there)
    store_turn(labs.here.store)
    store_turn(labs.there.store)
    assert labs.send(labs.here, labs.there).is_empty, "the same results are no conflict"
    connection = labs.there.store._database.sqlite.conn
    connection.execute("UPDATE run SET result = replace(result, '0.531', '0.532')")
    labs.there.store.learned._decoded.clear()  # as if it had been so from the beginning
    labs.rejected(
        labs.here, labs.there, "OPTIMIZE of iteration 1 was computed both in this study and"
    )


def test_data_that_training_has_not_seen_are_refused(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    play_simulated(labs.there, "acquire", 1)
    store_turn(labs.here.store)
    late = labs.there.store.tables.sessions()[0].code
    labs.rejected(labs.there, labs.here, f"Session {late} of the bundle .* computed without it")
    labs.rejected(labs.here, labs.there, f"Session {late} of this study .* computed without it")


def test_a_model_that_was_taken_again_follows(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    store_model(labs.here, 10)
    labs.send(labs.here, labs.there)
    play_simulated(labs.there, "acquire", 2)
    store_model(labs.there, 12)
    assert labs.send(labs.there, labs.here).runs == 1, "no OPTIMIZE rests on the earlier one"
    found = [run.result for run in labs.here.store.learned.runs(Step.MODEL)]
    assert [each.groups for each in found if isinstance(each, ModelResult)] == [10, 12]
    assert labs.send(labs.there, labs.here).is_empty
    assert labs.send(labs.here, labs.there).is_empty


def test_data_may_come_while_nothing_rests_on_a_model(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    play_simulated(labs.there, "acquire", 1)
    store_model(labs.here, 10)
    assert labs.send(labs.there, labs.here).groups == 1
    assert str(labs.here.status().news) == "1 group has come since MODEL."


@pytest.mark.parametrize("optimized", ["here", "there"])
def test_no_model_is_taken_from_below_what_rests_on_it(labs: Labs, optimized: str) -> None:
    play_simulated(labs.here, "acquire", 10)
    store_model(labs.here, 10)
    labs.send(labs.here, labs.there)
    other = {"here": labs.there, "there": labs.here}[optimized]
    store_model(other, 11)
    lab: Study = getattr(labs, optimized)
    lab.store.learned.add_run(
        "optimize", 1, InitialiseJob(seed=1, game=PAPER_GAME), OPTIMIZED, WHEN, WHEN
    )
    words = "MODEL of iteration 1 was computed both in this study and"
    labs.rejected(labs.here, labs.there, words)
    labs.rejected(labs.there, labs.here, words)


def store_model(lab: Study, groups: int) -> None:
    """Put a result of MODEL into a study, as if it had been computed."""
    result = msgspec.structs.replace(MODELLED, groups=groups)
    job = InitialiseJob(seed=1, game=PAPER_GAME)
    lab.store.learned.add_run("model", 1, job, result, WHEN, WHEN)


def test_pilots_come_at_any_time(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    play_simulated(labs.there, "pilot", 1)
    store_turn(labs.here.store)
    assert labs.send(labs.there, labs.here).sessions == 1


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
    assert labs.send(labs.there, labs.here).is_empty
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
    with pytest.raises(OSError, match="the disk is gone"):
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


def test_a_merged_session_is_known_by_the_lab_that_played_it(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 2)
    labs.there.store.facts.set(LAB_FACT, "Haifa")
    labs.send(labs.there, labs.here)
    assert set(labs.here.labs().values()) == {"Haifa"}
    play_simulated(labs.here, "acquire", 2)
    labs.send(labs.here, labs.there)
    mine = {row.code for row in labs.here.store.tables.sessions()} - set(labs.here.labs())
    # The first lab has no name: it goes by its bundle.
    assert labs.there.labs() == dict.fromkeys(mine, "sent.hcmd")


def test_library_and_contrasts_come_with_a_bundle(labs: Labs) -> None:
    add_family_member(labs.here, 0.3, 0.8, "third way")
    plan_contrast(labs.here, "third way", "libertarian", 6)
    planned = labs.send(labs.here, labs.there)
    assert not planned.is_empty
    assert labs.there.planned_contrasts() == labs.here.planned_contrasts()
    (came,) = labs.there.log()
    assert entry_in_words(came).endswith(
        "the contrast of third way with libertarian, for 6 groups, came with the bundle sent.hcmd."
    )
    (entry,) = [each for each in library(labs.there) if each.name == "third way"]
    (original,) = [each for each in library(labs.here) if each.name == "third way"]
    assert entry == original, "with who added it, and when"
    assert labs.send(labs.here, labs.there).is_empty
    plan_contrast(labs.there, "third way", "liberal_egalitarian", 6)
    assert labs.send(labs.here, labs.there).is_empty, "the longer plan stays"
    labs.send(labs.there, labs.here)
    assert labs.here.planned_contrasts() == labs.there.planned_contrasts()


def test_other_contrasts_are_not_merged(labs: Labs) -> None:
    plan_contrast(labs.here, "libertarian", "liberal_egalitarian", 6)
    plan_contrast(labs.there, "libertarian", "liberal_egalitarian", 7)
    labs.rejected(labs.here, labs.there, "plans other contrasts")


def test_one_name_does_not_stand_for_two_mechanisms(labs: Labs) -> None:
    add_family_member(labs.here, 0.3, 0.8, "third way")
    add_family_member(labs.there, 0.3, 0.7, "third way")
    labs.rejected(labs.here, labs.there, "a mechanism third way that is another one")


def test_one_mechanism_does_not_go_by_two_names(labs: Labs) -> None:
    add_family_member(labs.here, 0.3, 0.8, "third way")
    add_family_member(labs.there, 0.3, 0.8, "another way")
    labs.rejected(labs.here, labs.there, "calls third way what this study calls another way")


def trained(labs: Labs, looks: Looks = Looks.FIXED) -> None:
    """Both labs have ended training and planned the same two contrasts."""
    for lab in (labs.here, labs.there):
        now = lab.settings
        once = replace(now, looks=looks, groups=now.groups[:1], updates=now.updates[:1])
        values = msgspec.to_builtins(once)
        lab.store.facts.set("settings", values)
        lab.settings = parse(StudySettings, values)
    play_simulated(labs.here, "acquire", 10)
    store_turn(labs.here.store)
    plan_contrast(labs.here, NEWEST, "liberal_egalitarian", 4)
    plan_contrast(labs.here, NEWEST, "libertarian", 4)
    labs.send(labs.here, labs.there)
    assert labs.there.status().step is Step.EVALUATE


def count_first(lab: Study, groups: int) -> EvaluateResult:
    """Let a lab play its first contrast and count its votes."""
    session = SimulatedSession(*lab.plan_session("evaluate", groups, GAME_ALONE, contrast=1))
    lab.store.log.append(session.code, session.play(), WHEN)
    prepared = steps.prepare(lab, Step.EVALUATE)
    *_, result = evaluate(prepared.job, prepared.folder, lab.store.folder.checkpoints, bool)
    assert isinstance(result, EvaluateResult)
    lab.keep(prepared, result)
    return result


def play_contrast(lab: Study, groups: int, contrast: int) -> None:
    session = SimulatedSession(*lab.plan_session("evaluate", groups, GAME_ALONE, contrast))
    lab.store.log.append(session.code, session.play(), WHEN)


def test_labs_merge_another_contrast_after_one_has_been_counted(labs: Labs) -> None:
    trained(labs)
    result = count_first(labs.here, 4)
    play_contrast(labs.there, 4, 2)
    labs.send(labs.there, labs.here)
    assert [each.played for each in labs.here.contrasts()] == [4, 4]
    assert labs.here.status().standing is StudyStanding.COMPARED
    labs.send(labs.here, labs.there)
    assert [each.played for each in labs.there.contrasts()] == [4, 4]
    assert labs.there.contrasts()[0].result == result


def test_groups_of_a_counted_contrast_are_not_merged(labs: Labs) -> None:
    trained(labs)
    play_contrast(labs.there, 1, 1)
    count_first(labs.here, 4)
    labs.rejected(labs.there, labs.here, "for EVALUATE of iteration 1, which this study computed")
    labs.rejected(labs.here, labs.there, "Session .* of this study belongs to the data for EVAL")


def test_under_a_sequential_plan_groups_come_after_a_look(labs: Labs) -> None:
    trained(labs, Looks.SEQUENTIAL)
    count_first(labs.here, 2)
    play_contrast(labs.there, 2, 1)
    labs.send(labs.there, labs.here)
    first, _ = labs.here.contrasts()
    assert (first.played, first.may_look) == (4, True)
