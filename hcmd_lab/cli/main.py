"""`hcmd-lab`: runs a command; what is wrong is one sentence."""

import sys
from collections.abc import Sequence
from typing import NoReturn

import typer
from rich.text import Text

from hcmd_lab.cli.commands import commands_named, lab_program
from hcmd_lab.cli.empty_arguments import require_arguments
from hcmd_lab.cli.output import people, require_output, require_written
from hcmd_lab.cli.pasted_dashes import require_hyphens
from hcmd_lab.cli.plain_signs import spell_on_standard_streams
from hcmd_lab.cli.usage import is_usage_error, usage_sentence
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.system_faults import reason_of
from hcmd_lab.system_libraries import Purpose, lacking_libraries, missing


def run() -> None:
    """Run a command; errors the operator can fix print one sentence instead of a traceback."""
    spell_on_standard_streams()
    try:
        _require_text(sys.argv[1:])
        _obey(sys.argv[1:])
    except OperatorError as error:
        _stop(error)
    except OSError as error:
        # The commands tell what a file was to be; a file that the system refuses before they could
        # say it is no fault of the program either.
        _stop(_refused(error))
    except ImportError:
        lacking = missing(Purpose.ALL, Purpose.PICTURES)
        if not lacking:
            raise
        _stop(lacking_libraries(lacking))
    except KeyboardInterrupt:
        people.print("Stopped.")
        sys.exit(130)


def _refused(error: OSError) -> OperatorError:
    """What the system refuses, a file or the standard output; anything else is a fault."""
    if error.filename is None:
        try:
            require_written()  # of help, which typer writes
        except OperatorError as unwritten:
            return unwritten
        raise error
    return OperatorError(
        "{path} cannot be used ({reason}); check the path and its permissions.",
        path=error.filename,
        reason=reason_of(error),
    )


def _obey(arguments: Sequence[str]) -> NoReturn:
    """Do what the command line says.

    Raises:
        UsageError: It says nothing that a command takes.
        SystemExit: With the command's exit code.
    """
    if not {"--help", "-h"}.isdisjoint(arguments):
        require_output()  # typer would say nothing, and that all is well
    program = lab_program(commands_named(arguments))
    require_arguments(program, arguments)
    require_hyphens(program, arguments)
    try:
        code = program(prog_name="hcmd-lab", standalone_mode=False)
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
