"""`hcmd-lab import`, `export`, `check`, `report`: the study's data in, out and verified."""

import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, progress_bar, tell, write_out
from hcmd_lab.cli.paper_language import language_option, writing_in
from hcmd_lab.cli.targets import Written, require_replaceable
from hcmd_lab.codes import new_code
from hcmd_lab.errors import UsageError
from hcmd_lab.export.dictionary import FILE as DICTIONARY
from hcmd_lab.export.dictionary_page import as_markdown
from hcmd_lab.export.study_export import WITHOUT_LABELS, export_study, tables_for
from hcmd_lab.export.wide_table import WideShape
from hcmd_lab.storage.event_chain import is_log_number
from hcmd_lab.storage.importers.column_map import HeadSeat
from hcmd_lab.storage.importers.importing import import_csv, read_csv
from hcmd_lab.storage.importers.known_groups import known_groups, without_known
from hcmd_lab.storage.importers.map_file import read_map, write_map
from hcmd_lab.storage.importers.recognising import Layout
from hcmd_lab.storage.store import Store
from hcmd_lab.study.lacking import learned_later
from hcmd_lab.study.study import Study
from hcmd_lab.study.whole import check_whole
from hcmd_lab.telling import counts
from hcmd_lab.telling.import_words import told_of_contents
from hcmd_lab.telling.known_languages import lab_languages
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.study_log import taken_as_it_was
from hcmd_lab.timestamps import utc_now


