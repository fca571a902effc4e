import copy
import dataclasses
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import torch

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.curve import Measure
from hcmd_lab.jobs.job_folder import RESUME_FILE
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import Compute, DeviceKind, InitialiseJob, OptimizeJob, StepRule
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.learning import optimize as optimizing
from hcmd_lab.learning import resume, self_play
from hcmd_lab.learning.initialise import initialise
from hcmd_lab.learning.optimize import optimize
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyNetwork
from hcmd_lab.learning.seeds import generator
from hcmd_lab.restriction import Reference, Restriction
from hcmd_lab.restriction_check import judge

GAME = Game(rounds=3, head_endowment=4, tail_endowments=(2, 4), tails=2)
ONE_THREAD = Compute(device=DeviceKind.CPU, threads=1)
Gradient = Callable[[torch.Tensor, int], list[torch.Tensor]]


@dataclasses.dataclass
class Room:
    checkpoints: Path
    folder: Path
    job: OptimizeJob

    @property
    def winning(self) -> OptimizeJob:
        """As long, and in as many games, as it takes to win by more than chance."""
        return msgspec.structs.replace(self.job, games=400, updates=250, repetitions=2000)

    def run(
        self, job: OptimizeJob | None = None, stop_after: int | None = None, folder: str = "job"
    ) -> list[Progress | OptimizeResult | Stopped]:
        asked = Asked(stop_after)
        return list(optimize(job or self.job, self.folder / folder, self.checkpoints, asked))


class Asked:
    """Whether to stop, which is asked before each update."""

    def __init__(self, stop_after: int | None) -> None:
        self.updates = 0
        self.stop_after = stop_after

    def __call__(self) -> bool:
        self.updates += 1
        return self.stop_after is not None and self.updates > self.stop_after


def never() -> bool:
    return False


@pytest.fixture
def room(tmp_path: Path) -> Room:
    checkpoints = tmp_path / "checkpoints"
    people = ParticipantModels(
        ParticipantArchitecture(6, 4, max_endowment=4, rounds=GAME.rounds, seats=GAME.seats)
    )
    dice = torch.Generator().manual_seed(8)
    people.contribution.reset_parameters(dice)
    with torch.no_grad():  # they vote for what they are paid
        people.vote.weight[:, 0, 2] = 5
    *_, start = initialise(
        InitialiseJob(seed=1, policy_width=6, game=GAME, compute=ONE_THREAD), tmp_path, checkpoints
    )
    job = OptimizeJob(
        seed=5,
        policy=start.checkpoint,
        participants=ParticipantSet.of(people).save(checkpoints),
        games=40,
        updates=23,
        learning_rate=1e-2,
        checkpoint_every=5,
        repetitions=50,
        game=GAME,
        compute=ONE_THREAD,
    )
    return Room(checkpoints, tmp_path, job)


def result_of(reports: list[Progress | OptimizeResult | Stopped]) -> OptimizeResult:
    assert isinstance(reports[-1], OptimizeResult)
    return reports[-1]


def test_training_wins_votes_and_leaves_what_it_promises(room: Room) -> None:
    *reports, last = room.run(room.winning)
    result = result_of([last])
    assert result.updates == room.winning.updates
    assert result.vote_share.low > 0.504
    assert result.ms_per_update > 0
    assert result.device == "CPU, 1 thread"
    assert result.checkpoint != room.job.policy
    PolicyNetwork.load(room.checkpoints, result.checkpoint)
    data = (room.folder / "job" / result.frozen).read_bytes()
    assert FrozenPolicy.from_bytes(data, "trained").game == GAME
    assert [path.name for path in (room.folder / "job").iterdir()] == [result.frozen]
    assert all(isinstance(report, Progress) for report in reports)


def test_a_restricted_mechanism_stays_restricted_while_it_wins_votes(room: Room) -> None:
    restriction = Restriction(0.05, True, Reference.LIBERAL_EGALITARIAN, 0.4)
    first = InitialiseJob(
        seed=1, policy_width=6, game=GAME, restriction=restriction, compute=ONE_THREAD
    )  # fmt: skip
    *_, start = initialise(first, room.folder, room.checkpoints)
    job = msgspec.structs.replace(room.job, policy=start.checkpoint, updates=60, repetitions=1000)
    result = result_of(room.run(job))
    assert result.vote_share.low > 0.5
    trained = PolicyNetwork.load(room.checkpoints, result.checkpoint)
    assert trained.architecture.restriction == restriction
    data = (room.folder / "job" / result.frozen).read_bytes()
    verdicts = judge(FrozenPolicy.from_bytes(data, "trained"), restriction)
    assert [verdict.kept for verdict in verdicts] == [True, True, True]


