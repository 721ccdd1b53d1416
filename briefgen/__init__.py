"""Japanese papers in, side-by-side Japanese–English briefing notes out: offline, verified, in Word, PDF and HTML."""

__all__ = ["__version__"]

__version__ = "0.1.0"
