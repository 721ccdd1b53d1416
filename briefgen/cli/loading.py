"""Loads what the stages work with: glossary layers, memory, patterns, the model, templates, theme and fonts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import __version__
from briefgen.errors import BriefingTemplateError, GlossaryError, UsageError
from briefgen.files import read_source
from briefgen.findings import Outcome
from briefgen.resources import doubt_file, fonts_folder, glossary_files, patterns_file, templates_folder, words_file

if TYPE_CHECKING:
    from briefgen.composing import Author
    from briefgen.config import Settings
    from briefgen.marking import Mark
    from briefgen.model.briefing import Provenance
    from briefgen.pipeline import Kit
    from briefgen.rendering import Look
    from briefgen.terms.glossary.glossary import Glossary
    from briefgen.translation.engines.engine import Engine
    from briefgen.writers.theme import Theme

__all__ = [
    "SETTINGS_FILE", "load_author", "load_glossary", "load_glossary_alone", "load_kit", "load_look",
    "load_marks", "load_memory", "load_settings", "load_template_texts", "load_theme", "read_glossary_file",
    "template_names", "theme_names", "today",
]  # fmt: skip

SETTINGS_FILE = "briefgen.toml"
"""Read from the current folder when no other is named."""
_HAS_NO = {"annex": ("bottom-line",), "review": ("bottom-line",)}
"""Parts for which a built-in template has no place, so that none is missed."""


def today(given: str | None) -> date:
    """The date of the note: the one given (YYYY-MM-DD), else SOURCE_DATE_EPOCH, else today.

    Raises:
        UsageError: the one given is no date, or SOURCE_DATE_EPOCH lies outside all years.
    """
    if given is not None:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise UsageError(f"“{given}” is not a date", "Write it as 2024-10-17") from None
    if (epoch := os.environ.get("SOURCE_DATE_EPOCH")) and epoch.isdigit():
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (OverflowError, OSError, ValueError):
            raise UsageError(f"SOURCE_DATE_EPOCH is {epoch}, which is no time", "Give seconds since 1970") from None
    return datetime.now().astimezone().date()


def load_settings(path: Path | None) -> Settings:
    """The settings file named, else ``briefgen.toml`` of this folder, else the defaults."""
    from briefgen.config import Settings, read_settings

    chosen = path or Path(SETTINGS_FILE)
    if path is None and not chosen.is_file():
        return Settings()
    return read_settings(_read(chosen, UsageError, "settings file"), str(chosen))


def load_glossary(extra: Sequence[str], *, by_path: bool = False) -> Outcome[Glossary]:
    """The built-in glossary with the user's files over it, named as in `load_glossary_alone`; later files win.

    A built-in file that is named by its path is read once.
    """
    named = set(map(os.path.realpath, extra))
    built_in = [str(path) for path in glossary_files() if os.path.realpath(path) not in named]
    return _layered([*_read_layers(built_in, by_path=False), *_read_layers(extra, by_path=by_path)])


def load_kit(
    settings: Settings, engine: Engine | None, watch: Callable[[str], None], count: Callable[[int, int], None]
) -> Outcome[Kit]:
    """Everything `pipeline.build_briefing` needs, with the findings of the glossary files."""
    from briefgen.checks import objections
    from briefgen.japanese.analyser import has_name_reader, read_name, read_places
    from briefgen.pipeline import Kit
    from briefgen.terms.constraints import Constrainer
    from briefgen.terms.persons.bearers import people_of
    from briefgen.terms.upkeep.lint import refuse_swapped
    from briefgen.translation.doubt import Estimator, read_weights
    from briefgen.translation.ladder import Means
    from briefgen.translation.memory import Memory
    from briefgen.translation.patterns import PatternMemory, read_patterns
    from briefgen.translation.words import read_word_table

    glossary, memory = load_glossary(settings.glossary), Memory(load_memory(settings.memory))
    refuse_swapped(glossary.value)
    patterns = read_patterns(patterns_file().read_bytes(), patterns_file().name)
    words, fitted = read_word_table(words_file().read_bytes()), doubt_file().read_bytes()
    doubt = Estimator(words, read_weights(fitted), objections, read_weights(fitted, "alone"))
    means = Means(engine, memory, PatternMemory(patterns), count, people_of(glossary.value), doubt)
    provenance = _provenance(engine, glossary.value, settings.template)
    readers = (read_name, read_places) if has_name_reader() else (None, None)
    constrainer = Constrainer(glossary.value, load_theme(settings).wording, *readers)
    return Outcome(Kit(constrainer, means, provenance, settings.limits, watch=watch), glossary.findings)


def load_memory(files: Iterable[str]) -> dict[str, str]:
    """The reviewed sentences of these files, memories or filled-in review sheets; of two equal ones the last wins.

    Raises:
        UsageError: a file cannot be read, or is no memory.
    """
    from briefgen.cli.reviewed import read_reviewed

    read = (read_reviewed(_read(Path(name), UsageError, "memory"), name) for name in files)
    return {ja: en for sentences in read for ja, en in sentences.items()}


def load_marks(settings: Settings) -> tuple[Mark, ...]:
    """The built-in marks, a file of the user's own before them."""
    from briefgen.marking import read_markings

    built_in = read_markings((templates_folder() / "markings.toml").read_bytes())
    if not settings.markings:
        return built_in
    own = read_markings(_read(Path(settings.markings), UsageError, "file of markings"), settings.markings)
    replaced = {mark.scheme for mark in own}
    return (*own, *(mark for mark in built_in if mark.scheme not in replaced))


