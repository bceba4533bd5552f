"""Reports checked statement by statement."""

from collections import Counter
from dataclasses import dataclass

from generator.model.answers import Check, Report, Verdict
from generator.text.edtf_words import readable
from generator.views.account import AccountView, account_view, parties_to_all
from generator.views.cards import EventCardView, LinkView, event_card, link
from generator.views.claims import Setting
from generator.views.edition import Edition

VERDICT_WORDS = {
    Verdict.CONFIRMED: "confirmed",
    Verdict.PARTLY: "partly right",
    Verdict.WRONG: "wrong",
    Verdict.UNVERIFIED: "not verified",
    Verdict.OPINION: "opinion",
}


@dataclass(frozen=True, slots=True)
class CheckView:
    """One statement with its verdict; `event` is the card of the event it speaks of."""

    anchor: str
    statement: str
    verdict: str
    verdict_words: str
    account: AccountView
    event: EventCardView | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """All that the page of a checked report shows."""

    id: str
    title: str
    description: str
    label: str
    as_of: str
    source: LinkView
    account: AccountView
    counts: tuple[str, ...]
    checks: tuple[CheckView, ...]


@dataclass(frozen=True, slots=True)
class ReportRowView:
    """A report in the list of all; `counts` are its verdicts in words."""

    href: str
    title: str
    label: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportsView:
    """The list of all checked reports."""

    title: str
    description: str
    reports: tuple[ReportRowView, ...]


def report_view(report: Report, edition: Edition) -> ReportView:
    """Return the page of one report."""
    href = edition.href(report.id)
    account = account_view(report.body, Setting(href), edition)
    checks = edition.library.checks
    ids = edition.relations.checks_of_report.get(report.id, ())
    return ReportView(
        report.id,
        report.title,
        account.summary,
        report.label,
        readable(report.as_of),
        link(report.source, edition),
        account,
        _counts(report, edition),
        tuple(_check(checks[id_], href, edition) for id_ in ids),
    )


def reports_view(edition: Edition) -> ReportsView:
    """Return the list of all checked reports."""
    rows = tuple(
        ReportRowView(edition.href(report.id), report.title, report.label, _counts(report, edition))
        for report in edition.library.reports.values()
    )
    description = "Published reports, checked statement by statement against the sources here."
    return ReportsView("Checked reports", description, rows)


def _check(check: Check, href: str, edition: Edition) -> CheckView:
    event = edition.library.events.get(check.event)
    setting = Setting(href, parties_to_all((check.event,), edition), f"{check.id}-")
    return CheckView(
        check.id,
        check.statement,
        check.verdict.value,
        VERDICT_WORDS[check.verdict],
        account_view(check.body, setting, edition),
        event_card(event, edition) if event else None,
    )


def _counts(report: Report, edition: Edition) -> tuple[str, ...]:
    ids = edition.relations.checks_of_report.get(report.id, ())
    counted = Counter(edition.library.checks[id_].verdict for id_ in ids)
    return tuple(
        f"{counted[verdict]} {words}"
        for verdict, words in VERDICT_WORDS.items()
        if counted[verdict]
    )
