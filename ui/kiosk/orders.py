"""Carries out what the experimenter asks of the kiosk, and answers what was done or why not.

What arrives here comes from the host that the station is paired with, whose certificate it has
checked; that stands for the PIN.
"""

import logging
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.game.room import Outcome
from hcmd_lab.network.host_messages import (
    Identify,
    QuitKiosk,
    RestartKiosk,
    ShowNotice,
    ShutDown,
    ToKiosk,
    Visit,
)
from hcmd_lab.network.station_messages import OrderAnswer
from ui.kiosk.connector import Connector
from ui.kiosk.identify_sign import IdentifySign
from ui.kiosk.inspection import inspect
from ui.kiosk.notice_overlay import NoticeOverlay
from ui.kiosk.options import Options
from ui.kiosk.shut_down import ShutDownAttempt
from ui.kiosk.watchdog import RESTART
from ui.kiosk.window import KioskWindow

log = logging.getLogger(__name__)

_ANSWERED_MS = 300
"""For an answer to arrive before the program that gave it ends."""


class Orders(QObject):
    """Does what is asked of a kiosk with a window.

    Args:
        options: The command line options.
        window: The kiosk's window.
        connector: Passes on what is asked, and the answers.

    Attributes:
        notice: Shows a message.
        sign: Shows the station's name.

    Signals:
        ended(int): The program is to end with this exit code.
    """

    ended = Signal(int)

    def __init__(self, options: Options, window: KioskWindow, connector: Connector) -> None:
        super().__init__(window)
        self._options = options
        self._window = window
        self._connector = connector
        self._notice_nonce = ""
        self.notice = NoticeOverlay(window)
        self.sign = IdentifySign(window)
        self.notice.covered.connect(lambda covered: window.close_faces(covered, by="notice"))
        self.sign.covered.connect(lambda covered: window.close_faces(covered, by="sign"))
        self.notice.read.connect(lambda: self._answer(self._notice_nonce, Outcome.READ))
        connector.ordered.connect(self._take)

    def _take(self, order: ToKiosk) -> None:
        log.warning("the experimenter asks: %s", type(order).__name__)
        match order:
            case ShowNotice():
                self._notice_nonce = order.nonce
                self.notice.show_text(order.text)
                self._answer(order.nonce, Outcome.DONE)
            case Identify():
                self._identify(order)
            case RestartKiosk():
                if self._options.child:
                    self._end(order.nonce, RESTART)
                else:
                    self._answer(order.nonce, Outcome.UNGUARDED)
            case QuitKiosk():
                self._end(order.nonce, 0)
            case ShutDown():
                self._shut_down(order.nonce)
            case Visit():
                self._connector.report(
                    inspect(
                        order.nonce,
                        self._window,
                        self._options.state,
                        guarded=bool(self._options.child),
                    )
                )
            case _:
                assert_never(order)

    def _identify(self, order: Identify) -> None:
        place = self._connector.place
        if order.seconds and place is not None:
            self.sign.show_name(place.station, order.seconds)
        else:
            self.sign.stop()
        self._answer(order.nonce, Outcome.DONE)

    def _end(self, nonce: str, status: int) -> None:
        self._answer(nonce, Outcome.DONE)
        QTimer.singleShot(_ANSWERED_MS, self, lambda: self.ended.emit(status))

    def _shut_down(self, nonce: str) -> None:
        if self._options.windowed:
            self._answer(nonce, Outcome.WINDOWED)
            return
        attempt = ShutDownAttempt(self)
        attempt.ended.connect(lambda outcome, words: self._answer(nonce, outcome, words))
        attempt.start()

    def _answer(self, nonce: str, outcome: Outcome, words: str = "") -> None:
        self._connector.report(OrderAnswer(nonce, outcome, words))
