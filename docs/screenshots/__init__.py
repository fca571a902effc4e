"""Takes the pictures of every page and panel: `make screenshots`."""