def import_data(
    study: StudyArgument,
    file: Annotated[
        Path, typer.Argument(help="A text table, a workbook or a Stata file.", show_default=False)
    ],
    layout: Annotated[
        str, typer.Option(help=f"One of {', '.join(Layout)}.")
    ] = Layout.RECOGNISED.value,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            help="Which columns are which, as in group=Group,round=Period, or a file written by "
            "--save-map. May be repeated.",
        ),
    ] = None,
    save_map: Annotated[
        Path | None, typer.Option(help="Write what --map says to a file, to be used again.")
    ] = None,
    head_first: Annotated[
        bool,
        typer.Option(
            "--head-first",
            help="Where the head has another seat than the first, give it that; the seats before "
            "it move up by one.",
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be imported; store nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Import groups that were played elsewhere into the study's current iteration."""
    if save_map is not None:
        require_replaceable(save_map, Written.TEXT)
    asked = read_map(columns or ())
    if head_first:
        asked = dataclasses.replace(asked, head=HeadSeat.MOVED)
    if dry_run:
        with Store.read(study) as store:
            found = read_csv(file, layout, Study(store).game, asked)
            summary = without_known(found, known_groups(store)).summary()
            later = learned_later(Study(store).status())
    else:
        with Store.open(study) as store:
            opened = Study(store)
            iteration, later = opened.status().iteration, learned_later(opened.status())
            summary = import_csv(
                store, file, layout, opened.game, iteration, utc_now(), new_code(), asked
            )
    if save_map is not None:
        write_map(save_map, asked)
    if as_json:
        print_json(
            {
                **dataclasses.asdict(summary),
                "left_out_groups": [
                    {"group": group.name, "reason": str(group.reason)}
                    for group in summary.left_out_groups
                ],
                "unused_votes": [str(line) for line in summary.unused_votes],
                "recognised": [str(line) for line in summary.recognised],
                "learned_later": later and str(later),
                "stored": not dry_run,
            }
        )
        return
    tell(
        f"{'Would import' if dry_run else 'Imported'} {counts.groups(summary.groups)} with "
        f"{counts.decisions(summary.decisions)} and {counts.votes(summary.votes)}; groups left "
        f"out: {summary.left_out}."
    )
    for line in (*told_of_contents(summary), *filter(None, [later])):
        tell(str(line))


def export_data(
    study: StudyArgument,
    folder: Annotated[
        Path | None,
        typer.Argument(
            help="Where to write: a new or empty folder, or an earlier export of the study; by "
            "default one in the study's folder exports, named by the day and by what is in it.",
            show_default=False,
        ),
    ] = None,
    include_pilots: Annotated[
        bool, typer.Option("--include-pilots", help="Also export pilot sessions.")
    ] = False,
    anonymous: Annotated[
        bool,
        typer.Option(
            "--anonymous",
            help="Leave out labels of participants, messages, and the experimenter's notes and "
            "reasons. Answers to open questions stay as they were typed.",
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Export the study's data; possible at any time, even while a session is running."""
    with Store.read(study) as store, progress_bar("Export") as on_progress:
        summary = export_study(
            store,
            folder,
            include_pilots=include_pilots,
            with_labels=not anonymous,
            on_progress=on_progress,
        )
    if as_json:
        print_json(
            dataclasses.asdict(summary) | {"changed": summary.changed and str(summary.changed)}
        )
        return
    tell(
        f"Exported {counts.contributions(summary.rows['long'])} of {counts.groups(summary.groups)} "
        f"and {counts.participants(summary.rows['participants'])} to {summary.folder}; "
        f"{DICTIONARY} says what every column means."
    )
    if anonymous:
        tell(str(WITHOUT_LABELS))
    if summary.pilots_left_out:
        tell(f"Pilot sessions that are not in it: {summary.pilots_left_out}.")
    if summary.changed is not None:
        tell(str(summary.changed), style="red")


def data_dictionary() -> None:
    """Print the data dictionary: the meaning of every column of every exported table."""
    write_out(as_markdown(tables_for(WideShape(), ())))


def check(
    study: StudyArgument,
    log: Annotated[
        str,
        typer.Option(help="The log's number on a receipt, report or export: is it still in it?"),
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Check the log: every decision recorded once, coins conserved, tables equal to a replay.

    Settings, training steps and notes have to be as HCMD Lab stored them. Checkpoints, tables and
    pictures have to be there, and what the study asks of its mechanisms is looked up in all their
    states.
    """
    if log and not is_log_number(log):
        raise UsageError(
            "{log} is no number of a log; one looks like {example}.",
            log=log,
            example="1672-7d3361ef822a77bb",
        )
    with Store.read(study) as store:
        with progress_bar("Check") as on_progress:
            findings = [str(finding) for finding in check_whole(Study(store), on_progress)]
        if log and not store.log.holds(log):
            findings.append(
                f"the log does not hold {log}: it was changed since, is another one, or the number "
                "was mistyped"
            )
        opened = Study(store)
        verdicts = [] if findings else opened.mechanisms.verdicts(opened.settings.restriction)
        number, taken = store.log.number(), taken_as_it_was(opened)
    told = [
        (f"{pretty_name(name)}: {verdict.sentence}", verdict.kept) for name, verdict in verdicts
    ]
    findings += [line for line, kept in told if not kept]
    if as_json:
        mechanisms = [{"finding": line, "kept": kept} for line, kept in told]
        print_json(
            {
                "findings": findings,
                "mechanisms": mechanisms,
                "log": number,
                "taken_as_it_is": taken,
            }
        )
    else:
        for line, kept in told:
            if kept:
                tell(line)
        for finding in findings:
            tell(finding, style="red")
    if findings:
        raise typer.Exit(1)
    if not as_json:
        for line in ("The study is intact.", *taken):
            tell(line)


def report(
    study: StudyArgument,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="A PDF for print instead of a web page.")
    ] = False,
    language: Annotated[str, language_option("the report", lab_languages())] = "en",
    to: Annotated[
        Path | None,
        typer.Option(help="Another folder to write to, as for a study that is write-protected."),
    ] = None,
) -> None:
    """Write the report and its figures into the study's folder."""
    # Imported here: other commands draw nothing.
    from hcmd_lab.figures.report.writing import (  # noqa: PLC0415
        write_report_to,
        write_study_pdf,
        write_study_report,
    )

    with writing_in(language, lab_languages()), Store.read(study) as store:
        if to is not None:
            path = write_report_to(to, Study(store), pdf=pdf)
        else:
            path = (write_study_pdf if pdf else write_study_report)(Study(store))
    tell(f"Report: {path}")
