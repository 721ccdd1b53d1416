"""Page -> Word, by python-docx."""
