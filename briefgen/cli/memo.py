"""``briefgen memo``: a memo with finished briefings as its annexes, in Word and PDF, and a mail with both attached."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from briefgen import __version__
from briefgen.cli.console import findings_json, print_findings, print_json, print_lines
from briefgen.cli.loading import load_author, load_look, load_settings, today
from briefgen.config import Settings, read_settings, with_flags
from briefgen.errors import ExitCode, UsageError
from briefgen.files import read_source, refuse_existing, refuse_folder, refuse_replacing, write_files
from briefgen.findings import Code, Finding, Location, Severity
from briefgen.front_matter import paragraphs, split_front_matter

if TYPE_CHECKING:
    from briefgen.composing import Author
    from briefgen.marking import Mark, Marking
    from briefgen.memo import Attached
    from briefgen.model.briefing import Briefing
    from briefgen.model.output import OutputFile
    from briefgen.model.page import Page
    from briefgen.rendering import Look

__all__ = ["MemoOptions", "run_memo"]

_FORMS = ("docx", "pdf", "eml")


@dataclass(frozen=True, slots=True)
class MemoOptions:
    """The flags of ``memo`` that are no settings."""

    text_file: str | None
    folder: Path
    date: str | None
    settings_file: Path | None
    annex_template: str
    force: bool
    as_json: bool


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a memo is made with."""

    author: Author
    look: Look
    annex_look: Look
    day: date


def run_memo(options: MemoOptions, flags: dict[str, Any]) -> ExitCode:
    """Make the memo in Word and PDF and the mail, write them, and say what stands where.

    Raises:
        UsageError: nothing is attached, or a setting is wrong.
        InputError: something attached cannot be read.
    """
    settings = with_flags(_settings(options), flags)
    if not settings.attach:
        raise UsageError("A memo needs something to attach", "Give --attach note-briefing.json, once for each annex")
    stem = PurePath(options.text_file).stem if options.text_file not in (None, "-") else "memo"
    refuse_folder(options.folder)
    names = [f"{stem}.{form}" for form in _FORMS]
    refuse_replacing(options.folder, names, (*settings.attach, settings.reference, options.text_file or ""))
    if not options.force:
        refuse_existing(options.folder, names)
    attached, briefings = _read_attached(settings.attach)
    desk = _desk(options, settings, briefings)
    files, findings = _make(desk, attached, briefings, stem)
    findings = [*_raised(settings, desk), *findings]
    paths = write_files(files, options.folder)
    _report(options, paths, findings)
    return ExitCode.GOOD


