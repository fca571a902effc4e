import torch

from hcmd_lab.learning.resamples import group_weights


def test_models_of_one_fit_have_all_groups_alike() -> None:
    assert group_weights(1, 5, 1).tolist() == [[1.0] * 5]


def test_members_weigh_the_groups_otherwise_and_all_of_them() -> None:
    weights = group_weights(3, 40, 200)
    assert weights.shape == (200, 40)
    torch.testing.assert_close(weights.mean(1), torch.ones(200, dtype=torch.float64))
    assert (weights > 0).all()
    # As in the ordinary bootstrap, a group's weight has a variance of about 1.
    assert 0.8 < weights.var().item() < 1.2


def test_a_member_is_the_same_whatever_the_size_of_the_set() -> None:
    assert torch.equal(group_weights(3, 10, 2), group_weights(3, 10, 5)[:2])
    assert not torch.equal(group_weights(3, 10, 2), group_weights(4, 10, 2))
