"""From segments and constraints to verified English: the engine, the ladder and the memory."""
