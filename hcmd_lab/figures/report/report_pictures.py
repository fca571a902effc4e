"""The report's pictures and their captions."""

from dataclasses import dataclass

from hcmd_lab.figures.acquired import curves
from hcmd_lab.figures.behaviour_shift import BehaviourShiftPicture
from hcmd_lab.figures.contributions import AcquiredContributions, EvaluatedContributions
from hcmd_lab.figures.cross_entropy import CrossEntropyByIteration
from hcmd_lab.figures.figure import Figure
from hcmd_lab.figures.heatmaps import PolicyHeatMaps, policy_rows
from hcmd_lab.figures.incentives import IncentivePicture
from hcmd_lab.figures.least_served import least_served_picture
from hcmd_lab.figures.metagame import MetaGame
from hcmd_lab.figures.predicted import PredictedPicture
from hcmd_lab.figures.predictive import PredictivePicture
from hcmd_lab.figures.rule import RulePicture
from hcmd_lab.figures.surplus import SurplusScatter
from hcmd_lab.figures.vote_shares import votes_by_endowment, votes_by_role
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.study.report import StudyReport
from hcmd_lab.telling.mechanism_names import checkpoint_names, in_sentence
from hcmd_lab.telling.played import imported, stages_played
from hcmd_lab.telling.translate import translate
from hcmd_lab.wanted import still_wanted


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure of the report.

    Attributes:
        name: Name of its file, without `.png`.
        title: Alternative text in a few words.
        figure: The figure.
        caption: How to read it.
    """

    name: str
    title: str
    figure: Figure
    caption: str


def pictures(report: StudyReport) -> dict[str, Picture]:
    """All figures that the study has results for, by name, in page order."""
    found: list[Picture] = []
    for number, result in enumerate(report.evaluations, start=1):
        found += _of_evaluation(result, number, report.game)
    if report.policies:
        found.append(_heat_maps(report))
    if report.explanation is not None:
        found += _of_explanation(report.explanation, report.game)
    still_wanted()
    found += _of_iterations(report)
    return {picture.name: picture for picture in found}


def of_contrast(name: str, number: int) -> str:
    """Name of a picture of one contrast; those of the first one have no number."""
    return f"{name}_{number}" if number > 1 else name


def _of_evaluation(result: EvaluateResult, number: int, game: Game) -> list[Picture]:
    names = {
        "mechanism": in_sentence(result.mechanism),
        "baseline": in_sentence(result.baseline),
    }
    found = [
        Picture(
            of_contrast("votes", number),
            translate("Votes for {mechanism} against {baseline}", **names)
            if len(result.by_tail_endowment) < 2
            else translate("Votes for {mechanism} against {baseline} by tail endowment", **names),
            votes_by_endowment(result),
            _votes_caption(result),
        )
    ]
    if any(result.surplus.values()):
        found.append(
            Picture(
                of_contrast("reward_and_inequality", number),
                translate("Sum of log rewards against inequality, per group"),
                SurplusScatter(result),
                translate(
                    "Higher is better for the group (a coin counts more for those who have "
                    "few), further left is more equal."
                ),
            )
        )
    if any(curve for roles in result.contributions.values() for curve in roles.values()):
        found.append(
            Picture(
                of_contrast("contributions_compared", number),
                translate("Contributions by round under {mechanism} and {baseline}", **names),
                EvaluatedContributions(result),
                _with_colours(
                    game,
                    translate(
                        "Solid lines are {mechanism}, dashed lines {baseline}. If a mechanism wins "
                        "votes by letting people keep their coins, its lines lie far below those "
                        "of the other. What time-outs and stand-ins contributed is left out, "
                        "unless a round has nothing else.",
                        **names,
                    ),
                ),
            )
        )
    return found


def _with_colours(game: Game, caption: str) -> str:
    """A caption after what the colours mean; without it where nobody has a role."""
    if is_equal(game):
        return caption
    return f"{translate('Amber is the head, blue are the tails.')} {caption}"


def _votes_caption(result: EvaluateResult) -> str:
    if len(result.by_tail_endowment) < 2:
        return translate(
            "The dot is the share of votes for {mechanism}; the line is its 95% interval over "
            "groups, by the same test that decides which mechanism was preferred: it finds a "
            "preference exactly where the line lies to one side of 50%.",
            mechanism=in_sentence(result.mechanism),
        )
    if result.plan is None:
        return translate(
            "Each dot is the share of votes for {mechanism} among groups with "
            "this tail endowment; the line is its 95% interval over groups, by the same test "
            "that decides which mechanism was preferred: it finds a preference exactly where "
            "the interval lies to one side of 50%.",
            mechanism=in_sentence(result.mechanism),
        )
    return translate(
        "Each dot is the share of votes for {mechanism} among groups with this tail "
        "endowment; the lines are intervals over groups, which with a chance of 95% all contain "
        "the true share. The line of all groups is the 95% interval of the test that decides which "
        "mechanism was preferred: it finds a preference exactly where that line lies to one side "
        "of 50%.",
        mechanism=in_sentence(result.mechanism),
    )


def _heat_maps(report: StudyReport) -> Picture:
    game = report.game
    rows = policy_rows(report.compared, report.territories)
    if is_equal(game):
        return Picture(
            "policies",
            translate("Heat maps of seat 1’s share of the fund"),
            PolicyHeatMaps(rows, 1 / game.seats, has_roles=False),
            translate(
                "Each square is one combination of contributions: seat 1’s from bottom to top, the "
                "other seats’ mean (in whole coins) from left to right. Amber: seat 1 gets more "
                "than an equal share of the fund; blue: the others do; almost white: all get the "
                "same. Lines that fan out from the lower left corner reward what is contributed in "
                "proportion."
            ),
        )
    return Picture(
        "policies",
        translate("Heat maps of the head's share of the fund"),
        PolicyHeatMaps(rows, 1 / game.seats),
        translate(
            "Each square is one combination of contributions: the head's from bottom to "
            "top, the tails' mean (in whole coins) from left to right. Amber: the head "
            "gets more than an equal share of the fund; blue: the tails do; almost white: "
            "all get the same. Lines that fan out from the lower left corner reward what "
            "is contributed in proportion."
        ),
    )


def _of_explanation(explanation: Explanation, game: Game) -> list[Picture]:
    found = [
        Picture(
            "rule",
            translate("Shares of the fund under the mechanism and under a short rule"),
            RulePicture(explanation),
            translate(
                "The closer the dots lie to the line, the better the rule describes the "
                "mechanism. The percentage above each column is the part of the fund that both "
                "divide alike. Where dots stay at 0% before they rise, a seat that contributes "
                "less gets nothing back."
            ),
        ),
        Picture(
            "incentives",
            translate("What each coin returns to its contributor"),
            IncentivePicture(explanation),
            translate(
                "Contributing a coin pays where its dot lies above 1, in the tinted area. If the "
                "first coins lie below 1 and later ones far above it, only large contributions "
                "pay. The last line gives the contribution that earns a seat most while the "
                "others' stay the same."
            ),
        ),
    ]
    if explanation.least_served:
        found.append(
            Picture(
                "least_served",
                translate("What the least-served seat gains over keeping everything"),
                least_served_picture(explanation),
                translate(
                    "In each group, only the seat that gained least counts. Left of 0, it would "
                    "have earned more by keeping its coins."
                ),
            )
        )
    if explanation.votes:
        found.append(
            Picture(
                "votes_by_role",
                translate("Votes of heads and of tails for the mechanism"),
                votes_by_role(explanation),
                translate(
                    "Of a group's {seats} votes, {tails} are cast by tails. If a mechanism wins by "
                    "serving them alone, blue dots lie far to the right of amber ones.",
                    seats=game.seats,
                    tails=game.tails,
                ),
            )
        )
    return found


def _of_iterations(report: StudyReport) -> list[Picture]:
    found = []
    modelled = [(step.iteration, step.model) for step in report.iterations if step.model]
    if modelled:
        found.append(
            Picture(
                "cross_entropies",
                translate("Cross-entropies of the participant models by iteration"),
                CrossEntropyByIteration(
                    [number for number, _ in modelled], [model for _, model in modelled]
                ),
                translate(
                    "A model is useful if its filled dots lie below the grey lines by more than "
                    "the choice of groups explains (then its figure is bold in the table). Hollow "
                    "dots far below the filled ones are a sign of overfitting."
                ),
            )
        )
    if modelled and modelled[-1][1].features:
        found.append(
            Picture(
                "predictive_checks",
                translate("What groups did, and what fitted participants do in their place"),
                PredictivePicture(modelled[-1][1]),
                translate(
                    "Each fitted participant decides in the place of a person, having seen what "
                    "that person had seen. A filled dot lies where 95% of the repetitions lie, a "
                    "hollow one elsewhere. These are the groups that the newest models were fitted "
                    "to: a hollow dot is news, a filled one is not much."
                ),
            )
        )
    if report.checks:
        found.append(
            Picture(
                "predictions",
                translate("What the models had expected of each session, and what came"),
                PredictedPicture(report.checks),
                translate(
                    "The models had not seen these groups when they made the predictions. A filled "
                    "dot: prediction and observation agree, given the 95% errors of both. Votes "
                    "are told as they were cast: the order of the stages is not taken out of them."
                ),
            )
        )
    shift = modelled[-1][1].shift if modelled else None
    if shift is not None and len(shift.contribution) > 1:
        found.append(
            Picture(
                "behaviour_shift",
                translate("How well each iteration's models predict the people of each iteration"),
                BehaviourShiftPicture(shift),
                translate(
                    "Each number is how much larger the cross-entropy is than that of models also "
                    "fitted to these people. Right of the line, people were new to the models: "
                    "the larger the number, the more behaviour has changed since. Part of it is "
                    "not change: a model always fits best the people it was fitted to."
                ),
            )
        )
    compared = [step.convergence for step in report.iterations if step.convergence]
    if compared:
        newest = compared[-1]
        found.append(
            Picture(
                "meta_game",
                translate("Expected vote shares between all mechanisms"),
                MetaGame(newest, checkpoint_names(len(newest.nash), report.trained_names)),
                translate(
                    "Each number is the share of votes that the row's mechanism is expected to "
                    "win against the column's, played in simulation by the newest participant "
                    "models: green wins, violet loses. The bars show which mechanisms a player "
                    "seeking votes would choose: in equilibrium (Nash), and in the long run of "
                    "imitation (α-rank). Colours and bars follow the numbers alone; where an "
                    "interval holds 50%, the models do not tell which of the two wins."
                ),
            )
        )
    acquired = _acquired(report)
    if acquired is not None:
        found.append(
            Picture(
                "contributions_acquired",
                translate("Contributions by round in each iteration"),
                acquired,
                _with_colours(report.game, _acquired_caption(report)),
            )
        )
    return found


def _acquired_caption(report: StudyReport) -> str:
    """What was played, and whose decisions the curves are."""
    played = stages_played(report.played)
    left_out = translate("What time-outs and stand-ins contributed is left out.")
    return f"{played} {left_out}".lstrip()


def _acquired(report: StudyReport) -> AcquiredContributions | None:
    found, titles = [], []
    for number in sorted({group.iteration for group in report.played}):
        groups = [
            group
            for group in report.played
            if group.iteration == number and group.purpose == "acquire" and group.stages
        ]
        if not groups:
            continue
        found.append(curves(groups, report.game))
        mechanisms = {stage.mechanism for group in groups for stage in group.stages_here}
        if len(mechanisms) == 1 and not imported(groups):
            name = in_sentence(mechanisms.pop())
            title = translate(
                "Iteration {number}, under {mechanism}", number=number, mechanism=name
            )
        else:
            title = translate("Iteration {number}", number=number)
        titles.append(title)
    return AcquiredContributions(found, titles) if found else None
