// Knows what a reader's query asks for: phrases in quotation marks, dates, things by any of their
// names (concepts of the vocabulary), and the words that are left. Asks no index.

// The same word in quotation marks of any kind: "…", “…”, „…“, «…», 「…」.
const PHRASE = /["“”„«「『]([^"“”„«»「」『』]+)["“”«»」』]/gu;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const SEASONS = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12, 봄: 3, 여름: 6, 가을: 9, 겨울: 12, 春: 3, 夏: 6, 秋: 9, 冬: 12 };
const NATIVE = /[가-힣々一-鿿ァ-ヺー]/u;
const RUNS = /[가-힣]+|[々一-鿿]{2,}|[ァ-ヺー]{2,}/gu;
const Y_VOWELS = new Set([2, 3, 6, 7, 12, 17, 20]);
// As generator/text/languages/english.py does it: the same stems for text and query.
export function stem(word, english) {
  const lower = english.irregular[word] ?? word;
  if (!/^[a-z0-9]{4,}$/.test(lower) || /^\d+$/.test(lower)) return lower;
  for (const ending of english.endings) {
    const rest = lower.slice(0, -ending.length);
    if (lower.endsWith(ending) && rest.length > 2 && /[aeiouy]/.test(rest)) {
      return rest.length > 3 && rest.at(-1) === rest.at(-2) ? rest.slice(0, -1) : rest;
    }
  }
  return lower.at(-1) === lower.at(-2) && lower.length > 4 ? lower.slice(0, -1) : lower;
}

// As generator/text/languages/korean.py does it: both orthographies one way.
export function fold(text) {
  return text.normalize("NFKC").replace(/[가-힣]/gu, (letter) => {
    const place = letter.charCodeAt(0) - 0xac00;
    let initial = Math.floor(place / 588);
    if (initial !== 2 && initial !== 5) return letter;
    if (Y_VOWELS.has(Math.floor((place % 588) / 28))) initial = 11;
    else if (initial === 5) initial = 2;
    return String.fromCharCode(0xac00 + initial * 588 + (place % 588));
  });
}

// Latin words with their places: accents off, "U.S." and "Kim's" one word each.
export function latinWords(text, english) {
  const clear = text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
  const joined = clear.replace(/['’]s\b|(?<=[a-z0-9])['’.](?=[a-z0-9])/g, (cut) => "\u200b".repeat(cut.length));
  return [...joined.matchAll(/[a-z0-9\u200b]+/g)].map(({ 0: typed, index }) => {
    const word = typed.replaceAll("\u200b", "");
    return { word, stem: stem(word, english), at: index, end: index + typed.length };
  });
}

export function understand(text, vocabulary) {
  const phrases = [];
  const rest = text.normalize("NFKC").replace(PHRASE, (_, phrase) => {
    phrases.push(phrase.trim());
    return " ";
  });
  const { dates, left } = datesIn(rest);
  const { units: foreign, left: latin } = nativeUnits(left, vocabulary);
  const { units, suggestion } = latinUnits(latin, vocabulary, text);
  return { phrases: phrases.filter(Boolean), dates, units: distinct([...foreign, ...units]), suggestion };
}

function distinct(units) {
  const seen = new Set();
  return units.filter((unit) => {
    const key = [unit.term, ...(unit.tokens ?? [])].join();
    return !seen.has(key) && seen.add(key);
  });
}

// --- dates -----------------------------------------------------------------------------------

const DATES = [
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/g, (m) => [m[1], m[2], m[3]]],
  [/(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월])?\s*(?:(\d{1,2})\s*[日일])?(봄|여름|가을|겨울|[春夏秋冬])?/g, (m) => [m[1], m[2] ?? SEASONS[m[4]], m[3], m[4]]],
  [/\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,? (\d{4})\b/gi, (m) => [m[3], month(m[2]), m[1]]],
  [/\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/gi, (m) => [m[3], month(m[1]), m[2]]],
  [/\b([a-z]{3,9})\.?,?(?: of)? (\d{4})\b/gi, (m) => [m[2], month(m[1]) ?? SEASONS[m[1].toLowerCase()], null, SEASONS[m[1].toLowerCase()]]],
  [/(?<!\d)(1[5-9]\d\d|20\d\d)\s*(?:-|–|to|and|から|부터|에서|~|〜)\s*((?:1[5-9]|20)\d\d)(?!\d)/g, (m) => [m[1], null, null, null, m[2]]],
  [/(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/g, (m) => [m[1]]],
];

function month(word) {
  const number = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  const names = /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i;
  return names.test(word) ? number : undefined;
}

