"""What the next training step would lack: said before a step starts, so that nothing ends in it."""

from hcmd_lab.game.usable_votes import MIN_GROUPS
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.model_data import ModelData
from hcmd_lab.study.status import Step, StudyStatus


def learned_later(now: StudyStatus) -> Sentence | None:
    """When MODEL learns from groups that are imported now; None if that is its next result.

    Args:
        now: The study's status.
    """
    if now.step not in (Step.CONVERGENCE, Step.EVALUATE, Step.DONE):
        return None
    return Sentence(
        "MODEL of iteration {iteration} has its result, on which others rest: it learns from "
        "groups that come now only if the study goes back to it, or in a later iteration.",
        iteration=now.iteration,
    )


def lacking(now: StudyStatus, data: ModelData, rounds: int) -> list[Sentence]:
    """What MODEL, and OPTIMIZE after it, would lack if the missing groups play and vote.

    Args:
        now: The study's status; other steps than ACQUIRE, MODEL and OPTIMIZE lack nothing.
        data: The data that MODEL would read now.
        rounds: Rounds of a stage of the study's game.
    """
    if now.step not in (Step.ACQUIRE, Step.MODEL, Step.OPTIMIZE):
        return []
    coming = now.groups_missing
    found = []
    if data.groups + coming < MIN_GROUPS:
        found.append(
            Sentence(
                "MODEL will lack groups: it needs at least {least}, and there (is|are) {n}.",
                least=MIN_GROUPS,
                n=data.groups + coming,
            )
        )
    if data.voting_groups + coming < MIN_GROUPS:
        found.append(
            Sentence(
                "OPTIMIZE will lack votes: MODEL needs those of at least {least} groups, and can "
                "use those of {voting}. Run a session or import groups that voted; that is "
                "possible after MODEL too, and then MODEL can be run again.",
                least=MIN_GROUPS,
                voting=data.voting_groups + coming,
            )
        )
    if data.unusable_votes:
        found.append(
            Sentence(
                "MODEL cannot use {n} vote(s): the two stages that (it compares|they compare) are "
                "not exactly {rounds} rounds long.",
                n=data.unusable_votes,
                rounds=rounds,
            )
        )
    if not coming and data.groups and data.empty_conditions and data.everyone_alike:
        found.append(
            Sentence(
                "No group has played in which everyone has {coins} coins per round: what people do "
                "there, MODEL can only infer from other games.",
                coins=data.empty_conditions[0],
            )
        )
    elif not coming and data.groups and data.empty_conditions:
        found.append(
            Sentence(
                "No group has played with tails that have {coins} coins per round: what people do "
                "there, MODEL can only infer from the other conditions.",
                coins=", ".join(map(str, data.empty_conditions)),
            )
        )
    return found
