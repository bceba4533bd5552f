const KEPT = "kept-1";
const MOST_PAGES = 100;
const VERSIONED = /\/(?:assets|pagefind)\/[0-9a-f]{12}\//;
addEventListener("install", () => skipWaiting());
addEventListener("fetch", (event) => {
const { request } = event;
if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
if (request.cache === "no-store") return; // asks whether the network has it
event.respondWith(VERSIONED.test(request.url) ? unchanging(request) : changing(request));
});
addEventListener("message", (event) => event.waitUntil(keep(event.data)));
async function unchanging(request) {
const cache = await caches.open(KEPT);
const copy = await cache.match(request, { ignoreSearch: true });
if (copy) return copy;
const answer = await fetch(request);
if (answer.ok) await cache.put(request, answer.clone());
return answer;
}
async function changing(request) {
const cache = await caches.open(KEPT);
try {
const answer = await fetch(request);
const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
if (answer.ok && isPage) await cache.put(withoutQuery(request.url), answer.clone());
return answer;
} catch (error) {
const copy = await cache.match(withoutQuery(request.url));
if (copy) return copy;
throw error;
}
}
async function keep(addresses) {
const cache = await caches.open(KEPT);
const used = new Set(addresses.map(folder));
const pages = [];
for (const { url } of await cache.keys()) {
if (!folder(url)) pages.push(url);
else if (!used.has(folder(url))) await cache.delete(url);
}
for (const url of pages.slice(0, -MOST_PAGES)) await cache.delete(url);
await Promise.allSettled(addresses.map(async (address) => {
const url = folder(address) ? address : withoutQuery(address);
if (!(await cache.match(url, { ignoreSearch: true }))) await cache.add(url);
}));
}
function folder(url) {
return VERSIONED.exec(url)?.[0];
}
function withoutQuery(url) {
return url.split(/[?#]/)[0];
}
