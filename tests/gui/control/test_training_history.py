import pytest

from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.study.status import Step
from ui.control.training import history
from ui.control.training.history import TrainingHistory


def told(step: int, **metrics: float) -> Progress:
    return Progress(phase=JobPhase.SELF_PLAY, step=step, total=100, metrics=metrics)


def test_figures_become_series_over_the_work() -> None:
    kept = TrainingHistory(Step.OPTIMIZE, 1)
    kept.add(told(5, share=0.5, norm=1.0))
    kept.add(told(7, norm=2.0))
    assert [list(part) for part in kept.points("norm")] == [[5, 7], [1.0, 2.0]]
    assert [list(part) for part in kept.points("share")] == [[5], [0.5]]
    assert kept.points("nothing") == ((), ())
    assert (kept.newest("norm"), kept.newest("nothing")) == (2.0, None)
    assert kept.changes == 2


def test_epochs_are_places_where_there_are_any() -> None:
    kept = TrainingHistory(Step.MODEL, 1)
    kept.add(told(41, epoch=1, loss=2.0))
    kept.add(told(42, epoch=2, loss=1.5))
    assert [list(part) for part in kept.points("loss")] == [[1, 2], [2.0, 1.5]]


def test_what_is_repeated_after_a_stop_replaces_what_was_told() -> None:
    kept = TrainingHistory(Step.OPTIMIZE, 1)
    for step in (10, 20, 30, 20, 25):
        kept.add(told(step, share=step / 100))
    assert [list(part) for part in kept.points("share")] == [[10, 20, 25], [0.1, 0.2, 0.25]]


def test_the_newest_picture_is_kept_with_its_place() -> None:
    kept = TrainingHistory(Step.OPTIMIZE, 1)
    kept.add(Progress(phase=JobPhase.SELF_PLAY, step=3, total=9, head_share={2: [[0.5]]}))
    kept.add(told(4, share=0.5))
    assert kept.head_share == {2: [[0.5]]}
    assert kept.pictured_at == 3


def test_names_are_found_by_their_beginning() -> None:
    kept = TrainingHistory(Step.MODEL, 1)
    kept.add(told(1, **{"held_out 8/4": 2.0, "training 8/4": 1.9, "held_out 32/8": 2.1}))
    assert kept.names("held_out ") == ["held_out 8/4", "held_out 32/8"]


def test_a_long_series_keeps_its_shape_in_fewer_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MAX_POINTS", 8)
    kept = TrainingHistory(Step.OPTIMIZE, 1)
    for step in range(100):
        kept.add(told(step, share=step / 100))
    places, values = kept.points("share")
    assert len(places) <= 9
    assert places[0] == 0
    assert list(values) == [place / 100 for place in places]
