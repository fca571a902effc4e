"""Settings of a new study: a preset and what is changed of it, so that they agree."""

from collections.abc import Mapping
from dataclasses import replace

from hcmd_lab.errors import UsageError
from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.rules import Game
from hcmd_lab.game.setting_values import current_names, parse
from hcmd_lab.game.settings import Choice, describe, plain
from hcmd_lab.game.table_size import too_many_profiles
from hcmd_lab.study.setting_kinds import reject_session_settings
from hcmd_lab.study.settings import GAME_SETTINGS, StudySettings, game_of


class Preset(Choice):
    """Initial settings of a study."""

    STANDARD = (
        "standard",
        "Half the groups",
        "The paper's schedule with half of its groups, each of which compares two variants of a "
        "mechanism, so that a vote tells more.",
    )
    PAPER = (
        "paper",
        "As in the paper",
        "The schedule of Table 1: 414 groups, which takes weeks of sessions.",
    )
    QUICK = (
        "quick",
        "Quick",
        "The whole loop with few groups: for trying it out, for teaching, for testing the lab.",
    )
    EQUAL = (
        "equal",
        "Everyone alike",
        "The classic public goods game of four with half the groups: everyone has the same coins, "
        "and a coin in the fund returns 0.4 to each under equal shares.",
    )


_HALF: dict[str, object] = {
    "groups": (37, 22, 26, 50, 27, 24, 21),
    "acquire": Acquire.INFORMATIVE,
    "min_iterations": 7,
}

PRESETS: dict[Preset, dict[str, object]] = {
    Preset.STANDARD: _HALF,
    # All of Table 1, whatever CONVERGENCE says in between.
    Preset.PAPER: {"min_iterations": 7},
    Preset.QUICK: {
        "groups": (15, 15),
        "min_iterations": 2,
        "evaluation_groups": 15,
        "linear_sizes": (8,),
        "lstm_sizes": (4,),
        "vote_penalties": (0.3, 3.0, 30.0),
        "max_epochs": 120,
        "splits": 2,
        "members": 4,
        "games": 250,
        "updates": (120, 120),
        # The paper's rate would not move the policy in so few updates.
        "learning_rate": 3e-3,
        "repetitions": 100,
    },
    Preset.EQUAL: _HALF | {"tail_endowments": (10,)},
}
"""What each changes of the defaults."""


def find_preset(name: str) -> Preset:
    """The preset with a name.

    Raises:
        UsageError: There is none.
    """
    for preset in Preset:
        if name == preset:
            return preset
    raise UsageError(
        "There is no preset {preset}; the presets are {presets}.",
        preset=name,
        presets=", ".join(Preset),
    )


def with_preset(preset: str, changes: Mapping[str, object]) -> dict[str, object]:
    """A preset's changes to the defaults, combined with further ones.

    Raises:
        UsageError: There is no such preset.
    """
    return PRESETS[find_preset(preset)] | current_names(StudySettings, changes)


def nearest_preset(settings: StudySettings) -> Preset:
    """The preset from which settings differ in the fewest values."""
    values = {each.name: getattr(settings, each.name) for each in describe(StudySettings)}

    def differences(preset: Preset) -> int:
        usual = make_settings(preset, {})
        return sum(getattr(usual, name) != value for name, value in values.items())

    return min(Preset, key=differences)


def game_from(changes: Mapping[str, object]) -> Game:
    """The paper's game with changes, for what is asked without a study.

    Raises:
        UsageError: One is no setting of the game, or no such game can be played.
    """
    for name in changes:
        if name not in GAME_SETTINGS:
            raise UsageError(
                "{name} is no setting of the game; those of the game are {names}.",
                name=name,
                names=", ".join(GAME_SETTINGS),
            )
    return game_of(make_settings(Preset.PAPER, dict(changes)))


def make_settings(preset: str, changes: dict[str, object]) -> StudySettings:
    """A preset's settings with changes.

    Raises:
        UsageError: The preset or a setting is unknown, a value is not allowed, or no mechanism
            can keep to what is asked of it.
    """
    reject_session_settings(changes, StudySettings)
    settings = parse(StudySettings, with_preset(preset, changes))
    settings = _with_own_game(settings, batch_is_given="games" in changes)
    if len(settings.updates) != len(settings.groups):
        raise UsageError(
            "The setting updates has entries for {n} iteration(s), but the setting groups for "
            "{groups}; give both the same number of entries.",
            n=len(settings.updates),
            groups=len(settings.groups),
        )
    if len(settings.linear_sizes) != len(settings.lstm_sizes):
        raise UsageError(
            "The settings linear_sizes and lstm_sizes are pairs; give both the same number of "
            "entries."
        )
    settings.restriction.mixture(game_of(settings).seats)
    return settings


def _with_own_game(settings: StudySettings, *, batch_is_given: bool) -> StudySettings:
    """The settings with a game that can be played, and a batch that its conditions can share.

    Raises:
        UsageError: No such game can be played, or the given batch cannot be shared equally.
    """
    if len(set(settings.tail_endowments)) < len(settings.tail_endowments):
        raise UsageError(
            "Each number of the setting tail_endowments is a condition of its own; give each only "
            "once."
        )
    if abs(settings.growth - round(settings.growth, 2)) > 1e-9:
        raise UsageError(
            "The setting growth is kept in steps of 0.01; give {value} in place of {given}.",
            value=plain(round(settings.growth, 2)),
            given=plain(settings.growth),
        )
    game = game_of(settings)
    if (problem := too_many_profiles(game)) is not None:
        raise UsageError.of(problem)
    shared = shared_batch(settings.games, game)
    if batch_is_given and shared != settings.games:
        raise UsageError(
            "The setting games must be a multiple of the {n} condition(s) of tail_endowments, at "
            "least {least}; give {shared} in place of {given}.",
            n=len(game.tail_endowments),
            least=2 * len(game.tail_endowments),
            shared=shared,
            given=settings.games,
        )
    return replace(settings, games=shared)


def shared_batch(games: int, game: Game) -> int:
    """The nearest batch of OPTIMIZE that a game's conditions share equally, two for each at least.

    Args:
        games: Games that are wanted in a batch.
        game: The game.
    """
    conditions = len(game.tail_endowments)
    return conditions * max(2, games // conditions)
