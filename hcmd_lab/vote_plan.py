"""The plan by which votes are judged: fixed before anybody votes, kept with every result."""

import msgspec

from hcmd_lab.game.settings import Choice


class Looks(Choice):
    """When the votes of the comparison may be looked at."""

    FIXED = (
        "fixed",
        "Once",
        "The votes are counted once, when all planned groups have played; before that only "
        "numbers of groups are shown.",
    )
    SEQUENTIAL = (
        "sequential",
        "Any time",
        "The votes may be looked at after any group, and groups may be added: the test stays "
        "right, but needs more groups for the same power.",
    )


class Weighting(Choice):
    """What the share of votes is a mean over, where conditions have unequal numbers of votes."""

    VOTES = (
        "votes",
        "Every vote alike",
        "A tail endowment counts as much as votes were cast in it.",
    )
    CONDITIONS = (
        "conditions",
        "Every tail endowment alike",
        "Each tail endowment counts the same, however many votes were cast in it.",
    )


class VotePlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How votes are judged; the defaults are those of results that name no plan.

    Attributes:
        looks: When the votes may be looked at.
        weighting: What the share is a mean over.
        order_adjusted: Whether the preference for the stage played second is taken out.
    """

    looks: Looks = Looks.FIXED
    weighting: Weighting = Weighting.VOTES
    order_adjusted: bool = False
