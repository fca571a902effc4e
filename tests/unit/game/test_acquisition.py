import math

import pytest

from hcmd_lab.game.acquisition import Acquire, Variation, variation_name, variations


def test_the_paper_plays_one_mechanism_twice() -> None:
    assert variations(Acquire.PAPER) == ()
    assert variations(Acquire.INFORMATIVE) == (Variation.HEAD_MORE, Variation.HEAD_LESS)


def test_the_variations_are_mirror_images() -> None:
    more, less = Variation.HEAD_MORE, Variation.HEAD_LESS
    assert more.log_factor == -less.log_factor > 0
    assert math.isclose(more.factor * less.factor, 1.0)


@pytest.mark.parametrize("variation", Variation)
def test_a_variation_is_named_after_its_mechanism(variation: Variation) -> None:
    assert variation_name("theta_3", variation) == f"theta_3_{variation.value}"
