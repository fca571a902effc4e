"""Pictures of a study on the kiosk: over real sockets, part by part, in a size that fits."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from network_lab import HOME
from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game.picture_names import DRAWN
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.game.view import Page
from hcmd_lab.network.host_messages import PicturePart
from hcmd_lab.network.message_fields import PICTURE_PART_BYTES
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, CheckIn
from hcmd_lab.texts.shipped import FOLDER, copy_texts
from ui.control.desk import Desk
from ui.kiosk.picture_fetch import PictureFetch
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.station import Station
from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.scale import BODY_PX
from ui.kiosk.widgets.text_images import Pictures

ENOUGH_MS = 10_000


def png(width: int, height: int, *, busy: bool = False) -> bytes:
    """A picture in one colour, or one that cannot be packed small."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFD98200)
    if busy:
        for x in range(width):
            for y in range(height):
                digest = hashlib.sha256(f"{x}/{y}".encode()).digest()
                image.setPixel(x, y, int.from_bytes(digest[:3], "big") | 0xFF000000)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def name_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    study = playable_study(tmp_path / "study", 4)
    copy_texts(study)
    made = Desk()
    made.open_study(study)
    yield made
    made.close_study()


def test_a_picture_comes_over_the_network_and_is_seen(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    data = png(200, 150, busy=True)
    assert len(data) > 2 * PICTURE_PART_BYTES, "it takes several parts"
    texts = desk.study.store.folder.path / FOLDER
    (texts / "pictures").mkdir()
    (texts / "pictures" / "fund.png").write_bytes(data)
    for consent in texts.glob("*/consent.md"):
        consent.write_text("![The fund](fund.png)\n\nDo you agree?", encoding="utf-8")
    rules = parse_rules({"consent": True}, GAME_ALONE)
    desk.open_session("acquire", 1, rules, address=HOME, port=0, exit_pin="")
    host = desk.host
    assert host is not None
    screen = ParticipantScreen(animate=False)
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show()
    station = Station(screen, desk)
    link = StationLink(
        HOME, host.port, "1", tmp_path / "station", code=parse_code(host.pairing_code), parent=desk
    )
    station.join(link)
    with qtbot.waitSignal(screen.pictures.arrived, timeout=ENOUGH_MS) as came:
        link.start()
        qtbot.waitUntil(lambda: station.view is not None, timeout=ENOUGH_MS)
        station.send(CheckIn(UNSENT, "Ann", is_bot=False))
    assert came.args == [name_of(data)]
    assert station.view is not None
    assert station.view.page is Page.CONSENT
    reader = next(each for each in screen.findChildren(Reader) if each.isVisible())
    assert reader.loadResource(0, f"picture:{name_of(data)}").width() > 100
    assert reader.accessibleDescription().startswith("The fund")
    assert desk.study.store.learned.pictures() == [name_of(data)]
    link.stop()


class PretendedLink(QObject):
    """Answers nothing by itself."""

    connected = Signal()
    picture_part_received = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, int]] = []

    def fetch_picture(self, picture: str, part: int) -> None:
        self.asked.append((picture, part))


def test_after_an_interruption_the_fetch_goes_on_where_it_was(qtbot: QtBot) -> None:
    pictures, link = Pictures(), PretendedLink()
    fetch = PictureFetch(pictures)
    fetch.join(link)  # type: ignore[arg-type]  # all that it needs of a link
    data = png(30, 20)
    name, half = name_of(data), len(data) // 2
    assert pictures.image(name).isNull()
    link.picture_part_received.emit(PicturePart(name, 0, 2, data[:half]))
    link.connected.emit()
    link.picture_part_received.emit(PicturePart(name, 0, 2, data[:half]))
    assert link.asked == [(name, 0), (name, 1), (name, 1)]
    with qtbot.waitSignal(pictures.arrived):
        link.picture_part_received.emit(PicturePart(name, 1, 2, data[half:]))
    assert pictures.image(name).width() == 30
    link.connected.emit()
    assert len(link.asked) == 3, "nothing is missing any more"


def test_what_is_not_the_picture_is_not_shown(qtbot: QtBot) -> None:
    pictures = Pictures()
    name = name_of(png(30, 20))
    pictures.put(name, png(31, 20))
    assert pictures.image(name).isNull()


def shown(qtbot: QtBot, data: bytes, width: int) -> Reader:
    pictures = Pictures(lambda _: data)
    reader = Reader(pictures)
    qtbot.addWidget(reader)
    font = reader.font()
    font.setPixelSize(BODY_PX)  # as on the smallest screen
    reader.setFont(font)
    reader.resize(width, 400)
    reader.show()
    reader.show_text(f"![A fund](picture:{name_of(data)})")
    return reader


def test_a_picture_is_no_wider_than_the_text_and_leaves_lines_free(qtbot: QtBot) -> None:
    data = png(2000, 500)
    reader = shown(qtbot, data, 400)
    image = reader.loadResource(0, f"picture:{name_of(data)}")
    assert image.deviceIndependentSize().width() <= 400
    assert image.width() / image.height() == pytest.approx(4, rel=0.02)
    reader.resize(300, 400)
    narrower = reader.loadResource(0, f"picture:{name_of(data)}")
    assert narrower.deviceIndependentSize().width() <= 300
    tall = png(300, 3000)
    image = shown(qtbot, tall, 900).loadResource(0, f"picture:{name_of(tall)}")
    assert image.deviceIndependentSize().height() <= 300


def test_a_small_picture_stays_small(qtbot: QtBot) -> None:
    data = png(60, 30)
    image = shown(qtbot, data, 900).loadResource(0, f"picture:{name_of(data)}")
    assert image.deviceIndependentSize().width() == 60


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_picture_alone_stands_where_reading_begins(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    reader = Reader(Pictures(lambda _name: None))
    qtbot.addWidget(reader)
    font = reader.font()
    font.setPixelSize(BODY_PX)
    reader.setFont(font)
    reader.show_text(f"![The fund]({DRAWN})\n\n10")
    reader.setLayoutDirection(direction)
    reader.resize(800, 400)
    reader.show()
    for number in range(2):
        block = reader.document().findBlockByNumber(number)
        line = block.layout().lineAt(0)
        begins_left = line.naturalTextRect().left() < 10
        assert begins_left is (direction is Qt.LayoutDirection.LeftToRight)


class Watched(Reader):
    """Refuses to be filled while it is being filled: Qt does not survive that."""

    _filling = False

    def _fill(self) -> None:
        assert not self._filling
        self._filling = True
        super()._fill()
        self._filling = False


@pytest.mark.parametrize("lines", range(0, 24, 2))
def test_a_scroll_bar_that_comes_fills_no_text_within_a_fill(qtbot: QtBot, lines: int) -> None:
    pictures = Pictures()
    data = png(1200, 300)
    pictures.put(name_of(data), data)
    reader = Watched(pictures)
    qtbot.addWidget(reader)
    reader.resize(600, 400)
    reader.show()
    text = f"![The fund](picture:{name_of(data)})" + "\n\nOne more line." * lines
    for change in (
        lambda: reader.show_text(text),
        lambda: reader.setStyleSheet("font-size: 20px"),
        lambda: reader.resize(500, 400),
        lambda: reader.show_text(text),
    ):
        change()
        picture = reader.loadResource(0, f"picture:{name_of(data)}")
        assert picture.width() <= reader.viewport().width() * picture.devicePixelRatioF()
