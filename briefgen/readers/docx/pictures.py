"""Pictures of a Word file: their content, and the captions they go with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.model.document import BlockKind, Picture
from briefgen.readers.package import Package
from briefgen.readers.pictures import known_picture
from briefgen.readers.structure.layout import Paragraph

__all__ = ["joined_with_captions", "load_pictures"]

_CAPTION = re.compile(
    r"[（(【〔＜<]?(?:写真|図表?|画像|Fig(?:ure)?\.?)\s?[0-9０-９①-⑳]*(?:[）)】〕＞>：:．.　 ]|$)", re.IGNORECASE
)
_LONGEST_CAPTION = 60


def load_pictures(package: Package) -> dict[str, Picture]:
    """Return the pictures of the main part by the ids of their relations.

    Those that are damaged, larger than the limit, or neither PNG nor JPEG are left out.
    """
    images = [relation for relation in package.relations("word/document.xml") if relation.kind == "image"]
    loaded = package.pictures({relation.path for relation in images})
    found = {path: picture for path, content in loaded if (picture := known_picture(content)) is not None}
    return {relation.id: found[relation.path] for relation in images if relation.path in found}


def joined_with_captions(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with each picture in its caption; one without a caption is left out.

    A picture comes as a paragraph without text. Its caption is the paragraph before it, when that is the caption of
    no other picture, or else the one behind it; it has the style of captions or begins as one (図１, 写真：).
    """
    joined: list[Paragraph] = []
    waiting: Picture | None = None
    for paragraph in paragraphs:
        if paragraph.picture is not None and not paragraph.text:
            if joined and _is_caption(joined[-1]):
                joined[-1] = joined[-1]._replace(kind=BlockKind.CAPTION, picture=paragraph.picture)
            else:
                waiting = paragraph.picture
            continue
        if waiting is not None and _is_caption(paragraph):
            paragraph = paragraph._replace(kind=BlockKind.CAPTION, picture=waiting)
        joined.append(paragraph)
        waiting = None
    return joined


def _is_caption(paragraph: Paragraph) -> bool:
    if paragraph.picture is not None or paragraph.cell is not None or not paragraph.text:
        return False
    is_named = paragraph.kind is None and _CAPTION.match(paragraph.text) is not None
    return paragraph.kind is BlockKind.CAPTION or (is_named and len(paragraph.text) <= _LONGEST_CAPTION)
