// The rows of what was found, and the short answer above them.

import { typeOf } from "./facets.js";

const own = document.documentElement.lang;
const template = document.getElementById("result-template");
const box = document.getElementById("answer");
const ANSWERED_BY = 3; // claims of a short answer that are shown above the results
const CLEARLY = 0.9; // of the best page's score that a question needs to be answered above it

const unseen = new WeakMap();
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    unseen.get(target)().catch(() => {}); // a row without its excerpt still leads to its page
  }
});

// Returns the question among the first pages whose answer may stand above them all. One name or
// word alone asks nothing.
export function answering(hits) {
  const likely = hits.slice(0, 2).filter(({ score }) => score >= CLEARLY * hits[0].score);
  return likely.find((hit) => typeOf(hit) === "questions" && hit.why.length > 1);
}

// Returns the row of a page; complete() fills what only the page's own part of the index knows.
export function row(hit, { option, say, language, answered }) {
  const element = template.content.cloneNode(true).firstElementChild;
  const part = (name) => element.querySelector(`[data-part=${name}]`);
  const put = (name, ...content) => part(name).append(...content.filter(Boolean));
  part("title").href = hit.url;
  put("title", hit.title);
  for (const name of ["title", "excerpt"]) part(name).lang = own;
  put("date", dateOf(hit, language));
  put("type", answered ? say("answered") : language === own ? hit.type : say(typeOf(hit)));
  const kind = option("kind", hit.kind);
  if (kind) put("tone", kind.sign, " ", foreign(kind), ` · ${say(kind.tone)}`);
  else put("tone", hit.tone);
  const label = option("label", hit.label);
  if (label) put("label", label.sign, " ", foreign(label));
  const threads = hit.threads.map((id) => option("thread", id)).filter(Boolean);
  put("threads", threads.map(({ text }) => text).join(", "));
  part("threads").lang = own;
  put("why", hit.why.length ? `${say("matches")} ${hit.why.join(", ")}` : "");

  async function complete() {
    await hit.load?.();
    Object.assign(part("title"), { href: hit.url, textContent: hit.title }); // a large site tells it late
    if (!answered) part("excerpt").replaceChildren(...marked(hit.excerpt, hit.marks), /[.!?]$/.test(hit.excerpt) ? "" : " …");
    const button = part("claims");
    button.hidden = !hit.anchors?.length;
    if (button.hidden) return;
    button.textContent = say("claims", { n: hit.anchors.length });
    button.onclick = () => unfold(button, hit.anchors);
  }

  return {
    element,
    complete,
    completeWhenSeen() {
      unseen.set(element, complete);
      sight.observe(element);
    },
  };
}

// Links to claims come only when asked for: until then a row has one link, to the page.
function unfold(button, anchors) {
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  if (open) return button.nextElementSibling.remove();
  const list = document.createElement("ul");
  list.className = "result__claims";
  list.lang = own;
  for (const { href, title, excerpt, marks } of anchors) {
    const link = document.createElement("a");
    link.href = href;
    link.append(...(excerpt ? marked(excerpt, marks) : [title]));
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return button.after(list);
}

// A text with its marked ranges; nothing of it is ever read as HTML.
function marked(text = "", marks = []) {
  let at = 0;
  const parts = marks.flatMap(([start, end]) => {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    const before = text.slice(at, start);
    at = end;
    return [before, mark];
  });
  return [...parts, text.slice(at)];
}

function foreign({ text, lang }) {
  const span = document.createElement("span");
  span.textContent = text;
  if (lang) span.lang = lang;
  return span;
}

function dateOf({ date, day }, language) {
  if (language === own || !/^\d{4}-\d\d-\d\d$/.test(day)) return date;
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

// Shows a question's short answer; its claims come with their evidence, from the question's page.
export async function showAnswer(hit, say, signal) {
  box.hidden = !hit;
  if (!hit) return;
  const [kicker, title, claims] = box.children;
  kicker.textContent = say("answer");
  title.textContent = hit.title;
  title.lang = claims.lang = own;
  claims.textContent = hit.answer;
  try {
    const page = await (await fetch(hit.url, { signal })).text();
    const { body } = new DOMParser().parseFromString(page, "text/html");
    const shown = [...body.querySelectorAll(".claims .claim")].slice(0, ANSWERED_BY);
    shown.forEach((claim) => claim.removeAttribute("id"));
    if (shown.length && !signal.aborted) claims.replaceChildren(...shown);
  } catch {
    box.hidden = !hit.answer; // the answer alone, or its page in the list
  }
}
