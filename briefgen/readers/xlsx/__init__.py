"""Excel workbooks: cells as Excel shows them."""