export function datesIn(text) {
  const dates = [];
  let left = text;
  for (const [pattern, parts] of DATES) {
    left = left.replace(pattern, (...match) => {
      const [year, monthOrNone, day, season, until] = parts(match);
      const named = /[a-z]{3}/i.test(match[0]);
      if (named && !monthOrNone) return match[0];
      dates.push(span(year, monthOrNone, day, season, until, match[0].trim()));
      return " ";
    });
  }
  return { dates, left };
}

function span(year, month, day, season, until, words) {
  const first = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const last = until
    ? new Date(Date.UTC(until, 11, 31))
    : day
      ? first
      : new Date(Date.UTC(year, season ? month + 2 : (month ?? 12), 0));
  const iso = (date) => date.toISOString().slice(0, 10);
  return { from: iso(first), to: iso(last), words, years: [year, until].filter(Boolean) };
}

// --- Korean and Japanese ---------------------------------------------------------------------

function nativeUnits(text, { native, bare, knownNative }) {
  const units = [];
  let left = "";
  let rest = "";
  const folded = fold(text);
  for (let at = 0; at < folded.length; ) {
    const found = native.get(folded[at])?.map((form) => [form, formEnd(folded, at, form.text)]).find(([, end]) => end);
    if (!found) {
      const letter = folded[at++];
      if (NATIVE.test(letter) || /[ぁ-ん]/.test(letter)) {
        rest += letter;
        left += " ";
      } else {
        rest += " ";
        left += letter;
      }
      continue;
    }
    const [form, end] = found;
    units.push({ tokens: form.tokens, typed: text.slice(at, end), name: form.name, weight: 1 });
    rest += "\n";
    left += " ";
    at = end;
    if (/[가-힣]/.test(folded[at - 1])) at += bare.after(folded.slice(at));
  }
  for (const [run] of rest.matchAll(RUNS)) units.push(...nativeTerms(run, bare, knownNative));
  return { units, left };
}

// A form may be typed with other spaces than ours; one letter alone must stand alone.
function formEnd(text, start, form) {
  let at = start;
  for (const letter of form) {
    while (at > start && text[at] === " ") at++;
    if (text[at] !== letter) return 0;
    at++;
  }
  const alone = form.length > 1 || !(NATIVE.test(text[start - 1] ?? " ") || NATIVE.test(text[at] ?? " "));
  return alone ? at : 0;
}

// What no form explains is sought as it stands, or else by the longest pieces that the index has.
function nativeTerms(run, bare, known) {
  const word = /[가-힣]/.test(run) ? bare.word(run) : run;
  if (word.length < 2) return [];
  const pieces = [];
  for (let at = 0; at < word.length - 1; ) {
    let end = word.length;
    while (end > at + 1 && !known.includes(word.slice(at, end))) end--;
    if (end > at + 1) pieces.push(word.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return pieces.map((term) => ({ term, typed: term, weight: term.length > 2 || term === word ? 0.8 : 0.4 }));
}

// --- Latin letters ---------------------------------------------------------------------------

function latinUnits(text, vocabulary, whole) {
  const { english, latin } = vocabulary;
  const words = latinWords(text, english);
  let suggestion = whole;
  for (const word of words) {
    if (english.stops.has(word.word) || vocabulary.knows(word)) continue;
    const better = vocabulary.nearest(word.word);
    if (!better) continue;
    suggestion = suggestion.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word.word}(?![\\p{L}\\p{N}])`, "iu"), better);
    Object.assign(word, { typed: word.word, word: better, stem: stem(better, english) });
  }
  const telling = words.some(({ word }) => !english.stops.has(word));
  const units = [];
  for (let at = 0; at < words.length; ) {
    const { word, stem: first } = words[at];
    const isStop = telling && english.stops.has(word);
    const form = latin
      .get(first)
      ?.find(({ stems }) => (stems.length > 1 || !isStop) && stems.every((one, n) => words[at + n]?.stem === one));
    const span = words.slice(at, at + (form?.stems.length ?? 1));
    const typed = span.map((one) => one.word).join(" ");
    if (form) units.push({ tokens: form.tokens, typed, name: form.name, stems: form.stems, weight: 1 });
    else if (!isStop && vocabulary.knows(words[at])) units.push({ term: word, typed, stems: [first], weight: 1 });
    else if (!isStop) units.push({ term: word, typed, stems: [first], weight: 1, unknown: true });
    at += span.length;
  }
  return { units, suggestion: suggestion === whole ? "" : suggestion };
}

// A pattern for a phrase within plain text. Latin letters end where the word ends; in Korean a
// particle may follow.
export function exactly(phrase) {
  const text = plain(phrase).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<![\\p{Script=Latin}\\d])${text}(?![\\p{Script=Latin}\\d])`, "u");
}

// Text as it is compared: without case, kinds of apostrophes and dashes, and lengths of spaces.
export function plain(text) {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/['‘’]/g, "’")
    .replace(/[‐‑–—-]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
