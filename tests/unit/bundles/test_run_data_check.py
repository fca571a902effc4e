"""No data come to a step that has counted, and those that may come are counted next."""

from step_results import store_turn
from two_labs import Labs, count_first, play_contrast, store_model, trained

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.merging import merge, plan_merge
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step, StudyStanding
from hcmd_lab.vote_plan import Looks


def test_data_that_training_has_not_seen_are_refused(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    play_simulated(labs.there, "acquire", 1)
    store_turn(labs.here.store)
    late = labs.there.store.tables.sessions()[0].code
    labs.rejected(labs.there, labs.here, f"Session {late} of the bundle .* computed without it")
    labs.rejected(labs.here, labs.there, f"Session {late} of this study .* computed without it")


def test_data_may_come_while_nothing_rests_on_a_model(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    play_simulated(labs.there, "acquire", 1)
    store_model(labs.here, 10)
    assert labs.send(labs.there, labs.here).groups == 1
    assert str(labs.here.status().news) == "1 group has come since MODEL."


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


def test_a_look_of_another_lab_is_not_newer_because_it_came_later(labs: Labs) -> None:
    trained(labs, Looks.SEQUENTIAL)
    early = count_first(labs.there, 1)
    sent = read_bundle(labs.bundle(labs.there))
    late = count_first(labs.here, 2)
    merge(labs.here, plan_merge(labs.here, sent))
    assert labs.here.contrasts()[0].result == late, "one group was counted before, and came later"
    assert labs.here.find_result(Step.EVALUATE, 1, EvaluateResult) == late
    labs.send(labs.here, labs.there)
    assert labs.there.contrasts()[0].result == late != early


def test_a_clock_that_was_set_back_does_not_make_a_labs_own_look_older(labs: Labs) -> None:
    trained(labs, Looks.SEQUENTIAL)
    count_first(labs.here, 1)
    newest = count_first(labs.here, 1)
    connection = labs.here.store._database.sqlite.conn
    connection.execute("UPDATE run SET finished_utc = '2000' WHERE id = (SELECT max(id) FROM run)")
    labs.here.store.learned._decoded.clear()
    assert labs.here.contrasts()[0].result == newest


def test_votes_that_were_counted_last_in_another_lab_complete_the_contrast(labs: Labs) -> None:
    trained(labs, Looks.SEQUENTIAL)
    count_first(labs.here, 4)
    assert labs.here.contrasts()[0].is_final
    labs.send(labs.here, labs.there)
    first = labs.there.contrasts()[0]
    assert (first.seen, first.is_final, first.may_look) == (4, True, False)


def test_no_groups_come_to_a_look_at_all_planned_groups(labs: Labs) -> None:
    trained(labs, Looks.SEQUENTIAL)
    play_contrast(labs.there, 1, 1)
    count_first(labs.here, 4)
    words = "when all planned groups had played; add groups to the comparison"
    labs.rejected(labs.there, labs.here, words)
    labs.rejected(labs.here, labs.there, words)
    labs.here.add_evaluation_groups(1, contrast=1)
    new = labs.send(labs.there, labs.here)
    assert (new.sessions, new.groups) == (1, 1)
    assert labs.here.contrasts()[0].may_look


def test_pilots_come_at_any_time(labs: Labs) -> None:
    play_simulated(labs.here, "acquire", 10)
    play_simulated(labs.there, "pilot", 1)
    store_turn(labs.here.store)
    assert labs.send(labs.there, labs.here).sessions == 1
