"""Template and briefing in, markup text out: the sandboxed Jinja2 environment, and errors that point into the template.

Line marks: before a template is compiled, every start tag written in it gets an attribute ``_l="name:line"``, so that
whatever is wrong with the rendered markup can still be told in terms of the template (`markup` reads the marks).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from functools import partial
from types import MappingProxyType, TracebackType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from briefgen.errors import BriefingTemplateError
from briefgen.model import briefing as briefing_model
from briefgen.model.briefing import Briefing
from briefgen.writers.filters import FILTERS, date_in_words
from briefgen.writers.theme import Wording

__all__ = ["BUILTIN_PREFIX", "TemplateSources", "render_template"]

BUILTIN_PREFIX = "builtin/"
"""``{% extends "builtin/briefing.xml.j2" %}`` names the built-in template even where the user's has the same name."""

_START_TAG = re.compile(
    r"(?P<skip>\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->|<!\[CDATA\[.*?\]\]>)|<(?P<tag>[A-Za-z][\w-]*)(?=[\s/>{])",
    re.DOTALL,
)
_MOST_STEPS = 1_000_000
"""Of all loops over `range` together, in one rendering."""
_LARGEST_PRODUCT = 1_000_000
"""Of numbers, and of the length of repeated texts."""
_LONGEST_MARKUP = 200_000_000
"""Characters: a note of some thousand pages with its pictures."""
_TEMPLATE_FAILURES = (
    jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError,
)  # fmt: skip
"""What an expression in a template can raise: Jinja2's own errors, and Python's for ``{{ 1 / 0 }}`` and the like."""


@dataclass(frozen=True, slots=True)
class TemplateSources:
    """Template texts by name: the user's own come first, the built-in ones complete them."""

    builtin: Mapping[str, str]
    own: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def find_text(self, name: str) -> str | None:
        """The text of this template, None when there is none of this name."""
        if name.startswith(BUILTIN_PREFIX):
            return self.builtin.get(name.removeprefix(BUILTIN_PREFIX))
        return self.own.get(name, self.builtin.get(name))

    @property
    def names(self) -> tuple[str, ...]:
        """All names, sorted."""
        return tuple(sorted({*self.builtin, *self.own}))


def render_template(name: str, sources: TemplateSources, briefing: Briefing, wording: Wording | None = None) -> str:
    """The markup that the template of this name gives for this briefing, with line marks in its start tags.

    Templates see the briefing, and as `house` the wording of the theme (by default American, day before month).

    Raises:
        BriefingTemplateError: no such template, a syntax error, an unknown variable, something the sandbox forbids;
            the message begins with the template's name and line.
    """
    house = wording or Wording()
    environment = _environment(sources, house)
    try:
        markup = _joined(environment.get_template(name).generate(briefing=briefing, house=house))
        _refuse_unknown_blocks(name, sources, environment)
    except jinja2.TemplateSyntaxError as error:
        place = f"{error.filename or error.name or name}:{error.lineno}"
        raise BriefingTemplateError(f"{place}: {error.message}", _SYNTAX_HINT) from error
    except jinja2.TemplateNotFound as error:
        place = _place(error.__traceback__, sources) or name
        raise BriefingTemplateError(
            f"{place}: there is no template named {error.name}", f"templates: {', '.join(sources.names)}"
        ) from error
    except _TEMPLATE_FAILURES as error:
        place = _place(error.__traceback__, sources) or name
        raise BriefingTemplateError(f"{place}: {_plain_words(error)}", _hint(error)) from error
    return markup


def _refuse_unknown_blocks(name: str, sources: TemplateSources, environment: jinja2.Environment) -> None:
    """A block of the user's that no template above it has would be passed over without a word.

    Raises:
        BriefingTemplateError: there is one.
    """
    if name not in sources.own:
        return
    written = environment.parse(sources.own[name])
    above = list(_extended(written))
    blocks = {block for parent in above for block in _blocks(parent, sources, environment)}
    for block in written.body:
        if above and isinstance(block, nodes.Block) and block.name not in blocks:
            message = f"{name}:{block.lineno}: there is no block {block.name} in {above[0]}"
            raise BriefingTemplateError(message, f"Its blocks are {', '.join(sorted(blocks))}")


