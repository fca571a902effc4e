"""What participants read and are asked beside the game: files in the study, or those shipped."""
