"""A reader's browser on the built site, which notes whatever a page of ours must never do."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Request,
    Response,
)

# Here and not in a page's own script, which would come too late for what the parser blocks.
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy ${event.effectiveDirective} violated by ${event.blockedURI}`));"""
LEFT = "net::ERR_ABORTED"  # the reader went on before the answer came; no fault of the page


@dataclass(frozen=True, slots=True)
class Site:
    """The built site: its files, and where it is served."""

    folder: Path
    origin: str
    base_path: str

    def url(self, address: str) -> str:
        """Return the full address of one that is relative to the base path."""
        return f"{self.origin}{self.base_path}{address}"

    def addresses(self, pattern: str = "**/") -> list[str]:
        """Return the addresses of our pages, relative to the base path, by a pattern of folders.

        Those of the handbook are MkDocs' own.
        """
        found = self.folder.glob(f"{pattern}index.html")
        listed = (f"{page.parent.relative_to(self.folder).as_posix()}/" for page in found)
        return sorted(address for address in listed if not address.startswith("handbook/"))

    def html(self, address: str) -> str:
        return (self.folder / address / "index.html").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader has set up window and browser."""

    width: int = 1280
    height: int = 800
    colours: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    motion: Literal["reduce", "no-preference"] = "no-preference"
    scripts: bool = True


DESK = Look()
PHONE = Look(width=360, height=640, colours="dark")
NARROW = Look(width=320, height=568)
SCRIPTS_OFF = Look(scripts=False)


@dataclass
class Reader:  # without slots: Playwright keeps its handlers on the object they belong to
    """Opens pages and gathers `faults`; a fault that holds one of `expected` is none."""

    browser: Browser
    site: Site
    faults: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, address: str, look: Look = DESK) -> Page:
        """Open an address, relative to the base path, in a fresh browser profile."""
        page = self.page(look)
        page.goto(self.site.url(address))
        return page

    def page(self, look: Look = DESK) -> Page:
        """Return an empty page of a fresh browser profile."""
        context = self.browser.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme=look.colours,
            forced_colors=look.forced,
            reduced_motion=look.motion,
            java_script_enabled=look.scripts,
        )
        self._contexts.append(context)
        context.add_init_script(TELL_VIOLATIONS)
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failure)
        context.on("response", self._on_response)
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self._note(f"exception: {error.error}"))
        context.on("dialog", self._on_dialog)
        return context.new_page()

    def close(self) -> list[str]:
        """Close all pages; return the faults that were not expected."""
        for context in self._contexts:
            for page in context.pages:
                page.title()  # what the page said until now arrives before this answer
            context.close()
        return [fault for fault in self.faults if not any(part in fault for part in self.expected)]

    def _note(self, fault: str) -> None:
        self.faults.append(fault)

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.site.url(""), "data:")):
            self._note(f"request leaves the site: {request.url}")

    def _on_failure(self, request: Request) -> None:
        if request.failure != LEFT:
            self._note(f"request failed: {request.url} ({request.failure})")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self._note(f"answered with {response.status}: {response.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning", "assert"}:
            self._note(f"console: {message.text}")

    def _on_dialog(self, dialog: Dialog) -> None:
        self._note(f"dialog: {dialog.message}")
        try:
            dialog.dismiss()
        except Error:  # it went with its page
            return
