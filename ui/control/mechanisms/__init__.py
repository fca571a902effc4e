"""Parts of the panel of mechanisms and contrasts."""