def _settings(options: MemoOptions) -> Settings:
    """The settings of the folder or the file named, or those of the memo's own front matter, its text below them.

    Raises:
        UsageError: the file is no such memo.
    """
    if options.text_file is None:
        return replace(load_settings(options.settings_file), template="memo")
    if options.settings_file is not None:
        raise UsageError("A memo file brings its own settings", "Leave --settings out, or put them into the file")
    name, content = read_source(options.text_file)
    try:
        front, text = split_front_matter(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError as exc:
        raise UsageError(f"{name} is not UTF-8", "Save it as UTF-8") from exc
    own = read_settings(front.encode(), name)
    written = own.sections.text + paragraphs(text, name)
    template = own.template if own.template != Settings().template else "memo"
    return replace(own, template=template, sections=replace(own.sections, text=written))


def _desk(options: MemoOptions, settings: Settings, briefings: dict[str, Briefing]) -> _Desk:
    """The author with the marking raised to that of the highest annex, and both looks."""
    author = load_author(settings)
    author = replace(author, marking=author.marking.raised_to(_carried(briefings, author.known_marks)))
    annex_look = load_look(replace(settings, template=options.annex_template))
    return _Desk(author, load_look(settings), annex_look, today(options.date))


def _carried(briefings: dict[str, Briefing], marks: Sequence[Mark]) -> list[Marking]:
    """The markings of the briefings; those made before marks had schemes are found by their banner.

    Raises:
        UsageError: a briefing has a marking that is not known here.
    """
    from briefgen.marking import find_marking, marks_in

    names = [name for briefing in briefings.values() for name in briefing.marks]
    older = [briefing.marking for briefing in briefings.values() if briefing.marking and not briefing.marks]
    found = [marks_in(banner.split("　"), marks) for banner in older]
    return [*(find_marking(name, marks) for name in names), *found]


def _read_attached(paths: Sequence[str]) -> tuple[tuple[Attached, ...], dict[str, Briefing]]:
    """What is attached, lettered in the order given, and the briefings among it by letter."""
    from briefgen.memo import Attached, annex_title
    from briefgen.model.briefing import Annex
    from briefgen.writers.filters import letter
    from briefgen.writers.json_reading import read_briefing
    from briefgen.writers.pdf.merging import count_pages

    attached, briefings = [], {}
    for number, path in enumerate(paths, 1):
        name, content = read_source(path)
        suffix = PurePath(name).suffix.casefold()
        annex = Annex(letter(number), PurePath(name).stem, name, None, sha256(content).hexdigest(), "separate")
        if suffix == ".json":
            briefing = briefings[annex.letter] = read_briefing(content, name)
            annex = replace(annex, title=annex_title(briefing) or annex.title, place="inside")
        elif suffix == ".pdf":
            annex = replace(annex, pages=count_pages(content, name), place="pages")
        kind = mimetypes.guess_type(name, strict=False)[0] or "application/octet-stream"
        attached.append(Attached(annex, content, kind, is_briefing=annex.letter in briefings))
    return tuple(attached), briefings


def _make(
    desk: _Desk, attached: Sequence[Attached], briefings: dict[str, Briefing], stem: str
) -> tuple[list[OutputFile], list[Finding]]:
    """Word, PDF and mail, and what to know about them."""
    from briefgen.readers.sniffing import is_own_note
    from briefgen.rendering import created_on, write_page

    findings = [_separate(item) for item in attached if item.annex.place == "separate"]
    findings += [_unread(item) for item in attached if not item.is_briefing and is_own_note(item.content)]
    made: list[OutputFile] = []
    for form in ("docx", "pdf"):
        page = _page(desk, attached, briefings, form)
        outcome = write_page(page, form, created_on(desk.day), desk.look)
        content = outcome.value.content
        if form == "pdf":
            content = _with_pdfs(content, page, attached)
        made.append(replace(outcome.value, name=f"{stem}.{form}", content=content))
        findings += outcome.findings
    return [*made, _mail(desk, attached, made, stem)], findings


def _page(desk: _Desk, attached: Sequence[Attached], briefings: dict[str, Briefing], form: str) -> Page:
    """The memo with its briefings, for one output; in Word, PDFs are sent beside the file."""
    from briefgen.memo import anchor_of, combine_pages
    from briefgen.rendering import render_page

    annexes = tuple(
        replace(item.annex, place="separate") if form == "docx" and item.annex.place == "pages" else item.annex
        for item in attached
    )
    memo = render_page(_memo(desk, annexes, briefings), form, desk.look)
    pages = {
        anchor_of(item.annex): render_page(_as_annex(briefings[item.annex.letter]), form, desk.annex_look)
        for item in attached
        if item.is_briefing
    }
    behind = {anchor_of(annex): annex.pages for annex in annexes if annex.place == "pages" and annex.pages}
    return replace(combine_pages(memo, pages), inserted=behind)


def _as_annex(briefing: Briefing) -> Briefing:
    """A briefing behind a memo: the memo says what matters, so that a bottom line nobody wrote is not missed."""
    if briefing.bottom_line:
        return briefing
    findings = tuple(finding for finding in briefing.findings if finding.code is not Code.BOTTOM_LINE_MISSING)
    return replace(briefing, switched_off=briefing.switched_off | {"bottom-line"}, findings=findings)


def _memo(desk: _Desk, annexes: tuple[Any, ...], briefings: dict[str, Briefing]) -> Briefing:
    """The memo itself as the template sees it: no papers of its own."""
    from briefgen.composing import compose_briefing
    from briefgen.model.briefing import Provenance

    made = [briefing.provenance for briefing in briefings.values()]
    one = made[0] if made and all(other == made[0] for other in made) else None
    provenance = replace(one, template="memo") if one else Provenance(__version__, "", "", "", "", "memo")
    memo = compose_briefing([], [], desk.author, provenance, desk.day)
    return replace(memo, title_en=desk.author.heading.subject or desk.author.title, annexes=annexes)


def _with_pdfs(content: bytes, page: Page, attached: Sequence[Attached]) -> bytes:
    """The PDF with the attached PDFs in it, and page labels."""
    from briefgen.memo import anchor_of, heading_texts
    from briefgen.writers.pdf.merging import Insert, insert_pdfs

    headings = heading_texts(page)
    inserts = [
        Insert(
            headings[anchor_of(item.annex)],
            item.annex.letter,
            item.annex.name,
            item.content if item.annex.place == "pages" else b"",
        )
        for item in attached
        if item.annex.place != "separate"
    ]
    return insert_pdfs(content, inserts)


def _mail(desk: _Desk, attached: Sequence[Attached], made: Sequence[OutputFile], stem: str) -> OutputFile:
    """The draft: both packages, and what stands in neither or only in the PDF."""
    from briefgen.model.output import OutputFile
    from briefgen.rendering import created_on
    from briefgen.writers.eml import Mail, write_eml

    heading = desk.author.heading
    subject = heading.subject or desk.author.title or "Memorandum"
    marking = desk.author.marking.text
    listed = [f"Annex {item.annex.letter}: {item.annex.title} ({_PLACES[item.annex.place]})" for item in attached]
    lines = [
        *([marking, ""] if marking else []),
        *(f"{label}: {value}" for label, value in _heads(desk) if value),
        "",
        *(f"{text}\n" for text in desk.author.sections.text),
        *listed,
        "",
        *([marking] if marking else []),
    ]
    mail = Mail(f"{marking}: {subject}" if marking else subject, "\n".join(lines), heading.to, heading.copy)
    others = [
        OutputFile(item.annex.name, item.media_type, item.content) for item in attached if item.annex.place != "inside"
    ]
    return replace(write_eml(mail, [*made, *others], created_on(desk.day)), name=f"{stem}.eml")


def _heads(desk: _Desk) -> list[tuple[str, str]]:
    heading = desk.author.heading
    return [
        ("To", ", ".join(heading.to)),
        ("Information", ", ".join(heading.copy)),
        ("From", heading.originator),
        ("Reference", heading.reference),
        ("Point of contact", heading.contact),
        ("Reply by", heading.deadline),
    ]


_PLACES = {
    "inside": "in both packages",
    "pages": "in the PDF, and attached on its own",
    "separate": "attached on its own",
}


def _raised(settings: Settings, desk: _Desk) -> list[Finding]:
    """Whether the memo is marked higher than its author said."""
    given, marking = load_author(settings).marking.text, desk.author.marking.text
    if marking == given:
        return []
    message = f"The memo is marked {marking} because an annex is"
    hint = f"The marking given was {given or 'none'}; a memo is marked as high as its highest annex"
    return [Finding(Code.MARKING_RAISED, Severity.WARNING, message, Location(), hint)]


def _separate(item: Attached) -> Finding:
    message = f"Annex {item.annex.letter} is listed in the memo and attached to the mail, but stands in no package"
    hint = "Attach the .json of a briefing, or a PDF, to have it inside"
    return Finding(Code.ANNEX_SEPARATE, Severity.WARNING, message, Location(item.annex.name), hint)


def _unread(item: Attached) -> Finding:
    """A briefing that is attached in a form of which the marking is not read."""
    message = f"Annex {item.annex.letter} is a note that briefgen made, and its marking was not read"
    hint = "Attach the .json of the note instead (--to json), or mark the memo with --marking"
    return Finding(Code.MARKING_UNREAD, Severity.WARNING, message, Location(item.annex.name), hint)


def _report(options: MemoOptions, paths: Sequence[Path], findings: Sequence[Finding]) -> None:
    if options.as_json:
        print_json({"files": [str(path) for path in paths], "findings": findings_json(findings)})
        return
    print_findings(findings)
    print_lines(str(path) for path in paths)
