"""No name or reason that stands between colons becomes a picture of what it is called."""

import pytest
from rich.table import Table

from hcmd_lab.cli.output import people, tell

TOLD = "Study a:b: the reason was :smile: and the path C:100:x"


def test_results_and_messages_are_told_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table("Reason")
    table.add_row(TOLD)
    tell(TOLD)
    tell(table)
    people.print(TOLD, soft_wrap=True)
    people.print(table, soft_wrap=True, width=200)
    out, err = capsys.readouterr()
    assert (out.count(TOLD), err.count(TOLD)) == (2, 2), out + err
