"""Reading the content folder: what is read, what is passed over, what is told."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from generator.problems import Checked, Code
from generator.schema.layout import REQUIRED_FILES
from generator.schema.record import SourceFile
from generator.stages.read import MAX_BYTES, read

PAGE = "pages/x.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder that holds the required files and nothing else."""
    folder = tmp_path / "content"
    folder.mkdir()
    for name in REQUIRED_FILES:
        (folder / name).write_bytes(b"a: b\n")
    return folder


def put(content: Path, path: str, data: bytes | str) -> None:
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)


def told(checked: Checked[tuple[SourceFile, ...]]) -> list[tuple[str, int, int, Code]]:
    return [(p.position.path, p.position.line, p.position.column, p.code) for p in checked.problems]


def text_of(checked: Checked[tuple[SourceFile, ...]], inner_path: str) -> str | None:
    (text,) = (file.text for file in checked.value if file.inner_path == inner_path)
    return text


def test_files_are_read_in_the_order_of_their_paths(content: Path) -> None:
    for path in ("pages/b.md", "events/2021/a.md", "pages/a.md", "actors/z.md"):
        put(content, path, "text\n")
    found = read(content)
    assert found.problems == ()
    paths = [file.inner_path for file in found.value]
    assert paths == sorted(paths)
    assert {"actors/z.md", "events/2021/a.md", "pages/a.md", "pages/b.md"} <= set(paths)
    assert {file.path for file in found.value} == {f"content/{path}" for path in paths}


def test_paths_begin_with_the_folders_own_name(content: Path) -> None:
    other = content.rename(content.with_name("Chronik"))
    assert {file.path.partition("/")[0] for file in read(other).value} == {"Chronik"}


@pytest.mark.parametrize(
    "path",
    [
        *(".DS_Store", ".git/config", "pages/.x.md.swp", "pages/x.md~", "handbook/index.md"),
        *("handbook/deep/er.png", "#x#~", ".hidden/x.md"),
    ],
)
def test_what_editors_and_programs_leave_behind_is_passed_over(content: Path, path: str) -> None:
    put(content, path, b"\xff")
    found = read(content)
    assert found.problems == ()
    assert len(found.value) == len(REQUIRED_FILES)


@pytest.mark.parametrize("path", ["x.md", "events/x.md", "photo.jpg", "stories/x.md"])
def test_a_file_where_nothing_lies_is_told(content: Path, path: str) -> None:
    put(content, path, "text\n")
    found = read(content)
    assert told(found) == [(f"content/{path}", 1, 1, Code.MISPLACED_FILE)]
    assert "events/<year>/<id>.md" in found.problems[0].hint


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("pages/x.txt", "pages/x.md"),
        ("pages/handbook/x.md", "pages/x.md"),
        ("Site.yaml", "site.yaml"),
        ("events/2021-07-27-x.md", "events/2021/2021-07-27-x.md"),
        ("Event/2021/07/x.markdown", "events/2021/x.md"),
        ("sources/2021.yml", "sources/2021.yaml"),
    ],
)
def test_a_file_near_its_place_is_sent_there_and_known_by_its_id(
    content: Path, path: str, place: str
) -> None:
    (content / "site.yaml").unlink()
    put(content, "site.yaml" if path != "Site.yaml" else path, "a: b\n")
    put(content, path, "text\n")
    found = read(content)
    assert told(found) == [(f"content/{path}", 1, 1, Code.MISPLACED_FILE)]
    assert found.problems[0].hint == f"Move it to {place}."
    assert text_of(found, place) is None


def test_the_encoding_that_a_file_seems_to_have_is_named(content: Path) -> None:
    put(content, "pages/a.md", "Märn".encode("latin-1"))
    put(content, "pages/b.md", "Märn".encode("utf-16"))
    assert [problem.hint for problem in read(content).problems] == [
        "Save the file (it seems to be Windows-1252 or Latin-1) with the encoding UTF-8.",
        "Save the file (it seems to be UTF-16) with the encoding UTF-8.",
    ]


@pytest.mark.parametrize("name", REQUIRED_FILES)
def test_a_missing_file_is_told_once_and_stands_as_unreadable(content: Path, name: str) -> None:
    (content / name).unlink()
    found = read(content)
    assert told(found) == [(f"content/{name}", 1, 1, Code.MISSING_FILE)]
    assert text_of(found, name) is None


def test_a_folder_in_the_place_of_a_file_is_a_missing_file(content: Path) -> None:
    (content / "site.yaml").unlink()
    (content / "site.yaml").mkdir()
    assert told(read(content)) == [("content/site.yaml", 1, 1, Code.MISSING_FILE)]


def test_a_folder_that_is_not_there_is_an_error_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        read(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("a\r\nb\r\n", "a\nb\n"),
        ("\ufeffa\r\nb", "a\nb"),
        ("", ""),
        ("a\tb", "a\tb"),
        ("평화", "평화"),
        (unicodedata.normalize("NFD", "평화"), unicodedata.normalize("NFD", "평화")),
        ("👩‍🚀 \u200c \u00ad \u200f", "👩‍🚀 \u200c \u00ad \u200f"),
    ],
)
def test_text_is_kept_but_for_line_ends_and_byte_order_mark(
    content: Path, data: str, text: str
) -> None:
    put(content, PAGE, data)
    found = read(content)
    assert found.problems == ()
    assert text_of(found, PAGE) == text


