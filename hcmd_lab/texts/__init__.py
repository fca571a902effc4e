"""A study's texts for participants: read from its folder, or those shipped."""
