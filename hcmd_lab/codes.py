"""Codes that name participants and sessions."""

import secrets
import string


def new_code() -> str:
    """Eight random characters; no two are ever the same in practice."""
    return "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(8))
