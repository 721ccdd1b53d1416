"""What a reader is told of names that no glossary has."""

from __future__ import annotations

from briefgen.findings import Code, Finding, Severity

__all__ = ["possible_name", "unknown_name"]

_NAMES = {"person": "a name", "exercise": "the name of an exercise", "agreement": "the name of a law"}


def unknown_name(written: str, kind: str) -> Finding:
    """NAME_UNKNOWN (warning) of what can hardly be anything but a name; `kind` is that of the entry it lacks."""
    message = f"{written} looks like {_NAMES.get(kind, f'the name of a {kind}')} that is not in the glossary."
    return Finding(Code.NAME_UNKNOWN, Severity.WARNING, message, hint=f"Add it to the glossary with kind {kind}.")


def possible_name(written: str, severity: Severity = Severity.INFO) -> Finding:
    """NAME_UNKNOWN of a word that no glossary and no dictionary has: its English is the model's."""
    message = f"{written} is not in the glossary; if it is a name, its spelling is a guess."
    return Finding(Code.NAME_UNKNOWN, severity, message, hint="Add it to the glossary.")
