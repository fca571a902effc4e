"""Replication plan: every point of a grid of settings with every seed."""

import hashlib
import itertools
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hcmd_lab.errors import UsageError
from hcmd_lab.files import parse_toml
from hcmd_lab.game.idle_settings import idle, no_effect
from hcmd_lab.game.setting_values import current_names
from hcmd_lab.study.presets import make_settings, with_preset
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.warm_start import checked
from hcmd_lab.typed_text import quoted

MAX_SEEDS = 10_000
"""In one command; more are a slip that would fill memory and disk."""

_MAX_NAME = 100
"""Characters of a replication's name, with which the names of its files stay within all limits."""


@dataclass(frozen=True, slots=True)
class Replication:
    """One run of the loop.

    Attributes:
        name: Name of its folder and result: the grid's values and the seed.
        values: The grid's settings at its point, by name.
        settings: Settings of its study.
    """

    name: str
    values: dict[str, object]
    settings: StudySettings


def plan_replications(
    preset: str,
    changes: Mapping[str, object],
    seeds: Iterable[int],
    grid: Mapping[str, Sequence[object]],
) -> list[Replication]:
    """All replications, by grid point and then by seed.

    Args:
        preset: The schedule to begin with.
        changes: Settings that are the same for all.
        seeds: From each of which everything is drawn once.
        grid: Settings that vary, each with its values.

    Raises:
        UsageError: A setting is unknown, a value is not allowed, a setting is given twice, or one
            has no effect at any point of the grid.
        OperatorError: A study to begin with cannot be read.
    """
    changes, grid = current_names(StudySettings, changes), current_names(StudySettings, grid)
    for name in ("seed", "participants"):
        if name in changes or name in grid:
            raise UsageError(
                "The setting {name} cannot be set here: the seeds are given by --seeds, and the "
                "participants are simulated.",
                name=name,
            )
    for name in grid:
        if name in changes:
            raise UsageError(
                "The setting {name} is given by both --set and --grid; leave one of them out.",
                name=name,
            )
    points = [dict(zip(grid, point, strict=True)) for point in itertools.product(*grid.values())]
    same = {"participants": "simulated", **changes}
    _require_effect([with_preset(preset, same | varied) for varied in points], [*changes, *grid])
    found: dict[str, Replication] = {}
    for varied in points:
        for seed in sorted(set(seeds)):
            given = same | varied | {"seed": seed}
            settings = checked(make_settings(preset, given))
            # Normalised as in the settings: 1 and 1.0 are the same learning rate.
            values: dict[str, object] = {name: getattr(settings, name) for name in grid}
            name = _name(values, seed)
            found.setdefault(name, Replication(name, values, settings))
    return list(found.values())


def _require_effect(points: Sequence[Mapping[str, object]], asked_for: Sequence[str]) -> None:
    """Refuse what has no effect at any point: its values would all be the same replications.

    Raises:
        UsageError: Something has none.
    """
    idle_at = [{each.name: each for each in idle(StudySettings, point)} for point in points]
    for name, each in idle_at[0].items():
        everywhere = name in asked_for and all(name in here for here in idle_at)
        if everywhere and any(each.check(point[name]) != each.default for point in points):
            raise no_effect(each)


def parse_seeds(text: str) -> list[int]:
    """Parse seeds such as `1-5` or `1-3,7`.

    Raises:
        UsageError: It is neither a number, a range nor a list of these, or they are too many.
    """
    seeds: list[int] = []
    for part in text.split(","):
        found = re.fullmatch(r"\s*(\d{1,18})\s*(?:-\s*(\d{1,18})\s*)?", part, flags=re.ASCII)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if last < first:
            raise UsageError(
                "{text} is not a list of seeds; write --seeds as 1-5 or as 1-3,7.",
                text=quoted(text),
            )
        if len(seeds) + 1 + last - first > MAX_SEEDS:
            raise UsageError(
                "{text} are more than {most} seeds; ask for fewer at a time.",
                text=quoted(text),
                most=MAX_SEEDS,
            )
        seeds += range(first, last + 1)
    return seeds


def parse_grid(options: Iterable[str]) -> dict[str, list[object]]:
    """Parse `name=value,value` for each setting that varies; values are written as in TOML.

    Raises:
        UsageError: An option is not of this form, or names a setting again.
    """
    grid: dict[str, list[object]] = {}
    for option in options:
        name, equals, text = (part.strip() for part in option.partition("="))
        if not equals or not name or not text:
            raise UsageError(
                "{option} gives no values for a setting; write --grid as name=value,value.",
                option=quoted(option),
            )
        if name in grid:
            raise UsageError(
                "The setting {name} has two --grid options; put all of its values into one.",
                name=name,
            )
        try:
            grid[name] = parse_toml(f"values = [{text}]")["values"]
        except tomllib.TOMLDecodeError:
            grid[name] = [word.strip() for word in text.split(",")]  # bare words
    return grid


def _name(values: Mapping[str, object], seed: int) -> str:
    if not values:
        return f"seed={seed}"
    # Sorted: the order of the options does not matter for where a replication goes on.
    told = [f"{name}={_text(values[name])}" for name in sorted(values)]
    name = ",".join(told)
    plain = re.sub(r"[^A-Za-z0-9_=.,+-]", "-", name)
    if plain != name or len(plain) > _MAX_NAME:
        exact = json.dumps({key: values[key] for key in sorted(values)})
        plain = f"{plain[:_MAX_NAME]}-{hashlib.sha256(exact.encode()).hexdigest()[:6]}"
    return f"{plain},seed={seed}"


def _text(value: object) -> str:
    return "-".join(map(str, value)) if isinstance(value, tuple) else str(value)
