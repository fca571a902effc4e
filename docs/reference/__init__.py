"""Pages of the manual that are made from the code: the Python interface, the ways to settings."""
