"""A participant's coins in two trays: kept, and into the fund."""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.coin_row import GAP, coin_colour, places, row_length
from ui.kiosk.widgets.scale import font_px, scaled
from ui.look import tokens
from ui.look.coin import paint_coin
from ui.look.motion import duration_ms

_GLIDE_MS = 220
_COIN_PX = 44.0
_ROW = 5  # coins, so that they are counted at a glance
_TRAY = 0.34  # of the width, each


class CoinBoard(QWidget):
    """Coins that lie between two trays until the first choice, then in one of them.

    Args:
        still: Whether coins never glide.

    Signals:
        amount_requested(int): A coin was clicked: so many coins are to be in the fund.
    """

    amount_requested = Signal(int)

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._still = still
        self._kind = "tail"
        self._loose: list[int] = []
        self._kept: list[int] = []
        self._given: list[int] = []
        self._from: dict[int, QPointF] = {}
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def begin(self, coins: int, kind: str) -> None:
        """Place all coins between the trays.

        Args:
            coins: The endowment.
            kind: Whose, `head` or `tail`.
        """
        self._glide.stop()
        self._kind = kind
        self._loose = list(range(coins))
        self._kept, self._given = [], []
        self._describe()
        self.update()

    def set_given(self, amount: int) -> None:
        """Move the given number of coins to the fund's tray, the rest to the other one."""
        before = self.positions()
        if self._loose:
            ready = self._given or self._loose[:amount]
            self._given = ready
            self._kept = [coin for coin in self._loose if coin not in ready]
            self._loose = []
        while len(self._given) > amount:
            self._kept.append(self._given.pop())
        while len(self._given) < amount:
            self._given.append(self._kept.pop())
        self._describe()
        self._start_glide(before)

    @property
    def is_gliding(self) -> bool:
        """Whether coins are moving."""
        return self._glide.state() is QVariantAnimation.State.Running

    def positions(self) -> dict[int, QPointF]:
        """The final centre of every coin, in logical pixels."""
        keep, fund = (self._inside(tray) for tray in self._trays())
        between = self._pile()
        found: dict[int, QPointF] = {}
        for coins, area in ((self._loose, between), (self._kept, keep), (self._given, fund)):
            found.update(zip(coins, self._grid(area, len(coins)), strict=True))
        return found

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for two trays next to each other."""
        return QSize(round(scaled(self, 640)), round(scaled(self, 190)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for smaller coins."""
        return QSize(round(scaled(self, 360)), round(scaled(self, 120)))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move the coin under the pointer to the other side."""
        coin = self._coin_at(event.position())
        if coin is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        amount = len(self._given)
        if coin in self._given:
            # The clicked coin is the one that moves.
            self._given.remove(coin)
            self._given.append(coin)
            self.amount_requested.emit(amount - 1)
        elif coin in self._kept:
            self._kept.remove(coin)
            self._kept.append(coin)
            self.amount_requested.emit(amount + 1)
        else:
            self._loose.remove(coin)
            self._loose.insert(0, coin)
            self.amount_requested.emit(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stop animations while the size changes."""
        super().resizeEvent(event)
        self._glide.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the trays and the coins."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = not self._loose
        keep, fund = self._trays()
        self._paint_tray(painter, keep, translate("You keep"), len(self._kept) if chosen else None)
        self._paint_tray(
            painter, fund, translate("Into the fund"), len(self._given) if chosen else None
        )
        self._paint_between(painter, chosen=chosen)
        share = self._glide.currentValue() if self.is_gliding else 1.0
        diameter = self._diameter()
        for coin, goal in self.positions().items():
            start = self._from.get(coin, goal)
            paint_coin(painter, start + (goal - start) * share, diameter, coin_colour(self._kind))

    def _paint_between(self, painter: QPainter, *, chosen: bool) -> None:
        painter.setPen(QColor(tokens().muted))
        area = self._between()
        if chosen:
            painter.setFont(font_px(self, 0.9))
            words = translate("Click a coin to move it across.")
        else:
            painter.setFont(font_px(self, 1.1, QFont.Weight.DemiBold))
            words = translate("Your coins")
            area.setHeight(self._head_px())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, words)

    def _paint_tray(self, painter: QPainter, area: QRectF, title: str, count: int | None) -> None:
        colours = tokens()
        painter.setPen(QPen(QColor(colours.line), scaled(self, 1.5)))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(area, scaled(self, 12), scaled(self, 12))
        inset = scaled(self, 14)
        line = QRectF(area.left() + inset, area.top(), area.width() - 2 * inset, self._head_px())
        painter.setPen(QColor(colours.ink))
        painter.setFont(font_px(self, 1.1, QFont.Weight.DemiBold))
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        painter.drawText(line, start | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(font_px(self, 1.75, QFont.Weight.DemiBold))
        number = "–" if count is None else numbers.whole(count)
        painter.drawText(line, end | Qt.AlignmentFlag.AlignVCenter, number)

    def _grid(self, area: QRectF, count: int) -> list[QPointF]:
        """First slots of an area with one slot per coin, so that coins never change slots."""
        _, slots = places(area, self._coins, self._diameter(), self._across)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            slots = [QPointF(area.left() + area.right() - at.x(), at.y()) for at in slots]
        return slots[:count]

    def _diameter(self) -> float:
        """Coin diameter at which all coins fit into one tray, and between the trays."""
        pile, tray = self._pile(), self._inside(self._trays()[0])
        in_row = max(1, min(self._coins, self._across))
        across = min(pile.width(), tray.width()) / (in_row + (in_row - 1) * GAP)
        largest = min(scaled(self, _COIN_PX), across)
        return places(tray, self._coins, largest, in_row)[0]

    @property
    def _coins(self) -> int:
        return len(self._loose) + len(self._kept) + len(self._given)

    @property
    def _across(self) -> int:
        return row_length(self._coins, _ROW)

    def _trays(self) -> tuple[QRectF, QRectF]:
        """Trays of kept coins and of the fund, which is at the slider's far end."""
        width = self.width() * _TRAY
        left = QRectF(1, 1, width - 2, self.height() - 2)
        right = left.translated(self.width() - width, 0)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return (right, left) if mirrored else (left, right)

    def _between(self) -> QRectF:
        inset = scaled(self, 12)
        width = self.width() * (1 - 2 * _TRAY) - 2 * inset
        return QRectF(self.width() * _TRAY + inset, 0, width, self.height())

    def _pile(self) -> QRectF:
        """Slots of coins in no tray; as high as the coins in a tray."""
        return self._between().adjusted(0, self._head_px(), 0, -scaled(self, 14))

    def _inside(self, tray: QRectF) -> QRectF:
        inset = scaled(self, 14)
        return tray.adjusted(inset, self._head_px(), -inset, -inset)

    def _head_px(self) -> float:
        return scaled(self, 46)

    def _coin_at(self, point: QPointF) -> int | None:
        radius = self._diameter() / 2
        for coin, centre in self.positions().items():
            away = point - centre
            if away.x() ** 2 + away.y() ** 2 <= radius**2:
                return coin
        return None

    def _start_glide(self, before: dict[int, QPointF]) -> None:
        self._glide.stop()
        self._from = before
        glide_ms = 0 if self._still else duration_ms(_GLIDE_MS)
        if glide_ms and self.isVisible():
            self._glide.setDuration(glide_ms)
            self._glide.start()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(translate("Your coins"))
        if self._loose:
            words = translate("Nothing is chosen yet.")
        else:
            words = translate(
                "You keep {kept}, {given} go into the fund.",
                kept=numbers.whole(len(self._kept)),
                given=numbers.whole(len(self._given)),
            )
        self.setAccessibleDescription(words)
