// Finds pages: asks Pagefind for each thing that a query names, and ranks pages by how many of these
// they hold, how rare each is and where it stands. Knows nothing of the page that shows the result.

import { describe } from "./excerpt.js";
import { exactly, latinWords, plain, understand, unpack } from "./query.js";

const TYPE_WEIGHT = { event: 1, question: 1, thread: 0.75, promise: 0.7, report: 0.5, page: 0.5 };
const OTHER_WEIGHT = 0.7;
const ABOUT = 1; // how much a page has of a thing: its title or its own fields name it,
const MENTIONED = 0.45; // or its text does
const PHRASED = 3; // a phrase in quotation marks counts as so many words
const SEEN_FIRST = 10;
const CHECKED = 200; // pages read whole for a phrase; hardly anyone looks further

export async function open(bundle, vocabularyUrl) {
  const [engine, data] = await Promise.all([engineOf(bundle), json(vocabularyUrl)]);
  const vocabulary = unpack(data);
  const pages = pagesOf(data, vocabulary.english);
  for (const { answers } of pages) for (const at of answers) pages[at].asked += 1;
  const byId = new Map(pages.map((page) => [page.id, page]));
  const index = { engine, vocabulary, pages, byId, bundle, site: new URL("../../", bundle).pathname };
  return { find: (text, { signal } = {}) => find(index, text, signal) };
}

