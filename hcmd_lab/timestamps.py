"""The time of day as it is stored."""

from datetime import UTC, datetime


def utc_now() -> str:
    """Current UTC time in ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
