"""The rules of the house that ruff, mypy and import-linter cannot see."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import explanations
from generator.problems import Code

ROOT = Path(__file__).parent.parent
GENERATOR = ROOT / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))
GOLDENS = ROOT / "tests" / "golden" / "problems"

MAX_LINES = 300
MAX_FUNCTION_LINES = 40
LONGER_FILES = {
    "text/edtf.py": 326,  # one grammar: cut in two, its parts would import each other
}
LONGER_FUNCTIONS = {
    "schema/shelve.py:library_of": 48,  # one line a kind of record, none of which knows another
}

# `replace` and `remove` are also methods of text and lists; `os`, `shutil` are ruff's to refuse.
CHANGES_OF_THE_DISK = frozenset(
    (
        *("chmod", "hardlink_to", "lchmod", "mkdir", "rename", "rmdir", "symlink_to", "touch"),
        *("truncate", "unlink", "write_bytes", "write_text"),
    )
)
WRITERS = {
    "stages/publish.py": "the site, and the file of addresses",
    "writing.py": "what an editor asks for: new files, and repairs of `check --fix`",
}
WRITING_MODE = re.compile(r"[rbt]*[wax+][rwaxbt+]*")


def name_of(path: Path) -> str:
    return path.relative_to(GENERATOR).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            last = node.end_lineno or node.lineno
            yield f"{name_of(path)}:{node.name}", last - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_are_short(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONGER_FILES.get(name_of(path), MAX_LINES)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short(path: Path) -> None:
    long = {
        name: lines
        for name, lines in functions(path)
        if lines > LONGER_FUNCTIONS.get(name, MAX_FUNCTION_LINES)
    }
    assert not long


def test_exemptions_are_needed() -> None:
    lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name for name in LONGER_FILES if lines.get(name, 0) <= MAX_LINES} == set()
    lengths = dict(function for path in MODULES for function in functions(path))
    assert {n for n in LONGER_FUNCTIONS if lengths.get(n, 0) <= MAX_FUNCTION_LINES} == set()


def changes_of_the_disk(module: ast.Module) -> list[int]:
    """Return the lines of calls that change the disk, as far as their names tell."""
    calls = (node for node in ast.walk(module) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if changes_the_disk(call)]


def changes_the_disk(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name):
        name = call.func.id
    elif isinstance(call.func, ast.Attribute):
        name = call.func.attr
    else:
        return False
    if name == "open":
        texts = [*call.args, *(keyword.value for keyword in call.keywords)]
        modes = [text.value for text in texts if isinstance(text, ast.Constant)]
        return any(isinstance(mode, str) and WRITING_MODE.fullmatch(mode) for mode in modes)
    one_path = len(call.args) == 1 and not call.keywords
    path_replace = name == "replace" and isinstance(call.func, ast.Attribute) and one_path
    return name in CHANGES_OF_THE_DISK or path_replace


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_writers_change_the_disk(path: Path) -> None:
    assert bool(changes_of_the_disk(tree(path))) == (name_of(path) in WRITERS)


def test_the_search_for_changes_of_the_disk_finds_them() -> None:
    changing = (
        "p.write_text('x')",
        "p.write_bytes(b'')",
        "p.unlink()",
        "p.mkdir()",
        "p.rename(q)",
        "p.replace(q)",
        "p.rmdir()",
        "p.touch()",
        "p.symlink_to(q)",
        "p.open('w')",
        "open(p, 'ab')",
        "open(p, mode='r+')",
        "p.open(mode='x')",
    )
    harmless = ("p.read_text()", "p.open()", "open(p, 'rb')", "'a'.replace('a', 'b')", "f()(1)")
    assert [line for line in changing if not changes_of_the_disk(ast.parse(line))] == []
    assert [line for line in harmless if changes_of_the_disk(ast.parse(line))] == []
    assert changes_of_the_disk(tree(GENERATOR / "stages" / "publish.py"))


def test_every_code_is_explained_in_the_order_of_the_codes() -> None:
    text = (GENERATOR / "explanations.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [code.value for code in Code]


@pytest.mark.parametrize("code", list(Code))
def test_explanations_are_whole_sentences(code: Code) -> None:
    words = explanations.of(code).removeprefix(f"{code}\n\n").strip()
    assert len(words) > len("A sentence that helps.")
    assert words.endswith(".")


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_a_golden(code: Code) -> None:
    assert (GOLDENS / code.value / "expected.txt").is_file()


def test_every_code_is_used() -> None:
    used = {
        node.attr
        for path in MODULES
        if path.name != "problems.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Code"
    }
    assert used >= {code.name for code in Code}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_say_what_they_know(path: Path) -> None:
    docstring = ast.get_docstring(tree(path))
    assert docstring
    assert docstring.partition("\n\n")[0].rstrip().endswith(".")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_left_to_do(path: Path) -> None:
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", path.read_text("utf-8"))
