"""Numbers with the word for what they count."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number and its word: "1 group", "3 groups".

    Args:
        number: How many.
        one: The word for one of them.
        many: The word for several; by default that for one with an s.
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
