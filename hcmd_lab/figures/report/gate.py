"""The report's section on what was known before people met the mechanism."""

from hcmd_lab.study.report import StudyReport
from hcmd_lab.telling.gate import finding_sentence, title, verdict
from hcmd_lab.telling.study_log import passed_over


def judgement(report: StudyReport) -> str:
    """Whether the newest mechanism may meet people; empty if nothing has been predicted."""
    if report.gate is None or report.gate.prospect is None:
        return ""
    return verdict(report.gate)


def findings(report: StudyReport) -> list[tuple[str, str]]:
    """Each finding on the newest mechanism: its title, and what was found."""
    if report.gate is None or report.gate.prospect is None:
        return []
    gate = report.gate
    return [(f"{title(each.question)}:", finding_sentence(gate, each)) for each in gate.findings]


def decisions(report: StudyReport) -> list[str]:
    """Every decision of the experimenter to go on past a finding, oldest first."""
    return [] if report.audit is None else list(map(passed_over, report.audit.passed_over))
