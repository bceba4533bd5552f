"""Where the templates are found."""

import subprocess
import sys
from pathlib import Path

from generator.config import TEMPLATES
from tests.worlds import ROOT, run


def test_here_they_are_read_where_they_are_written() -> None:
    assert TEMPLATES == ROOT / "templates"


def test_an_installed_package_brings_templates_and_a_first_site(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    package = tmp_path / "package"
    unpacked = (sys.executable, "-m", "zipfile", "-e", str(wheel), str(package))
    subprocess.run(unpacked, check=True)
    assert (package / "generator" / "templates" / "base.html").is_file()
    # In front of the repository on the path, so that nothing of the repository is used.
    assert run("init", "clock", cwd=tmp_path, PYTHONPATH=str(package)).returncode == 0
    built = run("build", cwd=tmp_path / "clock", PYTHONPATH=str(package))
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "clock" / "site" / "index.html").is_file()
