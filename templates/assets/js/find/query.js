// Knows what a reader's query asks for: phrases in quotation marks, dates, things by any of their
// names, and the words that are left. The vocabulary comes from the generator; no index is asked.

// The same word in quotation marks of any kind: "…", “…”, „…“, «…», 「…」.
const PHRASE = /["“”„«「『]([^"“”„«»「」『』]+)["“”«»」』]/gu;
const LETTER = /[가-힣々一-鿿ァ-ヺーぁ-ん]/u;
const SPACE = /[\s·・ㆍ]/;
const RUNS = /[가-힣]+|[々一-鿿]{2,}|[ァ-ヺー]{2,}/gu;
const LONGEST = 400; // letters of a query; what follows a pasted page is not read
const FAINT = 0.4; // what a word counts that says little, or that no page has
const Y_VOWELS = [2, 3, 6, 7, 12, 17, 20];

// As english.py of the generator does it: the same stems for text and query.
function stem(word, { irregular, endings }) {
  const lower = irregular[word] ?? word;
  if (!/^(?!\d+$)[a-z0-9]{4,}$/.test(lower)) return lower;
  const ending = endings.find((one) => lower.endsWith(one) && /^(?=...).*[aeiouy]/.test(lower.slice(0, -one.length)));
  return (ending ? lower.slice(0, -ending.length) : lower).replace(/^(..+)(.)\2$/, "$1$2");
}

// As korean.py does it: both orthographies one way.
export function fold(text) {
  return text.normalize("NFKC").replace(/[가-힣]/gu, (letter) => {
    const place = letter.charCodeAt(0) - 0xac00;
    const [initial, rest] = [Math.floor(place / 588), place % 588];
    if (initial !== 2 && initial !== 5) return letter;
    const folded = Y_VOWELS.includes(Math.floor(rest / 28)) ? 11 : 2;
    return String.fromCharCode(0xac00 + folded * 588 + rest);
  });
}

// Words in Latin letters: accents off, "U.S." and "Kim's" one word each.
export function latinWords(text, english) {
  const clear = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = clear.replace(/['’]s\b|(?<=[a-z0-9])['’.](?=[a-z0-9])/g, "").match(/[a-z0-9]+/g) ?? [];
  return words.map((word) => ({ word, stem: stem(word, english) }));
}

// --- the vocabulary --------------------------------------------------------------------------

export function unpack({ english, korean, names, synonyms, words: packed, native: terms }) {
  const rules = {
    endings: english.endings.split(" "),
    irregular: Object.fromEntries(english.irregular.split(" ").map((pair) => pair.split("="))),
    stops: new Set(english.stops.split(" ")),
    faint: new Set(english.faint.split(" ")),
  };
  const [latin, native, stems] = [new Map(), new Map(), new Set()];
  let before = "";
  // Each word gives the number of letters that it shares with the one before, and the rest.
  const words = new Set(packed.split(" ").map((word) => (before = before.slice(0, parseInt(word[0], 36)) + word.slice(1))));
  const correct = new Set(words);
  const add = (map, key, form) => {
    if (!map.has(key)) map.set(key, []);
    const known = map.get(key).find(({ text }) => text === form.text);
    if (known) known.tokens.push(...form.tokens);
    else map.get(key).push(form);
  };
  const concept = (line, named) => {
    const [given, ...forms] = line.split("|");
    const tokens = [given || `q${forms[0].toLowerCase().replace(/[ -]/g, "")}q`];
    const weight = rules.faint.has(forms[0]) ? FAINT : 1;
    for (const form of forms) {
      const about = { tokens, weight, name: named ? forms[0] : "" };
      if (LETTER.test(form)) {
        const text = fold(form).replace(/[\s·・ㆍ]/g, "");
        add(native, text[0], { text, ...about, tokens: [...tokens] });
        continue;
      }
      const parts = latinWords(form, rules);
      const text = parts.map((part) => part.stem).join(" ");
      add(latin, parts[0].stem, { text, stems: text.split(" "), ...about, tokens: [...tokens] });
      for (const { word } of parts) correct.add(word);
    }
  };
  for (const line of names) concept(line, true);
  for (const line of synonyms) concept(line, false);
  for (const forms of [...latin.values(), ...native.values()]) forms.sort((one, other) => other.text.length - one.text.length);
  for (const word of correct) stems.add(stem(word, rules));
  return { english: rules, endings: korean.split(" ").map(fold), latin, native, terms, words, stems, correct };
}

// The word that fewest slips of the pen lead to; the first letter is hardly ever wrong, and letters
// are left out more often than put in.
function nearest(typed, words) {
  const allowed = typed.length < 7 ? 1 : 2;
  let [best, least] = ["", allowed + 0.5];
  for (const word of words) {
    const shorter = typed.length - word.length;
    if (word.length < 3 || Math.abs(shorter) > allowed) continue;
    const cost = slips(typed, word) + (word[0] === typed[0] ? 0 : 0.6) + shorter / 10;
    if (cost < least) [best, least] = [word, cost];
  }
  return best;
}

// "guardposts" as two words that are known; "loud speakers" as one.
function divided(word, words) {
  for (let at = 3; at <= word.length - 3; at++) {
    if (words.has(word.slice(0, at)) && words.has(word.slice(at))) return `${word.slice(0, at)} ${word.slice(at)}`;
  }
  return "";
}

function joined(words, known, correct, english) {
  return words.reduce((found, next) => {
    const last = found.at(-1);
    const both = (last?.word ?? "") + next.word;
    const isOne = last && both.length > 5 && correct.has(both);
    const word = isOne ? both : last && !(known(last) && known(next)) && nearest(both, correct);
    return word ? [...found.slice(0, -1), { word, stem: stem(word, english) }] : [...found, next];
  }, []);
}

// Damerau's distance: letters left out, put in, changed or swapped with their neighbour.
function slips(one, other) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

// --- the query -------------------------------------------------------------------------------

export function understand(text, vocabulary) {
  const phrases = [];
  // Pages hold few words in other scripts, so a phrase in one of these is sought by what it names.
  const rest = text.slice(0, LONGEST).normalize("NFKC").replace(PHRASE, (_, phrase) => {
    if (LETTER.test(phrase)) return ` ${phrase} `;
    phrases.push(phrase.trim());
    return " ";
  });
  const { dates, left } = datesIn(rest);
  const foreign = nativeUnits(left, vocabulary);
  const { units, suggestion } = latinUnits(left, vocabulary, text);
  const keys = new Set();
  const isNew = ({ term, tokens = [] }) => keys.size < keys.add(term ?? tokens.join()).size;
  return { phrases: phrases.filter(Boolean), dates, units: [...foreign, ...units].filter(isNew), suggestion };
}

function latinUnits(text, { english, latin, stems, correct }, whole) {
  let suggestion = whole;
  const known = ({ word, stem: own }) => word.length < 4 || /\d/.test(word) || english.stops.has(word) || stems.has(own);
  const words = joined(latinWords(text, english), known, correct, english).flatMap((found) => {
    const better = known(found) ? "" : nearest(found.word, correct) || divided(found.word, correct);
    if (!better) return found;
    suggestion = suggestion.replace(new RegExp(`(?<!\\p{L})${found.word}(?!\\p{L})`, "iu"), better);
    return latinWords(better, english);
  });
  const isStop = ({ word }) => english.stops.has(word);
  const telling = !words.every(isStop);
  const units = [];
  for (let at = 0; at < words.length; ) {
    const { word, stem: first } = words[at];
    const left_out = telling && isStop(words[at]);
    const fits = (form) => form.stems.every((one, n) => words[at + n]?.stem === one) && (form.stems.length > 1 || !left_out);
    const form = latin.get(first)?.find(fits);
    const length = form?.stems.length ?? 1;
    const typed = words.slice(at, at + length).map((one) => one.word).join(" ");
    if (form) units.push({ ...form, typed });
    else if (!left_out) units.push({ term: word, typed, stems: [first], weight: english.faint.has(word) || !stems.has(first) ? FAINT : 1 });
    at += length;
  }
  return { units, suggestion: suggestion === whole ? "" : suggestion };
}

// Korean and Japanese: the longest name at each place, wherever words begin.
function nativeUnits(text, { native, terms, endings }) {
  const units = [];
  const folded = fold(text);
  let rest = "";
  for (let at = 0; at < folded.length; ) {
    let end = 0;
    const form = native.get(folded[at])?.find(({ text: written }) => (end = endOf(written, folded, at)));
    if (!form) {
      rest += folded[at++];
      continue;
    }
    units.push({ ...form, typed: text.slice(at, end) });
    rest += " ";
    const after = folded.slice(end).match(/^[가-힣]+/)?.[0];
    at = end + (endings.includes(after) ? after.length : 0);
  }
  for (const run of (rest.match(RUNS) ?? []).filter((one) => !endings.includes(one))) {
    const word = bare(run, endings);
    const form = !terms.includes(word) && alike(word, native);
    units.push(...(form ? [{ ...form, typed: word }] : pieces(word, terms)));
  }
  return units;
}

// A name that one slip leads to.
function alike(word, native) {
  if (word.length < 3) return undefined;
  return [...native.values()].flat().find(({ text }) => Math.abs(text.length - word.length) < 2 && slips(word, text) < 2);
}

function bare(run, endings) {
  const ending = endings.find((one) => run.length - one.length > 1 && run.endsWith(one));
  return ending ? run.slice(0, -ending.length) : run;
}

// A name may be typed with other spaces than ours; one letter alone must stand alone.
function endOf(name, text, start) {
  let at = start;
  for (const letter of name) {
    while (at > start && SPACE.test(text[at] ?? "")) at++;
    if (text[at++] !== letter) return 0;
  }
  return name.length > 1 || !(LETTER.test(text[start - 1] ?? "") || LETTER.test(text[at] ?? "")) ? at : 0;
}

// What no name explains is sought by the longest pieces that the index has.
function pieces(run, terms) {
  const found = [];
  for (let at = 0; at < run.length - 1; ) {
    let end = run.length;
    while (end > at + 1 && !terms.includes(run.slice(at, end))) end--;
    const term = run.slice(at, end);
    if (term.length > 1) found.push({ term, typed: term, weight: term === run ? 1 : term.length > 2 ? 0.7 : 0.4 });
    at = Math.max(end, at + 1);
  }
  return found;
}

// --- dates -----------------------------------------------------------------------------------

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const SEASONS = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12, 봄: 3, 여름: 6, 가을: 9, 겨울: 12, 春: 3, 夏: 6, 秋: 9, 冬: 12 };
const YEAR = "(?<!\\d)(?<year>1[5-9]\\d\\d|20\\d\\d)(?!\\d)";
const NAMED =
  "\\b(?<named>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter)\\b\\.?";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const FORMS = [
  `${YEAR}[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})`,
  `${YEAR}\\s*[年년]\\s*(?:(?<month>\\d{1,2})\\s*[月월]\\s*(?:(?<day>\\d{1,2})\\s*[日일])?|(?<named>봄|여름|가을|겨울|[春夏秋冬]))?`,
  `${DAY}(?: of)? ${NAMED},? ${YEAR}`,
  `${NAMED} ${DAY},? ${YEAR}`,
  `${NAMED},?(?: of)? ${YEAR}`,
  `${YEAR},? ${NAMED}`,
  `${YEAR}\\s*(?:-|–|to|and|から|부터|에서|~|〜)\\s*(?<until>1[5-9]\\d\\d|20\\d\\d)(?!\\d)`,
  YEAR,
].map((form) => new RegExp(form, "gi"));

function datesIn(text) {
  const dates = [];
  let left = text;
  for (const form of FORMS) {
    left = left.replace(form, (...match) => {
      dates.push(span(match.at(-1), match[0].trim()));
      return " ";
    });
  }
  return { dates, left };
}

function span({ year, month, day, named = "", until }, words) {
  const season = SEASONS[named.toLowerCase()];
  const first = month ?? season ?? (MONTHS.indexOf(named.slice(0, 3).toLowerCase()) + 1 || undefined);
  const last = season ? season + 2 : (first ?? 12);
  const iso = (...parts) => new Date(Date.UTC(...parts)).toISOString().slice(0, 10);
  const from = iso(year, (first ?? 1) - 1, day ?? 1);
  const to = until ? iso(until, 12, 0) : day ? from : iso(year, last, 0);
  return { from, to, words, years: [year, until].filter(Boolean), whole: !first };
}

// --- phrases ---------------------------------------------------------------------------------

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
