"""Style sheet and script of the HTML output, made from the house style; nothing in them is loaded from outside."""

from __future__ import annotations

import colorsys
import re

from briefgen.model.page import Banner
from briefgen.writers.theme import Colours, Style, Theme

__all__ = ["SCRIPT", "style_sheet"]

SCRIPT = """\
(() => {
  const filter = document.querySelector(".filter");
  if (!filter) return;
  filter.hidden = false;
  filter.addEventListener("change", () => {
    const wanted = new Set([...filter.querySelectorAll("input:checked")].map((box) => box.value));
    for (const row of document.querySelectorAll("tr[data-status]"))
      row.hidden = !wanted.has(row.dataset.status) && !row.classList.contains("head");
  });
})();
"""
"""Shows the filter, which is hidden without it, and hides the rows of the statuses that are not ticked."""

_RULES = """\
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--text); -webkit-text-size-adjust: 100%; }
body { font: var(--body) var(--fonts); max-width: 62rem; margin: 0 auto; padding: 0 1.25rem 1.5rem; }
p { margin: 0 0 .5em; }
p, td, th { overflow-wrap: anywhere; }
:lang(ja) { line-break: strict; }
ul, ol { margin: .3em 0 .6em; padding-left: 1.6em; }
h1 { font-size: var(--title-size); line-height: 1.25; margin: .6em 0 .1em; text-wrap: pretty; }
h2, h3, h4, h5, h6 { font-size: 1.15em; line-height: 1.35; color: var(--accent); margin: 1.2em 0 .35em; }
h2:not(.lower) { font-size: 1.35em; }
a { color: var(--accent); }
sup { line-height: 0; }
img { display: block; max-width: 100%; height: auto; margin: .3em 0; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 1em 0; }
.banner { color: var(--banner); font: bold 1rem var(--fonts); text-align: center; padding: .6em 0; }
header.banner { position: sticky; top: 0; background: var(--paper); z-index: 1; }
h1.long-title { font-size: var(--long-title-size); }
.subtitle { color: var(--muted); font-size: 1.1em; }
.small, .legend, .caption, body > footer { color: var(--muted); font-size: .85em; }
.term { color: var(--term); }
.term:lang(ja) { color: inherit; text-decoration: underline dotted var(--term) 1px; text-underline-offset: .25em; }
.nb { white-space: nowrap; }
.caution { color: var(--caution); }
.muted { color: var(--muted); }
.term[title] { cursor: help; }
.term[title]:focus::after { content: " [" attr(title) "]"; color: var(--muted); font-size: .85em; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
  gap: .15em 1.5em; margin: .8em 0; padding: .4em 0; border-top: 2px solid var(--text);
  border-bottom: 1px solid var(--rule); }
.facts div { display: flex; align-items: baseline; gap: 1em; }
.facts dt { flex: 0 0 5.5em; color: var(--muted); font-size: .9em; }
.facts dd { margin: 0; font-weight: bold; }
.box { margin: 1em 0; padding: .8em 1em .4em; border: 1px solid var(--rule); }
.box.bottom-line { background: var(--tint); border: 0; border-left: 4px solid var(--accent); }
.box.bottom-line b { color: var(--accent); }
.small b, .legend b { color: var(--text); }
.filter { border: 0; margin: .8em 0; padding: 0; font-size: .85em; }
.filter legend { float: left; margin-right: 1em; padding: 0; color: var(--muted); }
.filter label { margin-right: 1em; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; margin: .6em 0; border-bottom: 1px solid var(--rule); }
th { text-align: left; }
td, th { vertical-align: top; padding: .35em 1em .35em 0; border-top: 1px solid var(--rule); }
thead th, thead td { color: var(--muted); font-size: .85em; border-top: 0; border-bottom: 2px solid var(--text); }
thead + tbody > tr:first-child > * { border-top: 0; }
.plain { overflow-x: auto; }
.plain :is(td, th) { overflow-wrap: break-word; }
.side { table-layout: fixed; }
.side .margin { width: 3.8em; }
.side tbody th { color: var(--muted); font-size: .8em; font-weight: normal; white-space: nowrap; line-height: 1.84;
  padding-top: .44em; }
.side .status { float: right; }
tr.continues > * { border-top: 0; padding-top: .12em; }
.side tbody tr.continues > th { padding-top: .15em; }
.side tr.head > * { padding-top: .8em; }
.side tbody tr.head > th { padding-top: 1.05em; }
.side tr.head + tr:not(.head) > * { border-top: 0; }
.side tr.level1 + tr > * { border-top: 2px solid var(--accent) !important; }
.side tr.level1:last-child > * { border-bottom: 2px solid var(--accent); }
.side p { margin: 0; }
.side :is(h2, h3, h4, h5, h6) { margin: 0; font-size: 1em; }
.side .level1 :is(h2, h3, h4, h5, h6), .side .level1 .head-ja { font-size: 1.15em; }
.side .head-ja { color: var(--accent); font-weight: bold; line-height: 1.35; }
.side .level3 :is(h2, h3, h4, h5, h6), .side .level3 .head-ja { color: var(--text); font-size: 1em; }
.flag { color: var(--caution); font-size: .85em; font-weight: normal; padding-left: 1.2em; text-indent: -1.2em; }
:is(td, th) > .flag { margin: .2em 0 0; }
thead .flag { font-size: 1em; }
.flag.error { font-weight: bold; }
.flag.info { color: var(--muted); }
.indent1 > td { padding-left: 1em; } .indent2 > td { padding-left: 2em; } .indent3 > td { padding-left: 3em; }
.indent4 > td { padding-left: 4em; } .indent5 > td { padding-left: 5em; } .indent6 > td { padding-left: 6em; }
tr:target > * { background: var(--tint); }
@media print {
  body { max-width: none; padding: 0; font-size: var(--print-size); }
  .filter { display: none; }
  .plain { overflow-x: visible; }
  .facts { grid-template-columns: 1fr 1fr; }
  header.banner { position: static; }
  .page-break { break-before: page; }
  tr, .box, p.small { break-inside: avoid; }
  body > footer { break-before: avoid; }
  h1, h2, h3, tr.head, .keep, tr:not(.side *):has(+ .continues), :is(h1, h2, h3) + .small, .legend {
    break-after: avoid; }
}
"""

