"""`hcmd-lab gate`: what is known of a mechanism before it meets people."""

from typing import Annotated

import typer
from rich.table import Table

from hcmd_lab.cli.interrupts import stops_on_interrupt
from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, show_progress, tell
from hcmd_lab.errors import UsageError
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.jobs.foreseen import ForeseeResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study import foreseeing
from hcmd_lab.study.gate import Answer, Gate, Question
from hcmd_lab.study.study import Study
from hcmd_lab.telling.gate import answer_word, finding_sentence, title, verdict

_CLOSED = 3
"""Exit code for a mechanism that should not meet people."""


def gate(
    study: StudyArgument,
    mechanism: Annotated[
        str | None,
        typer.Option(
            help="A mechanism of the study or a baseline; by default the newest mechanism."
        ),
    ] = None,
    passed: Annotated[
        list[Question] | None,
        typer.Option("--pass-over", help="A finding to go on past; may be repeated."),
    ] = None,
    because: Annotated[
        str, typer.Option(help="Why you go on nevertheless; it is kept and stands in the report.")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """What MODEL knows, what it expects under a mechanism, and whether people should meet it.

    Plays the mechanism with the fitted models, unless that was done. Exits with 3 while a finding
    goes past the study's limits.
    """
    if because and not passed:
        raise UsageError("A reason belongs to a finding; name it with --pass-over.")
    with Store.open(study) as store:
        opened = Study(store)
        table = opened.mechanisms.table(mechanism)
        now = foreseeing.gate(opened, table)
        if now.model is not None and now.prospect is None:
            _look_ahead(opened, table)
        for question in passed or ():
            foreseeing.pass_over(opened, table, question, because)
        now = foreseeing.gate(opened, table)
    if as_json:
        print_json(_plain(now))
    else:
        _tell(now)
    if not now.is_open:
        raise typer.Exit(_CLOSED)


def _look_ahead(study: Study, table: FrozenPolicy) -> None:
    prepared = foreseeing.prepare(study, table)
    with stops_on_interrupt() as stop:
        outcome = show_progress("FORESEE", foreseeing.look_ahead(study, prepared, stop.is_set))
    if not isinstance(outcome, ForeseeResult):
        raise KeyboardInterrupt
    foreseeing.keep(study, prepared, outcome)


def _plain(now: Gate) -> dict[str, object]:
    return {
        "mechanism": now.mechanism,
        "name": now.name,
        "open": now.is_open,
        "verdict": verdict(now),
        "findings": [
            {
                "question": finding.question,
                "answer": finding.answer,
                "stops": finding.stops,
                "passed_over": finding.passed_over,
                "sentence": finding_sentence(now, finding),
            }
            for finding in now.findings
        ],
        "prospect": now.prospect,
    }


def _tell(now: Gate) -> None:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column()
    table.add_column()
    table.add_column()
    for finding in now.findings:
        style = "bold red" if finding.stops else "yellow" if _is_worth_it(finding.answer) else ""
        table.add_row(
            answer_word(finding),
            title(finding.question),
            finding_sentence(now, finding),
            style=style,
        )
    tell(table)
    tell(verdict(now))


def _is_worth_it(answer: Answer) -> bool:
    return answer is not Answer.WELL
