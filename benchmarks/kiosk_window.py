"""A locked kiosk that ends with its first page; `benchmarks.kiosk_start` starts it.

Takes the arguments of `hcmd-kiosk`, starts a watchdog and under it the kiosk as that program does,
and writes two moments in seconds since 1970 to stderr: its first frame was painted, and its first
page was. Imports nothing that the kiosk itself would not, and nothing earlier.
"""

import sys
import time

from ui.kiosk.options import Options, parse_options


def command(*arguments: str) -> list[str]:
    """The command line of this program."""
    return [sys.executable, "-m", "benchmarks.kiosk_window", *arguments]


def show_window(options: Options) -> None:
    """Show the window until its first page is painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - part of what is measured

    from ui.kiosk.kiosk import Kiosk  # noqa: PLC0415
    from ui.kiosk.kiosk_program import make_application  # noqa: PLC0415
    from ui.kiosk.lifeline import Lifeline  # noqa: PLC0415

    application = make_application(options)
    Lifeline(application)
    kiosk = Kiosk(options)
    moments: list[float] = []

    def finish() -> None:
        print(moments, file=sys.stderr)
        kiosk.stop()
        application.exit(0)

    class Eye(QObject):
        """Sees the first frame of the window and the first one of a page."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Paint:
                expected = kiosk.window if not moments else kiosk.station.screen
                if watched is expected and len(moments) < 2:
                    QTimer.singleShot(0, lambda: moments.append(time.time()))
                    if moments:
                        QTimer.singleShot(0, finish)
            return False

    eye = Eye(kiosk)
    kiosk.window.installEventFilter(eye)
    kiosk.station.screen.installEventFilter(eye)
    kiosk.start()
    application.exec()


def main() -> None:
    """Be the watchdog or the kiosk, as the arguments say."""
    given = sys.argv[1:]
    options = parse_options(given)
    if options.needs_watchdog:
        from ui.kiosk.watchdog import Watchdog  # noqa: PLC0415 - not for the kiosk

        sys.exit(Watchdog(given, options.state, command=command).run())
    show_window(options)


if __name__ == "__main__":
    main()
