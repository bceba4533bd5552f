"""The ledger of addresses as a file, with those of today added."""

from generator.derive.addresses import destinations
from generator.model.library import Library

LEDGER_FILE = "addresses.yaml"
_HEAD = """\
# Every address that was ever published; none may vanish. Do not edit the list: `thawline record`
# adds to it. When a page moves, name its successor under 'moved', as /events/old-id/: new-id
"""


def recorded(library: Library) -> tuple[str, int]:
    """Return the file's new text, and how many addresses it did not have before."""
    ledger = library.ledger
    today = {destination.address for destination in destinations(library)}
    known = {*ledger.published, *ledger.moved}
    rows = [f"- {address}\n" for address in sorted({*ledger.published, *today})]
    moved = [f"  {former}: {id_}\n" for former, id_ in sorted(ledger.moved.items())]
    text = _HEAD + "published:\n" + "".join(rows) + ("moved:\n" if moved else "") + "".join(moved)
    return text, len(today - known)
