"""Word: the parts of the container, walked in the order of reading."""