FORBIDDEN = [
    ("a\x00", 1, 2),
    ("a\nb\x07c", 2, 2),
    ("a\r\nb\x1b[2J", 2, 2),
    ("\ufeffa\x7f", 1, 2),
    ("\ufeff\ufeffa", 1, 1),
    ("a\rb", 1, 2),
    ("a\r\r\nb", 1, 2),
    ("a\x0bb", 1, 2),
    ("a\x0cb", 1, 2),
    ("한국\x85", 1, 3),
    (unicodedata.normalize("NFD", "한국") + "\u2028", 1, 7),
    ("a\n\nb\u2029", 3, 2),
    ("a\u202eb", 1, 2),
    ("a\u2066b", 1, 2),
    ("a\u200bb", 1, 2),
    ("a\u2060b", 1, 2),
    ("a\U000e0041b", 1, 2),
    ("🕊️\ufffe", 1, 3),
    ("a\ufdd0", 1, 2),
    ("a\x9fb", 1, 2),
]


@pytest.mark.parametrize(("data", "line", "column"), FORBIDDEN)
def test_characters_that_cannot_be_seen_are_told_where_they_stand(
    content: Path, data: str, line: int, column: int
) -> None:
    put(content, PAGE, data)
    found = read(content)
    assert told(found) == [(f"content/{PAGE}", line, column, Code.FORBIDDEN_CHARACTER)]
    assert text_of(found, PAGE) is None


def test_every_such_character_is_told(content: Path) -> None:
    put(content, PAGE, "a\u200bb\u200b\n\u202e")
    assert [place[1:3] for place in told(read(content))] == [(1, 2), (1, 4), (2, 1)]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"caf\xe9", 1, 4),
        (b"a\r\nb\xff", 2, 2),
        (b"\xef\xbb\xbfa\xff", 1, 2),
        (b"\xff\xfea\x00", 1, 1),
        ("한국".encode() + b"\xed\xa0\x80", 1, 3),
        (b"a\n" + "한".encode()[:2], 2, 1),
        (b"\xc0\xaf", 1, 1),
        ("평화".encode("euc-kr"), 1, 1),
    ],
)
def test_other_encodings_are_told_at_the_first_foreign_byte(
    content: Path, data: bytes, line: int, column: int
) -> None:
    put(content, PAGE, data)
    found = read(content)
    assert told(found) == [(f"content/{PAGE}", line, column, Code.UNREADABLE_FILE)]
    assert text_of(found, PAGE) is None


def test_files_have_a_size_limit(content: Path) -> None:
    put(content, PAGE, b"x" * MAX_BYTES)
    put(content, "pages/y.md", b"x" * (MAX_BYTES + 1))
    found = read(content)
    assert told(found) == [("content/pages/y.md", 1, 1, Code.FILE_TOO_LARGE)]
    assert "262,145 bytes" in found.problems[0].message
    assert text_of(found, "pages/y.md") is None


def test_links_are_not_followed(content: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret", "utf-8")
    (content / "pages").mkdir()
    (content / PAGE).symlink_to(secret)
    (content / "pages" / "y.md").symlink_to(tmp_path / "nowhere")
    (content / "threads").symlink_to(tmp_path, target_is_directory=True)
    found = read(content)
    assert told(found) == [
        ("content/pages/x.md", 1, 1, Code.UNREADABLE_FILE),
        ("content/pages/y.md", 1, 1, Code.UNREADABLE_FILE),
        ("content/threads", 1, 1, Code.MISPLACED_FILE),
    ]
    assert all("secret" not in (file.text or "") for file in found.value)


def test_devices_and_pipes_are_not_opened(content: Path) -> None:
    (content / "pages").mkdir()
    os.mkfifo(content / PAGE)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(content / "pages" / "y.md"))
        found = read(content)
    assert [place[3] for place in told(found)] == [Code.UNREADABLE_FILE] * 2
    assert "regular file" in found.problems[0].message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permissions_are_told(content: Path) -> None:
    put(content, PAGE, "text")
    (content / PAGE).chmod(0)
    found = read(content)
    assert told(found) == [(f"content/{PAGE}", 1, 1, Code.UNREADABLE_FILE)]


def test_names_that_are_not_utf_8_can_be_printed(content: Path) -> None:
    (content / "pages").mkdir()
    for byte in (b"\xff", b"\xfe"):
        with open(os.fsencode(content / "pages") + b"/" + byte + b".md", "w") as file:  # noqa: PTH123
            file.write("text\n")
    paths = [file.path for file in read(content).value if "pages" in file.path]
    assert sorted(path.encode() for path in paths) == [
        rb"content/pages/\udcfe.md",
        rb"content/pages/\udcff.md",
    ]
