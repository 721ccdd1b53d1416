"""Runs every benchmark and prints its table."""

from __future__ import annotations

from benchmarks import cold_build, promise

if __name__ == "__main__":
    cold_build.main()
    promise.main()
