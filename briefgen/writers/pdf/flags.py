"""What was found in a row or a cell, as it stands below the English: flags in, boxes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefgen.model.page import Flag, Role, Run
from briefgen.writers.pdf.boxes import Beside, Box, Spacer, Stack
from briefgen.writers.pdf.paragraphs import Typesetter
from briefgen.writers.symbols import flag_sign
from briefgen.writers.theme import ColourName

__all__ = ["set_flags"]

_INDENT = 1.3125
"""From the symbol of a flag to its words, in sizes of its type."""


def set_flags(flags: Iterable[Flag], setter: Typesetter, width: float, cell: int) -> tuple[Box, ...]:
    """One box for each flag, `width` points wide, in this node of the document's structure."""
    return tuple(_flag(flag, setter, width, cell) for flag in flags)


def _flag(flag: Flag, setter: Typesetter, width: float, cell: int) -> Box:
    """A warning: its symbol and its words; an error in bold, a mere remark without the colour of warnings."""
    is_remark = flag.severity == "info"
    style = setter.theme.styles.flag
    style = replace(
        style,
        bold=style.bold or flag.severity == "error",
        colour=ColourName.MUTED if is_remark else style.colour,
    )
    node, indent = setter.structure.add("P", cell), _INDENT * style.size
    symbol = setter.paragraph((Run(flag_sign(flag.severity)),), style, indent, node)
    words = [replace(run, role=Role.PLAIN) if is_remark else run for run in flag.runs]
    text = setter.paragraph(words, style, width - indent, node)
    return Stack((Spacer(style.before), Beside(((0.0, symbol), (indent, text)))))
