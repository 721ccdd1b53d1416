"""Template and briefing in, markup text out: the sandboxed Jinja2 environment, and errors that point into the template.

Line marks: before a template is compiled, every start tag written in it gets an attribute ``_l="name:line"``, so that
whatever is wrong with the rendered markup can still be told in terms of the template (`markup` reads the marks).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from types import MappingProxyType, TracebackType

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.errors import BriefingTemplateError
from briefgen.model import briefing as briefing_model
from briefgen.model.briefing import Briefing
from briefgen.writers.filters import FILTERS

__all__ = ["BUILTIN_PREFIX", "TemplateSources", "render_template"]

BUILTIN_PREFIX = "builtin/"
"""``{% extends "builtin/briefing.xml.j2" %}`` names the built-in template even where the user's has the same name."""

_START_TAG = re.compile(
    r"(?P<skip>\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->|<!\[CDATA\[.*?\]\]>)|<(?P<tag>[A-Za-z][\w-]*)(?=[\s/>{])",
    re.DOTALL,
)
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


def render_template(name: str, sources: TemplateSources, briefing: Briefing) -> str:
    """The markup that the template of this name gives for this briefing, with line marks in its start tags.

    Raises:
        BriefingTemplateError: no such template, a syntax error, an unknown variable, something the sandbox forbids;
            the message begins with the template's name and line.
    """
    environment = _environment(sources)
    try:
        return environment.get_template(name).render(briefing=briefing)
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


def _environment(sources: TemplateSources) -> ImmutableSandboxedEnvironment:
    """An environment that shows a template nothing but the briefing and the filters, and always gives the same."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = sources.find_text(name)
        return None if text is None else (_mark_lines(text, name), name, lambda: True)

    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # These two give something else each time; a briefing must not.
    del environment.globals["lipsum"]
    del environment.filters["random"]
    environment.filters.update(FILTERS)
    return environment


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
    classes = [value for value in vars(briefing_model).values() if is_dataclass(value)]
    return ["briefing", *sorted({item.name for known in classes for item in fields(known)})]
