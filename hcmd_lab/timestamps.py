"""The time of day as it is stored."""

from datetime import UTC, datetime


def utc_now() -> str:
    """ISO 8601 in UTC with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
