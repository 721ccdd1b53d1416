"""Charts of office files, read as tables of the figures that the files hold for them; `reading` is the way in."""
