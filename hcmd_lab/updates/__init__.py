"""New versions of the kiosk: signed by who makes them, verified and kept by each station."""
