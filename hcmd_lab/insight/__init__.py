"""What a mechanism does and whom it serves, read from its table and from what was played."""