def test_progress_tells_where_the_training_stands(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(optimizing, "REPORT_EVERY_S", 0.0)
    monkeypatch.setattr(optimizing, "PICTURE_EVERY_S", 0.0)
    monkeypatch.setattr(optimizing, "LIVELY_PICTURE_SHARE", 0)
    told = [report for report in room.run() if isinstance(report, Progress)]
    reports = [report for report in told if report.phase is not JobPhase.FREEZING]
    assert told[: len(reports)] == reports
    assert len(told) - len(reports) == len(GAME.tail_endowments)
    assert [report.step for report in reports] == list(range(24))
    assert all(report.total == 23 and report.device == "CPU, 1 thread" for report in reports)
    pictured = [report for report in reports if report.head_share]
    assert pictured == reports
    shares = [report.metrics["vote_share"] for report in reports]
    assert shares[0] == 0.5
    assert len(set(shares)) > 1
    contest = {"vote_share", "vote_share_error", "vote_share_groups", "final_groups"}
    assert set(reports[0].metrics) == contest
    assert set(reports[1].metrics) == contest | {"gradient_norm", "ms_per_update"}
    assert set(reports[2].metrics) == set(reports[1].metrics) | {"signal_to_noise"}
    groups = room.job.repetitions * len(room.job.game.tail_endowments)
    assert {report.metrics["final_groups"] for report in reports} == {groups}
    assert [report.phase for report in reports[-2:]] == [JobPhase.SELF_PLAY, JobPhase.COUNTING]
    assert {tail: len(grid[0]) for tail, grid in pictured[0].head_share.items()} == {2: 3, 4: 5}
    msgspec.json.encode(reports)


@pytest.mark.parametrize("rule", StepRule)
@pytest.mark.parametrize("stop_after", [0, 1, 5, 22])
def test_a_stopped_training_ends_with_the_same_bytes(
    room: Room, stop_after: int, rule: StepRule
) -> None:
    job = msgspec.structs.replace(room.job, step_rule=rule, updates=60, learning_rate=0.3)
    whole = result_of(room.run(job, folder="whole"))
    reports = room.run(job, stop_after=stop_after)
    assert reports[-1] == Stopped(step=stop_after)
    assert (room.folder / "job" / RESUME_FILE).exists()
    resumed = result_of(room.run(job))
    assert resumed.kept_at == whole.kept_at
    assert resumed.checkpoint == whole.checkpoint
    assert resumed.vote_share == whole.vote_share
    assert resumed.signal_to_noise == whole.signal_to_noise
    assert resumed.curves == whole.curves
    frozen = [(room.folder / job / resumed.frozen).read_bytes() for job in ("whole", "job")]
    assert frozen[0] == frozen[1]


def test_training_can_be_stopped_while_its_tables_are_made(room: Room) -> None:
    whole = result_of(room.run(folder="whole"))
    # It is asked before each update, then before each part of a table.
    reports = room.run(stop_after=room.job.updates + 1)
    assert reports[-1] == Stopped(step=room.job.updates)
    last = reports[-2]
    assert isinstance(last, Progress)
    assert last.phase is JobPhase.FREEZING
    assert result_of(room.run()).checkpoint == whole.checkpoint


def test_the_curves_are_what_was_told_after_the_same_updates(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(optimizing, "REPORT_EVERY_S", 0.0)
    monkeypatch.setattr(optimizing, "PICTURE_EVERY_S", 0.0)
    monkeypatch.setattr(optimizing, "LIVELY_PICTURE_SHARE", 0)
    *reports, last = room.run()
    told = {
        each.step: each.metrics
        for each in reports
        if isinstance(each, Progress) and each.phase is not JobPhase.FREEZING
    }
    share, noise = result_of([last]).curves
    assert (share.measure, noise.measure) == (Measure.VOTE_SHARE, Measure.SIGNAL_TO_NOISE)
    assert share.places == (0, 12, 23)
    assert noise.places == (12, 23)  # one gradient has no spread
    for place, value, error in zip(share.places, share.values, share.errors, strict=True):
        told_then = told[round(place)]
        assert (value, error) == (told_then["vote_share"], told_then["vote_share_error"])
        assert share.groups == told_then["vote_share_groups"]
    assert noise.values == tuple(told[place]["signal_to_noise"] for place in (12, 23))


def test_training_that_an_earlier_version_began_goes_on_without_the_points_it_lacks(
    room: Room,
) -> None:
    whole = result_of(room.run(folder="whole"))
    room.run(stop_after=15)
    saved = resume.load(room.folder / "job", room.job)
    assert saved is not None
    tensors = {name: value for name, value in saved.tensors.items() if name != "curves"}
    assert len(tensors) == len(saved.tensors) - 1
    resume.save(room.folder / "job", room.job, dataclasses.replace(saved, tensors=tensors))
    continued = result_of(room.run())
    assert continued.checkpoint == whole.checkpoint
    assert [curve.places for curve in continued.curves] == [(23,), (23,)]


def test_a_killed_training_ends_with_the_same_bytes(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(optimizing, "REPORT_EVERY_S", 0.0)
    whole = result_of(room.run(folder="whole"))
    killed = optimize(room.job, room.folder / "job", room.checkpoints, never)
    while (report := next(killed)).step < 10:
        assert isinstance(report, Progress)
    killed.close()
    begun = resume.load(room.folder / "job", room.job)
    assert begun is not None
    assert begun.step == 10
    assert result_of(room.run()).checkpoint == whole.checkpoint


def test_another_seed_ends_elsewhere(room: Room) -> None:
    other = msgspec.structs.replace(room.job, seed=6)
    assert result_of(room.run(other)).checkpoint != result_of(room.run(folder="2")).checkpoint


def test_a_resume_file_of_another_job_or_a_damaged_one_is_refused(room: Room) -> None:
    room.run(stop_after=3)
    with pytest.raises(
        OperatorError, match="different settings, or of another version; cancel the step"
    ):
        room.run(msgspec.structs.replace(room.job, seed=6))
    elsewhere = msgspec.structs.replace(room.job, compute=Compute(device=DeviceKind.CPU, threads=2))
    assert room.run(elsewhere, stop_after=0) == [Stopped(step=3)]
    path = room.folder / "job" / RESUME_FILE
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(OperatorError, match="cannot be read; delete that file"):
        room.run()


def test_games_that_cannot_be_shared_out_are_refused(room: Room) -> None:
    for games in (41, 2):
        with pytest.raises(UsageError, match="multiple of the 2 endowment conditions"):
            room.run(msgspec.structs.replace(room.job, games=games))


def test_people_who_learned_another_game_are_refused(room: Room) -> None:
    longer = dataclasses.replace(GAME, rounds=4)
    with pytest.raises(OperatorError, match=r"fitted to a game with 3 rounds.*run MODEL again"):
        room.run(msgspec.structs.replace(room.job, game=longer))


def test_a_wrong_checkpoint_is_refused(room: Room) -> None:
    with pytest.raises(OperatorError, match="holds a participants model"):
        room.run(msgspec.structs.replace(room.job, policy=room.job.participants))


def test_a_full_disk_is_said(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(resume, "atomic_write", no_space)
    with pytest.raises(OperatorError, match=r"No space left on device\); free some space"):
        room.run()


def test_a_gradient_out_of_range_ends_the_training(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    make: Callable[..., Gradient] = self_play.vote_gradient

    def broken(*details: object) -> Gradient:
        gradient = make(*details)
        return lambda uniforms, turn: [part * torch.inf for part in gradient(uniforms, turn)]

    monkeypatch.setattr(self_play, "vote_gradient", broken)
    with pytest.raises(OperatorError, match="smaller learning rate"):
        room.run()


def test_a_step_on_which_nothing_wins_is_refused(room: Room) -> None:
    """Nothing wins the votes of people who vote by lot."""
    indifferent = ParticipantModels(
        ParticipantArchitecture(6, 4, max_endowment=4, rounds=GAME.rounds, seats=GAME.seats)
    )
    people = ParticipantSet.of(indifferent).save(room.checkpoints)
    job = msgspec.structs.replace(room.job, participants=people, step_rule=StepRule.CAUTIOUS)
    result = result_of(room.run(job))
    assert result.kept_at == 0
    assert result.checkpoint == job.policy
    assert result.vote_share.estimate == 0.5
    assert result.updates == job.updates
    whole = msgspec.structs.replace(job, step_rule=StepRule.WHOLE)
    assert result_of(room.run(whole, folder="whole")).kept_at is None


@pytest.mark.parametrize(
    ("rule", "learning_rate"), [(StepRule.CAUTIOUS, 1e-2), (StepRule.WHOLE, 1e-30)]
)
def test_the_mechanism_that_it_began_with_has_one_half_however_little_the_models_know(
    room: Room, rule: StepRule, learning_rate: float
) -> None:
    """As CONVERGENCE says: nothing is open about a vote between a mechanism and itself."""
    indifferent = ParticipantModels(
        ParticipantArchitecture(6, 4, max_endowment=4, rounds=GAME.rounds, seats=GAME.seats)
    )
    people = ParticipantSet.of(indifferent).save(room.checkpoints)
    job = msgspec.structs.replace(
        room.job,
        participants=people,
        step_rule=rule,
        learning_rate=learning_rate,
        groups_known=4,
    )
    result = result_of(room.run(job))
    assert result.checkpoint == job.policy
    assert result.vote_share == Interval(estimate=0.5, low=0.5, high=0.5)
    share, _ = result.curves
    assert (share.values[0], share.errors[0]) == (0.5, 0.0)
    assert share.errors[-1] > 0


def test_no_groups_have_two_parts_in_a_step(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that choose a mechanism, or that one watches, are not those in which it is told."""
    drawn = []

    def noted(seed: int, purpose: str) -> torch.Generator:
        made = generator(seed, purpose)
        drawn.append(made.initial_seed())
        return made

    monkeypatch.setattr(optimizing, "generator", noted)
    job = msgspec.structs.replace(room.job, earlier=(room.job.policy,), step_rule=StepRule.BEST)
    result_of(room.run(job))
    assert len(drawn) == len(set(drawn)) == 5  # updates, start, looks, curve, result


def test_a_cautious_step_does_not_go_where_the_models_disagree(room: Room) -> None:
    """Of two models one votes for what it is paid, the other, more weakly, against it."""
    (fitted,) = ParticipantSet.load(room.checkpoints, room.job.participants)
    contrary = copy.deepcopy(fitted)
    with torch.no_grad():
        contrary.vote.weight.mul_(-0.4)
    people = ParticipantSet.of(fitted, contrary).save(room.checkpoints)
    job = msgspec.structs.replace(
        room.job, participants=people, updates=60, step_rule=StepRule.CAUTIOUS, caution=0.0
    )
    bold = result_of(room.run(job, folder="bold"))
    assert bold.kept_at != 0
    assert bold.vote_share.estimate > 0.5
    best = result_of(room.run(msgspec.structs.replace(job, step_rule=StepRule.BEST), folder="best"))
    assert best.checkpoint == bold.checkpoint, "no caution is none"
    cautious = result_of(room.run(msgspec.structs.replace(job, caution=5.0), folder="cautious"))
    assert cautious.kept_at == 0
    assert cautious.checkpoint == job.policy


def test_a_step_that_people_since_have_spoken_against_is_rejected(room: Room) -> None:
    """Training begins with the earlier mechanism that the newest models expect to beat it."""
    better = result_of(room.run(room.winning, folder="better"))
    assert better.vote_share.low > 0.504
    job = msgspec.structs.replace(room.job, repetitions=room.winning.repetitions)
    worse_last = msgspec.structs.replace(job, earlier=(better.checkpoint,))
    result = result_of(room.run(worse_last, folder="rejected"))
    assert result.against == 0
    restarted = msgspec.structs.replace(job, policy=better.checkpoint)
    assert result.checkpoint == result_of(room.run(restarted, folder="again")).checkpoint
    better_last = msgspec.structs.replace(job, policy=better.checkpoint, earlier=(room.job.policy,))
    assert result_of(room.run(better_last, folder="kept")).against == 1
    unsure = msgspec.structs.replace(worse_last, groups_known=1)
    assert result_of(room.run(unsure, folder="unsure")).against == 1, "nothing is known"
