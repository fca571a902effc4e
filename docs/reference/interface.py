"""What of the code is meant for scripts: pages of the manual, each with its modules."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the Python interface.

    Attributes:
        name: Of its file.
        title: Its heading.
        modules: What it documents, in this order.
    """

    name: str
    title: str
    modules: tuple[str, ...]


PAGES = (
    Page(
        "studies",
        "Studies",
        (
            "hcmd_lab.storage.store",
            "hcmd_lab.study.reader",
            "hcmd_lab.study.study_mechanisms",
            "hcmd_lab.study.simulated",
            "hcmd_lab.export.study_export",
        ),
    ),
    Page(
        "game",
        "The game",
        (
            "hcmd_lab.game.rules",
            "hcmd_lab.game.profiles",
            "hcmd_lab.game.played",
            "hcmd_lab.game.people",
            "hcmd_lab.game.populations",
        ),
    ),
    Page(
        "mechanisms",
        "Mechanisms",
        (
            "hcmd_lab.game.mechanisms",
            "hcmd_lab.game.frozen",
            "hcmd_lab.insight.condition",
            "hcmd_lab.insight.rule",
            "hcmd_lab.insight.incentives",
        ),
    ),
    Page(
        "inference",
        "Inference from votes",
        (
            "hcmd_lab.inference.ballots",
            "hcmd_lab.inference.verdict",
            "hcmd_lab.inference.vote_shares",
            "hcmd_lab.inference.sequential",
            "hcmd_lab.inference.vote_power",
        ),
    ),
    Page(
        "learning",
        "Learning",
        (
            "hcmd_lab.learning.checkpoints",
            "hcmd_lab.learning.participants",
            "hcmd_lab.learning.participant_inputs",
            "hcmd_lab.learning.participant_set",
            "hcmd_lab.learning.policy",
            "hcmd_lab.learning.freezing",
            "hcmd_lab.learning.table_policy",
            "hcmd_lab.learning.rollout",
            "hcmd_lab.learning.reference_step",
        ),
    ),
)
