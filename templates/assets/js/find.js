// Finds pages: asks Pagefind for each word of the query, and ranks pages by how many of the words
// they hold and how rare those are. Knows nothing of the page that shows what is found.

import { exactly, plain, wordsOf } from "./query.js";

const WEIGHED = 30;

export async function open(bundle) {
  const engine = await import(new URL("pagefind.js", bundle));
  await engine.options({ noWorker: true, baseUrl: new URL("../../", bundle).pathname, excerptLength: 28 });
  await engine.init();
  await engine.search("the");
  return { find: (text, { signal } = {}) => find(engine, text, signal) };
}

async function find(engine, text, signal) {
  const { phrases, words } = wordsOf(text);
  const terms = [...phrases.map((phrase) => `"${phrase}"`), ...words];
  const answers = await Promise.all(terms.map((term) => engine.search(term)));
  signal?.throwIfAborted();
  const found = new Map();
  for (const { results } of answers) {
    const best = results[0]?.score || 1;
    for (const result of results) {
      const page = found.get(result.id) ?? { score: 0, result };
      page.score += Math.log(1 + 650 / results.length) * (0.5 + (0.5 * result.score) / best);
      found.set(result.id, page);
    }
  }
  const exact = phrases.map(exactly);
  const ranked = [...found.values()].sort((a, b) => b.score - a.score || (a.result.id < b.result.id ? -1 : 1));
  const all = await Promise.all(ranked.slice(0, 200).map((page) => hit(page)));
  const hits = all.filter(({ content }) => exact.every((phrase) => phrase.test(plain(content))));
  return { hits, suggestion: "", understood: { phrases, dates: [], names: [] }, total: hits.length };
}

async function hit({ score, result }) {
  const page = await result.data();
  const { body } = new DOMParser().parseFromString(page.excerpt, "text/html");
  const marks = [];
  let at = 0;
  for (const node of body.childNodes) {
    const end = at + node.textContent.length;
    if (node.nodeName === "MARK") marks.push([at, end]);
    at = end;
  }
  const { title, type = "", date = "", kind = "", tone = "" } = page.meta;
  return {
    url: page.url, title, type, date, day: "", kind, tone, label: "", threads: [], actors: [],
    year: date.match(/\d{4}/)?.[0] ?? "", excerpt: body.textContent, marks, why: [], answer: "",
    anchors: [], score, content: page.content, load: async () => {},
  };
}
