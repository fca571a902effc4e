"""Codes that name participants and sessions."""

import secrets
import string


def new_code() -> str:
    """A letter and seven random characters, in practice unique.

    The letter keeps any program that reads a table from taking a code for a number (`00123456`,
    `1234e567`) or a date.
    """
    return secrets.choice(string.ascii_lowercase) + "".join(
        secrets.choice(string.ascii_lowercase + string.digits) for _ in range(7)
    )
