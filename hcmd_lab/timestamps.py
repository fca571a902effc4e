"""The time of day as it is stored, and the day as people have it."""

from datetime import UTC, datetime


def local_day() -> str:
    """Today where this computer is, as YYYY-MM-DD."""
    return datetime.now().astimezone().date().isoformat()


def utc_now() -> str:
    """Current UTC time in ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
