"""Placeables: dates, times, figures and references, whose English is computed and never guessed."""

from __future__ import annotations

from briefgen.terms.placeables.finding import find_placeables

__all__ = ["find_placeables"]
