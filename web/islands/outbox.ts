// What was entered and is not yet sent: kept in the browser's database until the server has answered.
// Pages and the service worker both send; the key of each entry makes it count once, and a lock keeps
// the order. Used by keep.ts and by the service worker, so no `document` here.

/** An entry, as it was when the button was pressed. */
export interface Entry {
  seq?: number;
  /** Its key (`idempotency-key`). */
  once: string;
  person: string;
  /** Where it is posted to. */
  path: string;
  body: string;
  /** When it was entered, by this device. */
  at: number;
  /** In words, for the list. */
  label: string;
  tries: number;
  /** Why the server refused it; then it waits for the person. */
  refused?: string;
}

/** What sending came to. */
export interface Sent {
  /** What still waits, not counting what was refused. */
  left: number;
  /** Whether somebody has to sign in first. */
  signIn: boolean;
  /** Those the server took, and the page it answered the last of them with. */
  taken: number[];
  page?: { from: string; address: string; text: string };
}

/** After so many failures of the server's own an entry makes way for those behind it. */
const PATIENCE = 8;

const news = new BroadcastChannel("klatsch-outbox");

/** Calls back whenever the outbox changed, here or in another tab. */
export function onChange(look: () => void): void {
  news.addEventListener("message", look);
}

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open("klatsch", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("entries", { keyPath: "seq", autoIncrement: true });
      asked.result.createObjectStore("about");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("no database"));
  });
  return opened;
}

async function store<T>(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  // `strict`: an entry that the page calls kept is on the disk.
  const transaction = (await database()).transaction(name, mode, { durability: "strict" });
  const asked = work(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onerror = () => reject(transaction.error ?? new Error("not kept"));
    transaction.onabort = transaction.onerror;
  });
}

/** Keeps an entry; gives its number. */
export async function add(entry: Entry): Promise<number> {
  const seq = await store("entries", "readwrite", (entries) => entries.add(entry));
  news.postMessage("added");
  return seq as number;
}

/** The entries of a person, and of nobody (people who checked in at a device on which no one was signed in), oldest first. */
export async function all(person: string): Promise<Entry[]> {
  const entries = await store<Entry[]>("entries", "readonly", (entries) => entries.getAll());
  return entries.filter((entry) => entry.person === person || entry.person === "");
}

/** Forgets an entry. */
export async function remove(seq: number): Promise<void> {
  await store("entries", "readwrite", (entries) => entries.delete(seq));
  news.postMessage("removed");
}

/** Changes an entry. */
export async function put(entry: Entry): Promise<void> {
  await store("entries", "readwrite", (entries) => entries.put(entry));
  news.postMessage("changed");
}

/** Who used this browser last, for the service worker. */
export async function person(): Promise<string> {
  return (await store<string | undefined>("about", "readonly", (about) => about.get("person"))) ?? "";
}

/** Remembers who uses this browser now. */
export async function meet(person: string): Promise<void> {
  await store("about", "readwrite", (about) => about.put(person, "person"));
}

/** Sends what waits, in order, until the network fails or somebody has to sign in. */
export function send(person: string): Promise<Sent> {
  const work = () => sendAll(person);
  // Locks need a secure origin; without one there is no service worker either, and tabs are rare.
  return "locks" in navigator ? navigator.locks.request("klatsch-outbox", work) : work();
}

async function sendAll(person: string): Promise<Sent> {
  const sent: Sent = { left: 0, signIn: false, taken: [] };
  for (const entry of await all(person)) {
    if (entry.refused !== undefined || entry.seq === undefined) continue;
    if (sent.left > 0) {
      sent.left += 1;
      continue;
    }
    const answer = await post(entry, person);
    if (answer === "lost" || answer === "sign in") {
      sent.left += 1;
      sent.signIn = answer === "sign in";
    } else if (answer.ok) {
      await remove(entry.seq);
      sent.taken.push(entry.seq);
      sent.page = { from: entry.path, address: answer.url, text: await answer.text().catch(() => "") };
    } else if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
      entry.tries += 1;
      if (entry.tries < PATIENCE || answer.status === 429 || answer.status === 503) {
        sent.left += 1;
        await put(entry);
      } else {
        await refuse(entry, answer);
      }
    } else {
      await refuse(entry, answer);
    }
  }
  return sent;
}

async function refuse(entry: Entry, answer: Response): Promise<void> {
  await put({ ...entry, refused: why(await answer.text().catch(() => "")) || String(answer.status) });
}

async function post(entry: Entry, sender: string): Promise<Response | "lost" | "sign in"> {
  try {
    const answer = await fetch(entry.path, {
      method: "POST",
      // What was entered by nobody is not done in the name of whoever has signed in since.
      credentials: entry.person === sender ? "same-origin" : "omit",
      body: new URLSearchParams(entry.body),
      // A network that never answers is as good as none; the key makes trying again safe.
      signal: AbortSignal.timeout(20_000),
      headers: {
        accept: "text/html",
        "x-island": "1",
        "idempotency-key": entry.once,
        "entered-ago": String(Math.max(0, Math.round((Date.now() - entry.at) / 1000))),
        ...(entry.person === "" ? {} : { "entered-by": entry.person }),
      },
    });
    return answer.redirected && new URL(answer.url).pathname === "/sign-in" ? "sign in" : answer;
  } catch {
    return "lost";
  }
}

/** The sentence of a page that refuses. The service worker has no parser of pages. */
function why(page: string): string {
  const found = /class="problem"[^>]*>([^<]+)</.exec(page) ?? /class="flash flash-problem"[^>]*><p>([^<]+)</.exec(page) ?? /<section class="failure">\s*<h1>[^<]*<\/h1>\s*<p>([^<]+)</.exec(page);
  const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#38": "&", "#60": "<", "#62": ">", "#34": '"' };
  return (found?.[1] ?? "").replace(/&([#\w]+);/g, (all, name: string) => names[name] ?? all).trim();
}
