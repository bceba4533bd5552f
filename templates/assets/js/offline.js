// Has the service worker keep what this page has loaded, once the reader has searched.

export async function keep(base) {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(`${base}sw.js`);
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const ours = loaded.filter((name) => name.startsWith(new URL(base, location.href).href));
    active.postMessage([location.href, ...new Set(ours)]);
  } catch {
    // a browser that allows no worker can only do without
  }
}
