"""Every command by its name; a command line loads the one that it names, help loads all."""

import logging
from collections.abc import Collection, Sequence
from importlib import import_module

import typer

from hcmd_lab import __version__
from hcmd_lab.cli.output import write_out
from hcmd_lab.telling.language import speak_english

COMMANDS = {
    "serve": "serve.serve",
    "room": "room.room",
    "model": "learn.model",
    "optimize": "learn.optimize",
    "converge": "learn.converge",
    "evaluate": "learn.evaluate",
    "explain": "explain.explain",
    "gate": "gate.gate",
    "power": "power.power",
    "preregister": "registration.preregister",
    "audit": "registration.audit",
    "simulate": "simulate.simulate",
    "replicate": "replicate.replicate",
    "import": "data.import_data",
    "take-back": "taking_back.take_back_import",
    "export": "data.export_data",
    "package": "package.package",
    "dictionary": "data.data_dictionary",
    "payments": "payments.payments",
    "attendance": "attendance.show_attendance",
    "backup": "backups.backup",
    "restore": "backups.restore",
    "check": "data.check",
    "report": "data.report",
    "settings": "settings.settings",
    "support": "support.support",
    "demo": "demo.demo",
    "study": "study.app",
    "script": "script.app",
    "privacy": "privacy.app",
    "guests": "participant_list.app",
    "bundle": "bundle.app",
    "kiosks": "kiosks.app",
    "updates": "updates.app",
    "mechanism": "mechanism.app",
    "contrast": "contrast.app",
}
"""The module of `hcmd_lab.cli` that each is in, and its function or group there; help's order."""


def commands_named(arguments: Sequence[str]) -> Collection[str]:
    """The command that a command line begins with; all if it begins with none, as for help."""
    first = next((word for word in arguments if word != "--verbose"), "")
    return (first,) if first in COMMANDS else COMMANDS


def lab_program(names: Collection[str] = COMMANDS) -> typer.Typer:
    """`hcmd-lab` with the named commands, which are loaded."""
    program = typer.Typer(
        help="Networked Public Investment Game sessions that learn the mechanism people vote for.",
        epilog="`hcmd-lab open [STUDY]` opens the control window; so does `hcmd-lab` alone, where "
        "there is a display. `hcmd-lab doctor` tells which libraries this computer lacks; "
        "`hcmd-lab kiosk` is `hcmd-kiosk`, with simulated people also where that has none.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    program.callback()(_options)
    for name in names:
        module, _, attribute = COMMANDS[name].partition(".")
        found = getattr(import_module(f"hcmd_lab.cli.{module}"), attribute)
        if isinstance(found, typer.Typer):
            program.add_typer(found, name=name)
        else:
            program.command(name)(found)
    return program


def _print_version(wanted: bool) -> None:
    if wanted:
        write_out(f"hcmd-lab {__version__}\n")
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version."
    ),
    verbose: bool = typer.Option(False, "--verbose", help="Also log progress."),
) -> None:
    speak_english()
    logging.basicConfig(
        level=logging.INFO if verbose else logging.ERROR,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
