"""The scripts that make the built-in model; they are no part of the installed package."""
