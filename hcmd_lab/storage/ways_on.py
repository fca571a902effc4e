"""What helps where another program has changed a study."""

from hcmd_lab.sentence import Sentence

RESTORE_OR_TAKE = Sentence(
    "Restore a backup (File, Backups, or: hcmd-lab restore STUDY); or take the study as it is "
    "(File, Backups, or: hcmd-lab restore STUDY --as-it-is), which its log then tells for good."
)
