// Keeps the pages a host needs in the room, as last seen, and sends what waits on the device.
//
// Kept are pages with a `data-keep-offline`, for the person who is signed in and no one else: when a
// page comes from the network for another person, or for nobody, all that is kept goes. The network is
// asked first, always; what is kept is shown when it fails or is too slow, and says of when it is.
import { meet, person, send } from "../islands/outbox.ts";

/** What TypeScript's library for pages does not know of a worker. */
interface Later extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Later {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Later {
  data: { keep?: string; language?: string; assets?: string[] };
}
interface Worker {
  clients: { claim(): Promise<void> };
  location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "sync", listen: (event: Later) => void): void;
  addEventListener(type: "fetch", listen: (event: Asked) => void): void;
  addEventListener(type: "message", listen: (event: Told) => void): void;
}
const worker = self as unknown as Worker;

const PAGES = "klatsch-pages";
const ASSETS = "klatsch-assets";
const NOWHERE = "/offline";
/** How long the network may take when a kept page is at hand, in milliseconds. */
const SLOW = 6_000;
/** How long a page is good for: the next day it would mislead. */
const OLD = 24 * 60 * 60 * 1000;
/** How many of each are kept. */
const MOST_PAGES = 30;
const MOST_ASSETS = 80;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

// Where the browser has Background Sync: what waits is sent though every page is closed.
worker.addEventListener("sync", (event) => {
  event.waitUntil(
    person()
      .then(send)
      .then((sent) => {
        if (sent.left > 0) throw new Error("the browser shall try again");
      }),
  );
});

worker.addEventListener("message", (event) => {
  const { keep: address, language, assets } = event.data;
  if (address) event.waitUntil(Promise.all([fetchPage(address), keepAssets(assets ?? []), keepNowhere(language ?? "en")]));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== worker.location.origin) return;
  if (request.method === "POST" && address.pathname === "/sign-out") event.waitUntil(forget());
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(event, request));
  else if (address.pathname.startsWith("/assets/") && address.searchParams.has("v")) event.respondWith(asset(request));
});

/** The network's page, or the kept one. */
async function page(event: Asked, request: Request): Promise<Response> {
  const kept = await find(request.url);
  try {
    const fresh = fetch(request).then((answer) => {
      event.waitUntil(learn(request.url, answer.clone()));
      return answer;
    });
    if (!kept) return await fresh;
    const slow = new Promise<null>((resolve) => setTimeout(() => resolve(null), SLOW));
    const first = await Promise.race([fresh, slow]);
    // It may still come, and is learnt then.
    if (!first) event.waitUntil(fresh.catch(() => {}));
    return first ?? kept;
  } catch (error) {
    const nowhere = kept ?? (await (await caches.open(ASSETS)).match(NOWHERE));
    if (nowhere) return nowhere;
    throw error;
  }
}

/** Whose a page is; `undefined` for what is no page of the house. */
function owner(text: string): string | undefined {
  return /<html [^>]*data-person="([^"]*)"/.exec(text)?.[1];
}

/** Keeps a page that wants to be kept; forgets all when it is another person's, or nobody's. */
async function learn(address: string, answer: Response): Promise<void> {
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/html")) return;
  const text = await answer.text();
  const whose = owner(text);
  if (whose === undefined) return;
  if (whose !== (await person())) {
    await forget();
    await meet(whose);
  }
  const wanted = whose !== "" && text.includes("data-keep-offline") && !answer.redirected;
  if (!wanted) return;
  // What the page said of the last deed is not to be said again.
  if (text.includes('class="flash')) await fetchPage(address);
  else await keepPage(address, text, answer.headers);
}

async function keepPage(address: string, text: string, headers: Headers): Promise<void> {
  const pages = await caches.open(PAGES);
  const kept = new Headers(headers);
  kept.delete("set-cookie");
  kept.delete("content-encoding");
  kept.delete("content-length");
  const at = Date.now();
  kept.set("kept-at", String(at));
  await pages.put(address, new Response(text.replace("<html ", `<html data-kept="${at}" `), { headers: kept }));
  await trim(pages, MOST_PAGES);
}

async function fetchPage(address: string): Promise<void> {
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    const text = await answer.clone().text();
    if (!text.includes('class="flash')) await learn(address, answer);
  } catch {
    // Away: what is kept stays.
  }
}

/** A kept page; one of another search is better than none. */
async function find(address: string): Promise<Response | undefined> {
  const pages = await caches.open(PAGES);
  const kept = (await pages.match(address)) ?? (await pages.match(address, { ignoreSearch: true }));
  return kept && Date.now() - Number(kept.headers.get("kept-at")) < OLD ? kept : undefined;
}

async function forget(): Promise<void> {
  await caches.delete(PAGES);
}

/** Assets are named by their content: what is kept is right for ever. */
async function asset(request: Request): Promise<Response> {
  const assets = await caches.open(ASSETS);
  const kept = await assets.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await assets.put(request, answer.clone());
  return answer;
}

async function keepAssets(addresses: string[]): Promise<void> {
  const assets = await caches.open(ASSETS);
  for (const address of addresses) {
    if (!(await assets.match(address))) await assets.add(address).catch(() => {});
  }
  await trim(assets, MOST_ASSETS);
}

/** The page for what was not kept, as nobody sees it and in the person's language. */
async function keepNowhere(language: string): Promise<void> {
  try {
    const answer = await fetch(NOWHERE, { credentials: "omit", headers: { "accept-language": language } });
    if (answer.ok) await (await caches.open(ASSETS)).put(NOWHERE, answer);
  } catch {
    // Away.
  }
}

/** The oldest go first. */
async function trim(cache: Cache, most: number): Promise<void> {
  const kept = await cache.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - most))) await cache.delete(request);
}
