"""What the planned groups of EVALUATE can find, in a line below where their number stands."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from hcmd_lab.inference.vote_power import design_power
from hcmd_lab.telling.power import design_in_words, designs_in_words
from hcmd_lab.vote_plan import VotePlan
from ui.look.layouts import in_column
from ui.look.widgets import label


class PowerLine(QWidget):
    """Says the power of a number of groups; the simulation takes a moment, and only once.

    Attributes:
        words: What it says.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.words = label("", "caption")
        in_column(self.words, of=self)

    def show_design(self, groups: int, seats: int, plan: VotePlan) -> None:
        """Say what so many groups can find, whose votes are judged by a plan."""
        self.words.setText(design_in_words(design_power(groups, seats, plan)))

    def show_contrasts(
        self, contrasts: Mapping[int, Sequence[int]], seats: int, plan: VotePlan
    ) -> None:
        """Say what the groups of each contrast can find.

        Args:
            contrasts: Numbers of the contrasts by the groups that each is to have.
            seats: Seats of a group.
            plan: How the votes are judged.
        """
        found = [
            (numbers, design_power(groups, seats, plan)) for groups, numbers in contrasts.items()
        ]
        self.words.setText(designs_in_words(found))