_DARK_PAPER, _DARK_TEXT = "#15181d", "#e4e7ec"


def style_sheet(theme: Theme, banner: Banner | None) -> str:
    """The CSS: colours and fonts of the theme, its colours made light for dark screens, the banner on printed pages."""
    colours = theme.colours
    fonts = ", ".join(name if re.fullmatch(r"[a-z-]+", name) else _quoted(name) for name in theme.fonts.html)
    light = _variables(colours, "#ffffff", banner)
    dark = _variables(_for_dark(colours), _DARK_PAPER, banner and Banner("", _lightened(banner.colour)))
    title_em = theme.styles.title.size / theme.styles.body.size
    long_em = theme.styles.long_title.size / theme.styles.body.size
    sizes = (
        f"--body: {_body(theme.styles.english)}; --title-size: {title_em:.3g}em; --long-title-size: {long_em:.3g}em; "
        f"--print-size: {theme.styles.english.size}pt;"
    )
    marking = _quoted(banner.text) if banner else ""
    number = (
        f' @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 7.5pt {fonts};'
        f" color: {colours.muted}; }}"
    )
    font = f"bold {theme.styles.banner.size}pt {fonts}"
    boxes = "".join(
        f" @{side}-center {{ content: {marking}; color: {banner.colour}; font: {font}; }}"
        for side in ("top", "bottom")
        if banner
    )
    margins = theme.margins
    return (
        f":root {{ color-scheme: light dark; --fonts: {fonts}; {sizes} {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{_RULES}"
        f"@page {{ size: {theme.paper}; margin: {margins.top_mm}mm {margins.right_mm}mm {margins.bottom_mm}mm "
        f"{margins.left_mm}mm;{number}{boxes} }}\n"
    )


def _body(look: Style) -> str:
    """Screens are read from further away than paper: 15 pixels for the 9.5 points of the house style."""
    return f"{look.size * 1.58:.3g}px/{look.leading / look.size:.3g}"


def _variables(colours: Colours, paper: str, banner: Banner | None) -> str:
    names = ("text", "muted", "accent", "term", "caution", "rule", "tint")
    values = {name: getattr(colours, name) for name in names} | {"paper": paper}
    values["banner"] = banner.colour if banner else colours.accent
    return " ".join(f"--{name}: {value};" for name, value in values.items())


def _for_dark(colours: Colours) -> Colours:
    """The same hues, light enough to be read on a dark ground."""
    return Colours(
        text=_DARK_TEXT, muted=_lightened(colours.muted, 0.66), accent=_lightened(colours.accent),
        term=_lightened(colours.term), caution=_lightened(colours.caution, 0.62), rule="#3a404a", tint="#1f242c",
    )  # fmt: skip


def _lightened(colour: str, lightness: float = 0.74) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, lightness, saturation))


def _quoted(text: str) -> str:
    """A CSS string; everything that could end it, or the style element, is written as an escape."""
    return '"' + re.sub(r"[\"\\<>&\x00-\x1f]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'
