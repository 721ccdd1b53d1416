"""What the user is told."""

import pytest

from briefgen.cli.console import print_findings, print_to_check
from briefgen.findings import Code, Finding, Severity


def test_the_summary_of_one_finding_is_singular(capsys):
    print_findings(
        [Finding(Code.TERM_MISSING, Severity.ERROR, "m"), *[Finding(Code.TOO_SHORT, Severity.WARNING, "m")] * 2]
    )

    assert capsys.readouterr().err.endswith("Findings: 1 error, 2 warnings\n")


@pytest.mark.parametrize(
    ("count", "said"), [(0, ""), (2, "To check against the Japanese: 2 of 1,036 rows, marked in the note\n")]
)
def test_how_many_rows_are_to_be_checked_is_said(capsys, count, said):
    print_to_check(count, 1036)

    assert capsys.readouterr() == ("", said)
