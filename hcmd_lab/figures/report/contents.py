"""The report's contents in order; the HTML page and the PDF both show them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from hcmd_lab.figures.report import gate, restriction, tables
from hcmd_lab.figures.report.report_pictures import of_contrast
from hcmd_lab.figures.report.tables import ReportTable
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.study.report import StudyReport
from hcmd_lab.telling import model_results, votes
from hcmd_lab.telling.audit import alarms_in_words, audit_in_words
from hcmd_lab.telling.checks import checked
from hcmd_lab.telling.game import caution_in_words, game_in_words
from hcmd_lab.telling.going_back import set_aside_in_words
from hcmd_lab.telling.insight import minority_sentences, rule_sentences
from hcmd_lab.telling.library import many_tests
from hcmd_lab.telling.mechanism_names import each_tail_has, in_sentence
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.objectives import objectives_in_words
from hcmd_lab.telling.played import acquired, not_learned
from hcmd_lab.telling.translate import translate


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Notes:
    """Short explanations: each a term and the rest of the sentence."""

    entries: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pictures:
    """Names of one figure, or of two shown side by side at half width."""

    names: Sequence[str]


Block: TypeAlias = Paragraph | Notes | ReportTable | Pictures


@dataclass(frozen=True, slots=True)
class Section:
    """A section with a heading."""

    heading: str
    blocks: Sequence[Block]


def facts(report: StudyReport) -> list[tuple[str, str]]:
    """The study's key figures, each with its name."""
    found = [
        (translate("Iterations"), number(len(report.iterations))),
        (translate("Groups acquired"), number(sum(step.groups for step in report.iterations))),
        (
            translate("Decisions acquired"),
            number(sum(step.decisions for step in report.iterations)),
        ),
    ]
    if report.evaluations:
        groups = sum(each.groups for each in report.evaluations)
        votes = sum(each.votes for each in report.evaluations)
        if len(report.evaluations) > 1:
            found.append((translate("Groups in all comparisons"), number(groups)))
            found.append((translate("Votes in all comparisons"), number(votes)))
        else:
            found.append((translate("Groups in the comparison"), number(groups)))
            found.append((translate("Votes in the comparison"), number(votes)))
    return found


def story(report: StudyReport, shown: Collection[str], *, has_cover: bool = False) -> list[Section]:
    """The sections of a report.

    Args:
        report: The study's results.
        shown: Names of the pictures that there are; others are passed over.
        has_cover: Whether a title page says already what study this is.
    """
    sections = [
        _contrasts(report),
        *(
            _comparison(report, result, number)
            for number, result in enumerate(report.evaluations, start=1)
        ),
        _game(report),
        Section(translate("What the mechanism does"), [Pictures(["policies"]), *_rule(report)]),
        _served(report),
        _bounds(report),
        _set_aside(report),
        _registration(report),
        _gate(report),
        _people(report),
        _mechanism(report),
        Section(
            translate("Contributions in each iteration"), [Pictures(["contributions_acquired"])]
        ),
        _provenance(report, has_cover),
    ]
    kept = [Section(s.heading, list(_shown(s.blocks, shown))) for s in sections]
    return [section for section in kept if section.blocks]


def _shown(blocks: Iterable[Block], shown: Collection[str]) -> Iterable[Block]:
    for block in blocks:
        if not isinstance(block, Pictures):
            yield block
        elif names := [name for name in block.names if name in shown]:
            yield Pictures(names)


def _game(report: StudyReport) -> Section:
    """What was played, and what does not apply to it."""
    told = (game_in_words(report.game), caution_in_words(report.game, simulated=report.simulated))
    return Section(translate("The game"), [Paragraph(each) for each in told if each])


