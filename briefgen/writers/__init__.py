"""A briefing becomes markup, the markup a Page, and the Page a file in one of the formats."""