async function json(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address} answered with ${answer.status}`);
  return answer.json();
}

// Without its worker Pagefind is one request and 12 KB lighter; searching takes milliseconds.
async function engineOf(bundle) {
  const { createInstance } = await import(new URL("pagefind.js", bundle));
  const engine = createInstance({ noWorker: true, ranking: { pageLength: 0.1 } });
  await engine.init();
  await engine.search(""); // asks nothing, but fails where a part of the engine is missing
  return engine;
}

// Columns become rows; `day` is the first of several, `date` words where days say too much.
function pagesOf({ pages, types, kinds, labels, threads, actors, dates, paths, titles, answers }, english) {
  const named = (list, names) => (list ? list.split(",").map((number) => names[parseInt(number, 36)]) : []);
  return pages.ids.split(" ").map((id, at) => {
    const [day, until = day] = pages.days[at].split("/");
    const [kind, tone] = kinds[pages.kinds[at]];
    const title = titles?.[at] ?? "";
    return {
      at, id, title, day, until, kind, tone, path: paths?.[at], type: types[pages.types[at]], label: labels[pages.labels[at]],
      date: dates[at], threads: named(pages.threads[at], threads), actors: named(pages.actors[at], actors),
      answers: answers[at] ?? [], asked: 0, stems: latinWords(title, english).map(({ stem }) => stem),
    };
  });
}

async function find(index, text, signal) {
  const query = understand(text, index.vocabulary);
  const phrases = query.phrases.map((phrase) => ({ term: `"${phrase}"`, typed: phrase, weight: PHRASED, exact: exactly(phrase) }));
  const units = [...phrases, ...query.units, ...query.dates.map((date) => ({ date, typed: date.words, weight: 1.2 }))];
  await Promise.all(units.map(async (unit) => (unit.pages = await pagesWith(unit, index))));
  signal?.throwIfAborted();
  let ranked = rank(units, index.pages);
  for (const { pages } of phrases) ranked = ranked.filter(({ page }) => pages.has(page.at));
  if (phrases.length) ranked = await holding(ranked, phrases, index);
  signal?.throwIfAborted();
  const names = query.units.filter(({ name }) => name).map(({ typed, name }) => ({ typed, name }));
  const hits = ranked.map((found) => hit(found, units, index));
  // A large site's catalogue has no titles: those seen first are read, the others when they are shown.
  if (hits[0]?.url === "") await Promise.all(hits.slice(0, SEEN_FIRST).map((found) => found.load()));
  return {
    hits,
    suggestion: query.suggestion,
    understood: { phrases: query.phrases, dates: query.dates.map(({ from, to, words }) => ({ from, to, words })), names },
    total: ranked.length,
  };
}

// How much each page has of a unit, by the page's place in the catalogue.
async function pagesWith(unit, index) {
  if (unit.date) return dated(unit.date, index.pages);
  const terms = unit.tokens ?? [unit.term];
  const answers = await Promise.all(terms.map((term) => index.engine.search(term)));
  const found = new Map();
  for (const { results } of answers) {
    for (const { id, matchedMetaFields: fields = [], words } of results) {
      const page = index.byId.get(id);
      if (!page) continue;
      const share = unit.tokens ? (fields.includes("about") ? ABOUT : MENTIONED) : standing(fields, words.length);
      found.set(page.at, Math.max(found.get(page.at) ?? 0, share));
    }
  }
  // Pagefind says "nothing found" also when a part of its index cannot be fetched, as after the
  // site was published anew under an open page.
  if (!found.size && (unit.tokens || index.vocabulary.words.has(unit.term))) {
    await json(new URL("pagefind-entry.json", index.bundle), { cache: "no-store" });
  }
  return found;
}

function standing(fields, times) {
  if (fields.includes("title")) return ABOUT;
  return times ? Math.min(0.45 + 0.1 * times, 0.75) : MENTIONED;
}

// Events by their days; other pages by a year in their title, which says less than a day or month.
function dated({ from, to, years, whole }, pages) {
  const found = new Map();
  for (const { at, day, until, stems } of pages) {
    if (day && day <= to && until >= from) found.set(at, ABOUT);
    else if (!day && years.some((year) => stems.includes(year))) found.set(at, whole ? ABOUT : MENTIONED);
    else if (day && near(day, from, to)) found.set(at, 0.3);
  }
  return found;
}

function near(day, from, to) {
  const days = (one, other) => Math.abs(Date.parse(one) - Date.parse(other)) / 86400000;
  return Math.min(days(day, from), days(day, to)) < 32;
}

function rank(units, pages) {
  const count = pages.length;
  const scores = new Map();
  let possible = 0;
  for (const unit of units) {
    let many = 0;
    for (const share of unit.pages.values()) many += share;
    unit.rarity = unit.weight * Math.log(1 + count / Math.max(many, 1));
    if (unit.pages.size) possible += unit.rarity;
    for (const [at, share] of unit.pages) {
      const found = scores.get(at) ?? { page: pages[at], score: 0, covered: 0, units: [] };
      found.score += unit.rarity * share;
      found.covered += unit.rarity * Math.min(1, share * 1.6);
      found.units.push(unit);
      scores.set(at, found);
    }
  }
  const asked = new Set(units.flatMap(({ stems = [] }) => stems));
  for (const found of scores.values()) weigh(found, asked, units, possible);
  share(scores);
  return [...scores.values()].sort((one, other) => other.score - one.score || one.page.at - other.page.at);
}

// Pages that hold all that was asked come before those that hold one rare word often, and of equal
// ones those that answer more of the site's questions.
function weigh(found, asked, units, possible) {
  const { page } = found;
  let named = 0;
  for (const unit of units) if (unit.stems?.every((stem) => page.stems.includes(stem))) named += unit.rarity;
  const overlap = page.stems.length ? page.stems.filter((stem) => asked.has(stem)).length / page.stems.length : 0;
  const coverage = possible ? found.covered / possible : 0;
  const weight = (TYPE_WEIGHT[page.type] ?? OTHER_WEIGHT) * (1 + 0.04 * Math.min(page.asked, 5));
  found.score = (found.score + 0.35 * named) * (0.4 + 0.6 * coverage) * (1 + 0.25 * overlap) * weight;
}

// A question's page and the events that answer it vouch for each other.
function share(scores) {
  const gains = new Map();
  const gain = (at, by) => gains.set(at, Math.max(gains.get(at) ?? 0, by));
  for (const { page, score } of scores.values()) {
    for (const answer of page.answers) {
      gain(answer, 0.2 * score);
      gain(page.at, 0.2 * (scores.get(answer)?.score ?? 0));
    }
  }
  for (const [at, by] of gains) if (scores.has(at)) scores.get(at).score += by;
}

// Pagefind takes "hotline" for "hotlines", and words that meet across a heading for neighbours: the
// page's own text decides.
async function holding(ranked, phrases, index) {
  const holds = async ({ page }) => {
    const { content } = await fragment(page, index);
    return phrases.every(({ exact }) => exact.test(plain(content)));
  };
  const held = await Promise.all(ranked.slice(0, CHECKED).map(holds));
  return ranked.filter((_, number) => held[number] ?? true);
}

function hit({ page, score, units }, all, index) {
  const { path, title, type, day, kind, tone, label, threads, actors } = page;
  const shown = {
    url: path === undefined ? "" : index.site + path, title, type, date: page.date ?? inWords(day), day, kind, tone, label, threads, actors,
    year: day.slice(0, 4), excerpt: "", marks: [], why: [...new Set(units.map(({ typed }) => typed))], answer: "", anchors: [], score,
  };
  shown.load = async () => {
    const held = await fragment(page, index);
    return Object.assign(shown, describe(held, index.site + held.url.slice(1), type, all, index.vocabulary));
  };
  return shown;
}

function inWords(day) {
  if (!day) return "";
  return new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

// A page's text as Pagefind keeps it: gzip, then twelve bytes of signature, then JSON.
async function fragment(page, { bundle }) {
  page.fragment ??= fetch(new URL(`fragment/${page.id}.pf_fragment`, bundle)).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.url} answered with ${answer.status}`);
    const text = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
    return JSON.parse(text.slice(12));
  });
  return page.fragment;
}
