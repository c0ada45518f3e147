/**
 * Keeps the page working without a network. Built files have their content's hash in their name, so a kept one is right for
 * ever; the page itself and the case are asked for first and taken from what was kept only when nothing answers.
 * A case is kept only where it says itself that its pupils are synthetic or that it was made to be published, and no answer is that asks not to be.
 */
const BUILT = [/* files of this build */];
/** By all names of the build: one that changed a single file is another, and what was kept of the last goes at once. */
const KEPT = `skoledistrikt ${Array.from(BUILT.join(" ")).reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 0)}`;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});

async function keepAll() {
  const kept = await caches.open(KEPT);
  await keepReference(kept);
  await kept.addAll(["./", "start-again.js", ...BUILT]);
  if (!(await mayCaseBeKept())) return;
  const listed = await fetch("case/index.json");
  const { files } = await listed.json();
  await kept.addAll(["case/index.json", ...files.map((path) => `case/${path}`)]);
}

/** The pages that explain measures, prices, law and rules, where the server has them: they speak of no case. */
async function keepReference(kept) {
  const index = await fetch("reference/index.html");
  if (!index.ok) return;
  const links = [...(await index.text()).matchAll(/(?:href|src)="([^":#]+\.(?:html|css|js|woff2))"/g)];
  await kept.addAll([...new Set(["reference/index.html", ...links.map(([, path]) => `reference/${path}`)])]);
}

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([dropOld(), self.clients.claim()]));
});

async function dropOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  const built = BUILT.some((path) => request.url.endsWith(path));
  event.respondWith(built ? keptFirst(event) : freshFirst(event));
});

async function keptFirst(event) {
  return (await caches.match(event.request)) ?? fetchAndKeep(event);
}

async function freshFirst(event) {
  try {
    return await fetchAndKeep(event);
  } catch (error) {
    const kept = await keptOf(event.request);
    if (kept) return kept;
    throw error;
  }
}

/** What was kept of what is asked for; a folder is its index, as a server has it. */
async function keptOf(request) {
  const kept = await caches.match(request, { ignoreSearch: request.mode === "navigate" });
  const { origin, pathname } = new URL(request.url);
  return kept ?? (pathname.endsWith("/") ? caches.match(`${origin}${pathname}index.html`) : undefined);
}

/** The answer goes to the page at once; what is kept of it is read beside. */
async function fetchAndKeep(event) {
  const response = await fetch(event.request);
  if (response.ok && !/no-store/.test(response.headers.get("cache-control") ?? ""))
    event.waitUntil(keepAnswer(event.request, response.clone()).catch(() => undefined));
  return response;
}

/**
 * Read to its end before anything is asked: an answer that waits to be read holds one of the six lines that a browser has to a server, and
 * six files of a case that wait for the question about them would leave none for it.
 */
async function keepAnswer(request, copy) {
  const body = await copy.blob();
  if (isOfCase(request) && !(await mayCaseBeKept())) return;
  const kept = await caches.open(KEPT);
  const { status, statusText, headers } = copy;
  await kept.put(request, new Response(body, { status, statusText, headers }));
}

const isOfCase = ({ url }) => url.startsWith(new URL("case/", self.registration.scope).href);

let asking;
let askingNext;

/**
 * Asked after each file has come, since another case can be served at the same address: files that come while it is asked for others
 * share the question after that.
 */
function mayCaseBeKept() {
  if (!asking) return (asking = askWhetherKept().finally(() => (asking = undefined)));
  return (askingNext ??= asking.then(() => {
    askingNext = undefined;
    return mayCaseBeKept();
  }));
}

/** What cannot be read does not say so. */
async function askWhetherKept() {
  try {
    const response = await fetch("case/case.json");
    const { synthetic, published } = response.ok ? await response.json() : {};
    return Boolean(synthetic) || Boolean(published);
  } catch {
    return false;
  }
}
