"""Marks of fields of events."""

ADDED_LATER = {"added_later": True}
"""Of a field that events had not at first: logs leave its default out and stay the same bytes."""
