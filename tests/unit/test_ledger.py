"""The file of published addresses only ever grows."""

from generator.ledger import recorded
from generator.text.frontmatter import Mapping, Sequence, load
from tests.sites import library_of


def test_new_addresses_are_added_and_old_ones_kept() -> None:
    ledger = (
        "published:\n- /events/2020-old/\n- /threads/bridge/\n"
        "moved:\n  /events/2020-old/: 2021-03-01-bridge-shut\n"
    )
    library = library_of({"addresses.yaml": ledger})
    text, added = recorded(library)
    node = load("addresses.yaml", text).value
    assert isinstance(node, Mapping)
    listed = node.get("published")
    assert isinstance(listed, Sequence)
    assert {"/events/2020-old/", "/threads/bridge/", "/", "/sources/almanac/"} <= {
        item.value for item in listed.items if hasattr(item, "value")
    }
    assert added == len(listed.items) - 2
    assert recorded(library_of({"addresses.yaml": text})) == (text, 0)
