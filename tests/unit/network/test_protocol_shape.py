"""The messages of each version of the protocol are written down and do not change."""

from pathlib import Path

from message_shapes import protocol

from hcmd_lab.network.message_fields import PROTOCOL

GOLDEN = Path(__file__).parent / "golden" / f"protocol-{PROTOCOL}.json"


def test_the_messages_of_this_version_are_those_that_were_written_down() -> None:
    assert GOLDEN.exists(), "write the new version down: run this file as a program"
    assert protocol() == GOLDEN.read_text(encoding="utf-8"), (
        "messages have changed: raise PROTOCOL, tell docs/protocol.md, run this file as a program"
    )


if __name__ == "__main__":
    with GOLDEN.open("x", encoding="utf-8") as file:  # what is written down stays
        file.write(protocol())
