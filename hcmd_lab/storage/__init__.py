"""The study folder, its event log and the tables derived from it."""

from hcmd_lab.storage.without_optional import import_without

# It serves tables that are never requested here, and costs half a second at each start.
import_without("sqlite_utils", "pandas")
