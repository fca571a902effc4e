"""Host and stations over secure web sockets."""