def load_author(settings: Settings) -> Author:
    """What the senders say in the note, the marking looked up."""
    from briefgen.composing import Author
    from briefgen.marking import find_marking

    marks = load_marks(settings)
    return Author(
        title=settings.title,
        marking=find_marking(settings.marking, marks),
        wants_portions=settings.portion_marks,
        known_marks=marks,
        designation=settings.designation,
        heading=settings.heading,
        bottom_line=settings.bottom_line,
        sections=settings.sections,
        switched_off=frozenset([*settings.off, *_HAS_NO.get(settings.template, ())]),
    )


def load_template_texts() -> dict[str, str]:
    """The built-in templates by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(templates_folder().glob("*.j2"))}


def template_names() -> tuple[str, ...]:
    """The built-in templates that give a note; the others hold pieces for them."""
    texts = load_template_texts()
    return tuple(
        name.removesuffix(".xml.j2") for name, text in texts.items() if "<page " in text or "{% extends" in text
    )


def built_in_template(name: str) -> str:
    """The file of a built-in template that gives a note.

    Raises:
        BriefingTemplateError: there is none of this name.
    """
    if name not in template_names():
        own = _own_file(name, (".xml.j2", ".j2")) or "give a file ending in .j2"
        hint = f"Built in: {', '.join(template_names())}; or {own}"
        raise BriefingTemplateError(f"There is no template “{name}”", hint)
    return f"{name}.xml.j2"


def _own_file(name: str, endings: Sequence[str]) -> str:
    """What to write for a file of this folder that was named without its ending; empty where there is none."""
    found = (f"{name}{ending}" for ending in endings if Path(f"{name}{ending}").is_file())
    return next((f"your own, with its ending: {file}" for file in found), "")


def load_look(settings: Settings, attach: bool = False, password: str = "") -> Look:
    """The template named, with all it may extend, the theme and the fonts. `attach` puts the papers into the PDF.

    Raises:
        BriefingTemplateError: there is no such template, or the theme is at fault.
        UsageError: a section to be switched off is in no template, or the reference document cannot be read.
        DependencyError: the fonts are missing.
    """
    from briefgen.rendering import Look

    name, own = settings.template, {}
    path = Path(name)
    if path.suffix == ".j2" or path.parent != Path():
        beside = (other for other in path.parent.glob("*.j2") if other.name != path.name and other.is_file())
        own = {file.name: _text(file, "template") for file in (path, *beside)}
        name = path.name
    else:
        name = built_in_template(name)
    _refuse_unknown_sections(settings.off, [*own.values(), *load_template_texts().values()])
    fonts = fonts_folder()
    regular, bold = ((fonts / f"NotoSansJP-{weight}.ttf").read_bytes() for weight in ("Regular", "Bold"))
    reference = _read(Path(settings.reference), UsageError, "reference document") if settings.reference else None
    return Look(name, own, load_template_texts(), load_theme(settings), regular, bold, attach, reference, password)


def _refuse_unknown_sections(off: Iterable[str], texts: Sequence[str]) -> None:
    """UsageError where a section to be switched off stands in no template: mistyped, it would stay in the note."""
    for name in off:
        if not any(f'"{name}"' in text for text in texts):
            hint = "They stand in templates/README.md: terms, register, quality, notice, legend and so on"
            raise UsageError(f"off: there is no section “{name}”", hint)


def theme_names() -> tuple[str, ...]:
    """The built-in themes; the first is used when none is named."""
    return ("house", *sorted(path.stem for path in (templates_folder() / "themes").glob("*.toml")))


def load_theme(settings: Settings) -> Theme:
    """The theme named, or a file of the user's, over the house style; spelling and order of dates as the settings say.

    Raises:
        BriefingTemplateError: there is no such theme, or something in it is wrong; told as file:line.
    """
    from briefgen.writers.theme import read_theme

    house_file, chosen = templates_folder() / "house.toml", settings.theme
    theme = read_theme(house_file.read_text(encoding="utf-8"), house_file.name)
    if chosen and chosen != "house":
        path = Path(chosen)
        if path.suffix != ".toml" and chosen not in theme_names():
            own = _own_file(chosen, (".toml",)) or "give a .toml file"
            hint = f"Built in: {', '.join(theme_names())}; or {own}"
            raise BriefingTemplateError(f"There is no theme “{chosen}”", hint)
        path = path if path.suffix == ".toml" else templates_folder() / "themes" / f"{chosen}.toml"
        theme = read_theme(_text(path, "theme"), path.name, theme)
    wording = theme.wording
    if settings.spelling:
        wording = replace(wording, spelling="uk" if settings.spelling == "uk" else "us")
    if settings.date_order:
        wording = replace(wording, date_order="dmy" if settings.date_order == "dmy" else "mdy")
    if settings.names:
        order, capitals = settings.names.removesuffix("-capitals"), settings.names.endswith("-capitals")
        wording = replace(wording, name_order="given-first" if order == "given-first" else "family-first")
        wording = replace(wording, capital_surnames=capitals)
    return replace(theme, wording=wording)


def _provenance(engine: Engine | None, glossary: Glossary, template: str) -> Provenance:
    from briefgen.model.briefing import Provenance

    return Provenance(
        version=__version__,
        engine=engine.name if engine else "none",
        engine_hash=engine.fingerprint if engine else "",
        glossary=f"{_layer_names(glossary.name)}, {len(glossary.terms):,} term{'s' * (len(glossary.terms) != 1)}",
        glossary_hash=glossary.fingerprint,
        template=template,
    )


def _layer_names(name: str) -> str:
    """The names of the layers, the built-in files under one."""
    own = " + ".join(path.stem for path in glossary_files())
    return name.replace(own, "built-in", 1)


def _text(path: Path, what: str) -> str:
    content = _read(path, BriefingTemplateError, what)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = content.count(b"\n", 0, exc.start) + 1
        raise BriefingTemplateError(f"{path.name}:{line}: this is not UTF-8", "Save the file as UTF-8") from exc


def _read(path: Path, error: type[GlossaryError] | type[UsageError] | type[BriefingTemplateError], what: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        begun = "; a new one is begun by briefgen glossary add" if error is GlossaryError else ""
        raise error(f"There is no {what} {path}", f"Check the spelling and the folder{begun}") from None
    except IsADirectoryError:
        raise error(f"{path} is a folder, not a {what}", "Name the file in it") from None
    except PermissionError as exc:
        raise error(f"The {what} {path} may not be read", "Check its permissions") from exc
    except OSError as exc:
        raise error(f"The {what} {path} cannot be read: {exc.strerror}", "Check its name") from exc


def read_glossary_file(file: str) -> bytes:
    """What is in a glossary file, or in standard input for ``-``; GlossaryError where it cannot be read."""
    return read_source(file)[1] if file == "-" else _read(Path(file), GlossaryError, "glossary")


def load_glossary_alone(files: Sequence[str], *, by_path: bool = False) -> Outcome[Glossary]:
    """The named files alone, layered in the order given: CSV, or any format that `glossary import` reads.

    Where an entry stands is told by the name of its file, or by its path as it was given.
    """
    return _layered(_read_layers(files, by_path=by_path))


def _read_layers(files: Iterable[str], *, by_path: bool) -> list[Outcome[Glossary]]:
    from briefgen.terms.glossary.exchange import read_layer

    return [read_layer(read_glossary_file(file), file if by_path else Path(file).name) for file in files]


def _layered(read: Sequence[Outcome[Glossary]]) -> Outcome[Glossary]:
    from briefgen.terms.glossary.glossary import Glossary

    merged = Glossary().merged_with([outcome.value for outcome in read])
    return Outcome(merged.value, (*(finding for outcome in read for finding in outcome.findings), *merged.findings))
