"""What a withdrawal leaves: the same person in other sessions."""

from collections.abc import Sequence

from hcmd_lab.telling.translate import translate


def also_there(people: Sequence[tuple[str, str]]) -> str:
    """Where the same person has come too and has not withdrawn, a sentence; empty if nowhere.

    Args:
        people: Sessions and codes.
    """
    if not people:
        return ""
    listed = ", ".join(
        translate("{code} of session {session}", code=code, session=session)
        for session, code in people
    )
    return translate(
        "By their label the same person has also been {people}: these data stay, and the person is "
        "recognised by them, unless you withdraw them there too.",
        people=listed,
    )
