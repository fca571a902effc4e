"""`hcmd-lab script`: the texts of a study's sessions."""

from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.cli.output import (
    SessionSetOption,
    StudyArgument,
    parse_changes,
    read_settings,
    tell,
    write_out,
)
from hcmd_lab.errors import UsageError
from hcmd_lab.game.materials import Materials, Sheet
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_rules import SessionRules, parse_rules
from hcmd_lab.sentence import Sentence
from hcmd_lab.shell_words import as_typed
from hcmd_lab.storage.store import Store
from hcmd_lab.study.setting_kinds import reject_study_settings
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.study import Study
from hcmd_lab.texts.shipped import FOLDER, copy_texts, text_folder

app = typer.Typer(help="Instructions, consent and surveys of a study.", no_args_is_help=True)

SettingsOption = Annotated[
    Path | None, typer.Option(help="A TOML file with settings of the session.")
]


@app.command("new")
def new(
    study: StudyArgument,
    language: Annotated[
        list[str] | None, typer.Option(help="Code of a language; all shipped ones by default.")
    ] = None,
) -> None:
    """Copy the shipped texts into the study for editing."""
    with Store.read(study) as store:
        folder = store.folder.path
    copied = copy_texts(folder, language or ())
    tell(
        f"Texts in {', '.join(copied)} are in {folder / FOLDER}. To check them once they are "
        f"edited: hcmd-lab script check {as_typed(study)}"
    )


@app.command("check")
def check(
    study: StudyArgument, settings: SettingsOption = None, changes: SessionSetOption = None
) -> None:
    """Read every text as a session would, and list the contents or the problems."""
    shown, materials = _read(study, settings, changes)
    for language, sheet in materials.sheets.items():
        tell(
            f"{shown}/{language}: consent of "
            f"{Sentence('{n} word(s)', n=len(sheet.consent.split()))}, "
            f"{Sentence('{n} page(s) of instructions', n=len(sheet.instructions))}, "
            f"{Sentence('{n} control question(s)', n=len(sheet.questions))}, "
            f"{Sentence('{n} item(s) in the questionnaire', n=len(sheet.questionnaire))}."
        )
    tell(f"Version of the consent: {materials.consent_version}.")


@app.command("show")
def show(
    study: StudyArgument,
    language: Annotated[
        str | None,
        typer.Option(help="Code of a language.", show_default="en, or the first that there is"),
    ] = None,
    settings: SettingsOption = None,
    changes: SessionSetOption = None,
) -> None:
    """Print the texts in one language with the numbers filled in."""
    _, materials = _read(study, settings, changes)
    asked = language or "en"
    if language is not None and not {asked, asked.replace("-", "_").split("_")[0]} & {
        *materials.sheets
    }:
        raise UsageError(
            "There are no texts in {language}, only in: {languages}.",
            language=asked,
            languages=", ".join(materials.sheets),
        )
    for line in _lines(materials.sheet(asked)):
        write_out(f"{line}\n")


def _read(study: Path, settings: Path | None, changes: list[str] | None) -> tuple[str, Materials]:
    """The texts with every part of the script switched on, so that all are checked."""
    from_file = read_settings(settings) if settings else {}
    given = from_file | parse_changes(changes)
    reject_study_settings(given, StudySettings)
    rules = parse_rules(given)
    script = ScriptSettings(
        consent=True,
        instructions=True,
        control_questions=True,
        practice_rounds=rules.script.practice_rounds,
        questionnaire=True,
    )
    rules = SessionRules(rules.settings, script, rules.payment)
    with Store.read(study) as store:
        opened = Study(store)
        materials = opened.materials(rules, opened.game.tail_endowments)
        folder = text_folder(store.folder.path)
    return str(folder.path), materials


def _lines(sheet: Sheet) -> list[str]:
    lines = [sheet.consent, ""]
    for page in sheet.instructions:
        lines += ["---", "", page, ""]
    for question in sheet.questions:
        lines += ["---", "", question.text, ""]
        lines += [f"{number}. {text}" for number, text in enumerate(question.options, start=1)]
        lines += ["", f"({question.answer}) {question.why}", ""]
    for item in sheet.questionnaire:
        options = f" ({' / '.join(item.options)})" if item.options else ""
        lines.append(f"- {item.text}{options}")
    return lines
