"""The pages of the instructions that were read at this kiosk, for those too long for every view."""

from dataclasses import replace

from hcmd_lab.game.view import NEEDS_INSTRUCTIONS, Page, SeatView


class ReadPages:
    """Keeps what one participant has read, until the next one reads.

    A kiosk that was started anew, or to which somebody has moved, does not have it.
    """

    def __init__(self) -> None:
        self._participant = ""
        self._pages: dict[int, str] = {}
        self._count = 0

    def complete(self, view: SeatView) -> SeatView:
        """The view, with the instructions where it comes without them and all of them were read."""
        script = view.script
        if view.page is Page.INSTRUCTIONS and script is not None:
            if view.participant != self._participant:
                self._participant, self._pages = view.participant, {}
            self._pages[script.page], self._count = script.text, script.pages
            return view
        is_theirs = view.participant == self._participant and len(self._pages) == self._count > 0
        if view.instructions or not is_theirs or view.page not in NEEDS_INSTRUCTIONS:
            return view
        return replace(view, instructions=tuple(self._pages[n] for n in range(self._count)))
