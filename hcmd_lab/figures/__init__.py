"""Pictures of a study for the report and the panels."""
