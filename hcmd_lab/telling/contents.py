"""What is in a study, in a sentence."""

from hcmd_lab.sentence import Sentence
from hcmd_lab.study.deleting import StudyContents
from hcmd_lab.telling import counts


def contents_in_words(contents: StudyContents) -> Sentence:
    """What goes with a study that is deleted."""
    return Sentence(
        "“{name}” holds {sessions}, {groups}, {steps} and {labels} of participants.",
        name=contents.name,
        sessions=counts.sessions(contents.sessions),
        groups=counts.groups(contents.groups),
        steps=counts.training_steps(contents.runs),
        labels=counts.labels(contents.labels),
    )
