// Fills the search page: asks for the query of the address or the form, and lists what is found.

import { open } from "./find.js";

const SHOWN_AT_ONCE = 20;
const PATIENCE = 15000; // milliseconds until a search that does not answer is called broken

const results = document.getElementById("results");
const status = document.getElementById("search-status");
const template = document.getElementById("result-template");
const form = document.querySelector("main form[role=search]");
const more = document.getElementById("more-results");

let finder;
let latest = 0;

async function find(query) {
  const address = (folder) => new URL(folder, location.href);
  finder ??= open(address(results.dataset.bundle), address(results.dataset.catalogue));
  finder.catch(() => (finder = undefined));
  return (await (await finder).find(query)).hits;
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
  const data = await Promise.all(found.slice(start, end).map((hit) => hit.load()));
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
  part("title").textContent = page.title;
  for (const name of ["date", "type", "tone"]) {
    if (page[name]) part(name).textContent = page[name];
    else part(name).remove();
  }
  part("excerpt").append(...marked(page));
  return item;
}

function marked({ excerpt, marks }) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of marks) {
    const mark = document.createElement("mark");
    mark.textContent = excerpt.slice(start, end);
    nodes.push(excerpt.slice(at, start), mark);
    at = end;
  }
  return [...nodes, excerpt.slice(at)];
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
