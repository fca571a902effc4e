from pathlib import Path

import msgspec
import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game import table_size
from hcmd_lab.game.game_limits import is_equal, is_paper_game, own_return
from hcmd_lab.game.rules import Game
from hcmd_lab.game.table_size import MAX_PROFILES, table_profiles
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import duplicate_study, make_study
from hcmd_lab.study.presets import Preset, make_settings, nearest_preset, shared_batch
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.settings import game_of, stored_settings

OWN: dict[str, object] = {
    "rounds": 8, "growth": 2.0, "tails": 2, "head_endowment": 12, "tail_endowments": (20, 3),
}  # fmt: skip
OWN_GAME = Game(8, 12, (3, 20), 2, 200)


@pytest.mark.parametrize("preset", [Preset.STANDARD, Preset.PAPER, Preset.QUICK])
def test_the_presets_play_the_papers_game(preset: Preset) -> None:
    assert is_paper_game(game_of(make_settings(preset, {})))


def test_equal_is_the_classic_public_goods_game() -> None:
    game = game_of(make_settings("equal", {}))
    assert is_equal(game)
    assert game.seats == 4
    assert float(own_return(game)) == 0.4


def test_the_presets_are_told_apart() -> None:
    for preset in Preset:
        assert nearest_preset(make_settings(preset, {"name": "Mine", "seed": 9})) is preset


def test_a_study_keeps_its_own_game(tmp_path: Path) -> None:
    with make_study(tmp_path / "study", make_settings("quick", OWN)) as store:
        assert ReadOnlyStudy(store).game == OWN_GAME
    with Store.read(tmp_path / "study") as store:
        assert ReadOnlyStudy(store).game == OWN_GAME
    with duplicate_study(tmp_path / "study", tmp_path / "again", "Again") as store:
        assert ReadOnlyStudy(store).game == OWN_GAME


def test_a_study_from_before_plays_the_papers_game() -> None:
    values = msgspec.to_builtins(make_settings("quick", {}))
    for name in OWN:
        del values[name]
    assert is_paper_game(game_of(stored_settings(values)))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rounds": 0}, "rounds must be a whole number between 1 and 40"),
        ({"rounds": 41}, "rounds must be a whole number between 1 and 40"),
        ({"tails": 1}, "tails must be a whole number between 2 and 5"),
        ({"tails": 6}, "tails must be a whole number between 2 and 5"),
        ({"head_endowment": 21}, "between 1 and 20"),
        ({"tail_endowments": (5, 21)}, "between 1 and 20"),
        ({"tail_endowments": (0,)}, "between 1 and 20"),
        ({"tail_endowments": ()}, "tail_endowments must be a list of whole numbers"),
        ({"tail_endowments": (5, 7, 5)}, "give each only once"),
        ({"growth": 0.0}, "growth must be a number between 0.1 and 20"),
        ({"growth": 1.655}, "steps of 0.01; give 1.66 in place of 1.655"),
        ({"games": 100, "tail_endowments": (1, 2, 3)}, "give 99 in place of 100"),
    ],
)
def test_a_game_that_cannot_be_played_is_refused(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence.replace("(", r"\(")):
        make_settings("quick", changes)


@pytest.mark.parametrize("growth", [0.5, 1.0, 4.0, 7.5])
def test_a_game_that_is_no_dilemma_is_not_refused(growth: float) -> None:
    assert game_of(make_settings("quick", {"growth": growth})).multiplier == growth


@pytest.mark.parametrize("conditions", range(1, 21))
def test_a_batch_is_shared_by_any_number_of_conditions(conditions: int) -> None:
    own = {"tail_endowments": tuple(range(1, conditions + 1)), "tails": 2}
    settings = make_settings("quick", own)
    assert settings.games == shared_batch(250, game_of(settings))
    assert settings.games % conditions == 0
    assert settings.games >= 2 * conditions


def test_the_largest_game_of_the_limits_has_a_table() -> None:
    largest = {"tails": 5, "head_endowment": 20, "tail_endowments": tuple(range(1, 21))}
    assert table_profiles(game_of(make_settings("quick", largest))) <= MAX_PROFILES


def test_a_game_without_a_table_is_refused_with_what_would_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table_size, "MAX_PROFILES", 10_000)
    with pytest.raises(UsageError, match=r"at most 10,000 fit: choose groups of 3, or tail end"):
        make_settings("quick", {"tails": 3, "tail_endowments": (2, 4, 6, 8, 20)})
