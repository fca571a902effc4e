import msgspec
import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game.mechanisms import BASELINES, BaselineName
from hcmd_lab.restriction import Mixture, Reference, Restriction


def test_nothing_restricted_leaves_all_to_the_network() -> None:
    assert Restriction().is_free
    assert Restriction().mixture(4) == Mixture(0, 0, 0, 1)


@pytest.mark.parametrize(
    "restriction",
    [
        Restriction(minimum_share=0.05),
        Restriction(monotone=True),
        Restriction(reference=Reference.LIBERTARIAN, reference_distance=0.2),
    ],
)
def test_each_restriction_restricts(restriction: Restriction) -> None:
    assert not restriction.is_free


@pytest.mark.parametrize("reference", BASELINES)
@pytest.mark.parametrize("share", [0.0, 0.05, 0.2])
def test_the_whole_fund_is_divided(reference: str, share: float) -> None:
    mixture = Restriction(share, False, reference, 0.7).mixture(4)
    parts = 4 * mixture.floor + mixture.by_coin + mixture.by_fraction + mixture.room
    assert parts == pytest.approx(1)


def test_a_distance_that_the_minimum_share_uses_up_is_refused() -> None:
    # Where one participant alone contributes, the libertarian gives nothing to three others.
    with pytest.raises(UsageError, match=r"0\.15 away .* distance of at least 0.16"):
        Restriction(0.05, False, Reference.LIBERTARIAN, 0.15).mixture(4)
    assert Restriction(0.05, False, Reference.LIBERTARIAN, 0.17).mixture(4).room == pytest.approx(
        0.02
    )
    # Equal shares never violate a minimum share.
    assert Restriction(0.05, False, Reference.STRICT_EGALITARIAN, 0.15).mixture(4).room == 0.15


def test_minimum_shares_that_leave_nothing_are_refused() -> None:
    with pytest.raises(UsageError, match=r"0.25 for each of 4 participants leaves nothing"):
        Restriction(minimum_share=0.25).mixture(4)


def test_a_reference_has_to_be_known() -> None:
    with pytest.raises(msgspec.ValidationError, match="fairest"):
        msgspec.json.decode(b'{"reference": "fairest"}', type=Restriction)


def test_every_baseline_can_be_a_reference() -> None:
    assert set(Reference) - {Reference.NONE} == set(BaselineName) == set(BASELINES)


@pytest.mark.parametrize("reference", [each for each in Reference if each is not Reference.NONE])
@pytest.mark.parametrize("seats", [3, 4, 5, 6])
def test_every_reference_can_be_monotone_in_a_group_of_any_size(
    reference: Reference, seats: int
) -> None:
    mixture = Restriction(0, True, reference, 0.5).mixture(seats)
    assert mixture.room == 0.5
    assert mixture.floor >= 0
    assert min(mixture.by_coin, mixture.by_fraction) >= 0
    fixed = seats * mixture.floor + mixture.by_coin + mixture.by_fraction
    assert fixed + mixture.room == pytest.approx(1, abs=1e-12)


def test_what_a_later_version_restricts_is_not_passed_over() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"minimum_share": 0.1, "kindness": 1}', type=Restriction)
