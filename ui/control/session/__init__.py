"""The session panel: before, during and after a session."""
