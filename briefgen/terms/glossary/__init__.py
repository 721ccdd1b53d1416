"""The glossary as a value, and the files it is read from and written to."""
