"""The HTML output before axe-core in a headless Chromium, in light and dark: every rule it breaks, with the place.

    npm pack axe-core && tar xzf axe-core-*.tgz package/axe.min.js
    python -m benchmarks.accessibility package/axe.min.js [note.html ...]

Without files, the demonstration notes of the tests are checked. The aim is no violation. Chromium must be installed.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

from briefgen.writers.html.document import write_html
from tests.writers.briefings import demo_briefing
from tests.writers.looks import THEME, page_of
from tests.writers.pages import demo_page

RUN = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then((found) => {
  const told = found.violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, rule.help, node.html]));
  const report = document.createElement("pre");
  report.id = "axe-report";
  report.textContent = JSON.stringify({
    dark: matchMedia("(prefers-color-scheme: dark)").matches, passes: found.passes.length, violations: told,
  });
  document.body.append(report);
});
"""
SCHEMES = {"light": ("preferredColorScheme=1",), "dark": ("preferredColorScheme=0",)}


def demonstration() -> dict[str, str]:
    """The notes the tests use, as HTML."""
    pages = {"demo page": demo_page(), "demo briefing": page_of(demo_briefing(), output="html")}
    return {name: write_html(page, THEME).value.content.decode() for name, page in pages.items()}


def check(html: str, axe: str, scheme: str, browser: str) -> dict[str, list[list[str]]]:
    """What axe finds in a note; its policy against foreign scripts is taken out of the copy that is looked at."""
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    html = html.replace("</body>", f"<script>{axe}</script><script>{RUN}</script></body>")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "note.html"
        file.write_text(html, encoding="utf-8")
        settings = [f"--blink-settings={setting}" for setting in SCHEMES[scheme]]
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", *settings, "--virtual-time-budget=20000"]
        run = subprocess.run([*command, "--dump-dom", file.as_uri()], capture_output=True, text=True, check=True)
    report = re.search(r'<pre id="axe-report">(.*?)</pre>', run.stdout, re.S)
    if not report:
        sys.exit("axe gave no report; is that file axe.min.js?")
    found: dict[str, list[list[str]]] = json.loads(unescape(report[1]))
    if found["dark"] != (scheme == "dark"):
        sys.exit(f"this Chromium does not show pages in {scheme} colours when asked to")
    return found


def main() -> None:
    """Print what is wrong; the exit code is 1 when anything is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("axe", type=Path)
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args()
    browser = shutil.which("chromium") or shutil.which("google-chrome") or sys.exit("there is no Chromium")
    notes = {path.name: path.read_text(encoding="utf-8") for path in options.files} or demonstration()
    axe, wrong = options.axe.read_text(encoding="utf-8"), 0
    for name, html in notes.items():
        for scheme in SCHEMES:
            found = check(html, axe, scheme, browser)
            wrong += len(found["violations"])
            print(f"{name}, {scheme}: {found['passes']} rules passed, {len(found['violations'])} violations")
            for rule, words, place in found["violations"]:
                print(f"  {rule}: {words}: {place[:110]}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
