"""Page -> HTML."""
