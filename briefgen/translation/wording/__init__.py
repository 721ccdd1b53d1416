"""Words around the model: what it is given said more plainly, and what comes back mended."""
