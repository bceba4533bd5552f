"""Scripts joined as readers load them, and that our own can be joined."""

import re
from collections import Counter
from graphlib import CycleError

import pytest

from generator.config import TEMPLATES
from generator.scripts import join

SCRIPTS = TEMPLATES / "assets" / "js"
TOP = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) ([\w$]+)", re.MULTILINE)


def test_comments_and_indentation_are_left_out() -> None:
    script = b'// Says why.\nif (a) {\n  // and how\n  b("https://x.example/"); // here\n}\n\n'
    assert join({"one": script}) == b'if (a) {\nb("https://x.example/"); // here\n}\n'


def test_modules_stand_after_those_they_import() -> None:
    modules = {
        "a": b'import { b } from "./b.js";\nimport {\n  c,\n} from "./c.js";\na();\n',
        "b": b'import { c } from "./c.js";\nb();\n',
        "c": b'import { x } from "./elsewhere.js";\nc();\n',
    }
    assert join(modules) == b'import { x } from "./elsewhere.js";\nc();\nb();\na();\n'
    assert join(dict(reversed(modules.items()))) == join(modules)


def test_modules_that_import_each_other_are_refused() -> None:
    with pytest.raises(CycleError):
        join({"a": b'import { b } from "./b.js";\n', "b": b'import { a } from "./a.js";\n'})


@pytest.mark.parametrize("script", sorted(p.name for p in SCRIPTS.iterdir() if p.is_dir()))
def test_modules_of_one_script_name_nothing_twice(script: str) -> None:
    names = Counter(
        name
        for path in (SCRIPTS / script).glob("*.js")
        for name in TOP.findall(path.read_text("utf-8"))
    )
    assert len(names) > 5
    assert [name for name, count in names.items() if count > 1] == []
