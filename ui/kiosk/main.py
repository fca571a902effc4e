"""Entry point of `hcmd-kiosk`.

What each way to run a station needs is imported for that way alone: a watchdog does without Qt, a
bot without widgets, and a participant's window without numpy.
"""

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from hcmd_lab.display import can_show_windows, missing_platforms, named_display
from hcmd_lab.errors import OperatorError
from hcmd_lab.loading import left_by_interrupts
from hcmd_lab.processes import kiosk_command
from hcmd_lab.safe_path import shield_children
from hcmd_lab.standard_streams import say
from hcmd_lab.system_libraries import Purpose, for_windows, require_libraries
from hcmd_lab.updates.programs import TakenPrograms
from hcmd_lab.updates.trust import trust
from ui.kiosk.curtain_process import CurtainProcess
from ui.kiosk.given_code import without_code
from ui.kiosk.options import Options, parse_options
from ui.kiosk.signs import say_farewell
from ui.kiosk.watchdog import CRASHED, Watchdog


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a station until it is done.

    Args:
        arguments: Command line arguments; None takes those of this process.

    Returns:
        0 when it is done, was left or was asked to end, 1 if something in the room stopped it,
        2 if it was started wrongly; the reason is on stderr in one sentence.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    child = given[-1] if given[-2:-1] == ["--child"] else ""
    shield_children()
    try:
        if arguments is None:
            given = without_code(given)
        status = _run(given, parse_options(given))
    except OperatorError as error:
        say(f"hcmd-kiosk: {error}")
        status = error.exit_code
    except Exception:
        if not child:
            raise
        sys.excepthook(*sys.exc_info())
        return CRASHED
    if child in ("first", "again"):
        say_farewell()
    return status


def _run(given: Sequence[str], options: Options) -> int:
    if options.trusted is not None:
        return _trust(options.trusted, options.state)
    is_unseen = options.bot and not options.windowed
    require_libraries(*((Purpose.ALL,) if is_unseen else for_windows()))
    if options.bot and find_spec("numpy") is None:
        raise OperatorError(
            "The packaged hcmd-kiosk has no simulated people; let them play from a computer "
            "that has hcmd-lab: hcmd-lab kiosk --bot, with the same options."
        )
    if not is_unseen and not options.child:  # a child's curtain stays, whatever the display does
        _require_display()
    if options.needs_watchdog:
        drawn = CurtainProcess(kiosk_command(*given, "--child", "curtain"))
        curtain = drawn if options.is_locked else None
        # A packaged kiosk, which an update is, has no simulated people.
        taken = None if options.bot else TakenPrograms(options.state)
        return Watchdog(
            given, options.state, curtain=curtain, taken=taken, hung_s=options.hung_s
        ).run()
    if options.child == "curtain":
        with left_by_interrupts():
            from ui.kiosk.curtain import run_curtain  # noqa: PLC0415

        return run_curtain(options)
    if is_unseen:
        with left_by_interrupts():
            from ui.kiosk.headless import run_headless  # noqa: PLC0415

        return run_headless(options)
    with left_by_interrupts():
        from ui.kiosk.kiosk_program import run_window  # noqa: PLC0415

    return run_window(options)


def _require_display() -> None:
    """Require a display for windows, which Qt would answer by ending the program at once.

    Raises:
        OperatorError: There is none, or it does not answer.
    """
    if can_show_windows():
        return
    if platforms := missing_platforms():
        raise OperatorError(
            "QT_QPA_PLATFORM asks for {platforms}, which Qt does not have here; unset it, then "
            "start the station again.",
            platforms=platforms,
        )
    named = named_display()
    if named:
        raise OperatorError(
            "The display {display} does not answer, or does not let this user in; start the "
            "station in a desktop session, or set DISPLAY or WAYLAND_DISPLAY.",
            display=named,
        )
    raise OperatorError(
        "There is no display here; start the station in a desktop session, or set DISPLAY or "
        "WAYLAND_DISPLAY."
    )


def _trust(file: Path, state: Path) -> int:
    shown = trust(file, state)
    print(
        f"The stations of this computer take updates that are signed by the keys {shown}. Compare "
        "them with what hcmd-lab updates show tells of the update."
    )
    return 0
