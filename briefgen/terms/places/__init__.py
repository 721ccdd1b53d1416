"""Countries, peoples, towns and facilities."""
