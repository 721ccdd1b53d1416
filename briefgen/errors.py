"""Every error briefgen raises on purpose, and the exit code of each.

    BriefgenError
    ├─ UsageError                 2   flags that do not go together, a bad settings file
    ├─ InputError                 3   a source paper that cannot be read
    │  ├─ UnsupportedFormatError      a kind of file that is not read; the hint names the way out
    │  ├─ UnreadableDocumentError     damaged, encrypted, empty, too large
    │  └─ NoTextLayerError            pictures of text: OCR first
    ├─ GlossaryError              4   file:row:column of what is wrong
    ├─ BriefingTemplateError      5   template:line of what is wrong
    ├─ EngineError                6
    │  ├─ ModelNotFoundError          no model, or not where it was said to be
    │  └─ TranslationError            the engine stopped
    ├─ OutputError                7   cannot be written, or exists already
    └─ DependencyError            8   a library or a font is missing

An exception means that no briefing can be made; everything less is a finding.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = [
    "TOML_HINT",
    "BriefgenError",
    "BriefingTemplateError",
    "DependencyError",
    "EngineError",
    "ExitCode",
    "GlossaryError",
    "InputError",
    "ModelNotFoundError",
    "NoTextLayerError",
    "OutputError",
    "TranslationError",
    "UnreadableDocumentError",
    "UnsupportedFormatError",
    "UsageError",
]

TOML_HINT = 'A line is a name, =, and a value; text stands in quotation marks: marking = "OFFICIAL"'
"""What to do about a file of settings that is no TOML."""


class ExitCode(IntEnum):
    """What the process returns; the README's table is tested against this."""

    GOOD = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    GLOSSARY = 4
    TEMPLATE = 5
    ENGINE = 6
    OUTPUT = 7
    DEPENDENCY = 8
    BUG = 70
    INTERRUPTED = 130


class BriefgenError(Exception):
    """What happened, to which thing, in the user's words; `hint` says what to do."""

    exit_code = ExitCode.BUG

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class UsageError(BriefgenError):
    """Flags or settings that cannot be obeyed."""

    exit_code = ExitCode.USAGE


class InputError(BriefgenError):
    """A source paper that cannot be read."""

    exit_code = ExitCode.INPUT


class UnsupportedFormatError(InputError):
    """A kind of file that briefgen does not read."""


class UnreadableDocumentError(InputError):
    """A file of a known kind that is damaged, encrypted, empty or beyond the limits."""


class NoTextLayerError(InputError):
    """A document that holds pictures of text only."""


class GlossaryError(BriefgenError):
    """A glossary file that cannot be used; the message begins with file:row:column."""

    exit_code = ExitCode.GLOSSARY


class BriefingTemplateError(BriefgenError):
    """A template or theme that cannot be used; the message begins with template:line."""

    exit_code = ExitCode.TEMPLATE


class EngineError(BriefgenError):
    """The translation engine or its model cannot be used."""

    exit_code = ExitCode.ENGINE


class ModelNotFoundError(EngineError):
    """No model is installed, or the one named is not there."""


class TranslationError(EngineError):
    """The engine stopped while translating."""


class OutputError(BriefgenError):
    """A file that cannot be written."""

    exit_code = ExitCode.OUTPUT


class DependencyError(BriefgenError):
    """A library or font that should have come with the installation is not there."""

    exit_code = ExitCode.DEPENDENCY
