"""`hcmd-kiosk` with a window, from its application to its exit code."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hcmd_lab.collector import Collector
from hcmd_lab.errors import OperatorError
from hcmd_lab.telling.known_languages import languages
from hcmd_lab.telling.language import best_language, install_language
from ui.interrupts import Interrupts
from ui.kiosk.crash_log import keep_logs
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.lifeline import Lifeline
from ui.kiosk.options import Options
from ui.kiosk.session_end import SessionEnd
from ui.log_file import native_faults_logged
from ui.look.program_icon import Program, identify
from ui.look.style import apply_look

_LAST_LOOK_MS = 4000
"""For the last page of simulated participants that somebody may be watching."""


def run_window(options: Options) -> int:
    """Show the station until the kiosk is left; returns the exit code.

    Raises:
        UsageError: The language is unknown.
        OperatorError: The station runs already, or simulated participants cannot play.
    """
    application = make_application(options)
    # `quit` would ask the windows first, and a locked one refuses.
    Interrupts(application).asked.connect(lambda _: application.exit(0))
    if options.child:
        Lifeline(application)
    kiosk = Kiosk(options)
    kiosk.ended.connect(application.exit)
    session_end = SessionEnd(application)
    session_end.ended.connect(lambda: application.exit(0))
    session_end.announced.connect(kiosk.interruptions.tell)
    problems: list[str] = []
    if options.bot:
        _let_play(application, kiosk, options, problems)
    kiosk.start()
    with native_faults_logged(options.state / "crash.log"):
        status = application.exec()
    kiosk.stop()
    if problems:
        raise OperatorError("{said}", said=problems[0])
    return status


def make_application(options: Options, log_name: str = "kiosk.log") -> QApplication:
    """The application with its logs, its language and its look."""
    keep_logs(options.state, log_name)
    application = QApplication(["hcmd-kiosk"])
    Collector(application)
    identify(application, Program.KIOSK)
    # A window that disappears briefly, as when a screen changes, must not end the program.
    application.setQuitOnLastWindowClosed(False)
    install_language(application, options.language or best_language(languages()))
    apply_look(application, options.theme)
    if options.theme == "system":
        application.styleHints().colorSchemeChanged.connect(lambda: apply_look(application))
    return application


def _let_play(
    application: QApplication, kiosk: Kiosk, options: Options, problems: list[str]
) -> None:
    # Imported here because it loads numpy, which a participant's window does not need.
    from hcmd_lab.game.populations import population_of  # noqa: PLC0415
    from ui.kiosk.person import SimulatedPerson  # noqa: PLC0415
    from ui.kiosk.player import ScreenPlayer  # noqa: PLC0415
    from ui.kiosk.take_over_bar import TakeOverBar  # noqa: PLC0415

    player = ScreenPlayer(
        kiosk.station,
        SimulatedPerson(options.seed, population_of(options.people, options.people_spread)),
        f"bot-{options.station}"[:64],
        seed=options.seed,
        repeat=options.repeat,
        watch=options.watch,
        think_ms=options.think_ms,
        parent=kiosk,
    )
    bar = TakeOverBar()
    bar.simulated_wanted.connect(player.set_playing)
    player.playing_changed.connect(lambda playing: bar.show_player(simulated=playing))
    kiosk.window.add_bar(bar)
    last_look = QTimer(kiosk, singleShot=True, interval=_LAST_LOOK_MS)
    last_look.timeout.connect(lambda: player.is_playing and application.exit(0))

    def fail(sentence: str) -> None:
        problems.append(sentence)
        application.exit(1)

    player.done.connect(lambda: last_look.start(_LAST_LOOK_MS if player.is_watched else 0))
    player.failed.connect(fail)
