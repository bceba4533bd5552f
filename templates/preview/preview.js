// Reloads the page when its content was saved, without losing the place; shows problems over it.

const version = Number(new URL(import.meta.url).searchParams.get("version"));
const place = `preview ${location.pathname}`;

function element(name, style, text) {
  const made = document.createElement(name);
  made.className = style;
  made.textContent = text;
  return made;
}

const panel = element("section", "preview-problems", "");
panel.setAttribute("role", "alert");
panel.hidden = true;
const words = element("pre", "preview-problems__words", "");
words.tabIndex = 0;
const hide = element("button", "preview-problems__hide", "Hide");
hide.type = "button";
hide.addEventListener("click", () => (panel.hidden = true));
panel.append(element("p", "preview-problems__title", "The page shows the last state without problems."), words, hide);

const note = element("p", "preview-note", "Search shows the last build; a new one is under way.");
note.setAttribute("role", "status");
note.hidden = true;
document.body.append(panel, note);

function reload() {
  const open = [...document.querySelectorAll("details")].map((details) => details.open);
  sessionStorage.setItem(place, JSON.stringify({ open, top: scrollY }));
  location.reload();
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? "null");
  sessionStorage.removeItem(place);
  if (!kept) return;
  document.querySelectorAll("details").forEach((details, number) => {
    if (kept.open[number]) details.open = true;
  });
  scrollTo(0, kept.top);
}

function show(state) {
  if (state.version !== version) {
    reload();
    return;
  }
  if (words.textContent !== state.problems) {
    words.textContent = state.problems;
    panel.hidden = !state.problems;
  }
  note.hidden = !(state.behind && document.getElementById("results"));
}

restore();
new EventSource("/-preview/events").addEventListener("message", ({ data }) => show(JSON.parse(data)));
