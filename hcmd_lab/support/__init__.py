"""What a lab sends to somebody who helps: nothing in it tells about a participant."""
