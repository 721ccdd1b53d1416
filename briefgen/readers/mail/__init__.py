"""Mail and saved web pages: what is inside is read by the other readers."""
