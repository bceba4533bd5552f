"""Questions: each with its short cited answer, and the list of all by thread."""

from dataclasses import dataclass

from generator.model.answers import Question
from generator.text.edtf_words import readable
from generator.views.account import AccountView, account_view, parties_to_all
from generator.views.cards import EventCardView, LinkView, event_cards, links
from generator.views.claims import Setting
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class QuestionView:
    """All that the page of a question shows; `asked` are other ways to ask it."""

    id: str
    title: str
    description: str
    as_of: str
    asked: tuple[str, ...]
    account: AccountView
    events: tuple[EventCardView, ...]
    threads: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class QuestionGroupView:
    """The questions of one thread, or those of none."""

    anchor: str
    title: str
    questions: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """The list of all questions."""

    title: str
    description: str
    groups: tuple[QuestionGroupView, ...]


def question_view(question: Question, edition: Edition) -> QuestionView:
    """Return the page of one question."""
    setting = Setting(edition.href(question.id), parties_to_all(question.answers, edition))
    account = account_view(question.body, setting, edition)
    return QuestionView(
        question.id,
        question.title,
        account.summary,
        readable(question.as_of),
        question.asked,
        account,
        event_cards(question.answers, edition),
        links(question.threads, edition),
    )


def questions_view(edition: Edition) -> QuestionsView:
    """Return the list of all questions, each under the first of its threads."""
    by_thread: dict[str, list[str]] = {id_: [] for id_ in (*edition.library.threads, "")}
    for question in edition.library.questions.values():
        by_thread[question.threads[0] if question.threads else ""].append(question.id)
    groups = tuple(
        QuestionGroupView(
            f"thread-{id_ or 'none'}",
            edition.library.threads[id_].label if id_ else "Other questions",
            tuple(sorted(links(tuple(ids), edition), key=lambda shown: shown.text.casefold())),
        )
        for id_, ids in by_thread.items()
        if ids
    )
    count = len(edition.library.questions)
    return QuestionsView("Questions", f"{count} questions with short, cited answers.", groups)
