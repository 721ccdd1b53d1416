"""Pictures of the source in the size in which they are printed."""

from __future__ import annotations

from briefgen.model.document import Picture
from briefgen.writers.pdf.boxes import EMPTY, Box, PictureBox
from briefgen.writers.pdf.paragraphs import Typesetter
from briefgen.writers.pdf.surface import picture_size

__all__ = ["set_picture"]

_POINTS_PER_PIXEL = 72 / 96
"""The size of a CSS pixel, which is how large pictures of web pages and office papers are meant to be."""
_NO_WORDS = "Picture of the source"
_TALLEST = 200.0
"""Points; a higher picture is made smaller."""


def set_picture(picture: Picture, setter: Typesetter, width: float, place: tuple[int, str]) -> Box:
    """The picture at its natural size, or smaller to fit into `width`; nothing when it cannot be read.

    `place`: the node it belongs to, and words for those who cannot see it.
    """
    size = picture_size(picture.content)
    if size is None or 0 in size:
        setter.unreadable_pictures.append(setter.place)
        return EMPTY
    natural_width, natural_height = size[0] * _POINTS_PER_PIXEL, size[1] * _POINTS_PER_PIXEL
    scale = min(1.0, width / natural_width, _TALLEST / natural_height)
    parent, words = place
    node = setter.structure.add("Figure", parent, words=words or _NO_WORDS)
    return PictureBox(picture.content, natural_width * scale, natural_height * scale, node)
