"""The table of formats names writers that exist."""

from importlib import import_module

from briefgen.writers import FORMATS, WRITERS


def test_every_format_has_its_writer():
    assert FORMATS == ("docx", "pdf", "html", "json")
    for place in WRITERS.values():
        module, _, function = place.partition(":")
        assert callable(getattr(import_module(module), function))
