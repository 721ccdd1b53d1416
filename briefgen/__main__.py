"""``briefgen`` and ``python -m briefgen``: the way in, which Ctrl-C or a kill ends in one line at any moment."""

import gc
import signal
import sys
from contextlib import suppress

from briefgen.collecting import collect_seldom

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), signal.default_int_handler)
    collect_seldom()
    try:
        from briefgen.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = _INTERRUPTED
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what was asked for is done; only Python has yet to end
    if code == _INTERRUPTED and sys.stderr is not None:
        with suppress(OSError):  # the terminal may be gone
            sys.stderr.write("briefgen: stopped; no unfinished file is left\n")
    gc.freeze()  # nor does the collector look through it at the end
    sys.exit(code)


if __name__ == "__main__":
    main()
