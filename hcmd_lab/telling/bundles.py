"""What a bundle brings to a study, in words."""

from hcmd_lab.sentence import Sentence
from hcmd_lab.telling import counts
from hcmd_lab.telling.translate import translate


def brought(
    *, sessions: int, groups: int, runs: int, withdrawals: int, continued: int, fingerprints: int
) -> str:
    """Everything new in a bundle, counted and separated by commas; zero counts are omitted.

    Args:
        sessions: New sessions.
        groups: Groups of the new sessions.
        runs: Training steps.
        withdrawals: Withdrawals of participants.
        continued: Known sessions with new events.
        fingerprints: Participants who can be recognised from now on.
    """
    parts = [
        counts.sessions(sessions),
        counts.groups(groups),
        counts.training_steps(runs),
        Sentence("{n} withdrawal(s)", n=withdrawals),
        Sentence("fingerprints of {n} participant(s)", n=fingerprints),
        Sentence("additions to {n} known session(s)", n=continued),
    ]
    return ", ".join(translate(part) for part in parts if part.count)
