"""What the program says: conclusions, names and numbers in the reader's language."""
