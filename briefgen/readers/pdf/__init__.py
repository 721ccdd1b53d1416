"""PDF: an engine's characters become pieces, runs, lines and tables page by page, then the paragraphs of the paper."""
