"""A briefing becomes markup, the markup a Page, and the Page a file in one of the formats.

`templating` renders a template, `markup` checks what came out, `paging` makes the Page of it; the writers know nothing
else. They are imported when they are needed, because the libraries behind them are slow to load.
"""
