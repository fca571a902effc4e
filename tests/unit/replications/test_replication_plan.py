import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.replications.replication_plan import parse_grid, parse_seeds, plan_replications


@pytest.mark.parametrize(
    ("text", "seeds"),
    [("3", [3]), ("1-5", [1, 2, 3, 4, 5]), ("1-2, 7", [1, 2, 7]), ("0", [0])],
)
def test_seeds_are_numbers_and_ranges(text: str, seeds: list[int]) -> None:
    assert parse_seeds(text) == seeds


@pytest.mark.parametrize("text", ["", "a", "5-1", "1-", "-3", "1,,2", "1.5"])
def test_what_names_no_seeds_is_a_sentence(text: str) -> None:
    with pytest.raises(UsageError, match="write --seeds as"):
        parse_seeds(text)


@pytest.mark.parametrize("text", ["1-100000000", "1-5000,1-5001", "0-999999999999999999"])
def test_too_many_seeds_are_refused_at_once(text: str) -> None:
    with pytest.raises(UsageError, match="are more than 10,000 seeds; ask for fewer"):
        parse_seeds(text)
    assert len(parse_seeds("1-10000")) == 10_000


def test_a_grid_has_values_as_in_a_settings_file() -> None:
    assert parse_grid(
        ["learning_rate=1e-3, 3e-3", "updates=[4, 4],[8, 8]", "inputs=full,paper"]
    ) == {
        "learning_rate": [0.001, 0.003],
        "updates": [[4, 4], [8, 8]],
        "inputs": ["full", "paper"],
    }


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["games"], "gives no values"),
        (["games="], "gives no values"),
        (["=4"], "gives no values"),
        (["games=100", "games=200"], "two --grid options"),
    ],
)
def test_a_grid_that_cannot_be_read_is_a_sentence(options: list[str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        parse_grid(options)


def test_every_point_of_the_grid_is_replicated_with_every_seed() -> None:
    planned = plan_replications(
        "quick", {"splits": 1}, [2, 1, 2], {"games": [100, 200], "updates": [[4, 4], [8, 8]]}
    )
    assert [each.name for each in planned] == [
        f"games={games},updates={updates},seed={seed}"
        for games in (100, 200)
        for updates in ("4-4", "8-8")
        for seed in (1, 2)
    ]
    last = planned[-1].settings
    assert (last.seed, last.games, last.updates, last.splits) == (2, 200, (8, 8), 1)
    assert {each.settings.participants for each in planned} == {"simulated"}


def test_names_do_not_depend_on_how_the_grid_is_written() -> None:
    one = plan_replications("quick", {}, [1], {"games": [100], "learning_rate": [1]})
    other = plan_replications("quick", {}, [1], {"learning_rate": [1.0, 1], "games": [100]})
    assert [each.name for each in one] == [each.name for each in other]


def test_a_setting_may_be_varied_by_a_name_that_it_had() -> None:
    planned = plan_replications("quick", {}, [1], {"least_iterations": [1, 2]})
    assert [each.values for each in planned] == [{"min_iterations": 1}, {"min_iterations": 2}]
    with pytest.raises(UsageError, match="given by both --set and --grid"):
        plan_replications("quick", {"least_iterations": 1}, [1], {"min_iterations": [1, 2]})


@pytest.mark.parametrize(
    ("changes", "grid"),
    [
        ({}, {"pretraining": ["none", "simulated"]}),
        ({"looks": "sequential"}, {"weighting": ["votes", "conditions"]}),
        ({"reference_distance": 0.1}, {"games": [100, 200]}),
        ({"step_rule": "whole"}, {"caution": [1, 2]}),
    ],
)
def test_what_changes_nothing_is_refused(
    changes: dict[str, object], grid: dict[str, list[object]]
) -> None:
    """Points of a grid that are one replication would pass for a setting without an effect."""
    with pytest.raises(UsageError, match="has no effect here"):
        plan_replications("quick", changes, [1], grid)


def test_what_changes_something_at_a_point_is_varied_there() -> None:
    planned = plan_replications(
        "quick", {}, [1], {"step_rule": ["cautious", "whole"], "caution": [1, 2]}
    )
    assert [(each.settings.step_rule, each.settings.caution) for each in planned] == [
        ("cautious", 1.0), ("cautious", 2.0), ("whole", 1.5),
    ]  # fmt: skip


def test_names_are_names_of_files_and_differ_where_the_values_do() -> None:
    values = ["a/b", "a\\b", "a b", "x" * 200, "x" * 199 + "y"]
    planned = plan_replications("quick", {}, [1], {"name": values})
    names = [each.name for each in planned]
    assert len(set(names)) == len(values)
    for name in names:
        assert len(name) < 150
        assert not set(name) & set('/\\:*?"<>| ')


@pytest.mark.parametrize(
    ("changes", "grid", "words"),
    [
        ({"seed": 3}, {}, "given by --seeds"),
        ({}, {"seed": [1, 2]}, "given by --seeds"),
        ({"participants": "people"}, {}, "participants are simulated"),
        ({"games": 100}, {"games": [100, 200]}, "by both --set and --grid"),
        ({}, {"gamse": [100]}, "There is no setting gamse"),
        ({}, {"games": [1]}, "must be a whole number"),
        ({}, {"updates": [[4]]}, "same number of entries"),
    ],
)
def test_what_cannot_be_replicated_is_a_sentence(
    changes: dict[str, object], grid: dict[str, list[object]], words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        plan_replications("quick", changes, [1], grid)
