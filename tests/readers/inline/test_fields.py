"""Fields that keep no result: what Word shows for them, or the word that it cannot be told."""

from __future__ import annotations

import pytest

from briefgen.readers.inline.fields import FieldText, field_text


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r"eq \o\ac(○,３)", "③"),
        (r" EQ \o\ac(○,秘) ", "㊙"),
        (r"EQ \o\ac(○,増)", "（増）"),
        (r"EQ \o\ac(□,印)", "［印］"),
        (r"EQ \f(2,3)", "2/3"),
        (r"EQ \f(a+b;2)", "(a+b)/2"),
        (r"EQ \r(3,8)", "∛8"),
        (r"EQ \x(重要)", "重要"),
        (r"EQ \b(\f(1,2))", "(1/2)"),
        (r"EQ 10\s\up 8(-3)", "10⁻³"),
        (r"EQ \l(1,2)\, 3", "1,2, 3"),
        (r"eq \o(\s\up 5(株式),\s\do 2(会社))", "株式会社"),
        (r'SYMBOL 9745 \u \f "Segoe UI Symbol"', "☑"),
        (r"SYMBOL 108 \f Symbol \s 10", "λ"),
        (r"SYMBOL 0x82A0 \j", "あ"),
        (r"MACROBUTTON NoMacro ［氏名］", "［氏名］"),
        (r'TC "第１章" \f C', ""),
        (r"HYPERLINK \l x", ""),
        ("", ""),
    ],
)
def test_what_a_field_shows(instruction: str, shown: str) -> None:
    made = field_text(instruction, "全体の")
    assert made is not None
    assert made.text == shown


@pytest.mark.parametrize(
    "instruction",
    [
        r"EQ \i(1,2,3)", r"EQ \o(\s\up 5(1),\s\do 2(2))", r"EQ \o(a,b,c)", r"EQ \f(1,2", r"EQ \a(1,2)",
        r"EQ \b\lc\{(1)", r"SYMBOL x", r'SYMBOL 255 \f "Webdings"', "AUTONUM", "FORMCHECKBOX", r"LISTNUM \l 2",
    ],
)  # fmt: skip
def test_what_cannot_be_told(instruction: str) -> None:
    assert field_text(instruction, "") is None


def test_ruby_of_a_field_is_a_reading() -> None:
    code = r'EQ \* jc2 \* "Font:明朝" \* hps10 \o\ad(\s\up 9(みさき),岬)'
    assert field_text(code, "") == FieldText("岬", ("岬=みさき",))


def test_a_fraction_behind_a_figure_does_not_join_it() -> None:
    assert field_text(r"EQ \f(1,2)", "約３") == FieldText("(1/2)")


@pytest.mark.parametrize("code", [r"\x(" * 5000 + ")" * 5000, "a" * 2000, r"\x" + " " * 900])
def test_an_equation_nobody_would_write_is_not_tried(code: str) -> None:
    made = field_text(f"EQ {code}", "")
    assert made is None


@pytest.mark.usefixtures("soon")
def test_the_options_of_a_switch_are_gone_through_once() -> None:
    assert field_text("EQ \\o" + "\\ab          " * 60 + "x(a,b)", "") is None
