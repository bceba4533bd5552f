"""The table of faults: what editors get wrong, where it must be told, and what the remedy names.

Each row is planted in a good file of its own kind, so no row needs to know another. HERE marks
the character at which the fault is told; `old` must stand once in the file of its kind.
"""

from typing import NamedTuple

HERE = "«"

EVENT = """---
title: A fair
date: 2022-06-01
time: 09:00 BST
kind: talks
place: mill-town
actors: [alder, mara-lind]
threads: [bridge]
follows: [2021-05-01-bridge-open]
---
There was a fair. [@almanac] {#fair}
It rained. [@wire-2022]

## After
It was dry.[^1] See [[mill-town]] and [the thread](/threads/bridge/#section-the-closure).

[^1]: By all accounts.
"""
ACTOR = """---
names:
  en: A Reeve
  de: Ein Vogt
type: person
side: birch
offices:
- title: Reeve
  dates: 2020/2022
---
A reeve of the town.
"""
SOURCE = """references:
- id: {id}
  type: article-newspaper
  title: A fair in the town
  issued: 2022-06-02
  URL: https://times.example/fair
  language: en
  outlet: valley-times
  origin: river-wire
  excerpt: the fair was full of people
"""
THREAD = """---
title: Is there a fair?
label: Fair
as_of: 2022-12-31
---
There was one in June. [@almanac]
"""
QUESTION = """---
title: When was the fair?
asked: [was there a fair]
as_of: 2022-12-31
answers: [2021-05-01-bridge-open]
threads: [bridge]
---
In June. [@almanac]
"""
COMMITMENT = """---
title: Hold a fair
by: [alder]
to: [birch]
made: 2021-05-01-bridge-open
due: 2022-12-31
outcomes:
- state: kept
  date: 2022-06-01
  source: almanac
---
Alder promised a fair. [@almanac]
"""
PAGE = """---
title: Notes
---
See [[bridge]] and [a paper](https://paper.example/).
"""
GOOD = {
    "event": EVENT,
    "actor": ACTOR,
    "source": SOURCE,
    "thread": THREAD,
    "question": QUESTION,
    "commitment": COMMITMENT,
    "page": PAGE,
}
PATHS = {
    "event": "events/2022/2022-06-01-fair-{}.md",
    "actor": "actors/reeve-{}.md",
    "source": "sources/part-{}.yaml",
    "thread": "threads/thread-{}.md",
    "question": "questions/question-{}.md",
    "commitment": "commitments/fair-{}.md",
    "page": "pages/notes-{}.md",
}


class Fault(NamedTuple):
    """`old` of a good file becomes `new`, which told by `code` with a remedy that has `hint`."""

    kind: str
    old: str
    new: str
    code: str
    hint: str


