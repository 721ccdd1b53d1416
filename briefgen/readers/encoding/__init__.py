"""Bytes of a text -> text, by likelihood."""
