"""What was found at the addresses of sources as files, one beside each bibliography."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.model.library import Library
from generator.model.links import LinkCheck

LINKS_FOLDER = "links"
_HEAD = """\
# What was found at the addresses of the sources. Do not edit: `thawline links` writes this file.
# A copy in an archive that you know better goes into the source itself, as 'archive'.
links:
"""


def recorded(library: Library, found: Mapping[str, LinkCheck]) -> Mapping[str, str]:
    """Return the text of each file by its name, with what is new.

    Entries of sources that were deleted, or that lead elsewhere now, are left out.
    """
    rows: dict[str, list[str]] = {}
    for id_, source in sorted(library.sources.items()):
        if check := found.get(id_) or source.check:
            name = PurePosixPath(source.path).name
            rows.setdefault(name, []).extend(_entry(id_, check))
    return {name: _HEAD + "".join(lines) for name, lines in rows.items()}


def _entry(id_: str, check: LinkCheck) -> Iterator[str]:
    yield f"  {id_}:\n"
    yield from (f"    {name}: {value}\n" for name, value in _fields(check) if value)


def _fields(check: LinkCheck) -> Iterable[tuple[str, str]]:
    return (
        ("url", _quoted(check.url)),
        ("checked", str(check.checked)),
        ("answers", check.answers.value),
        ("status", check.status),
        ("leads_to", _quoted(check.leads_to)),
        ("archive", _quoted(check.archive)),
        ("archived", str(check.archived) if check.archived else ""),
    )


def _quoted(address: str) -> str:
    """Return an address in quotation marks, without which it may not end in a colon."""
    return json.dumps(address, ensure_ascii=False) if address else ""
