"""What the user is told."""

from briefgen.cli.console import print_findings
from briefgen.findings import Code, Finding, Severity


def test_the_summary_of_one_finding_is_singular(capsys):
    print_findings(
        [Finding(Code.TERM_MISSING, Severity.ERROR, "m"), *[Finding(Code.TOO_SHORT, Severity.WARNING, "m")] * 2]
    )

    assert capsys.readouterr().err.endswith("Findings: 1 error, 2 warnings\n")
