import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from counted_studies import counted_study
from studies import playable_study

from hcmd_lab.cli.study import create_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

Outcome = tuple[int, str, str]
Explain = Callable[..., Outcome]


@pytest.fixture
def explained(lab: Explain) -> Explain:
    """Runs `hcmd-lab explain` in this process; gives its exit code, stdout and stderr."""
    return partial(lab, "explain")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study in which ten groups have played."""
    folder = playable_study(tmp_path / "study", 10)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 10)
    return folder


def test_the_newest_mechanism_is_explained(explained: Explain, study: Path) -> None:
    code, words, _ = explained(study)
    assert code == 0
    assert (
        "Where each tail has 2 coins and everyone contributes everything, the head receives"
        in words
    )
    assert "in the rounds that were played" in words
    assert "Under θ₀, the seat that gained least in its group gained" in words
    assert "No group has played both θ₀ and liberal egalitarian and voted" in words
    assert "another coin returns" in words


def test_everything_is_there_as_json(explained: Explain, study: Path) -> None:
    code, out, _ = explained(study, "--json")
    found = json.loads(out)
    assert code == 0
    assert [each["tail_endowment"] for each in found["conditions"]] == [2, 4, 6, 8, 10]
    first = found["conditions"][0]
    assert first["rounds_played"] == 60
    assert len(first["head"]["returns"]) == 10
    assert found["least_served"][-1]["groups"] == 10
    assert found["votes"] == []


def test_a_baseline_that_nobody_played_is_explained_too(explained: Explain, study: Path) -> None:
    code, words, _ = explained(study, "--mechanism", "libertarian")
    assert code == 0
    assert "in proportion to the coins that each seat contributes" in words
    assert "all contributions counting alike" in words
    assert "No group has played a whole stage with libertarian yet" in words


def test_an_unknown_mechanism_is_a_sentence(explained: Explain, study: Path) -> None:
    code, _, words = explained(study, "--mechanism", "theta_9")
    assert code == 2
    assert "There is no mechanism theta_9; the study has: theta_0, strict" in words


def test_a_study_without_a_mechanism_says_what_comes_first(
    explained: Explain, tmp_path: Path
) -> None:
    create_study(tmp_path / "new", "quick", {})
    code, _, words = explained(tmp_path / "new")
    assert code == 1
    assert "hcmd-lab study begin" in words


@pytest.mark.parametrize(
    ("tails", "heading"),
    [([2, 4], "Votes  For θ₁  Interval"), ([4], "Votes  For θ₁  95% interval")],
)
def test_intervals_that_hold_together_are_not_called_those_of_95_percent(
    explained: Explain, tmp_path: Path, tails: list[int], heading: str
) -> None:
    study = counted_study(tmp_path / "study", 4, {"tail_endowments": tails, "rounds": 2})
    code, words, _ = explained(study)
    assert code == 0
    assert re.sub(" +", " ", heading) in re.sub(" +", " ", words)
    assert ("hold together" in words) == (len(tails) > 1)
