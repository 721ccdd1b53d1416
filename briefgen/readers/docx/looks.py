"""How one run of a Word paragraph looks, as far as that decides what is read of it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from briefgen.readers.docx.parts import Style, W, first, is_on, is_struck, to_int, value

__all__ = ["RunLook", "run_look"]

_NOTHING = Style()
_BODY_HALF_POINTS = 21.0
_SMALL = 0.75
"""What is moved up and set at most this much as large as its paragraph stands raised."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """The properties of a run with those of its styles."""

    size: float | None = None
    """In half points."""
    is_bold: bool | None = None
    is_hidden: bool = False
    is_struck: bool = False
    shift: str = ""
    """``superscript``, ``subscript`` or nothing."""
    font: str = ""

    @property
    def is_shifted(self) -> bool:
        """Whether it stands raised or lowered."""
        return self.shift in ("superscript", "subscript")


def run_look(properties: etree._Element | None, base: RunLook, styles: dict[str, Style]) -> RunLook:
    """Return what the run says itself, else its character style, else `base`, from the style of the paragraph."""
    if properties is None:
        return RunLook(is_hidden=base.is_hidden, is_struck=base.is_struck, shift=base.shift)
    style = styles.get(value(properties.find(W + "rStyle")) or "", _NOTHING)
    hidden, bold = (is_on(properties.find(W + tag)) for tag in ("vanish", "b"))
    size = to_int(value(properties.find(W + "sz")))
    up = to_int(value(properties.find(W + "position"))) or 0
    is_moved = up > 0 and size is not None and size <= _SMALL * (base.size or _BODY_HALF_POINTS)
    fonts = properties.find(W + "rFonts")
    return RunLook(
        size=style.size if size is None else size,
        is_bold=style.is_bold if bold is None else bold,
        is_hidden=bool(first(hidden, style.is_hidden, base.is_hidden)),
        is_struck=bool(first(is_struck(properties), style.is_struck, base.is_struck)),
        shift=value(properties.find(W + "vertAlign")) or style.shift or ("superscript" if is_moved else base.shift),
        font=value(fonts, "ascii") or value(fonts, "hAnsi") or "",
    )
