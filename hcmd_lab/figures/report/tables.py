"""The report's tables."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hcmd_lab.citation import CITATIONS
from hcmd_lab.jobs.modelled import CrossEntropies, PredictionCheck
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.report import IterationReport, StudyReport
from hcmd_lab.telling.checks import check_words
from hcmd_lab.telling.convergence_results import verdict
from hcmd_lab.telling.evaluation_results import conclusion
from hcmd_lab.telling.library import contrast_name, contrast_standing
from hcmd_lab.telling.mechanism_names import device_name, in_sentence, theta
from hcmd_lab.telling.model_results import is_better_than_guessing
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.played import participants
from hcmd_lab.telling.purposes import purpose_words
from hcmd_lab.telling.statistics import interval, nats, share, with_interval
from hcmd_lab.telling.study_log import planned_late
from hcmd_lab.telling.times import when_anywhere
from hcmd_lab.telling.translate import translate


class Strong(str):
    """A highlighted cell."""

    __slots__ = ()


class Code(str):
    """A cell of code, for comparing letter by letter."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table whose first column names the rows.

    Attributes:
        heads: Rows of column headings, each with the number of columns it spans.
        rows: The cells.
        texts: Columns of words besides the first: they begin at the left and take several lines
            where they have to. The others are numbers.
    """

    heads: Sequence[Sequence[tuple[str, int]]]
    rows: Sequence[Sequence[str]]
    texts: frozenset[int] = frozenset()


_CONTRIBUTION_REFERENCES = ("repeat_last", "endowment_marginal", "uniform")


def model_table(iterations: Sequence[IterationReport]) -> ReportTable:
    """Data acquired in each iteration, and how well the models predict them."""
    rows = []
    for step in iterations:
        cells = [f"{step.iteration}", number(step.groups), number(step.decisions)]
        if step.model is not None:
            contribution, vote = step.model.contribution, step.model.vote
            guesses = [contribution.references.get(name) for name in _CONTRIBUTION_REFERENCES]
            cells += [
                _best(contribution),
                *(nats(guess) if guess is not None else "–" for guess in guesses),
                _best(vote) if step.model.votes else "–",
                nats(math.log(2)),
                f"{step.model.linear_size} / {step.model.lstm_size}",
            ]
        else:
            cells += ["–"] * 7
        rows.append(cells)
    return ReportTable(
        [
            [
                ("", 1),
                (translate("Acquired"), 2),
                (translate("Contributions"), 4),
                (translate("Votes"), 2),
                ("", 1),
            ],
            [
                (translate("Iteration"), 1),
                (translate("Groups"), 1),
                (translate("Decisions"), 1),
                (translate("Model"), 1),
                (translate("Repeat last"), 1),
                (translate("Marginal"), 1),
                (translate("Uniform"), 1),
                (translate("Model"), 1),
                (translate("ln 2"), 1),
                (translate("Size"), 1),
            ],
        ],
        rows,
    )


def _right(check: PredictionCheck) -> str:
    if not check.held:
        return translate("no")
    return translate("yes") if check.could_fail else translate("too wide to be wrong")


def checks_table(checks: Sequence[PredictionCheck]) -> ReportTable:
    """What the models expected of each session that followed, and what came."""
    rows = [
        [
            purpose_words(check.purpose),
            f"{check.iteration}",
            check_words(check),
            number(check.groups),
            with_interval(check.expected),
            with_interval(check.seen),
            _right(check),
        ]
        for check in checks
    ]
    heads = (
        translate("Session"),
        translate("Iteration"),
        translate("What was predicted"),
        translate("Groups"),
        translate("Predicted"),
        translate("Observed"),
        translate("Right"),
    )
    return ReportTable([[(text, 1) for text in heads]], rows, frozenset({2, 6}))


def mechanism_table(iterations: Sequence[IterationReport], names: Sequence[str]) -> ReportTable:
    """Results of OPTIMIZE and CONVERGENCE, with the names of the trained mechanisms."""
    rows = []
    for step in iterations:
        if step.optimize is None:
            continue
        won = step.optimize.vote_share
        is_new = step.optimize.kept_at != 0  # what was kept is not compared with itself
        rows.append(
            [
                theta(step.iteration, names),
                _updates(step.optimize),
                number(step.optimize.ms_per_update, 1),
                share(won.estimate) if is_new else "–",
                interval(won) if is_new else "–",
                verdict(step.convergence, step.recommendation, names)
                if step.convergence is not None and step.recommendation is not None
                else "–",
            ]
        )
    heads = (
        translate("Mechanism"),
        translate("Updates"),
        translate("ms per update"),
        translate("Votes"),
        translate("95% interval"),
        translate("Convergence"),
    )
    return ReportTable([[(text, 1) for text in heads]], rows, frozenset({5}))


def _updates(result: OptimizeResult) -> str:
    """Updates of training, and after how many the mechanism was kept if not at their end."""
    made = number(result.updates)
    if result.kept_at is None:
        return made
    return translate("{made}, kept after {kept}", made=made, kept=number(result.kept_at))


def contrast_table(report: StudyReport) -> ReportTable:
    """The planned contrasts, with the result of those that have one."""
    rows = []
    for contrast in report.contrasts:
        result = contrast.result
        rows.append(
            [
                contrast_name(contrast),
                f"{number(contrast.played)} / {number(contrast.target)}",
                "–" if result is None else share(result.share.estimate),
                "–" if result is None else interval(result.share),
                f"{_told(contrast, report)} {planned_late(contrast.counted_before)}".rstrip(),
            ]
        )
    heads = (
        translate("Contrast"),
        translate("Groups"),
        translate("Votes"),
        translate("95% interval"),
        translate("Result"),
    )
    return ReportTable([[(text, 1) for text in heads]], rows, frozenset({4}))


def _told(contrast: Contrast, report: StudyReport) -> str:
    if contrast.result is None:
        return contrast_standing(contrast)
    return conclusion(contrast.result, simulated=report.simulated)


def about_table(rows: Sequence[Sequence[str]]) -> ReportTable:
    """A table of facts about the study: `about_rows`, `hash_rows` or both."""
    heads = [[(translate("What"), 1), (translate("Value"), 1)]]
    return ReportTable(heads, rows, frozenset({1}))


def about_rows(report: StudyReport) -> list[list[str]]:
    """Identity of the study and the software that made it."""
    rows = [
        [translate("Study"), report.name],
        [
            translate("Participants"),
            participants(report.played, simulated=report.simulated),
        ],
        [translate("Seed"), f"{report.seed}"],
    ]
    if report.created_utc:
        rows.append([translate("Report created"), when_anywhere(report.created_utc)])
    if report.log:
        rows.append([translate("Log of the study"), report.log])
    if report.device:
        rows.append([translate("Trained on"), device_name(report.device)])
    rows += [[name, version] for name, version in report.versions.items()]
    rows += [[translate("Please cite"), citation] for citation in CITATIONS]
    return rows


def hash_rows(report: StudyReport) -> list[list[str]]:
    """Provenance of every result: rows for `about_table` with the identifying hashes."""
    rows: list[list[str]] = []
    for step in report.iterations:
        turn = step.iteration
        if step.model is not None:
            rows.append(
                [
                    translate("Data up to iteration {number}", number=turn),
                    Code(step.model.dataset_sha256),
                ]
            )
            rows.append(
                [translate("Participant models {number}", number=turn), Code(step.model.checkpoint)]
            )
        if step.optimize is not None:
            rows.append(
                [
                    translate("Mechanism {name}", name=theta(turn, report.trained_names)),
                    Code(step.optimize.checkpoint),
                ]
            )
    rows += [
        [translate("Table of {name}", name=in_sentence(policy.name)), Code(policy.sha256)]
        # Training that was refused leaves the newest mechanism with the table of the one before.
        for policy in {each.sha256: each for each in report.compared}.values()
    ]
    return rows


def _best(entropies: CrossEntropies) -> str:
    """The model's figure, in bold where it beats every reference."""
    written = nats(entropies.held_out)
    if is_better_than_guessing(entropies):
        return Strong(written)
    return written
