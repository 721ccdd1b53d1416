"""What the user is told."""

import pytest

from briefgen.cli.console import print_findings, print_reviewed, print_to_check
from briefgen.findings import Code, Finding, Severity


def test_the_summary_of_one_finding_is_singular(capsys):
    print_findings(
        [Finding(Code.TERM_MISSING, Severity.ERROR, "m"), *[Finding(Code.TOO_SHORT, Severity.WARNING, "m")] * 2]
    )

    assert capsys.readouterr().err.endswith("Findings: 1 error, 2 warnings\n")


def test_the_way_out_stands_once_below_the_first_finding_that_has_it(capsys):
    """A finding that no note lists was printed without what to do about it."""
    names = [Finding(Code.NAME_UNKNOWN, Severity.WARNING, f"{name} is unknown.", hint="Add it.") for name in "ab"]

    print_findings([*names, Finding(Code.TOO_SHORT, Severity.WARNING, "short")])

    assert capsys.readouterr().err.splitlines() == [
        "warning: a is unknown [name-unknown]",
        "  Add it",
        "warning: b is unknown [name-unknown]",
        "warning: short [too-short]",
        "Findings: 3 warnings",
    ]


@pytest.mark.parametrize(
    ("used", "refused", "said"),
    [
        (0, 0, "Reviewed sentences: used in no row\n"),
        (2, 1, "Reviewed sentences: used in 2 rows; not used in 1 row, which says why\n"),
    ],
)
def test_what_became_of_reviewed_sentences_is_said(capsys, used, refused, said):
    print_reviewed(used, refused)

    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, ""), (2, "To check against the Japanese: 2 of 1,036 rows, marked in the note\n")]
)
def test_how_many_rows_are_to_be_checked_is_said(capsys, count, said):
    print_to_check(count, 1036)

    assert capsys.readouterr() == ("", said)
