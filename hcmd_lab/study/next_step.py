"""The next step of a study, derived from facts that storage has counted, and why it is next."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.game.usable_votes import MIN_GROUPS
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.contrasts import ContrastCount
from hcmd_lab.study.recommendation import goes_on
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.status import Modelled, Step, StudyFacts, StudyStatus
from hcmd_lab.vote_plan import Looks

_COMPLETE = Sentence("The study is complete.")


def status(settings: StudySettings, facts: StudyFacts) -> StudyStatus:
    """The current step, derived from a study's facts."""
    now = _next(settings, facts)
    if facts.free is None or now.again is not None:
        return now
    step, iteration = facts.free
    return replace(now, again=step, again_iteration=iteration)


def _next(settings: StudySettings, facts: StudyFacts) -> StudyStatus:
    if not facts.has(Step.INITIALISE, 0):
        first = Sentence("The study needs its first mechanism.")
        return StudyStatus(1, Step.INITIALISE, 0, 0, first)
    for iteration, target in enumerate(settings.groups, start=1):
        where: dict[str, object] = {"iteration": iteration, "most": settings.iterations}
        played = facts.acquired.get(iteration, 0)
        if not facts.has(Step.MODEL, iteration):
            if played < target:
                sentence = Sentence(
                    "Iteration {iteration} of at most {most}: {played} of {n} group(s) played "
                    "so far; run a session.",
                    **where,
                    played=played,
                    n=target,
                )
                if settings.acquire is Acquire.INFORMATIVE:
                    sentence = Sentence(
                        "{status} Each group compares the newest mechanism with a variation of it.",
                        status=sentence,
                    )
                return StudyStatus(iteration, Step.ACQUIRE, played, target, sentence)
            sentence = Sentence(
                "Iteration {iteration} of at most {most}: all groups have played; run MODEL.",
                **where,
            )
            return StudyStatus(iteration, Step.MODEL, 0, 0, sentence)
        if not facts.has(Step.OPTIMIZE, iteration):
            return _modelled(facts, iteration, settings.iterations, played)
        if not facts.has(Step.CONVERGENCE, iteration):
            sentence = Sentence(
                "Iteration {iteration} of at most {most}: the mechanism is trained; run "
                "CONVERGENCE.",
                **where,
            )
            return StudyStatus(iteration, Step.CONVERGENCE, 0, 0, sentence)
        if not goes_on(settings, iteration, converged=facts.converged[iteration]):
            break
    return _evaluation(settings, facts, iteration)


def _modelled(facts: StudyFacts, iteration: int, most: int, played: int) -> StudyStatus:
    """The status with a result of MODEL that nothing rests on yet."""
    modelled = facts.modelled or Modelled(votes=1)
    where: dict[str, object] = {"iteration": iteration, "most": most}
    news = _news(modelled)
    if modelled.votes:
        sentence = Sentence(
            "Iteration {iteration} of at most {most}: the participants are modelled; run OPTIMIZE.",
            **where,
        )
        if news is not None:
            sentence = Sentence(
                "{status} {news} To use the data as they are now, run MODEL again first.",
                status=sentence,
                news=news,
            )
        return StudyStatus(iteration, Step.OPTIMIZE, 0, 0, sentence, Step.MODEL, news, iteration)
    if modelled.has_votes_now:
        sentence = Sentence(
            "Iteration {iteration} of at most {most}: MODEL had no votes that it could use, and "
            "now there are {votes} of {n} group(s); run MODEL again.",
            **where,
            votes=Sentence("{n} vote(s)", n=modelled.votes_now),
            n=modelled.voting_groups,
        )
        return StudyStatus(iteration, Step.MODEL, 0, 0, sentence, Step.MODEL, news, iteration)
    sentence = Sentence(
        "Iteration {iteration} of at most {most}: OPTIMIZE needs votes, and MODEL had none that it "
        "could use: it needs those of at least {least} groups and there are those of {voting}. Run "
        "a session or import groups that voted, then run MODEL again.",
        **where,
        least=MIN_GROUPS,
        voting=modelled.voting_groups,
    )
    target = played + MIN_GROUPS - modelled.voting_groups
    return StudyStatus(
        iteration, Step.ACQUIRE, played, target, sentence, Step.MODEL, news, iteration
    )


def _news(modelled: Modelled) -> Sentence | None:
    """What has changed since MODEL in the data that it would read."""
    came = Sentence("{n} group(s) (has|have) come since MODEL.", n=modelled.came)
    left = Sentence("{n} group(s) that MODEL used (does|do) not count any more.", n=modelled.left)
    if modelled.came and modelled.left:
        return Sentence("{came} {left}", came=came, left=left)
    if modelled.came:
        return came
    return left if modelled.left else None


def _evaluation(settings: StudySettings, facts: StudyFacts, iteration: int) -> StudyStatus:
    if facts.contrasts:
        return _contrasts(facts.contrasts, iteration)
    played, target = facts.evaluation_groups, settings.evaluation_groups
    if played < target:
        values: dict[str, object] = {
            "iteration": iteration, "played": played, "n": target,
            "baseline": settings.baseline.spoken,
        }  # fmt: skip
        match settings.looks:
            case Looks.SEQUENTIAL if played > facts.looked_at:
                sentence = Sentence(
                    "Training ended with iteration {iteration}: {played} of {n} group(s) "
                    "compared the mechanism with {baseline} so far; run a session, or EVALUATE "
                    "to look at the votes.",
                    **values,
                )
            case Looks.FIXED | Looks.SEQUENTIAL:
                sentence = Sentence(
                    "Training ended with iteration {iteration}: {played} of {n} group(s) "
                    "compared the mechanism with {baseline} so far; run a session.",
                    **values,
                )
            case _:
                assert_never(settings.looks)
        return StudyStatus(iteration, Step.EVALUATE, played, target, sentence)
    if not facts.has(Step.EVALUATE, iteration):
        sentence = Sentence("All groups of the comparison have played; run EVALUATE.")
        return StudyStatus(iteration, Step.EVALUATE, played, target, sentence)
    return StudyStatus(iteration, Step.DONE, 0, 0, _COMPLETE)


def _contrasts(contrasts: Sequence[ContrastCount], iteration: int) -> StudyStatus:
    """The status in which planned contrasts are played and evaluated.

    A contrast whose groups have played can be evaluated while those of others still play.
    """
    for each in contrasts:
        if not each.is_evaluated and not each.missing:
            sentence = Sentence(
                "All groups of the contrast of {mechanism} with {other} have played; run EVALUATE.",
                mechanism=spoken_name(each.mechanism),
                other=spoken_name(each.other),
            )
            return StudyStatus(iteration, Step.EVALUATE, each.played, each.target, sentence)
    waiting = [each for each in contrasts if not each.is_evaluated]
    if not waiting:
        return StudyStatus(iteration, Step.DONE, 0, 0, _COMPLETE)
    played, target = sum(each.played for each in waiting), sum(each.target for each in waiting)
    if len(waiting) == 1:
        sentence = Sentence(
            "Training ended with iteration {iteration}: {played} of {n} group(s) compared "
            "{mechanism} with {other} so far; run a session.",
            iteration=iteration,
            played=played,
            n=target,
            mechanism=spoken_name(waiting[0].mechanism),
            other=spoken_name(waiting[0].other),
        )
    else:
        sentence = Sentence(
            "Training ended with iteration {iteration}: {played} of {n} group(s) played in "
            "{contrasts} contrasts so far; run a session.",
            iteration=iteration,
            played=played,
            n=target,
            contrasts=len(waiting),
        )
    return StudyStatus(iteration, Step.EVALUATE, played, target, sentence)
