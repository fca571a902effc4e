"""Names of mechanisms as a reader sees them."""

import pytest

from ui.figures.names import checkpoint_names, pretty_name, role_of_row, with_pretty_names


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


def test_checkpoint_names() -> None:
    assert checkpoint_names(3) == ("θ₀", "θ₁", "θ₂")


def test_rows_say_what_they_are() -> None:
    names = ["theta_0", "theta_1", "theta_2", "libertarian"]
    notes = [role_of_row(name, names) for name in names]
    assert notes == ["random start", "", "newest", "baseline"]


def test_names_in_sentences() -> None:
    assert with_pretty_names("Stop: theta_12 beats theta_0.") == "Stop: θ₁₂ beats θ₀."
    assert with_pretty_names("my_theta_1 and theta_x stay") == "my_theta_1 and theta_x stay"
