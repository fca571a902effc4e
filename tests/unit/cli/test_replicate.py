import json
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

from hcmd_lab.cli import interrupts, replicate
from hcmd_lab.cli.main import run
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import CrossEntropies
from hcmd_lab.jobs.record import Interval
from hcmd_lab.replications.dispatch import Failed, Finished, Halted, Moved, News
from hcmd_lab.replications.replication_plan import Replication
from hcmd_lab.replications.run_folder import ReplicationFolder
from hcmd_lab.replications.work import Whereabouts
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.summary import IterationSummary, StudySummary

Outcome = tuple[int, str, str]
Command = Callable[..., Outcome]

ENTROPIES = CrossEntropies(held_out=1.0, training=1.0, references={})


def result_of(seed: int) -> bytes:
    share = Interval(estimate=0.5 + seed / 100, low=0.4, high=0.7)
    turn = IterationSummary(1, 4, 480, ENTROPIES, ENTROPIES, 4, None, share, True, "0" * 64)
    evaluation = EvaluateResult(
        mechanism="theta_1", baseline="libertarian", groups=4, votes=16, share=share,
        by_tail_endowment={}, p_value=1.0, within_group_correlation=0.0, power=0.1,
        smallest_effect=0.9, contributions={}, surplus={},
    )  # fmt: skip
    summary = StudySummary("Study", True, seed, [turn], evaluation)
    return msgspec.json.encode(msgspec.to_builtins(summary, str_keys=True))


class Pretended:
    """What happens to replications instead of being computed; keeps which were asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.ends: dict[str, News] = {}

    def dispatch(
        self, replications: Iterable[Replication], folder: ReplicationFolder, *_: object
    ) -> Iterator[News]:
        planned = list(replications)
        self.asked.append([each.name for each in planned])
        for each in planned:
            yield Moved(each.name, Whereabouts("node17", 5, 1, "model"))
            end = self.ends.get(each.name)
            if end is None:
                result = result_of(each.settings.seed)
                folder.result(each.name).write_bytes(result)
                end = Finished(each.name, result)
            yield end


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> Pretended:
    made = Pretended()
    monkeypatch.setattr(replicate, "dispatch", made.dispatch)
    return made


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `hcmd-lab replicate` in this process; gives its exit code, stdout and stderr."""

    def call(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["hcmd-lab", "replicate", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "200")
        with pytest.raises(SystemExit) as ended:
            run()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return call


def test_the_table_tells_every_replication_and_every_point(
    command: Command, pretended: Pretended, tmp_path: Path
) -> None:
    code, out, words = command(
        tmp_path / "runs", "--seeds", "1-2", "--grid", "games=100,200", "--json"
    )
    assert code == 0
    told = json.loads(out)
    assert [line["name"] for line in told["replications"]] == [
        f"games={games},seed={seed}" for games in (100, 200) for seed in (1, 2)
    ]
    assert [point["mean"] for point in told["points"]] == [0.515, 0.515]
    assert json.loads((tmp_path / "runs" / "replications.json").read_bytes()) == told
    assert "games=100,seed=1 on node17: iteration 1 MODEL" in words
    assert "games=200,seed=2 is finished (4 of 4)." in words
    again = command(tmp_path / "runs", "--seeds", "1-2", "--grid", "games=100,200")
    assert "51.0% (40.0% to 70.0%)" in again[1]


def test_what_is_finished_is_not_computed_again(
    command: Command, pretended: Pretended, tmp_path: Path
) -> None:
    assert command(tmp_path / "runs", "--seeds", "1-2")[0] == 0
    code, out, _ = command(tmp_path / "runs", "--seeds", "1-3", "--json")
    assert code == 0
    assert pretended.asked == [["seed=1", "seed=2"], ["seed=3"]]
    assert len(json.loads(out)["replications"]) == 3
    assert command(tmp_path / "runs", "--seeds", "1-3", "--json")[1] == out
    assert len(pretended.asked) == 2


def test_what_failed_is_named_with_its_reason(
    command: Command, pretended: Pretended, tmp_path: Path
) -> None:
    for name in ("seed=1", "seed=3"):
        pretended.ends[name] = Failed(name, Sentence("The disk is full."))
    code, out, words = command(tmp_path / "runs", "--seeds", "1-3", "--json")
    assert code == 1
    assert "Not finished: seed=1; seed=3. The disk is full." in words
    assert [line["seed"] for line in json.loads(out)["replications"]] == [2]


def test_a_stop_says_how_to_go_on(command: Command, pretended: Pretended, tmp_path: Path) -> None:
    pretended.ends["seed=2"] = Halted("seed=2")
    code, _, words = command(tmp_path / "runs", "--seeds", "1-2")
    assert code == 130
    assert "1 of 2 replications finished; the same command continues" in words


@pytest.mark.parametrize(("one_interrupt_s", "asked"), [(60.0, [True]), (-1.0, [])])
def test_ctrl_c_asks_to_stop_and_a_second_one_leaves(
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    one_interrupt_s: float,
    asked: list[bool],
) -> None:
    heard: list[bool] = []

    def dispatch(replications: Iterable[Replication], *rest: object) -> Iterator[News]:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)  # the same one, passed on twice, or a second one
        heard.append(rest[-1]())  # type: ignore[operator]
        yield from (Halted(each.name) for each in replications)

    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(replicate, "dispatch", dispatch)
    monkeypatch.setattr(interrupts, "_ONE_INTERRUPT_S", one_interrupt_s)
    code, _, words = command(tmp_path / "runs", "--seeds", "1")
    assert code == 130
    assert "Saving what is being computed" in words
    assert heard == asked
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--preset", "slow"), "There is no preset slow"),
        (("--seeds", "five"), "write --seeds as 1-5"),
        (("--grid", "games"), "write --grid as name=value,value"),
        (("--set", "seed=3"), "given by --seeds"),
        (("--workers", "2", "--scheduler", "tcp://node17:8786"), "give only one of them"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(
    command: Command, pretended: Pretended, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    code, _, said = command(tmp_path / "runs", *options)
    assert code == 2
    assert words in " ".join(said.split())
    assert not (tmp_path / "runs").exists()
    assert pretended.asked == []
