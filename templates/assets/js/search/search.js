// The search page: what is asked and chosen stands in its address, and this shows what follows from
// it. Finding is the matter of find.js, rows and answers of search-results.js.

import { open } from "./find.js";
import { facets } from "./facets.js";
import { answering, row, showAnswer } from "./results.js";

const SHOWN_AT_ONCE = 20;
const NOTHING = { hits: [], suggestion: "", understood: { names: [], dates: [] } };
const PATIENCE = 15000; // milliseconds until a search that does not answer is called broken

const form = document.querySelector("main form[role=search]");
const field = form.elements.q;
const list = document.getElementById("results");
const status = document.getElementById("search-status");
const notes = document.getElementById("search-notes");
const found = document.getElementById("search-found");
const more = document.getElementById("more-results");
const tongue = document.getElementById("search-language");
const narrowing = facets(document.getElementById("facets"));

let words;
let finder;
let last = {}; // the text last searched for, and what was found
let offline;
let turn = new AbortController();

// A sentence in the reader's language; `n` chooses between its forms for one and for many.
function say(key, values = {}) {
  const forms = words[key];
  const sentence = forms.other ? (forms[new Intl.PluralRules(tongue.value).select(values.n)] ?? forms.other) : forms;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// By the address, then by what the reader once chose, then by the browser.
function speak(wanted) {
  const spoken = [...tongue.options].map((option) => option.value);
  const wishes = [wanted, remembered(), ...navigator.languages.map((tag) => tag.split("-")[0])];
  const language = wishes.find((tag) => spoken.includes(tag)) ?? spoken[0];
  if (words && tongue.value === language) return;
  tongue.value = language;
  words = JSON.parse(document.querySelector(`script[data-language=${language}]`).textContent);
  const own = document.documentElement.lang;
  document.querySelectorAll("[data-words]").forEach((element) => {
    element.textContent = say(element.dataset.words);
    element.lang = language;
  });
  field.placeholder = say("title");
  for (const element of [status, notes, more, list]) element.lang = language;
  narrowing.speak(language, own, say);
}

// Keeps a choice, and returns the one kept; a browser may refuse to keep anything.
function remembered(choice) {
  try {
    if (choice) localStorage.setItem("search-language", choice);
    return localStorage.getItem("search-language");
  } catch {
    return null;
  }
}

async function find(text, signal) {
  finder ??= open(...[list.dataset.bundle, list.dataset.catalogue].map((path) => new URL(path, location.href)));
  try {
    const limit = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("no answer")));
    return await Promise.race([finder.then((ready) => ready.find(text, { signal })), limit]);
  } catch (error) {
    if (!signal.aborted) finder = undefined;
    throw error;
  }
}

// Makes the page show what its address says.
async function follow() {
  turn.abort();
  turn = new AbortController();
  const { signal } = turn;
  const asked = new URL(location.href).searchParams;
  const text = (asked.get("q") ?? "").trim();
  speak(asked.get("hl"));
  if (document.activeElement !== field || field.value.trim() !== text) field.value = asked.get("q") ?? "";
  delete list.dataset.state;
  try {
    if (last.text !== text) {
      empty();
      status.textContent = text && say("searching");
      const result = text ? await find(text, signal) : NOTHING;
      if (signal.aborted) return;
      last = { text, ...result };
    }
    const question = await show(asked, signal);
    if (signal.aborted) return;
    list.dataset.state = "done";
    showAnswer(question, say, signal);
    if (text) offline ??= import("./offline.js").then(({ keep }) => keep(list.dataset.base));
  } catch {
    if (signal.aborted) return;
    empty();
    status.textContent = say("failed");
    list.dataset.state = "done";
  }
}

function empty() {
  last = {};
  list.replaceChildren();
  found.hidden = notes.hidden = more.hidden = true;
}

async function show(asked, signal) {
  const { text, hits } = last;
  const kept = narrowing.narrow(hits, asked);
  const number = Math.max(SHOWN_AT_ONCE, Number(asked.get("n")) || 0);
  const shown = kept.slice(0, number);
  found.hidden = !hits.length;
  more.hidden = kept.length <= number;
  const question = answering(kept);
  const { option } = narrowing;
  const items = shown.map((hit) =>
    row(hit, { option, say, language: tongue.value, answered: hit === question }),
  );
  list.replaceChildren(...items.map((item) => item.element));
  await items[0]?.complete();
  if (signal.aborted) return;
  items.slice(1).forEach((item) => item.completeWhenSeen());
  note();
  const counts = { n: kept.length, all: hits.length, q: text };
  const sentence = !counts.all ? "nothing" : counts.n === counts.all ? "found" : "narrowed";
  status.textContent = text && say(sentence, counts);
  return question;
}

// What may have been meant, and how words were read that are not so in what was found.
function note() {
  const { suggestion, understood } = last;
  const read = [
    ...understood.names
      .filter(({ typed, name }) => !name.toLowerCase().includes(typed.toLowerCase()))
      .map(({ typed, name }) => `${typed} → ${name}`),
    ...understood.dates.map((date) => date.words),
  ];
  const [meant, readAs] = notes.children;
  const link = meant.querySelector("a");
  meant.hidden = !suggestion;
  link.textContent = suggestion;
  link.href = addressWith({ q: suggestion });
  readAs.textContent = read.length ? `${say("understood")} ${read.join(" · ")}` : "";
  notes.hidden = !suggestion && !read.length;
}

// The page's address with a new query, or with other choices for the same one.
function addressWith(changes) {
  const address = new URL(location.href);
  const { searchParams: asked } = address;
  if ("q" in changes) [...asked.keys()].forEach((name) => name === "hl" || asked.delete(name));
  for (const [name, value] of Object.entries({ n: "", ...changes })) {
    asked.delete(name);
    [value].flat().forEach((one) => one && asked.append(name, one));
  }
  return address;
}

function go(changes) {
  history.pushState(null, "", addressWith(changes));
  follow();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ q: field.value });
});
narrowing.onChange(go);
addEventListener("popstate", follow);
tongue.addEventListener("change", () => {
  remembered(tongue.value);
  words = undefined;
  go({ hl: tongue.value });
});
more.addEventListener("click", async () => {
  const number = list.children.length;
  const address = addressWith({ n: String(number + SHOWN_AT_ONCE) });
  history.replaceState(null, "", address);
  await follow();
  list.children[number]?.querySelector("a").focus();
});

// "/" leads to the field, arrows through the results, Escape back to the field and out of it.
addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const links = [...list.querySelectorAll(".result__title")];
  const at = links.indexOf(target);
  if (ctrlKey || metaKey || altKey) return;
  if (key === "/" && !target.closest("input, select")) field.focus();
  else if (key === "Escape" && target === field && field.value) field.value = "";
  else if (key === "Escape" && list.contains(target)) field.focus();
  else if (key === "ArrowDown" && (at >= 0 || target === field)) links[at + 1]?.focus();
  else if (key === "ArrowUp" && at >= 0) (links[at - 1] ?? field).focus();
  else return;
  event.preventDefault();
});

document.getElementById("language").hidden = false;
follow();
