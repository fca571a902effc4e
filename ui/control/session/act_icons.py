"""Icons of the experimenter's acts."""

from PySide6.QtGui import QIcon

from ui.control.icons import Strokes, stroke_icon
from ui.control.session.experimenter_commands import Act
from ui.look import tokens

_HANDS, _PLUS = ((9, 8), (9, 13), (12, 15)), (((20, 3), (20, 9)), ((17, 6), (23, 6)))
_SECOND_PLUS = (((21, 15), (21, 21)), ((18, 18), (24, 18)))
_MORE: Strokes = ((_HANDS, *_PLUS), (10, 13, 8))
_MUCH_MORE: Strokes = ((_HANDS, *_PLUS, *_SECOND_PLUS), (10, 13, 8))
"""In a narrow bar they stand side by side without their texts."""

_ICONS: dict[Act, Strokes] = {
    Act.START: ((((8, 5), (19, 12), (8, 19), (8, 5)),), None),
    Act.PAUSE: ((((8, 5), (8, 19)), ((16, 5), (16, 19))), None),
    Act.RESUME: ((((5, 5), (5, 19)), ((10, 5), (20, 12), (10, 19), (10, 5))), None),
    Act.MESSAGE: ((((3, 6), (21, 6), (21, 18), (3, 18), (3, 6), (12, 13), (21, 6)),), None),
    Act.MORE_30_S: _MORE,
    Act.MORE_60_S: _MUCH_MORE,
    Act.LEAVE_PAGE: (
        (((4, 12), (15, 12)), ((11, 7), (16, 12), (11, 17)), ((20, 5), (20, 19))), None
    ),
    Act.STOP_AFTER: ((((6, 6), (18, 6), (18, 18), (6, 18), (6, 6)),), None),
    Act.NOTE: (
        (((4, 20), (5, 15), (16, 4), (20, 8), (9, 19), (4, 20)), ((13, 7), (17, 11))), None
    ),
    Act.DROP: (
        (((4, 20), (4, 17), (7, 14), (13, 14), (16, 17), (16, 20)), ((17, 9), (23, 9))), (10, 7, 4)
    ),
    Act.SKIP: ((((5, 6), (11, 12), (5, 18)), ((12, 6), (18, 12), (12, 18))), None),
    Act.END: ((((6, 21), (6, 4), (18, 4), (14, 8), (18, 12), (6, 12)),), None),
    Act.VOID: ((((8, 8), (16, 16)), ((16, 8), (8, 16))), (12, 12, 9)),
}  # fmt: skip


def act_icon(act: Act) -> QIcon:
    """The icon of an act in the colours of the present look."""
    colours = tokens()
    return stroke_icon(_ICONS[act], colours.ink, colours.muted)
