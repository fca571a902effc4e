"""Tells what another program has changed in a study, beside a list made of it."""

from hcmd_lab.cli.output import people
from hcmd_lab.storage.store import Store
from hcmd_lab.study.rows_of_the_log import told_changes


def tell_changes(store: Store) -> None:
    """Say it on stderr: a list as JSON has no place for it."""
    for told in told_changes(store):
        people.print(str(told), style="red", soft_wrap=True)
