"""What a bundle brings to a study, in words."""

from dataclasses import astuple, dataclass

from hcmd_lab.sentence import Sentence
from hcmd_lab.telling import counts
from hcmd_lab.telling.translate import translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Everything that is new in a bundle, counted.

    Attributes:
        sessions: New sessions.
        groups: Groups of the new sessions.
        runs: Training steps.
        mechanisms: Mechanisms of the library, trained ones among them.
        contrasts: Contrasts that are planned.
        planned_groups: Groups that comparisons are to have more.
        iterations: Iterations that were added to the plan of training.
        withdrawals: Participants who have withdrawn meanwhile.
        fingerprints: Participants who can be recognised from now on.
        continued: Sessions that are known and have new events, such as another payment.
        names: Labs that go by another name than before.
    """

    sessions: int = 0
    groups: int = 0
    runs: int = 0
    mechanisms: int = 0
    contrasts: int = 0
    planned_groups: int = 0
    iterations: int = 0
    withdrawals: int = 0
    fingerprints: int = 0
    continued: int = 0
    names: int = 0

    def __bool__(self) -> bool:
        """Whether anything is new."""
        return any(astuple(self))


def brought(new: Additions) -> str:
    """Everything new in a bundle, separated by commas; empty if nothing is new."""
    parts = [
        counts.sessions(new.sessions),
        counts.groups(new.groups),
        counts.training_steps(new.runs),
        Sentence("{n} mechanism(s)", n=new.mechanisms),
        Sentence("{n} planned contrast(s)", n=new.contrasts),
        Sentence("{n} more planned group(s)", n=new.planned_groups),
        Sentence("{n} more planned iteration(s)", n=new.iterations),
        Sentence("{n} withdrawal(s)", n=new.withdrawals),
        Sentence("fingerprints of {n} participant(s)", n=new.fingerprints),
        Sentence("additions to {n} known session(s)", n=new.continued),
        Sentence("{n} new name(s) of labs", n=new.names),
    ]
    return ", ".join(translate(part) for part in parts if part.count)


def what_was_written(sessions: int) -> Sentence | None:
    """That a bundle of so many sessions holds texts as people wrote them; None if there are none.

    Args:
        sessions: How many.
    """
    if not sessions:
        return None
    return Sentence(
        "It holds no labels, but notes, messages, reasons and answers as they were written: the "
        "other lab can read whatever names stand in them."
    )