def _blocks(name: str, sources: TemplateSources, environment: jinja2.Environment) -> Iterator[str]:
    """The blocks of a template and of those it extends."""
    tree = environment.parse(sources.find_text(name) or "")
    yield from (block.name for block in tree.find_all(nodes.Block))
    for above in _extended(tree):
        yield from _blocks(above, sources, environment)


def _extended(tree: nodes.Template) -> Iterator[str]:
    """The names of the templates that one extends."""
    names = (found.template for found in tree.find_all(nodes.Extends))
    yield from (name.value for name in names if isinstance(name, nodes.Const))


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox of Jinja2, which besides refuses what would fill the memory or never end."""

    intercepted_binops = frozenset(["*", "**"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja2's signature
        """Multiply, unless the result would be huge."""
        sizes = [len(value) if isinstance(value, str | list | tuple) else value for value in (left, right)]
        size = sizes[0] ** min(sizes[1], 64) if operator == "**" else sizes[0] * sizes[1]
        if abs(size) > _LARGEST_PRODUCT:
            raise OverflowError(f"the result of {operator} is too large")
        return super().call_binop(context, operator, left, right)


def _environment(sources: TemplateSources, house: Wording) -> _Sandbox:
    """An environment that shows a template nothing but the briefing and the filters, and always gives the same."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = sources.find_text(name)
        return None if text is None else (_mark_lines(text, name), name, lambda: True)

    environment = _Sandbox(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # These two give something else each time; a briefing must not.
    del environment.globals["lipsum"]
    del environment.filters["random"]
    environment.globals["range"] = _counted_range()
    environment.filters.update(FILTERS)
    environment.filters["date_en"] = partial(date_in_words, order=house.heading_date)
    return environment


def _counted_range() -> Callable[..., range]:
    """A `range` whose loops together end: two loops within each other cannot run for hours."""
    taken = 0

    def counted(*bounds: int) -> range:
        nonlocal taken
        steps = safe_range(*bounds)
        taken += len(steps)
        if taken > _MOST_STEPS:
            raise OverflowError(f"more than {_MOST_STEPS:,} steps of range()")
        return steps

    return counted


def _joined(pieces: Iterable[str]) -> str:
    """The text of the pieces, as long as it is no flood."""
    text, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > _LONGEST_MARKUP:
            raise OverflowError(f"more than {_LONGEST_MARKUP:,} characters of markup")
        text.append(piece)
    return "".join(text)


def _mark_lines(text: str, name: str) -> str:
    """The template with a mark in every start tag; Jinja2 blocks, comments and CDATA are left as they are."""
    label = re.sub(r'[<>&"{}]', "_", name)

    def mark(found: re.Match[str]) -> str:
        if found["skip"]:
            return found[0]
        return f'{found[0]} _l="{label}:{text.count(chr(10), 0, found.start()) + 1}"'

    return _START_TAG.sub(mark, text)


def _place(traceback: TracebackType | None, sources: TemplateSources) -> str:
    """``name:line`` of the innermost template line in the traceback, which Jinja2 rewrites to template lines."""
    place = ""
    while traceback is not None:
        filename = traceback.tb_frame.f_code.co_filename
        if sources.find_text(filename) is not None:
            place = f"{filename}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place


_SYNTAX_HINT = "every {% block %} needs its {% end… %}, and every {{ its }}"


def _plain_words(error: Exception) -> str:
    """The message without Python's names for our types."""
    if isinstance(error, jinja2.UndefinedError):
        return re.sub(r"'[\w.]*\.(\w+) object'", r"\1", error.message or "unknown variable")
    if isinstance(error, jinja2.exceptions.SecurityError):
        return f"templates may not do this: {error.message}"
    return f"this cannot be computed: {error}"


def _hint(error: Exception) -> str:
    """What to do: the name that was probably meant, and where the names are listed."""
    quoted = re.findall(r"'(\w+)'", str(error)) if isinstance(error, jinja2.UndefinedError) else []
    close = get_close_matches(quoted[-1], _known_names(), n=1) if quoted else []
    meant = f"did you mean {close[0]}? " if close else ""
    return f"{meant}templates/README.md lists the variables and filters"


def _known_names() -> list[str]:
    """Every variable name a template can use."""
    classes = [Wording, *(value for value in vars(briefing_model).values() if is_dataclass(value))]
    return ["briefing", "house", *sorted({item.name for known in classes for item in fields(known)})]
