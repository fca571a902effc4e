import itertools
import math

import pytest

from hcmd_lab.jobs.curve import Curve, Measure
from hcmd_lab.learning.share_curve import LOOKS, ShareCurve, curve_places


@pytest.mark.parametrize("updates", [1, 2, 7, 23, 100, 399, 4000, 100_000])
def test_places_reach_from_the_beginning_to_the_end_and_stay_few(updates: int) -> None:
    places = sorted(curve_places(updates))
    assert (places[0], places[-1]) == (0, updates)
    assert len(places) <= min(LOOKS, max(2, updates // 10 + 1))
    gaps = [after - before for before, after in itertools.pairwise(places)]
    assert max(gaps) - min(gaps) <= 1


def test_what_was_saved_is_restored_to_the_last_bit() -> None:
    curve = ShareCurve(40, groups=80)
    curve.add(0, 0.5, 0.0, None)
    curve.add(10, 1 / 3, math.pi / 100, 0.1)
    again = ShareCurve(40, groups=80)
    again.restore(curve.tensors())
    assert again.curves() == curve.curves()
    assert [again.is_due(place) for place in (0, 10, 20, 21)] == [False, False, True, False]


def test_nothing_is_known_before_the_first_look() -> None:
    empty = ShareCurve(40, groups=80)
    empty.restore({})
    assert [curve.places for curve in empty.curves()] == [(), ()]
    kept = ShareCurve(40, groups=80)
    kept.restore(empty.tensors())
    assert kept.curves() == empty.curves()


def test_a_curve_without_a_value_at_each_place_is_refused() -> None:
    with pytest.raises(ValueError, match="at each place"):
        Curve(measure=Measure.REFIT, places=(1, 2), values=(0.5,))
    with pytest.raises(ValueError, match="at each place"):
        Curve(measure=Measure.VOTE_SHARE, places=(1, 2), values=(0.5, 0.6), errors=(0.1,))
