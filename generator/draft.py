"""The content as last saved, for the preview: what is wrong with it, and the last good state.

Only what changed is read and typed anew, and a page is made when somebody looks at it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment

from generator import assets, handbook, report
from generator.config import Config
from generator.pipeline import Loaded, Stopwatch, load, uncollected
from generator.problems import Problem
from generator.stages.plan import plan
from generator.stages.render import environment, render_page
from generator.urls import Urls
from generator.views.output import File, Page, Plan

BUNDLE = "/pagefind/preview/"
"""The index of the last whole build, whatever its name there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A state of the content without fault; `digest` names its templates, compiled when used."""

    plan: Plan
    templates: Environment
    digest: str
    pages: Mapping[str, Page]
    files: Mapping[str, File]


@dataclass(frozen=True, slots=True)
class Draft:
    """The content as saved; `shown` is its last state without fault, if there ever was one.

    `words` are the problems as the terminal shows them, or ''.
    """

    loaded: Loaded
    words: str
    shown: Shown | None
    base_path: str


def drafted(config: Config, before: Draft | None) -> Draft:
    """Return the content as it is on the disk now; `before` saves what did not change.

    Raises OSError when content or templates cannot be read.
    """
    with uncollected():
        loaded = load(config, Stopwatch(lambda: 0.0), before.loaded if before else None)
        kept = before.shown if before else None
        base_path = Urls(config.base_url or loaded.value.library.site.base_url).base_path
        if loaded.problems:
            words = _words(loaded.problems, loaded.value)
            return Draft(loaded.value, words, kept, before.base_path if before else base_path)
        return Draft(loaded.value, "", _shown(loaded.value, config, kept), base_path)


def _shown(loaded: Loaded, config: Config, before: Shown | None) -> Shown:
    templates = assets.load(config.templates)
    planned = plan(
        loaded.library,
        templates,
        config.base_url,
        BUNDLE,
        with_handbook=handbook.stands(config.content),
    )
    is_same = before is not None and before.digest == templates.digest
    return Shown(
        planned,
        before.templates if before and is_same else environment(templates.sources, templates.icons),
        templates.digest,
        {page.address: page for page in planned.pages},
        {file.address: file for file in planned.files},
    )


def _words(problems: tuple[Problem, ...], loaded: Loaded) -> str:
    lines = {typed.file.path: (typed.file.text or "").split("\n") for typed in loaded.typed}
    return report.text(problems, lines)


def rendered(address: str, shown: Shown) -> str:
    """Return the page at the address, or in its place what is wrong with its template."""
    result = render_page(shown.pages[address], shown.plan, shown.templates)
    return report.text((result,), {}) if isinstance(result, Problem) else result
