"""A hosted session: stations' commands judged, committed and answered."""
