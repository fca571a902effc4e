"""Codes that name participants and sessions."""

import secrets
import string


def new_code() -> str:
    """Eight random characters, in practice unique."""
    return "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(8))
