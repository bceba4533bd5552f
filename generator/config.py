"""What the command line decides, checked once."""

from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PACKAGED = _HERE / "templates"
TEMPLATES = _PACKAGED if _PACKAGED.is_dir() else _HERE.parent / "templates"


@dataclass(frozen=True, slots=True)
class Config:
    """Where to read and write; an empty `base_url` means the one in site.yaml."""

    content: Path
    out: Path
    templates: Path = TEMPLATES
    base_url: str = ""