FAULTS = [
    # YAML.
    Fault("event", "title: A fair", "title: A fair«: more", "yaml-syntax", '"A fair: more"'),
    Fault("event", "title: A fair", "title: Fair «#2 of us", "yaml-syntax", '"Fair #2 of us"'),
    Fault("event", "kind: talks", "kind: talks «# see below", "yaml-syntax", "line of its own"),
    Fault("event", "title: A fair", "title: «@home", "yaml-syntax", 'title: "@home"'),
    Fault("event", "title: A fair", "title: «“A fair”", "yaml-syntax", 'straight ones: "A fair"'),
    Fault("event", "actors: [alder,", "actors: [«“alder”,", "yaml-syntax", '"alder"'),
    Fault("event", "title: A", "«“title”: A", "yaml-syntax", '"title"'),
    Fault("event", "kind: talks", "kind «= talks", "yaml-syntax", "Type: kind: talks"),
    Fault("event", "kind: talks", "kind«:talks", "yaml-syntax", "Type: kind: talks"),
    Fault("event", "kind: talks", "  «kind: talks", "yaml-syntax", "left margin: kind: talks"),
    Fault("event", "kind: talks", "«kind talks", "yaml-syntax", "'name: value'"),
    Fault(
        "event",
        "[alder, mara-lind]",
        "«[alder, mara-lind",
        "yaml-syntax",
        "actors: [alder, mara-lind]",
    ),
    Fault("event", "title: A fair", 'title: «"A fair', "yaml-syntax", 'title: "A fair"'),
    Fault("event", "title: A fair", 'title: "A" «fair', "yaml-syntax", r'"\"A\" fair"'),
    Fault("event", "title: A fair", "title: [New] «A fair", "yaml-syntax", '"[New] A fair"'),
    Fault("event", "title: A fair", "title: «*A fair*", "unsupported-yaml", "double quotes"),
    Fault("event", "title: A fair", "title: «!A fair", "unsupported-yaml", "double quotes"),
    Fault("event", "kind: talks", "kind: talks\n«kind: talks", "duplicate-field", "one of the two"),
    Fault("actor", "  de: Ein", "«\tde: Ein", "yaml-syntax", "de: Ein Vogt"),
    Fault("actor", "  de: Ein", " «de: Ein", "yaml-syntax", "2 spaces before it: de: Ein Vogt"),
    Fault("actor", "  dates: 2020/2022", "   «dates: 2020/2022", "yaml-syntax", "2 spaces"),
    Fault("source", "title: A fair in", "title: A fair«: in", "yaml-syntax", 'title: "A fair: in'),
    # Fences.
    Fault("event", "---\ntitle", "«title", "missing-front-matter", "above 'title: A fair'"),
    Fault("event", "---\ntitle", "\n«---\ntitle", "missing-front-matter", "what stands above"),
    Fault("event", "---\ntitle", "«—\ntitle", "missing-front-matter", "instead of '—'"),
    Fault(
        "thread",
        "31\n---\nThere",
        "31\n«There",
        "missing-front-matter",
        "above 'There was one in June. [@almanac]'",
    ),
    # Fields.
    Fault("event", "place: mill", "«palce: mill", "unknown-field", "Did you mean 'place'?"),
    Fault("event", "place: mill-town", "«Place: mill-town", "unknown-field", "'place'?"),
    Fault("thread", "title: Is there a fair?\nlabel", "«label", "missing-field", "'title: …'"),
    Fault("event", "title: A fair", "title:« ", "wrong-value", "a value after the colon"),
    Fault("event", "time: 09:00 BST", "time: «9 am", "wrong-value", "like 10:00 KST"),
    Fault("event", "time: 09:00 BST", "time: «09:00 XST", "wrong-value", "Use BST"),
    Fault("event", "title: A fair", "title: «[A, fair]", "wrong-type", "single value"),
    Fault("actor", "type: person", "type: «preson", "wrong-value", "Did you mean 'person'?"),
    Fault("actor", "\n  en: A Reeve\n  de: Ein Vogt", " «A Reeve", "wrong-type", "indented by two"),
    Fault("actor", "  en: A Reeve\n  de: Ein Vogt", "«en: A Reeve", "unknown-field", "two spaces"),
    Fault("actor", "offices:", "offices:\n- «- title: Reeve", "wrong-type", "name: value"),
    Fault("source", "URL: https://", "URL: «www.", "wrong-value", "begins with https://"),
    Fault("source", "language: en", "language: «English", "wrong-value", "en, ko-KR or ja"),
    Fault("source", "excerpt: the", f"excerpt: «{'the ' * 26}", "wrong-value", "25 words"),
    Fault("commitment", "state: kept", "state: «keept", "wrong-value", "Did you mean 'kept'?"),
    Fault("question", "asked: [was", "«aksed: [was", "unknown-field", "Did you mean 'asked'?"),
    # Dates.
    Fault("event", "2022-06-01", "01«.06.2022", "malformed-date", "2022-06-01 or 2022-01-06"),
    Fault("event", "2022-06-01", "27«.07.2022", "malformed-date", "Type 2022-07-27."),
    Fault("event", "2022-06-01", "07/27«/2022", "malformed-date", "Type 2022-07-27."),
    Fault("event", "2022-06-01", "27« July 2022", "malformed-date", "Type 2022-07-27."),
    Fault("event", "2022-06-01", "«July 27, 2022", "malformed-date", "Type 2022-07-27."),
    Fault("event", "2022-06-01", "2022-06-«31", "impossible-date", "2022-06-30"),
    Fault("event", "2022-06-01", "2022-«13-01", "impossible-date", "01 to 12"),
    Fault("event", "2022-06-01", "2022-06-01«T09:00", "malformed-date", "Type 2022-06-01."),
    Fault("actor", "2020/2022", "2020-20«22", "malformed-date", "Type 2020/2022."),
    Fault("actor", "2020/2022", "2022/«2020", "impossible-date", "2020/2022"),
    Fault("event", "2022-06-01", "«2021-06-01", "misplaced-file", "events/2021/"),
    # References.
    Fault("event", "mara-lind]", "«Mara Lind]", "dangling-reference", "'mara-lind'"),
    Fault("event", "mara-lind]", '«"MARA LIND"]', "dangling-reference", "'mara-lind'"),
    Fault("event", "place: mill-town", "place: «Old Bridge", "dangling-reference", "'old-bridge'"),
    Fault("event", "kind: talks", "kind: «talk", "dangling-reference", "'talks'"),
    Fault("event", "threads: [b", "threads: [«alder, b", "wrong-reference", "Check the spelling"),
    Fault(
        "event", "[2021-05-01-b", "[«2021-05-02-b", "dangling-reference", "2021-05-01-bridge-open"
    ),
    Fault("event", "@wire-2022", "@«wire-2021-05-02", "dangling-reference", "'wire-2021-05-01'"),
    Fault(
        "source", "outlet: valley-times", "outlet: «Valley Times", "dangling-reference", "valley-t"
    ),
    Fault(
        "source", "origin: river-wire", "origin: «river-wier", "dangling-reference", "river-wire"
    ),
    Fault("commitment", "by: [alder]", "by: [«elder]", "dangling-reference", "'alder'"),
    Fault("question", "[2021-05-01-b", "[«2021-05-1-b", "dangling-reference", "2021-05-01-bridge"),
    Fault("page", "[[bridge]]", "«[[bidge]]", "dangling-reference", "'bridge'"),
    # Claims and citations.
    Fault("event", "rained. [@wire-2022]", "rained [@wire-2022]«.", "uncited-claim", "rained. [@w"),
    Fault("event", "It rained. [@wire-2022]", "«It rained.", "uncited-claim", "[@source-id]"),
    Fault("event", "[@wire-2022]", "«[@wire-2022", "malformed-citation", "Close it"),
    Fault("event", "[@wire-2022]", "[«@wire-2022, @almanac]", "malformed-citation", "[@one; @two]"),
    Fault("event", "[@wire-2022]", "[@wire-2022; «almanac]", "malformed-citation", "[@one; @two]"),
    Fault("event", "It rained. [@", "«- It rained. [@", "unsupported-account", "under a heading"),
    Fault("event", "{#fair}", "{#«Fair}", "malformed-id", ""),
    Fault("event", "It rained.", "It rained «“all day”.", "unsupported-quote", "from an excerpt"),
    Fault("event", "[@wire-2022]", "[@«wire-2021-05-01]", "source-before-event", "[earlier @"),
    Fault("thread", "There was one in June. [@almanac]", "«", "missing-account", "one sentence"),
    # Headings, links, footnotes.
    Fault("event", "## After", "«# After", "misplaced-heading", "two signs: ##"),
    Fault("event", "## After", "«#### After", "misplaced-heading", "Use ## here"),
    Fault("event", "dry.[^1]", "dry.«[^2]", "unmatched-footnote", "Did you mean [^1]?"),
    Fault("page", "See [[bridge]]", "See\n\n«[^1]: x\n\nA", "unmatched-footnote", "Put [^1] where"),
    Fault("event", "[the thread](/threads/", "«[the thread](/thread/", "broken-link", ""),
    Fault(
        "event",
        "[the thread](/threads/bridge/#section-the-",
        "«[x](/threads/bridge/#section-a-",
        "broken-anchor",
        "the-closure",
    ),
    Fault("page", "[a paper](https:", "«[a paper](htps:", "forbidden-link", "https://"),
]
WHOLE = [
    # Files that are at fault as a whole: path, bytes with HERE, code, hint.
    ("events/2022/2022-06-02-empty.md", "«", "missing-front-matter", "delete the file"),
    (
        "events/2022/2022-06-03-bare.md",
        "---\n«---\nIt rained. [@almanac]\n",
        "missing-field",
        "'kind'",
    ),
    ("events/2022-06-04-fair.md", f"«{EVENT}", "misplaced-file", "events/2022/2022-06-04-fair.md"),
    ("actors/2022-06-05-fair.md", f"«{EVENT}", "misplaced-file", "events/2022/2022-06-05-fair.md"),
    ("pages/a-thread.md", f"«{THREAD}", "misplaced-file", "threads/a-thread.md"),
    ("actor/a-reeve.md", f"«{ACTOR}", "misplaced-file", "Move it to actors/a-reeve.md."),
    ("pages/notes-b.txt", f"«{PAGE}", "misplaced-file", "Move it to pages/notes-b.md."),
    ("pages/My Notes.md", f"«{PAGE}", "malformed-id", "my-notes"),
    (
        "pages/bell.md",
        "---\ntitle: A bell«\x07\n---\n",
        "forbidden-character",
        "type the line anew",
    ),
    ("pages/zero-width.md", "---\ntitle: A«\u200bb\n---\n", "forbidden-character", "type the line"),
]
LATIN = ("pages/latin.md", "---\ntitle: Märn\n---\n", "2:9", "unreadable-file", "Latin-1")
"""A file in another encoding, with the place, since HERE is not in it."""
