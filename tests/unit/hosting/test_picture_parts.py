"""A station fetches the pictures of its session, whole and in order, and no others."""

from hcmd_lab.hosting.picture_parts import PictureParts
from hcmd_lab.network.message_fields import PICTURE_PART_BYTES

DATA = bytes(range(256)) * (PICTURE_PART_BYTES // 100)


def test_the_parts_are_the_picture_which_is_read_once() -> None:
    read: list[str] = []

    def picture(sha256: str) -> bytes:
        read.append(sha256)
        return DATA

    pictures = PictureParts({"a"}, picture)
    first = pictures.part("a", 0)
    assert first is not None
    parts = [pictures.part("a", number) for number in range(first.parts)]
    assert b"".join(part.data for part in parts if part is not None) == DATA
    assert [part.part for part in parts if part is not None] == list(range(first.parts))
    assert pictures.part("a", first.parts) is None
    assert read == ["a"]


def test_nothing_else_is_sent() -> None:
    pictures = PictureParts({"a"}, lambda _: None)
    assert pictures.part("b", 0) is None, "another session's"
    assert pictures.part("a", 0) is None, "a damaged one"
