"""Terms: the glossary, what is computed, and whether the English obeys both."""
