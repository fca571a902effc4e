"""Importers of data played elsewhere: one file layout per module."""

from hcmd_lab.storage.importers.importing import LAYOUTS, ImportSummary, import_csv

__all__ = ["LAYOUTS", "ImportSummary", "import_csv"]
