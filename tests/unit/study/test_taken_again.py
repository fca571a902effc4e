"""A MODEL that nothing rests on is taken again, so that no data lead into a dead end."""

import csv
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hcmd_lab.codes import new_code
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import Inputs, ModelJob
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.learning import vote_arrays
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import make_study
from hcmd_lab.study.order_of_runs import come_since
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.remaking import Remade, remake
from hcmd_lab.study.simulated import play_simulated, run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import Anew, begun_step, job_folder
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind
from hcmd_lab.study.summary import summarise
from hcmd_lab.study.trained_names import table_fact
from hcmd_lab.study.whole import check_whole
from hcmd_lab.timestamps import utc_now

REAL_GMTV = Path(__file__).parents[4] / "shared" / "data" / "gaechter2017_gmtv" / "gmtv.csv"

TINY: dict[str, object] = {
    "groups": [4, 4], "updates": [2, 2], "games": 20, "repetitions": 4, "max_epochs": 2,
    "splits": 1, "linear_sizes": [8], "lstm_sizes": [4], "vote_penalties": [1.0],
    "evaluation_groups": 4, "min_iterations": 2,
}  # fmt: skip


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    settings = make_settings("quick", TINY | {"participants": "simulated"})
    with make_study(tmp_path / "study", settings) as store:
        opened = Study(store, run_here)
        list(opened.perform(Step.INITIALISE))
        yield opened


@pytest.fixture
def people(tmp_path: Path) -> Iterator[Study]:
    settings = make_settings("quick", TINY | {"participants": "people"})
    with make_study(tmp_path / "people", settings) as store:
        opened = Study(store, run_here)
        list(opened.perform(Step.INITIALISE))
        yield opened


def import_games(study: Study, file: Path, rounds: int, vote: str) -> None:
    """Import four groups that played stages of so many rounds and cast this vote."""
    shift = len(study.store.tables.sessions())  # the same games are imported only once
    columns = ("group", "stage", "round", "seat", "endowment", "contribution", "payout", "vote")
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(columns)
        for group, stage, number, seat in (
            (group, stage, number, seat)
            for group in range(1, 5)
            for stage in (1, 2, 3)
            for number in range(1, rounds + 1)
            for seat in range(4)
        ):
            given = [(group + stage * number + shift + each) % 3 for each in range(4)]
            endowment = 10 if seat == 0 else 2 * group
            payout = round(0.4 * sum(given), 1)  # everyone an equal part of the fund
            rows.writerow((group, stage, number, seat, endowment, given[seat], payout, vote))
    import_csv(study.store, file, "plain", study.game, 1, utc_now(), new_code())


def model(study: Study) -> ModelResult:
    *_, result = study.perform(Step.MODEL)
    assert isinstance(result, ModelResult)
    return result


def import_short_games(study: Study, folder: Path) -> None:
    """Games of too few rounds for their votes to be used."""
    import_games(study, folder / "short.csv", 7, "1")


def import_gmtv(study: Study, folder: Path) -> None:
    """A file of the layout of Gächter et al. (2017), whose groups did not vote."""
    with (folder / "gmtv.csv").open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(("exp_num", "treat", "per", "gr_id", "subj_id", "tokens", "putin"))
        for number, group, seat in itertools.product(range(1, 11), range(101, 105), range(1, 5)):
            tokens = 10 + (group * seat + number) % 7
            rows.writerow((1, 1, number, group, 10 * group + seat, tokens, tokens % 5))
    import_csv(study.store, folder / "gmtv.csv", "auto", study.game, 1, utc_now(), new_code())


def import_real_gmtv(study: Study, folder: Path) -> None:
    """What they published."""
    del folder
    if not REAL_GMTV.is_file():
        pytest.skip("the published file is not here")
    import_csv(study.store, REAL_GMTV, "auto", study.game, 1, utc_now(), new_code())


