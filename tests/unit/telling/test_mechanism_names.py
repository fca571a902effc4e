"""Names of mechanisms as a reader sees them."""

import pytest

from hcmd_lab.game.mechanisms import BASELINES, BaselineName
from hcmd_lab.telling.mechanism_names import (
    checkpoint_names,
    device_name,
    in_sentence,
    pretty_name,
    role_of_row,
)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("theta_0", "θ₀"),
        ("theta_12", "θ₁₂"),
        ("liberal_egalitarian", "Liberal egalitarian"),
        ("libertarian", "Libertarian"),
        ("theta_new", "Theta new"),
        ("", ""),
    ],
)
def test_pretty_name(name: str, shown: str) -> None:
    assert pretty_name(name) == shown


@pytest.mark.parametrize("name", BaselineName)
def test_every_baseline_has_words_with_a_capital_only_alone(name: BaselineName) -> None:
    assert in_sentence(name) == str(name.spoken) == name.replace("_", " ")
    assert pretty_name(name) == in_sentence(name).capitalize()


def test_every_baseline_has_its_closed_form() -> None:
    assert set(BASELINES) == set(BaselineName)


def test_a_name_of_somebody_else_stays_as_it_is_inside_a_sentence() -> None:
    assert in_sentence("Koster_2022") == "Koster 2022"
    assert in_sentence("theta_3") == pretty_name("theta_3") == "θ₃"


def test_checkpoint_names() -> None:
    assert checkpoint_names(3) == ("θ₀", "θ₁", "θ₂")


def test_rows_say_what_they_are() -> None:
    names = ["theta_0", "theta_1", "theta_2", "libertarian"]
    notes = [role_of_row(name, names, almost_equal=True) for name in names]
    assert notes == ["random start, divides almost equally", "", "newest", "baseline"]


def test_a_start_that_favours_somebody_is_not_called_equal() -> None:
    assert role_of_row("theta_0", ["theta_0"], almost_equal=False) == "start of the training"


def test_a_device_is_named_in_words() -> None:
    assert device_name("CPU, 1 thread") == "CPU, 1 thread"
    assert device_name("CPU, 4 threads") == "CPU, 4 threads"
    assert device_name("NVIDIA H100") == "NVIDIA H100"
