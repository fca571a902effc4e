"""The study folder: its database, its event log, importers and exports."""