def _contrasts(report: StudyReport) -> Section:
    """All contrasts that were planned, those too that have no result yet."""
    if not report.contrasts:
        return Section("", [])
    return Section(
        translate("Contrasts"),
        [
            Paragraph(
                translate(
                    "Each contrast compares two mechanisms by the votes of groups of its own, "
                    "which met both. Contrasts were planned before their groups played."
                )
            ),
            *(Paragraph(words) for words in filter(None, [many_tests(report.contrasts)])),
            tables.contrast_table(report),
        ],
    )


def _comparison(report: StudyReport, result: EvaluateResult, number: int) -> Section:
    names = {
        "mechanism": in_sentence(result.mechanism),
        "baseline": in_sentence(result.baseline),
    }
    heading = (
        translate("The comparison of {mechanism} with {baseline}", **names)
        if report.contrasts
        else translate("The comparison with {baseline}", baseline=names["baseline"])
    )
    return Section(
        heading,
        [
            *map(Paragraph, votes.evaluation_statistics(result)),
            *map(Paragraph, filter(None, [objectives_in_words(result)])),
            Pictures([of_contrast("votes", number), of_contrast("reward_and_inequality", number)]),
            Pictures([of_contrast("contributions_compared", number)]),
        ],
    )


def _bounds(report: StudyReport) -> Section:
    if report.restriction.is_free or not report.policies:
        return Section("", [])
    return Section(
        translate("Restrictions on the mechanism"),
        [
            Paragraph(restriction.asked(report.restriction)),
            restriction.findings_table(report),
        ],
    )


def _registration(report: StudyReport) -> Section:
    if report.audit is None:
        return Section("", [])
    is_told = report.evaluations or report.audit.registration is not None or report.set_aside
    if not is_told:
        return Section(
            translate("Alarms"), list(map(Paragraph, alarms_in_words(report.audit.alarms)))
        )
    return Section(
        translate("Registration and looks at the votes"),
        list(map(Paragraph, audit_in_words(report.audit))),
    )


def _set_aside(report: StudyReport) -> Section:
    if not report.set_aside:
        return Section("", [])
    return Section(
        translate("Set aside"),
        [
            Paragraph(
                translate(
                    "The study went back to an earlier step. What came after it is kept, and no "
                    "result of this report rests on it but as told here."
                )
            ),
            *map(Paragraph, set_aside_in_words(report.set_aside)),
        ],
    )


def _gate(report: StudyReport) -> Section:
    judgement = gate.judgement(report)
    blocks: list[Block] = []
    if judgement:
        blocks += [Paragraph(judgement), Notes(gate.findings(report))]
    blocks += map(Paragraph, gate.decisions(report))
    return Section(translate("Before people met the mechanism"), blocks)


def _rule(report: StudyReport) -> list[Block]:
    """The mechanism's rule in words, and where giving pays."""
    if report.explanation is None:
        return []
    rules = [
        (
            each_tail_has(found.tail_endowment, is_first=False),
            " ".join(map(translate, rule_sentences(found))),
        )
        for found in report.explanation.conditions
    ]
    return [
        Paragraph(
            translate(
                "A table of thousands of numbers is hard to discuss. Below, the newest mechanism, "
                "{mechanism}, is described by the short rule that divides the fund most like it, "
                "and each rule says how faithful it is.",
                mechanism=in_sentence(report.explanation.mechanism),
            )
        ),
        Pictures(["rule"]),
        Notes(rules),
        Pictures(["incentives"]),
    ]


def _served(report: StudyReport) -> Section:
    if report.explanation is None:
        return Section("", [])
    sentences = " ".join(map(translate, minority_sentences(report.explanation)))
    return Section(
        translate("The least-served seats"),
        [
            *([Paragraph(sentences)] if sentences else []),
            Pictures(["least_served", "votes_by_role"]),
        ],
    )


