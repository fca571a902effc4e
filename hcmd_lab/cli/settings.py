"""`hcmd-lab settings`: every setting, as a file to edit."""

from typing import Annotated

import typer

from hcmd_lab.cli.output import write_out
from hcmd_lab.cli.plain_signs import in_ascii
from hcmd_lab.errors import UsageError
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.study.presets import Preset, make_settings
from hcmd_lab.study.settings_text import as_markdown, as_toml


def settings(
    preset: Annotated[
        str,
        typer.Option(
            help=f"Settings of a study, by preset: {', '.join(Preset)}; standard by default."
        ),
    ] = "",
    session: Annotated[
        bool, typer.Option("--session", help="The settings of a session instead.")
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="The documentation page instead.")
    ] = False,
) -> None:
    """Print all settings with their descriptions, as a TOML file for --settings."""
    if preset and (session or markdown):
        raise UsageError(
            "A preset is of a study's settings; leave out --preset, or --session and --markdown."
        )
    if markdown:
        text = as_markdown()
    else:
        rules = SessionRules()
        chosen = (
            (rules.settings, rules.script, rules.payment)
            if session
            else (make_settings(preset or Preset.STANDARD, {}),)
        )
        text = in_ascii("\n".join(as_toml(each) for each in chosen))
    write_out(text)
