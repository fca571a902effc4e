"""Labels that a person would call the same are the same."""

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game.labels import find_label, normal, require_label


@pytest.mark.parametrize(
    "written",
    [
        "zoë müller 01",
        "  Zoë   MÜLLER 01 ",
        "Zoe\u0308 Mu\u0308ller 01",  # composed of letter and accent
        "Ｚｏë Müller ０１",  # full width
        "Zoë\u00a0Müller\u200301",  # other spaces
        "Zoë\u200b Müller 01\ufeff",  # nothing to be seen
        "Zoë\tMüller\n01",
    ],
)
def test_one_label_in_many_spellings(written: str) -> None:
    assert normal(written) == normal("Zoë Müller 01")
    assert find_label(written, ["Ann", "Zoë Müller 01"]) == "Zoë Müller 01"
    assert normal(normal(written)) == normal(written)


@pytest.mark.parametrize("other", ["Zoe Müller 01", "Zoë Müller 1", "Zoë Müller01", ""])
def test_other_labels_stay_others(other: str) -> None:
    assert find_label(other, ["Zoë Müller 01"]) is None


def test_long_s_and_sharp_s_are_folded() -> None:
    assert normal("STRASSE") == normal("Straße") == normal("ſtraſſe")


@pytest.mark.parametrize("typed", ["<b>", "", " \u3164", "x" * 65, "-1", "a\x00;"])
def test_what_is_no_label_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        require_label(typed)


def test_a_typed_label_is_tidied() -> None:
    assert require_label("  Zoë\t\u202eMüller\u200f ") == "Zoë Müller"
