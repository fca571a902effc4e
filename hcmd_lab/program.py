"""`hcmd-lab`: opens the control window, or runs one of its commands.

The window is looked for first and with argparse, because it should be there at once: the commands
bring typer and rich along, which the window does without.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from multiprocessing import freeze_support
from pathlib import Path

from hcmd_lab.demo_options import DemoOptions
from hcmd_lab.display import can_show_windows, missing_platforms, named_display
from hcmd_lab.doctor import examine
from hcmd_lab.errors import OperatorError
from hcmd_lab.kiosk import run as run_station
from hcmd_lab.loading import left_by_interrupts
from hcmd_lab.processes import STATION
from hcmd_lab.safe_path import require_working_folder, shield_children
from hcmd_lab.shipped_parts import find_windows
from hcmd_lab.standard_streams import keep_places, say
from hcmd_lab.system_libraries import Purpose, for_windows, require_libraries

_COMPLETION = "_HCMD_LAB_COMPLETE"
"""A shell sets it to ask how a command line could go on."""

THEMES = ("light", "dark", "system")


def run() -> None:
    """Run the program with this process's arguments; ends with `SystemExit`."""
    try:
        _run()
    except KeyboardInterrupt:  # while it was still being loaded: commands say more
        sys.exit(130)


def _run() -> None:
    keep_places()
    # When packaged, the training process is this same program and never gets past this line.
    freeze_support()
    shield_children()
    arguments = sys.argv[1:]
    if arguments[:1] == ["doctor"]:
        sys.exit(examine(arguments[1:]))
    if arguments[:1] == [STATION]:
        sys.argv[:2] = ["hcmd-kiosk"]
        sys.exit(run_station())
    if _COMPLETION in os.environ:
        _run_command()
    elif arguments[:1] == ["open"] or (not arguments and _is_for_windows()):
        sys.exit(open_window(arguments[1:]))
    elif arguments:
        _run_command()
    else:
        _explain_commands()


def open_window(arguments: Sequence[str]) -> int:
    """Show the control window until it is closed.

    Args:
        arguments: Arguments after `hcmd-lab open`.

    Returns:
        The program's exit code.

    Raises:
        SystemExit: Help was asked for, or an argument is unknown (as argparse does it).
    """
    given = _parser().parse_args(arguments)
    try:
        if _is_for_windows():
            require_libraries(*for_windows())
        if not can_show_windows():
            say(_no_display("the commands"))
            return 1
        find_windows()
        with left_by_interrupts():
            from ui.control.main import run_window  # noqa: PLC0415 - the commands need no widgets

        return run_window(
            given.study, language=given.language, theme=given.theme, demo=_demo(given)
        )
    except OperatorError as error:
        say(f"hcmd-lab: {error}")
        return error.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hcmd-lab open",
        description="Open the control window, with the study that was open last if none is named.",
    )
    add = parser.add_argument
    add("study", nargs="?", type=_named_path, metavar="STUDY", help="folder of the study to open")
    add("--language", metavar="CODE", help="language of the window, as in en")
    add("--theme", choices=THEMES, help="light, dark, or as the system has it")
    # Used by `hcmd-lab demo` to show its study; not meant for anyone else.
    add("--demo-seed", type=int, metavar="N", help=argparse.SUPPRESS)
    add("--demo-fast", action="store_true", help=argparse.SUPPRESS)
    add("--demo-close", action="store_true", help=argparse.SUPPRESS)
    return parser


def _named_path(argument: str) -> Path:
    if not argument:  # it would be the folder that the shell happens to be in
        raise argparse.ArgumentTypeError("it is empty; name the study's folder")
    return Path(argument)


def _demo(given: argparse.Namespace) -> DemoOptions | None:
    if given.demo_seed is None:
        return None
    return DemoOptions(given.demo_seed, not given.demo_fast, given.demo_close)


def _run_command() -> None:
    try:
        require_working_folder()
        require_libraries(Purpose.ALL)
    except OperatorError as error:
        say(f"hcmd-lab: {error}")
        sys.exit(error.exit_code)
    with left_by_interrupts():
        from hcmd_lab.cli.main import run as run_command  # noqa: PLC0415 - see above

    run_command()


def _explain_commands() -> None:
    sys.argv.append("--help")
    try:
        _run_command()
    finally:
        say(_no_display("the commands above"))


def _is_for_windows() -> bool:
    """Whether this is a place for windows, even if its display does not answer or is misspelt."""
    return bool(named_display() or missing_platforms()) or can_show_windows()


def _no_display(commands: str) -> str:
    if platforms := missing_platforms():
        return (
            f"hcmd-lab: QT_QPA_PLATFORM asks for {platforms}, which Qt does not have here; use "
            f"{commands}, or unset it."
        )
    named = named_display()
    found = (
        f"the control window cannot be opened on the display {named}, which does not answer or "
        "does not let this user in"
        if named
        else "there is no display here to open the control window on"
    )
    return f"hcmd-lab: {found}; use {commands}, or set DISPLAY or WAYLAND_DISPLAY."
