"""Views through Jinja; a template that fails becomes a problem at the template's own line."""

import traceback
from collections.abc import Callable, Mapping

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from generator.problems import Checked, Code, Position, Problem
from generator.views.layout import PageView, image
from generator.views.output import Page, Plan, Rendered

_FOLDER = "templates/"
_FAILURES = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError),
    *(RecursionError, TypeError, ValueError),
)


def render(
    plan: Plan, sources: Mapping[str, str], icons: Mapping[str, Markup]
) -> Checked[tuple[Rendered, ...]]:
    """Render every page of the plan; `sources` are the templates, `icons` pictures, by name."""
    templates = environment(sources, icons)
    rendered: list[Rendered] = []
    problems: list[Problem] = []
    for page in plan.pages:
        result = render_page(page, plan, templates)
        if isinstance(result, Problem):
            problems.append(result)
        else:
            rendered.append(Rendered(page, result))
    # One fault of a template shows on all of its pages, each time in words about that page.
    at_each_place = {problem.position: problem for problem in sorted(problems, reverse=True)}
    return Checked(tuple(rendered), tuple(sorted(at_each_place.values())))


def environment(sources: Mapping[str, str], icons: Mapping[str, Markup]) -> Environment:
    """Return the templates, compiled when first used."""
    templates = Environment(
        loader=FunctionLoader(lambda name: _source(sources, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

    def icon(name: str) -> Markup:
        if name not in icons:
            message = f"There is no icon '{name}'"
            raise LookupError(message)
        return icons[name]

    templates.globals["icon"] = icon
    return templates


def _source(sources: Mapping[str, str], name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """Give the template a file name, which Jinja puts into tracebacks."""
    if name not in sources:
        return None
    return sources[name], f"{_FOLDER}{name}", lambda: True


def render_page(page: Page, plan: Plan, templates: Environment) -> str | Problem:
    """Render one page of the plan."""
    site, urls = plan.site, plan.urls
    view = page.view()
    frame = PageView(
        urls.href(page.address),
        urls.absolute(page.address),
        page.searchable,
        page.terms() if page.terms else None,
        image(page.card, urls) if page.card else site.card,
        page.embed() if page.embed else None,
    )
    try:
        template = templates.get_template(page.template)
        return template.render(site=site, page=frame, view=view)
    except TemplateSyntaxError as error:
        return _problem(error.name or page.template, error.lineno, error.message or "")
    except _FAILURES as error:
        name, line = _template_line(error, page.template)
        return _problem(name, line, f"{type(error).__name__}: {error}")


def _problem(template: str, line: int, reason: str) -> Problem:
    message = f"The template failed: {reason.rstrip('.')}."
    at = Position(f"{_FOLDER}{template}", line)
    return Problem(at, Code.TEMPLATE_FAILURE, message, "Mend the template.")


def _template_line(error: BaseException, template: str) -> tuple[str, int]:
    """Return the innermost frame that Jinja attributes to a template."""
    frames = [
        (frame.f_code.co_filename, number)
        for frame, number in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename.startswith(_FOLDER)
    ]
    name, line = frames[-1] if frames else (template, 1)
    return name.removeprefix(_FOLDER), line
