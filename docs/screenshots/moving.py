"""The README's moving picture: a round at a kiosk, then what the experimenter sees of it.

python -m docs.screenshots.moving    writes docs/images/session.png; needs the pictures of `light`
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QSlider

from docs.screenshots.apng import save_moving
from docs.screenshots.kiosk_pages import SEED
from docs.screenshots.played import PlayedSession
from docs.screenshots.taking import picture, rest
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page
from ui.kiosk.screen import ParticipantScreen
from ui.look.style import apply_look

IMAGES = Path(__file__).parents[1] / "images"
SIZE = QSize(960, 540)
CONTROL = (
    ("control-session-4-mirror", 2500),
    ("control-live-4", 3500),
    ("control-training-optimize-running", 2500),
    ("control-training-evaluate", 3000),
)
"""Pictures of the control window, with the milliseconds for which each is shown."""


def frames() -> Iterator[tuple[QImage, int]]:
    """Each frame with the milliseconds for which it is shown."""
    played = PlayedSession(seed=SEED)
    screen = ParticipantScreen(animate=False)
    screen.resize(SIZE)
    screen.show()
    deciding = played.view(Phase.DECIDE, 1, 4)
    screen.show_view(deciding)
    slider = screen.findChild(QSlider, "contribution_slider")
    if slider is None:
        raise ValueError("the page has no slider")
    outcome = played.view(Phase.OUTCOME, 1, 4, late_ms=2_000)
    given = outcome.history[-1].contributions[0]
    for coins in (*range(7), *range(5, given - 1, -1)):  # as somebody does who is not sure
        slider.setValue(coins)
        yield _taken(screen), 1200 if coins in (0, given) else 180
    screen.show_view(replace(deciding, page=Page.WAIT, contribution=given))
    yield _taken(screen), 1500
    screen.show_view(outcome)
    yield _taken(screen), 3500
    for name, shown_ms in CONTROL:
        window = QImage(str(IMAGES / "light" / f"{name}.png"))
        yield _fitted(window), shown_ms


def _taken(screen: ParticipantScreen) -> QImage:
    rest(150)
    return picture(screen)


def _fitted(image: QImage) -> QImage:
    """The picture in the size of all, its left upper corner whole."""
    across = image.scaledToWidth(SIZE.width(), Qt.TransformationMode.SmoothTransformation)
    return across.copy(0, 0, SIZE.width(), SIZE.height())


def main() -> None:
    """Write the picture."""
    application = QApplication(sys.argv[:1])
    apply_look(application, "light")
    save_moving(list(frames()), IMAGES / "session.png")


if __name__ == "__main__":
    main()
