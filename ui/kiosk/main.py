"""Entry point of `hcmd-kiosk`."""

import sys
from collections.abc import Sequence

from hcmd_lab.errors import OperatorError, UsageError
from ui.kiosk.options import parse_options


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a station until it is done.

    Args:
        arguments: Of the command line; None takes those of this process.

    Returns:
        0 when it is done or was asked to end, 1 if something in the room stopped it, 2 if it was
        started wrongly; the reason is on stderr in one sentence.
    """
    try:
        options = parse_options(arguments)
        if not options.bot:
            raise UsageError(
                "This version of hcmd-kiosk has no window for a participant yet; start it with "
                "--bot to let simulated participants play at this station."
            )
        # Imported here because it brings numpy along, which a participant's window does without.
        from ui.kiosk.headless import run_headless  # noqa: PLC0415

        return run_headless(options)
    except OperatorError as error:
        print(f"hcmd-kiosk: {error}", file=sys.stderr)
        return error.exit_code
