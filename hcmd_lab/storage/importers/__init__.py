"""Importers of data played elsewhere: one file layout per module."""

from hcmd_lab.storage.importers.found_file import ImportSummary
from hcmd_lab.storage.importers.importing import LAYOUTS, import_csv

__all__ = ["LAYOUTS", "ImportSummary", "import_csv"]
