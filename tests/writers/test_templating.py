"""Rendering: the sandbox holds, the same gives the same, and every error points to template and line."""

from dataclasses import replace

import pytest

from briefgen.errors import BriefingTemplateError, ExitCode
from briefgen.writers.templating import TemplateSources, render_template
from tests.writers.briefings import demo_briefing
from tests.writers.looks import BUILTIN, THEME


def render(text: str, **others: str) -> str:
    own = {"mine.xml.j2": text} | {f"{name}.xml.j2": other for name, other in others.items()}
    return render_template("mine.xml.j2", TemplateSources(BUILTIN, own), demo_briefing())


LOOPS = "{% for a in range(9999) %}\n{% for b in range(9999) %}{% endfor %}{% endfor %}"


def error_of(text: str, **others: str) -> BriefingTemplateError:
    with pytest.raises(BriefingTemplateError) as caught:
        render(text, **others)
    return caught.value


def test_start_tags_carry_template_and_line():
    assert render("<page>\n\n<p>x</p></page>") == '<page _l="mine.xml.j2:1">\n\n<p _l="mine.xml.j2:3">x</p></page>'


def test_marks_leave_template_code_alone():
    """A comparison, a string, a comment and CDATA look like tags and are none."""
    text = "{% if 1 <b %}{% endif %}{{ '<p>'|e }}{# <p> #}<!-- <p> --><![CDATA[<p >]]>"
    rendered = render("{% set b = 2 %}" + text)

    assert "_l=" not in rendered


def test_data_is_escaped():
    rendered = render("{{ briefing.parts[1].rows[0].en_text }}")

    assert "&lt;AT&amp;T&gt; &amp; &#34;B&#34;" in rendered
    assert "<script>" not in rendered
    assert "{{ 7 * 7 }}" in rendered  # what data holds is never computed


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("\n{{ brifing.date }}", "mine.xml.j2:2: 'brifing' is undefined", "did you mean briefing?"),
        (
            "\n\n{{ briefing.titel_en }}",
            "mine.xml.j2:3: Briefing has no attribute 'titel_en'",
            "did you mean title_en?",
        ),
        ("{% if %}", "mine.xml.j2:1: ", "{% block %}"),
        ("\n{{ 1|upsidedown }}", "mine.xml.j2:2: No filter named 'upsidedown'", ""),
        ("\n{{ ''.__class__.__mro__ }}", "mine.xml.j2:2: templates may not do this", ""),
        ("{{ briefing.parts.__len__() }}", "mine.xml.j2:1: templates may not do this", ""),
        ("\n{{ 1 // 0 }}", "mine.xml.j2:2: this cannot be computed", ""),
        ("\n{{ briefing.date + 'x' }}", "mine.xml.j2:2: this cannot be computed", ""),
        ("{% for i in range(10 ** 9) %}{% endfor %}", "mine.xml.j2:1: this cannot be computed", ""),
        (
            "\n{% include 'nowhere.xml.j2' %}",
            "mine.xml.j2:2: there is no template named nowhere.xml.j2",
            "annex.xml.j2",
        ),
        ("{{ [1]|random }}", "mine.xml.j2:1: No filter named 'random'", ""),
        ("{{ lipsum() }}", "mine.xml.j2:1: 'lipsum' is undefined", ""),
        ("\n{{ 'x' * 10 ** 9 }}", "mine.xml.j2:2: this cannot be computed: the result of ** is too large", ""),
        ("\n{{ 'x' * 9999999 }}", "mine.xml.j2:2: this cannot be computed: the result of * is too large", ""),
        ("{{ 9 ** 9 ** 9 }}", "mine.xml.j2:1: this cannot be computed", ""),
        ("\n{{ 'x' * 'y' }}", "mine.xml.j2:2: this cannot be computed", ""),
        (LOOPS, "mine.xml.j2:2: this cannot be computed: more than 1,000,000 steps of range()", ""),
        ("\n{% include 'mine.xml.j2' %}", "mine.xml.j2:2: this cannot be computed", ""),
        ("{% extends 'mine.xml.j2' %}", "mine.xml.j2:1: this cannot be computed", ""),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", "mine.xml.j2:2: this cannot be computed", ""),
        ("\n{% block a %}", "mine.xml.j2:2: Unexpected end of template", ""),
        ("\n{% for row in %}{% endfor %}", "mine.xml.j2:2: ", ""),
        ("\n{{ briefing.date", "mine.xml.j2:2: ", ""),
        ("\n{{ house.speling }}", "mine.xml.j2:2: Wording has no attribute 'speling'", "did you mean spelling?"),
        ("\n{% import 'os' as os %}", "mine.xml.j2:2: there is no template named os", ""),
        ("\n{% include '/etc/passwd' %}", "mine.xml.j2:2: there is no template named /etc/passwd", ""),
        ("{{ briefing.rows[0].findings.append(1) }}", "mine.xml.j2:1: ", ""),
        ("\n{{ (briefing.rows|map(attribute='__class__')|list)[0].x }}", "mine.xml.j2:2: ", ""),
        ("\n{{ '{0.__class__}'.format(briefing) }}", "mine.xml.j2:2: ", ""),
    ],
)
def test_errors_name_template_and_line(text, message, hint):
    error = error_of(text)

    assert error.message.startswith(message)
    assert hint in (error.hint or "")
    assert error.exit_code is ExitCode.TEMPLATE


def test_errors_point_into_the_included_template():
    assert error_of("\n{% include 'other.xml.j2' %}", other="\n\n\n{{ nix }}").message.startswith("other.xml.j2:4:")


def test_a_missing_template_is_named():
    with pytest.raises(BriefingTemplateError, match=r"no template named house\.xml\.j2"):
        render_template("house.xml.j2", TemplateSources(BUILTIN), demo_briefing())


def test_own_templates_come_first_and_builtin_ones_stay_reachable():
    sources = TemplateSources({"a": "theirs"}, {"a": "{% extends 'builtin/a' %}"})

    assert sources.find_text("a") == "{% extends 'builtin/a' %}"
    assert render_template("a", sources, demo_briefing()) == "theirs"


@pytest.mark.parametrize("name", sorted(set(BUILTIN) - {"macros.xml.j2"}))
def test_same_briefing_gives_same_markup(name):
    sources = TemplateSources(BUILTIN)

    assert render_template(name, sources, demo_briefing()) == render_template(name, sources, demo_briefing())


def test_the_wording_of_the_house_is_seen():
    own = TemplateSources(BUILTIN, {"a": "{{ house.language }} {{ briefing.date|date_en }}"})

    assert render_template("a", own, demo_briefing()) == "en-US 23 May 2025"
    british = replace(THEME.wording, spelling="uk", heading_date="mdy")
    assert render_template("a", own, demo_briefing(), british) == "en-GB May 23, 2025"
