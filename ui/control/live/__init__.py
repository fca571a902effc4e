"""Live plots of the running session, which poll it a few times a second."""
