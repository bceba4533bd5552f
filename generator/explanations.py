"""The paragraph that explains each problem's code, kept in explanations.md."""

import re
from pathlib import Path

from generator.problems import Code

_FILE = Path(__file__).with_name("explanations.md")


def of(code: Code) -> str:
    """Return the code's paragraph in Markdown, ending in a line feed."""
    return f"{code}\n\n{_all()[code.value]}\n"


def _all() -> dict[str, str]:
    parts = re.split(r"^## (.+)$", _FILE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {code: text.strip() for code, text in zip(parts[::2], parts[1::2], strict=True)}
