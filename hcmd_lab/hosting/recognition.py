"""Recognises at check-in who took part before, by the fingerprints that the study keeps."""

from dataclasses import dataclass

from hcmd_lab.game.labels import normal
from hcmd_lab.storage.fingerprints import Fingerprints


@dataclass(frozen=True, slots=True)
class StoredRecognition:
    """Recognition for one session of an open study.

    Attributes:
        fingerprints: The study's fingerprints.
        session: Code of the session.
    """

    fingerprints: Fingerprints
    session: str

    def is_here(self, label: str) -> bool:
        """Whether somebody with this label has checked in to this session."""
        return self.fingerprints.is_in(self.session, label)

    def took_part_before(self, label: str) -> bool | None:
        """Whether the label took part in another session; None if it is empty."""
        return bool(self.fingerprints.earlier(label, self.session)) if normal(label) else None
