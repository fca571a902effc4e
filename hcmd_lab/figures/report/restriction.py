"""The report's section on restrictions of mechanisms."""

from hcmd_lab.figures.report.tables import ReportTable
from hcmd_lab.game.rules import WEIGHT_UNITS
from hcmd_lab.jobs.requests import Origin
from hcmd_lab.restriction import Restriction
from hcmd_lab.restriction_check import Findings, examine
from hcmd_lab.study.report import StudyReport
from hcmd_lab.telling.mechanism_names import in_sentence, pretty_name
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate


def asked(restriction: Restriction) -> str:
    """The study's restriction on mechanisms, in sentences."""
    sentences = [translate("The mechanism was restricted before any data were collected.")]
    if restriction.minimum_share:
        sentences.append(
            translate(
                "Each participant gets at least {share} of the fund.",
                share=percent(restriction.minimum_share, 1),
            )
        )
    if restriction.monotone:
        sentences.append(
            translate(
                "A participant who contributes more, the others unchanged, never gets a smaller "
                "share."
            )
        )
    if restriction.has_reference:
        sentences.append(
            translate(
                "At most {share} of the fund is divided differently from {reference}.",
                share=percent(restriction.reference_distance, 1),
                reference=in_sentence(restriction.reference),
            )
        )
    sentences.append(
        translate(
            "The table shows the worst case of each mechanism over all contributions that a group "
            "can make."
        )
    )
    return " ".join(sentences)


def findings_table(report: StudyReport) -> ReportTable:
    """Each trained mechanism's worst case over all states."""
    reference = report.restriction.reference if report.restriction.has_reference else None
    *trained, _baseline = report.policies
    heads = (
        translate("Mechanism"),
        translate("Smallest share"),
        translate("Cases where contributing more lowers the share"),
        translate("Greatest distance"),
    )
    rows = [_row(pretty_name(policy.name), examine(policy, reference)) for policy in trained]
    return ReportTable([[(text, 1) for text in heads]], rows)


def came_from(origin: Origin) -> str:
    """Origin of the first mechanism."""
    values: dict[str, object] = {"study": origin.study, "iteration": origin.iteration}
    if origin.simulated:
        return translate(
            "The first mechanism was not drawn at random: the study “{study}” had trained it up "
            "to its iteration {iteration}, with simulated participants.",
            **values,
        )
    return translate(
        "The first mechanism was not drawn at random: the study “{study}” had trained it up to "
        "its iteration {iteration}.",
        **values,
    )


def _row(name: str, found: Findings) -> list[str]:
    return [
        name,
        percent(found.smallest_share / WEIGHT_UNITS, 2),
        number(found.lowered),
        "–" if found.distance is None else percent(found.distance / WEIGHT_UNITS, 2),
    ]
