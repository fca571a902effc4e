"""What a participant sees, one page a file."""
