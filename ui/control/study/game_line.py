"""What the chosen game is, in a line below where it is chosen."""

from PySide6.QtWidgets import QWidget

from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import SentenceError
from hcmd_lab.telling.game import caution_in_words, game_in_words
from hcmd_lab.telling.translate import translate
from ui.look.layouts import in_column
from ui.look.widgets import label, set_role


class GameLine(QWidget):
    """Says a game, what one has to know of it, or why it cannot be played.

    Attributes:
        words: What is played, or why nothing can be.
        caution: What one has to know of it; hidden if there is nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.words = label("", "caption")
        self.caution = label("")
        self.caution.hide()
        in_column(self.words, self.caution, of=self, gap=0)

    def show_game(self, game: Game, *, simulated: bool) -> None:
        """Say a game that can be played.

        Args:
            game: The game.
            simulated: Whether simulated people play it.
        """
        self._show(game_in_words(game), "caption", caution_in_words(game, simulated=simulated))

    def show_problem(self, problem: SentenceError) -> None:
        """Say why no such game can be played."""
        self._show(translate(problem), "danger", "")

    def _show(self, words: str, role: str, caution: str) -> None:
        self.words.setText(words)
        set_role(self.words, role)
        self.caution.setText(caution)
        self.caution.setVisible(bool(caution))
