"""Replaces fields of the session's frozen records, which is most of the work of an event."""

from typing import TYPE_CHECKING, TypeVar

__all__ = ["replace"]

if TYPE_CHECKING:
    # To the type checker it is that function, whose names and types of fields it knows.
    from dataclasses import replace
else:
    Record = TypeVar("Record")

    def replace(record: Record, /, **changes: object) -> Record:
        """A copy of a record with some fields changed, four times as fast as `dataclasses.replace`.

        That one sets every field anew, each by a call; this one copies all at once.

        Args:
            record: A frozen dataclass without slots and without work after its making.
            changes: Fields and their new values.

        Raises:
            TypeError: There is no such field.
        """
        made = object.__new__(type(record))
        fields = made.__dict__
        fields.update(record.__dict__)
        if not changes.keys() <= fields.keys():
            unknown = ", ".join(sorted(changes.keys() - fields.keys()))
            raise TypeError(f"{type(record).__name__} has no field {unknown}")
        fields.update(changes)
        return made
