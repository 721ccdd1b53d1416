"""Runs every benchmark and prints its table."""

from __future__ import annotations

from benchmarks import cold_build, masking, match_terms

if __name__ == "__main__":
    cold_build.main()
    match_terms.main()
    masking.main()
