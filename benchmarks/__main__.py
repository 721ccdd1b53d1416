"""``python -m benchmarks``: all of them, one after the other."""

from __future__ import annotations

from benchmarks import cold_build, glossary_edit, promise

if __name__ == "__main__":
    cold_build.main()
    glossary_edit.main()
    promise.main()
