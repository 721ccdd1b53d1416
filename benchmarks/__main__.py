"""Runs every benchmark and prints its table."""

from __future__ import annotations

from benchmarks import cold_build, glossary_edit, linebreaks, masking, match_terms, pages, promise, read_pdf

if __name__ == "__main__":
    cold_build.main()
    read_pdf.main()
    match_terms.main()
    glossary_edit.main()
    linebreaks.main()
    pages.main()
    masking.main()
    promise.main()
