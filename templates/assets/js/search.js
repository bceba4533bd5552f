// Fills the search page: asks Pagefind for each word of the query, and ranks pages by how many of
// the words they hold and how rare those are. Pagefind alone demands every word, so a question
// such as "when did they reopen the lines" would find nothing.

import { exactly, plain, wordsOf } from "./query.js";

const SHOWN_AT_ONCE = 20;
const WEIGHED = 30; // pages whose title and kind are looked at before the order is final
// By the first folder of a page's address. Events answer; other pages gather or retell events.
const KIND_WEIGHT = { events: 1, actors: 1, threads: 0.85 };
const OTHER_WEIGHT = 0.6;
const CHECKED = 200; // pages read whole for a query in quotation marks; hardly anyone looks further
const PATIENCE = 15000; // milliseconds until a search that does not answer is called broken

const results = document.getElementById("results");
const status = document.getElementById("search-status");
const template = document.getElementById("result-template");
const form = document.querySelector("main form[role=search]");
const more = document.getElementById("more-results");

let pagefind;
let latest = 0;

async function load() {
  if (pagefind) return pagefind;
  const loaded = await import(new URL("pagefind.js", new URL(results.dataset.bundle, location.href)));
  await loaded.options({ baseUrl: results.dataset.base, excerptLength: 28, ranking: { pageLength: 0.1 } });
  await loaded.init();
  pagefind = loaded;
  return loaded;
}

// Each word is one search; a page's score is the sum over the words it holds of rarity times how
// well Pagefind finds it to match. The whole query as one search counts as one more, rare word.
async function find(query) {
  const { phrases, words } = wordsOf(query);
  const engine = await load();
  const pages = Number(results.dataset.pages);
  const single = [...phrases.map((phrase) => `"${phrase}"`), ...words];
  const searches = single.length > 1 ? [...single, words.concat(phrases).join(" ")] : single;
  const answers = await Promise.all(searches.map((term) => engine.search(term)));
  if (answers.some((answer) => !answer?.results.length)) await proveIndexIsThere();
  const found = new Map();
  answers.forEach((answer, number) => {
    const list = answer?.results ?? [];
    const best = Math.max(...list.map((result) => result.score), Number.MIN_VALUE);
    const rarity = Math.log(1 + pages / Math.max(list.length, 1));
    for (const result of list) {
      const gain = rarity * (0.5 + (0.5 * result.score) / best);
      const page = found.get(result.id) ?? { score: 0, gain: 0, id: result.id };
      page.score += gain;
      if (gain > page.gain && number < single.length) Object.assign(page, { gain, result });
      page.result ??= result;
      found.set(result.id, page);
    }
  });
  const wanted = mustHold(answers.slice(0, phrases.length));
  const likely = [...found.values()].filter((page) => wanted(page.id)).sort(byScore);
  const ranked = await holding(likely, phrases);
  const weighed = await Promise.all(ranked.slice(0, WEIGHED).map((page) => weigh(page, words)));
  return [...weighed.sort(byScore), ...ranked.slice(WEIGHED)].map((page) => page.result);
}

function byScore(one, other) {
  return other.score - one.score || (one.id < other.id ? -1 : 1);
}

// A page named after the words asked for is worth more than one that mentions them.
async function weigh(page, words) {
  const { meta, url } = await page.result.data();
  const [kind] = url.slice(results.dataset.base.length).split("/");
  const title = meta.title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const named = words.filter((word) => title.some((other) => other.startsWith(word))).length;
  const share = words.length ? named / words.length : 0;
  return { ...page, score: page.score * (KIND_WEIGHT[kind] ?? OTHER_WEIGHT) * (1 + share / 2) };
}

// Words in quotation marks mean exactly that: a page without them is no result.
function mustHold(answers) {
  const sets = answers.map((answer) => new Set((answer?.results ?? []).map((result) => result.id)));
  return (id) => sets.every((set) => set.has(id));
}

// Pagefind takes "hotline" for "hotlines", and words that meet across a heading for neighbours: the
// page's own text decides.
async function holding(pages, phrases) {
  if (!phrases.length) return pages;
  const exact = phrases.map(exactly);
  const holds = async ({ result }) => {
    const text = plain((await result.data()).content);
    return exact.every((phrase) => phrase.test(text));
  };
  const held = await Promise.all(pages.slice(0, CHECKED).map(holds));
  return pages.filter((_, number) => held[number] ?? true);
}

// Pagefind says "nothing found" when a part of its index cannot be fetched, as after the site was
// published anew under an open page.
async function proveIndexIsThere() {
  const entry = new URL("pagefind-entry.json", new URL(results.dataset.bundle, location.href));
  const answer = await fetch(entry, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${entry} answered with ${answer.status}`);
}

async function search(query) {
  const turn = ++latest;
  results.replaceChildren();
  delete results.dataset.state;
  more.hidden = true;
  if (!query.trim()) {
    status.textContent = "";
    results.dataset.state = "done";
    return;
  }
  status.textContent = "Searching …";
  try {
    const found = await withPatience(find(query));
    if (turn !== latest) return;
    await show(found, 0, turn);
    status.textContent = count(found.length, query);
  } catch {
    if (turn !== latest) return;
    status.textContent =
      "The search could not be loaded. Use the lists below, or reload the page to try again.";
  }
  if (turn === latest) results.dataset.state = "done";
}

function withPatience(promise) {
  const limit = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("no answer")));
  return Promise.race([promise, limit]);
}

function count(number, query) {
  if (!number) return `Nothing found for “${query}”. Try fewer or other words.`;
  return `${number} ${number === 1 ? "result" : "results"} for “${query}”`;
}

async function show(found, start, turn) {
  const end = Math.min(start + SHOWN_AT_ONCE, found.length);
  const data = await Promise.all(found.slice(start, end).map((result) => result.data()));
  if (turn !== latest) return;
  const rows = data.map(row);
  results.append(...rows);
  more.hidden = end >= found.length;
  more.onclick = async () => {
    await show(found, end, turn);
    results.children[end]?.querySelector("a").focus();
  };
}

function row(page) {
  const item = template.content.cloneNode(true).firstElementChild;
  const part = (name) => item.querySelector(`[data-part=${name}]`);
  part("title").href = page.url;
  part("title").textContent = page.meta.title;
  for (const name of ["date", "type", "tone"]) {
    if (page.meta[name]) part(name).textContent = page.meta[name];
    else part(name).remove();
  }
  part("excerpt").append(...marked(page.excerpt));
  return item;
}

// Pagefind's excerpt is HTML with <mark>; only text and marks are taken over.
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

function queryInAddress() {
  return new URL(location.href).searchParams.get("q") ?? "";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = form.elements.q.value;
  const address = new URL(location.href);
  address.searchParams.set("q", query);
  history.pushState(null, "", address);
  search(query);
});

addEventListener("popstate", () => {
  form.elements.q.value = queryInAddress();
  search(queryInAddress());
});

form.elements.q.value = queryInAddress();
search(queryInAddress());
