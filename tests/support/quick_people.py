"""People who play fast at a real kiosk.

    python tests/support/quick_people.py [options of hcmd-kiosk]

The program is `hcmd-kiosk` with its window, its pages and its network. Beside it sit hands that
press the page's own buttons and keys. Nothing says that a program plays: the lab counts them as
people, as it would anybody at that station.
"""

import sys
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.station_messages import UNSENT, CheckIn
from ui.kiosk import kiosk_program
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.options import Options, parse_options
from ui.kiosk.person import SimulatedPerson
from ui.kiosk.player import ScreenPlayer
from ui.kiosk.reaction_time import Pace


class QuickPeople(ScreenPlayer):
    """One person after another; each checks in as somebody who came to the lab."""

    def __init__(self, kiosk: Kiosk, seed: int) -> None:
        super().__init__(
            kiosk.station, SimulatedPerson(seed), "", seed=seed, repeat=0, watch=0, parent=kiosk
        )
        kiosk.station.is_simulated = False

    def _end(self, view: SeatView, pace: Pace) -> Iterator[int]:
        del view
        yield pace.read_ms
        self._station.send(CheckIn(UNSENT, "", is_bot=False))  # of whoever sits down next


def let_play(
    application: QApplication, kiosk: Kiosk, options: Options, problems: list[str]
) -> None:
    """Sit down at a kiosk."""
    del problems
    QuickPeople(kiosk, options.seed).done.connect(lambda: application.exit(0))


def main() -> int:
    """Run the kiosk until its session is over."""
    kiosk_program._let_play = let_play
    return kiosk_program.run_window(parse_options([*sys.argv[1:], "--bot", "--windowed"]))


if __name__ == "__main__":
    sys.exit(main())
