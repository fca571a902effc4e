"""Importers of data played elsewhere: one file layout per module."""

from hcmd_lab.storage.importers.found_file import ImportSummary
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.importers.recognising import Layout

__all__ = ["ImportSummary", "Layout", "import_csv"]
