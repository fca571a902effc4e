import dataclasses
from dataclasses import dataclass

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game.settings import SessionSettings, describe, parse, setting
from hcmd_lab.restriction import Restriction
from hcmd_lab.study.settings import PRESETS, StudySettings, make_settings


@dataclass(frozen=True)
class Example:
    count: int = setting(3, "How many.", unit="pieces", minimum=1, maximum=5)
    rate: float = setting(0.5, "How fast.", minimum=0.0)
    colour: str = setting("red", "Which.", choices=("red", "blue"))
    label: str = setting("", "What it is called.")
    loud: bool = setting(False, "Whether to shout.")
    sizes: tuple[int, ...] = setting((1, 2), "How large.", minimum=0, maximum=9)


def test_what_is_not_given_keeps_its_default() -> None:
    assert parse(Example, {"count": 4}) == Example(count=4)


def test_numbers_and_lists_are_taken_as_they_are_written_in_a_file() -> None:
    assert parse(Example, {"rate": 2, "sizes": [3]}) == Example(rate=2.0, sizes=(3,))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"cuont": 4}, "no setting cuont; the settings are count, rate"),
        ({"count": "4"}, "count must be a whole number between 1 and 5 (pieces), not '4'"),
        ({"count": True}, "count must be a whole number"),
        ({"count": 6}, "between 1 and 5 (pieces), not 6"),
        ({"rate": -1.0}, "rate must be a number of at least 0, not -1.0"),
        ({"rate": float("nan")}, "rate must be a number of at least 0, not nan"),
        ({"colour": "green"}, "colour must be one of red, blue, not 'green'"),
        ({"label": 3}, "label must be a text, not 3"),
        ({"loud": 1}, "loud must be true or false, not 1"),
        ({"sizes": 3}, "sizes must be a list of whole numbers between 0 and 9, not 3"),
        ({"sizes": []}, "sizes must be a list"),
        ({"sizes": [1, 10]}, "not 10"),
    ],
)
def test_a_wrong_value_is_answered_with_a_sentence(
    values: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UsageError) as caught:
        parse(Example, values)
    assert sentence in str(caught.value)


@pytest.mark.parametrize("settings_class", [SessionSettings, StudySettings, Example])
def test_every_setting_is_declared_and_its_default_valid(settings_class: type[object]) -> None:
    declared = list(describe(settings_class))
    fields = dataclasses.fields(settings_class)  # type: ignore[arg-type]  # they are dataclasses
    assert [each.name for each in declared] == [field.name for field in fields]
    assert all(each.sentence.endswith(".") for each in declared)
    defaults = {each.name: each.default for each in declared}
    assert parse(settings_class, defaults) == settings_class()


@pytest.mark.parametrize("preset", PRESETS)
def test_the_presets_are_valid(preset: str) -> None:
    assert make_settings(preset, {}).iterations == len(make_settings(preset, {}).updates)


def test_the_paper_preset_is_table_1() -> None:
    assert sum(make_settings("paper", {}).groups) == 414


@pytest.mark.parametrize(
    ("preset", "changes", "sentence"),
    [
        ("slow", {}, "no preset slow; the presets are paper, quick"),
        ("quick", {"groups": [10]}, "updates names 2 iterations and the setting groups 1"),
        ("quick", {"lstm_sizes": [4, 8]}, "are pairs"),
        ("quick", {"minimum_share": 0.25}, "leaves nothing to be learned"),
        (
            "quick",
            {"minimum_share": 0.1, "reference": "libertarian", "reference_distance": 0.3},
            "as far as 0.3 from the reference libertarian",
        ),
    ],
)
def test_settings_that_do_not_fit_together_are_refused(
    preset: str, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        make_settings(preset, changes)


def test_a_distance_counts_with_a_reference_alone() -> None:
    assert make_settings("paper", {}).restriction.is_free
    assert make_settings("paper", {"reference_distance": 0.1}).restriction.is_free
    close = make_settings("paper", {"reference": "libertarian", "reference_distance": 0.1})
    assert close.restriction == Restriction(0, False, "libertarian", 0.1)
