"""Japanese text: text in, text or spans out; imports nothing else of briefgen."""

__all__: list[str] = []
