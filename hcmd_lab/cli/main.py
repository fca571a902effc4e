"""`hcmd-lab`: every command of the lab."""

import logging
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

import typer
from rich.text import Text

from hcmd_lab import __version__
from hcmd_lab.cli import (
    attendance,
    backups,
    bundle,
    contrast,
    data,
    demo,
    explain,
    gate,
    kiosks,
    learn,
    mechanism,
    package,
    participant_list,
    payments,
    power,
    privacy,
    registration,
    replicate,
    room,
    script,
    serve,
    settings,
    simulate,
    study,
    support,
    taking_back,
    updates,
)
from hcmd_lab.cli.output import people, write_out
from hcmd_lab.cli.usage import is_usage_error, usage_sentence
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.system_faults import reason_of
from hcmd_lab.system_libraries import Purpose, lacking_libraries, missing
from hcmd_lab.telling.language import speak_english

app = typer.Typer(
    help="Networked Public Investment Game sessions that learn the mechanism people vote for.",
    epilog="`hcmd-lab open [STUDY]` opens the control window; so does `hcmd-lab` alone, where "
    "there is a display. `hcmd-lab doctor` tells which libraries this computer lacks; "
    "`hcmd-lab kiosk` is `hcmd-kiosk`, with simulated people also where that has none.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(study.app, name="study")
app.add_typer(script.app, name="script")
app.add_typer(privacy.app, name="privacy")
app.add_typer(participant_list.app, name="guests")
app.add_typer(bundle.app, name="bundle")
app.add_typer(kiosks.app, name="kiosks")
app.add_typer(updates.app, name="updates")
app.add_typer(mechanism.app, name="mechanism")
app.add_typer(contrast.app, name="contrast")
app.command("serve")(serve.serve)
app.command("room")(room.room)
app.command("model")(learn.model)
app.command("optimize")(learn.optimize)
app.command("converge")(learn.converge)
app.command("evaluate")(learn.evaluate)
app.command("explain")(explain.explain)
app.command("gate")(gate.gate)
app.command("power")(power.power)
app.command("preregister")(registration.preregister)
app.command("audit")(registration.audit)
app.command("simulate")(simulate.simulate)
app.command("replicate")(replicate.replicate)
app.command("import")(data.import_data)
app.command("take-back")(taking_back.take_back_import)
app.command("export")(data.export_data)
app.command("package")(package.package)
app.command("dictionary")(data.data_dictionary)
app.command("payments")(payments.payments)
app.command("attendance")(attendance.show_attendance)
app.command("backup")(backups.backup)
app.command("restore")(backups.restore)
app.command("check")(data.check)
app.command("report")(data.report)
app.command("settings")(settings.settings)
app.command("support")(support.support)
app.command("demo")(demo.demo)


def _print_version(wanted: bool) -> None:
    if wanted:
        write_out(f"hcmd-lab {__version__}\n")
        raise typer.Exit


@app.callback()
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


def run() -> None:
    """Run a command; errors the operator can fix print one sentence instead of a traceback."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A file may have an encoding without the signs of a result, as on Windows.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        _require_text(sys.argv[1:])
        _obey()
    except OperatorError as error:
        _stop(error)
    except OSError as error:
        # The commands tell what a file was to be; a file that the system refuses before they could
        # say it is no fault of the program either.
        if error.filename is None:
            raise
        _stop(
            OperatorError(
                "{path} cannot be used ({reason}); check the path and its permissions.",
                path=error.filename,
                reason=reason_of(error),
            )
        )
    except ImportError:
        lacking = missing(Purpose.ALL, Purpose.PICTURES)
        if not lacking:
            raise
        _stop(lacking_libraries(lacking))
    except KeyboardInterrupt:
        people.print("Stopped.")
        sys.exit(130)


def _obey() -> NoReturn:
    """Do what the command line says.

    Raises:
        UsageError: It says nothing that a command takes.
        SystemExit: With the command's exit code.
    """
    try:
        code = app(prog_name="hcmd-lab", standalone_mode=False)
    except typer.Abort:
        people.print("Stopped.")
        sys.exit(1)
    except Exception as error:
        if not is_usage_error(error):
            raise
        if not str(error):  # the help of a group without a command, which is shown by now
            sys.exit(2)
        raise UsageError("{said}", said=usage_sentence(error)) from error
    sys.exit(code if isinstance(code, int) else 0)


def _require_text(arguments: Sequence[str]) -> None:
    """Check that all arguments are text: a study could not write such a name down.

    Raises:
        UsageError: One has bytes that mean nothing in the encoding of this system.
    """
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError as error:
            raise UsageError(
                "{argument} has bytes that are no text in the encoding of this system; rename the "
                "file or folder.",
                argument=ascii(argument),
            ) from error


def _stop(error: OperatorError) -> NoReturn:
    people.print(Text.assemble(("hcmd-lab:", "bold red"), f" {error}"), soft_wrap=True)
    sys.exit(error.exit_code)
