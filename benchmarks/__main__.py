"""Runs every benchmark and prints its table."""

from __future__ import annotations

from benchmarks import cold_build, read_pdf

if __name__ == "__main__":
    cold_build.main()
    read_pdf.main()
