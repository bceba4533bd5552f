"""The golden site is the same bytes in every environment, and stays below its base path."""

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.worlds import BASE_URL, GOLDEN_CONTENT, differing, lay, run, tree

# A disk in memory lists files in the order in which they were made; others hash their names.
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - no guessable name


@dataclass(frozen=True, slots=True)
class Environment:
    """One way in which machines differ; `reverse` makes the files in the opposite order."""

    name: str
    variables: dict[str, str] = field(default_factory=dict)
    umask: str = "022"
    folder: str = "a"
    reverse: bool = False


ENVIRONMENTS = [
    Environment("hash seed 0", {"PYTHONHASHSEED": "0"}),
    Environment("hash seed 1", {"PYTHONHASHSEED": "1"}),
    Environment("hash seed at random", {"PYTHONHASHSEED": "random"}),
    Environment("locale C", {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
    Environment("Turkish", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    Environment("Kathmandu", {"TZ": "Asia/Kathmandu", "SOURCE_DATE_EPOCH": "86400"}),
    Environment("UTC", {"TZ": "UTC"}),
    Environment("St. John's", {"TZ": "America/St_Johns"}),
    Environment("umask 077", umask="077"),
    Environment("another place", folder="b/much deeper/강/content of this site"),
    Environment("another order", reverse=True),
    Environment("one thread", {"RAYON_NUM_THREADS": "1", "TOKIO_WORKER_THREADS": "1"}),
]


def copied(folder: Path, *, reverse: bool) -> Path:
    """Copy the golden content file by file."""
    paths = sorted((p for p in GOLDEN_CONTENT.rglob("*") if p.is_file()), reverse=reverse)
    files = {path.relative_to(GOLDEN_CONTENT).as_posix(): path.read_bytes() for path in paths}
    return lay(folder / "content", files)


def built(environment: Environment, world: Path) -> Path:
    folder = world / environment.folder
    content = copied(folder, reverse=environment.reverse)
    out = folder / "site"
    variables = (f"{name}={value}" for name, value in environment.variables.items())
    under = ("env", *variables, "sh", "-c", f'umask {environment.umask}; exec "$@"', "sh")
    arguments = ("build", "--content", content, "--out", out, "--base-url", BASE_URL)
    done = run(*arguments, prefix=under)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(Environment("reference"), tmp_path_factory.mktemp("reference"))


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda environment: environment.name)
def test_the_environment_leaves_no_trace(
    environment: Environment, reference: Path, tmp_path: Path
) -> None:
    wanted = environment.variables.get("LC_ALL", "C")
    if wanted != "C" and wanted.lower().replace("-", "") not in locales():
        pytest.skip(f"this machine has no locale {wanted}")
    with TemporaryDirectory(dir=IN_MEMORY if environment.reverse else tmp_path) as world:
        site = tree(built(environment, Path(world)))
    assert differing(site, tree(reference)) == []
    assert any(path.endswith(".pf_index") for path in site)


def locales() -> set[str]:
    program = shutil.which("locale")
    if program is None:
        return set()
    listed = subprocess.run((program, "-a"), capture_output=True, encoding="utf-8", check=True)
    return {name.lower().replace("-", "") for name in listed.stdout.split()}


def test_building_again_over_a_site_changes_nothing(reference: Path, tmp_path: Path) -> None:
    once = built(Environment("once"), tmp_path)
    content, out = once.parent / "content", once
    assert run("build", "--content", content, "--out", out).returncode == 0
    again = run("build", "--content", content, "--out", out, "--base-url", BASE_URL)
    assert again.returncode == 0
    assert differing(tree(out), tree(reference)) == []


ADDRESSES = ("href", "src", "action", "poster", "data", "data-base", "data-bundle", "formaction")


def test_every_address_of_every_page_stays_below_the_base_path(reference: Path) -> None:
    pages = sorted(reference.rglob("*.html"))
    strays = [
        f"{page.relative_to(reference)}: {address}"
        for page in pages
        for address in addresses(html5lib.parse(page.read_text("utf-8")))
        if not stays(address)
    ]
    assert len(pages) > 40
    assert strays == []


def addresses(page: Element) -> list[str]:
    """Return all addresses of a page but those of links that say that they leave the site."""
    found = (element.get(name) for element in page.iter() for name in ADDRESSES)
    sets = (element.get("srcset", "") for element in page.iter())
    listed = (part.split()[0] for value in sets for part in value.split(",") if part.strip())
    return [address for address in (*found, *listed) if address is not None]


def stays(address: str) -> bool:
    """Tell whether an address lies below /repo/, on the page itself, or on another site."""
    if address.startswith(("https://", "http://")):
        own = address.startswith("https://x.example")
        return address.startswith(BASE_URL) if own else not address.startswith("http://x.example")
    return address.startswith(("/repo/", "#", "mailto:")) and not address.startswith("/repo//")


def test_no_page_knows_another_address_of_the_site(reference: Path) -> None:
    texts = [path for path in reference.rglob("*") if path.suffix in {".html", ".xml", ".txt"}]
    assert [path for path in texts if "issen.example" in path.read_text("utf-8")] == []


def test_styles_fetch_nothing_but_what_lies_beside_them(reference: Path) -> None:
    (style,) = reference.glob("assets/*/style.css")
    text = style.read_text("utf-8")
    assert "@import" not in text
    assert "url(/" not in text.replace('"', "").replace("'", "")
    assert "//" not in text.replace("http://www.w3.org/", "")