def _people(report: StudyReport) -> Section:
    if not report.iterations:
        return Section("", [])
    modelled = [step.model for step in report.iterations if step.model is not None]
    said = (
        [
            model_results.model_in_words(modelled[-1]),
            model_results.pretrained(modelled[-1].pretrained),
            checked(modelled[-1].features),
        ]
        if modelled
        else []
    )
    newest = [Paragraph(sentence) for sentence in said if sentence]
    return Section(
        translate("Participants, and how well they are predicted"),
        [
            Paragraph(acquired(report.acquire, report.played)),
            Paragraph(
                translate(
                    "Models learn from all groups so far how they contribute and vote (MODEL). The "
                    "numbers are cross-entropies on held-out groups, in nats per decision: how "
                    "much the choices surprise a predictor. Lower is better and 0 would be "
                    "perfect; models in bold beat every simple rule, beyond what the choice of "
                    "groups explains."
                )
            ),
            *newest,
            *([Paragraph(not_learned(report.late))] if report.late else []),
            tables.model_table(report.iterations),
            Notes(_predictors()),
            Pictures(["cross_entropies"]),
            Pictures(["predictive_checks"]),
            *_checks(report),
            Pictures(["behaviour_shift"]),
        ],
    )


def _checks(report: StudyReport) -> list[Block]:
    if not report.checks:
        return []
    words = translate(
        "Each session checks what the models had expected of it. The error of the models is the "
        "spread of the set's members and an error that they share, widened by a factor that these "
        "checks give, newer ones more: {votes} for votes, {contributions} for contributions. With "
        "the error of simulation it makes the 95% intervals of expected shares.",
        votes=number(report.widening, 2),
        contributions=number(report.giving_widening, 2),
    )
    return [Paragraph(words), Pictures(["predictions"]), tables.checks_table(report.checks)]


def _predictors() -> list[tuple[str, str]]:
    return [
        (
            translate("Repeat last"),
            translate(
                "expects the last choice again, with a fitted probability, and otherwise "
                "guesses like Marginal."
            ),
        ),
        (
            translate("Marginal"),
            translate("knows how often each amount was contributed from each endowment."),
        ),
        (translate("Uniform"), translate("treats every possible amount as equally likely.")),
        (
            translate("ln 2"),
            translate(
                "is a coin toss between the two stages. Where both are played with the same "
                "mechanism, a vote model close to it is right, not poor."
            ),
        ),
        (
            translate("Size"),
            translate(
                "is that of the contribution model: its input layer and its LSTM, chosen by "
                "cross-validation."
            ),
        ),
    ]


def _mechanism(report: StudyReport) -> Section:
    if all(step.optimize is None for step in report.iterations):
        return Section("", [])
    origin = [] if report.origin is None else [Paragraph(restriction.came_from(report.origin))]
    return Section(
        translate("How the mechanism was trained"),
        [
            Paragraph(
                translate(
                    "Each iteration trains a mechanism in simulation to win the votes of the "
                    "modelled participants against the previous one (OPTIMIZE). The table gives "
                    "the share of votes it is then expected to win against it: 50% is no "
                    "improvement, and an interval above 50% is one. CONVERGENCE then judges "
                    "whether another iteration is worth it; the settings say how many there are at "
                    "least and at most."
                )
            ),
            *origin,
            tables.mechanism_table(report.iterations, report.trained_names),
            Pictures(["meta_game"]),
        ],
    )


def _provenance(report: StudyReport, has_cover: bool) -> Section:
    names = dict.fromkeys(in_sentence(policy.name) for policy in report.compared)
    about = [] if has_cover else tables.about_rows(report)
    return Section(
        translate("Provenance"),
        [
            Paragraph(_reproducible(", ".join(names))),
            tables.about_table([*about, *tables.hash_rows(report)]),
        ],
    )


def _reproducible(names: str) -> str:
    if not names:
        return translate(
            "The same seed, data and software give the same results on the same device. The "
            "hashes are SHA-256: of the data, of the trained networks, and of the tables of "
            "payouts that the sessions look up."
        )
    return translate(
        "The same seed, data and software give the same results on the same device. The "
        "hashes are SHA-256: of the data, of the trained networks, and of the tables of "
        "payouts that the sessions look up ({names}).",
        names=names,
    )
