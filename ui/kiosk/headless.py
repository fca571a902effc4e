"""A station without a window: simulated participants play until they are done."""

import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer

from hcmd_lab.collector import Collector
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.room import Outcome
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import OrderAnswer
from hcmd_lab.telling.numbers import significant
from ui.interrupts import Interrupts
from ui.kiosk.bot import Bot
from ui.kiosk.lifeline import Lifeline
from ui.kiosk.options import Options
from ui.kiosk.person import SimulatedPerson
from ui.kiosk.single_instance import StationLock
from ui.kiosk.watchdog import CRASHED


def run_headless(options: Options) -> int:
    """Play; returns 0 when the participants are done or the process is asked to end.

    Raises:
        UsageError: The station is not paired, and there is no pairing code.
        OperatorError: Something in the room keeps the station from playing.
    """
    if options.address is None:
        raise ValueError("a station without a window cannot ask for the address")
    address = options.address
    folder = options.state / options.station
    application = QCoreApplication(["hcmd-kiosk"])
    Interrupts(application).asked.connect(lambda _: application.exit(0))
    Collector(application)
    if options.child:
        Lifeline(application)
    lock = StationLock(folder, options.station)
    problems: list[str] = []

    def fail(sentence: str) -> None:
        problems.append(sentence)
        application.exit(1)

    def crash(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        # Qt continues after an error in a slot; a confused bot had better end.
        sys.__excepthook__(kind, error, traceback)
        application.exit(CRASHED)

    sys.excepthook = crash
    link = StationLink(
        address.host,
        address.port,
        options.station,
        folder,
        code=options.code,
        parent=application,
    )
    bot = Bot(
        link,
        SimulatedPerson(options.seed, population_of(options.people, options.people_spread)),
        f"bot-{options.station}"[:64],
        repeat=options.repeat,
        think_ms=options.think_ms or 0,
        parent=application,
    )
    patience = QTimer(application)
    patience.setSingleShot(True)
    patience.setInterval(int(1000 * options.patience_s))
    waits: list[str] = []

    def note(code: str, sentence: str, _: bool) -> None:
        if code == RejectionCode.KNOCKING:
            waits.append(sentence)

    link.rejected.connect(note)
    link.untrusted.connect(waits.append)
    link.misdated.connect(waits.append)
    link.connected.connect(waits.clear)
    patience.timeout.connect(
        lambda: fail(
            waits[-1]
            if waits
            else f"The lab computer at {address.host} port {address.port} did not answer for "
            f"{significant(options.patience_s)} s; check the address, the network, and that a "
            "session is hosted there."
        )
    )
    link.ordered.connect(lambda o: link.report(OrderAnswer(o.nonce, Outcome.SIMULATED, "")))
    link.connected.connect(patience.stop)
    link.connection_lost.connect(patience.start)
    bot.done.connect(application.quit)
    bot.failed.connect(fail)
    patience.start()
    link.start()
    status = application.exec()
    link.stop()
    lock.release()
    if problems:
        raise OperatorError("{said}", said=problems[0])
    return status