@pytest.mark.parametrize(
    ("import_mute", "unusable"), [(import_gmtv, 0), (import_real_gmtv, 0), (import_short_games, 16)]
)
def test_data_without_usable_votes_are_no_dead_end(
    people: Study, tmp_path: Path, import_mute: Callable[[Study, Path], None], unusable: int
) -> None:
    import_mute(people, tmp_path)
    assert people.status().step is Step.MODEL
    assert people.model_data(1).unusable_votes == unusable
    told = " ".join(map(str, people.lacking()))
    assert "OPTIMIZE will lack votes: MODEL needs those of at least 4 groups" in told
    assert ("MODEL cannot use 16 votes" in told) is bool(unusable)
    first = model(people)
    assert first.votes == 0

    now = people.status()
    assert (now.step, now.groups_missing, now.again) == (Step.ACQUIRE, 4, Step.MODEL)
    assert "OPTIMIZE needs votes, and MODEL had none that it could use" in str(now.sentence)
    with pytest.raises(OperatorError, match="OPTIMIZE is not possible now"):
        people.require(Step.OPTIMIZE)
    plan, _ = people.plan_session("acquire", 2)
    assert (plan.iteration, len(plan.groups)) == (1, 2)

    import_games(people, tmp_path / "voting.csv", 10, "1")
    now = people.status()
    assert (now.step, now.again) == (Step.MODEL, Step.MODEL)
    assert "now there are 16 votes of 4 groups; run MODEL again" in str(now.sentence)
    assert model(people).votes == 16 == people.model_data(1).votes
    assert people.find_result(Step.MODEL, 1, ModelResult) != first
    assert [run.result == first for run in people.store.learned.runs(Step.MODEL)] == [True, False]
    assert [entry.kind for entry in people.log()] == [LogKind.TAKEN_AGAIN]
    assert people.status().step is Step.OPTIMIZE
    list(people.perform(Step.OPTIMIZE))
    list(people.perform(Step.CONVERGENCE))
    came = [come_since(people.store, run) for run in people.store.learned.runs()]
    assert came[1:] == [1, 0, 0, 0]  # the voting groups came after the first MODEL
    assert check_whole(people) == []
    assert len(summarise(people, timings=False).iterations) == 1


def test_groups_that_come_after_model_are_told_and_may_be_modelled(study: Study) -> None:
    play_simulated(study, "acquire", 4)
    first = model(study)
    assert study.status().news is None
    play_simulated(study, "acquire", 2)
    now = study.status()
    assert now.step is Step.OPTIMIZE
    assert str(now.sentence) == (
        "Iteration 1 of at most 2: the participants are modelled; run OPTIMIZE. 2 groups have come "
        "since MODEL. To use the data as they are now, run MODEL again first."
    )
    # What OPTIMIZE had begun on the earlier models must not be continued on the newer ones.
    begun = job_folder(study, Step.OPTIMIZE)
    begun.mkdir()
    (begun / "job.json").write_text("{}", encoding="utf-8")
    assert begun_step(study) is Step.OPTIMIZE
    second = model(study)
    assert (first.groups, second.groups) == (4, 6)
    assert not begun.exists()
    assert study.status().news is None
    list(study.perform(Step.OPTIMIZE))
    for step, name in ((Step.MODEL, "MODEL"), (Step.ACQUIRE, "ACQUIRE")):
        with pytest.raises(OperatorError, match=f"{name} is not possible now"):
            study.require(step)


