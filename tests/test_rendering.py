"""From a briefing to its files: the template is rendered once, and each format is as if it were made alone."""

from dataclasses import replace

import pytest

from briefgen.cli.loading import load_look
from briefgen.config import Settings
from briefgen.findings import Code
from briefgen.model.briefing import Option, Sections
from briefgen.rendering import render_formats
from briefgen.writers import templating
from tests.writers.briefings import demo_briefing

FORMS = ("json", "docx", "html", "pdf")


@pytest.fixture(scope="module")
def look():
    return load_look(Settings())


def test_each_format_is_as_if_made_alone(look):
    together = render_formats(demo_briefing(), FORMS, look).value

    alone = [render_formats(demo_briefing(), [form], look).value[0] for form in FORMS]

    assert [one.content for one in together] == [one.content for one in alone]


@pytest.mark.parametrize(("forms", "times"), [(("json",), 0), (("html",), 1), (("html", "docx"), 1)])
def test_the_template_is_rendered_at_most_once(forms, times, look, monkeypatch):
    rendered, render = [], templating.render_template

    def counted(*arguments):
        rendered.append(arguments)
        return render(*arguments)

    monkeypatch.setattr(templating, "render_template", counted)

    render_formats(demo_briefing(), forms, look)

    assert len(rendered) == times


@pytest.mark.parametrize(
    ("template", "missing"),
    [
        ("annex", "bottom line, purpose, options, recommendation"),
        ("briefing", "options"),
        ("decision", ""),
        ("digest", "purpose, options, recommendation"),
    ],
)
def test_what_a_template_has_no_place_for_is_told(template, missing):
    sections = Sections(purpose=("A & B’s “plan”",), options=(Option("<Wait>"),), recommendation=("'Go'.", "Now."))
    written = replace(demo_briefing(), bottom_line='The "line"  & more.', sections=sections)

    found = render_formats(written, ("html",), load_look(Settings(template=template))).findings

    told = [finding.message for finding in found if finding.code is Code.PART_NOT_SHOWN]
    assert told == ([f"{template} does not show what was written as {missing}"] if missing else [])
