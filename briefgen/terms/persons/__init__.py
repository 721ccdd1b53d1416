"""Persons with their titles: name and office as one constraint, and names that nobody has told how to write."""