def test_the_same_seed_trains_the_same_mechanism_again(study: Study) -> None:
    """With real training, and none of the mechanisms that were trained before is lost."""

    def train(anew: Anew | None = None) -> OptimizeResult:
        *_, result = study.perform(Step.OPTIMIZE, anew=anew)
        assert isinstance(result, OptimizeResult)
        return result

    play_simulated(study, "acquire", 4)
    model(study)
    first = train()
    again, other = train(), train(Anew(new_seed=True))
    shorter = train(Anew(updates=1))
    assert again.checkpoint == first.checkpoint
    assert len({each.checkpoint for each in (first, other, shorter)}) == 3
    runs = study.store.learned.runs(Step.OPTIMIZE)
    assert [run.result for run in runs] == [first, again, other, shorter]
    assert runs[0].job == runs[1].job
    assert study.find_result(Step.OPTIMIZE, 1, OptimizeResult) == shorter
    tables = [study.mechanisms.table_of(run) for run in runs]
    assert tables[0] == tables[1] != tables[2]
    for run in runs[1:3]:
        assert isinstance(run.result, OptimizeResult)
        checkpoint = study.store.folder.checkpoints / f"{run.result.checkpoint}.safetensors"
        before = checkpoint.read_bytes()
        checkpoint.unlink()
        made = [each for each in remake(study, run_here) if isinstance(each, Remade)]
        assert all(each.is_identical for each in made)
        assert checkpoint.read_bytes() == before
    assert check_whole(study) == []


def test_a_mechanism_that_groups_had_met_before_it_was_trained_again(study: Study) -> None:
    """Training may end where it began: nobody has met what came out because it came out."""
    play_simulated(study, "acquire", 4)
    model(study)
    list(study.perform(Step.OPTIMIZE))
    assert study.status().again is Step.OPTIMIZE
    first = study.store.facts.get(table_fact("theta_0"))
    study.store.facts.set(table_fact("theta_1"), first)
    assert study.status().again is Step.OPTIMIZE


def test_the_same_data_give_the_same_models_again(study: Study) -> None:
    play_simulated(study, "acquire", 4)
    assert model(study) == model(study)


def test_what_is_checked_again_counts_once(study: Study) -> None:
    for step in (Step.ACQUIRE, Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.ACQUIRE):
        if step is Step.ACQUIRE:
            play_simulated(study, "acquire", 4)
        else:
            list(study.perform(step))
    assert study.status().iteration == 2
    first = model(study)
    checked = study.checks()
    assert checked == first.checks != ()
    assert model(study) == first
    assert study.checks() == checked


def test_a_group_that_does_not_count_any_more_is_told(study: Study) -> None:
    play_simulated(study, "acquire", 4)
    model(study)
    run = study.store.learned.runs(Step.MODEL)[-1]
    assert isinstance(run.job, ModelJob)
    assert len(run.job.data) == 4
    study.store._database.sqlite.conn.execute(
        "UPDATE session_group SET status = 'void' WHERE group_number = 1"
    )
    assert str(study.status().news) == "1 group that MODEL used does not count any more."


def test_a_model_of_an_earlier_version_is_known_by_its_number_of_groups(study: Study) -> None:
    play_simulated(study, "acquire", 4)
    model(study)
    study.store._database.sqlite.conn.execute(
        "UPDATE run SET job = json_remove(job, '$.data') WHERE kind = 'model'"
    )
    assert study.status().news is None
    play_simulated(study, "acquire", 1)
    assert str(study.status().news) == "1 group has come since MODEL."


@pytest.mark.parametrize("withdrawn", [False, True])
def test_the_votes_counted_are_those_that_model_reads(
    people: Study, tmp_path: Path, study: Study, withdrawn: bool
) -> None:
    for number, (rounds, vote) in enumerate([(10, "1"), (10, ""), (7, "2"), (12, "1")]):
        import_games(people, tmp_path / f"{number}.csv", rounds, vote)
    play_simulated(study, "acquire", 5)
    if withdrawn:
        person = study.store.tables.participants()[0]
        study.store.private.withdraw(person.session, person.code, utc_now(), "asked")
    for each in (people, study):
        read = vote_arrays.votes(each.played(("acquire",)), PAPER_GAME, Inputs.FULL)
        counted = each.model_data(1)
        assert (counted.voting_groups, counted.votes) == (read.groups, read.votes)


def test_a_study_open_for_reading_tells_what_will_lack(study: Study) -> None:
    with Store.read(study.store.folder.path) as store:
        assert Study(store).lacking() == []
    play_simulated(study, "acquire", 4)
    (told,) = study.lacking()
    assert str(told).startswith("No group has played with tails that have ")
