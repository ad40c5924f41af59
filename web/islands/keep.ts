// Forms marked `data-keep-offline="in words"`: what is posted is first kept on the device, then sent.
// Without a network it waits, the banner says so and lists it, and it is sent when the network is back:
// on the browser's word, when the page is opened or looked at again, and by trying ever more patiently.
import { timeOfDay } from "./clocks.ts";
import { markTap, stepGuests } from "./marks.ts";
import { moveRun } from "./run.ts";
import { add, all, meet, onChange, put, remove, send, type Entry, type Sent } from "./outbox.ts";
import { compose, hear, refresh, say, type Letter, type Outcome } from "./live.ts";

const who = document.documentElement.dataset.person ?? "";
const banner = document.querySelector<HTMLElement>(".banner[data-waiting]");
const asked = banner?.querySelector<HTMLElement>("[data-waiting-sign-in]");
const list = banner?.querySelector("ul");
const words = banner?.querySelector("p");

let trying: Promise<Sent> | undefined;
let patience = 2_000;
let timer = 0;

/** Keeps what a form posts and sends it with all before it; "waiting" when the network is away. */
export async function keep(form: HTMLFormElement, letter: Letter): Promise<Outcome> {
  return (await keepAndHear(form, letter)).outcome;
}

/** The same, with the page that answered, where it is known. */
async function keepAndHear(form: HTMLFormElement, letter: Letter): Promise<{ outcome: Outcome; page?: Sent["page"] | undefined }> {
  const at = Date.now();
  letter.body.set("once", key(at));
  const entry: Entry = {
    once: letter.body.get("once") ?? "",
    person: who,
    path: new URL(letter.address, location.href).pathname + new URL(letter.address, location.href).search,
    body: letter.body.toString(),
    at,
    label: letter.says ?? form.dataset.keepOffline ?? document.title,
    tries: 0,
  };
  let seq: number;
  try {
    seq = await add(entry);
  } catch {
    return { outcome: "lost" }; // no room, or a browser that forbids it
  }
  void wantSync();
  const sent = await attempt();
  // An attempt before this one, or another tab, may have sent it.
  const mine = (await waiting()).find((one) => one.seq === seq);
  if (!mine) return { outcome: "kept", page: sent.taken.at(-1) === seq ? sent.page : undefined };
  if (mine.refused === undefined) return { outcome: "waiting" };
  // The person is here: the server's page says what is wrong, and the form can be mended at once.
  await remove(seq);
  return { outcome: "refused" };
}

/** Sends what waits. One at a time in this page: an entry added meanwhile is sent by the next. */
async function attempt(): Promise<Sent> {
  const before = trying;
  const mine = (async () => {
    await before?.catch(() => {});
    return send(who);
  })();
  trying = mine;
  const sent = await mine;
  clearTimeout(timer);
  if (sent.left > 0 && !sent.signIn) {
    timer = setTimeout(() => void later(), patience);
    patience = Math.min(patience * 2, 60_000);
  } else {
    patience = 2_000;
  }
  if (asked) asked.hidden = !sent.signIn;
  if (sent.taken.length > 0 && trying === mine && sent.page && new URL(sent.page.address).pathname === location.pathname) {
    refresh(sent.page.text);
  }
  await look(sent.signIn);
  if (sent.taken.length > 0) hear();
  return sent;
}

/** Sends what waited, and says so when it is all gone. */
async function later(): Promise<void> {
  if ((await waiting()).length === 0) return;
  const sent = await attempt();
  if (sent.taken.length === 0 || sent.left > 0) return;
  for (const button of document.querySelectorAll<HTMLElement>("[data-keep-offline] [aria-busy]")) button.ariaBusy = null;
  // Who waits before a form that leads elsewhere is led there now.
  const { page } = sent;
  if (page && [...document.querySelectorAll<HTMLFormElement>("form[data-keep-offline]:not([data-stay])")].some((form) => form.getAttribute("action") === page.from)) {
    arrive(page);
  }
  say(banner?.dataset.sent);
}

async function waiting(): Promise<Entry[]> {
  return all(who).catch(() => []);
}

/** The banner and its list, as things are. */
async function look(signIn = false): Promise<void> {
  if (!banner || !list || !words) return;
  const entries = await waiting();
  const refused = entries.filter((entry) => entry.refused !== undefined).length;
  const left = entries.length - refused;
  const text = [
    left > 0 && (signIn ? banner.dataset.signIn : counted(left, banner.dataset.one, banner.dataset.many)),
    refused > 0 && counted(refused, banner.dataset.refusedOne, banner.dataset.refusedMany),
  ];
  const said = text.filter(Boolean).join(" ");
  if (words.textContent !== said) words.textContent = said;
  list.replaceChildren(...entries.map(row));
  banner.hidden = entries.length === 0;
  if (banner.hidden) banner.querySelector("details")?.removeAttribute("open");
}

function counted(count: number, one = "", many = ""): string {
  return count === 1 ? one : many.replace("{n}", String(count));
}

function row(entry: Entry): HTMLLIElement {
  const item = document.createElement("li");
  const line = document.createElement("span");
  line.textContent = `${entry.label || entry.path} (${(banner?.dataset.entered ?? "").replace("{time}", timeOfDay(entry.at))})`;
  item.append(line);
  if (entry.refused !== undefined) {
    const why = document.createElement("span");
    why.className = "waiting-why";
    why.textContent = entry.refused;
    item.append(why, button(banner?.dataset.again, () => again(entry)));
  }
  item.append(button(banner?.dataset.discard, () => discard(entry)));
  return item;
}

function button(label: string | undefined, press: () => Promise<void>): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small";
  button.textContent = label ?? "";
  button.addEventListener("click", () => void press());
  return button;
}

async function again(entry: Entry): Promise<void> {
  const { refused: _, ...fresh } = entry;
  // A new attempt of the person's, not of the network's: as if entered now, with a key of its own.
  await put({ ...fresh, once: key(Date.now()), at: Date.now(), tries: 0 });
  await later();
}

async function discard(entry: Entry): Promise<void> {
  if (entry.seq !== undefined) await remove(entry.seq);
  await look();
  location.reload(); // what the page showed of it goes too
}

/** Where there is Background Sync, the browser sends what waits also when this page is closed. */
async function wantSync(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const found = await navigator.serviceWorker.getRegistration();
  const sync = (found as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync;
  await sync?.register("klatsch-outbox").catch(() => {});
}

/** A UUID of version 7 (RFC 9562). `crypto.randomUUID` is for secure origins only. */
function key(at: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(at / 256 ** (5 - place)) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** What waits is shown on the page again, when it is opened anew without a network. */
async function show(): Promise<void> {
  for (const entry of await waiting()) {
    const body = new URLSearchParams(entry.body);
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep-offline]")) {
      if (form.getAttribute("action") === entry.path) {
        markTap(form, body);
        stepGuests(form, body);
      }
    }
    if (document.querySelector(`#run form[action="${CSS.escape(entry.path)}"]`)) moveRun(body, entry.at);
  }
}

// Forms that lead elsewhere (check-in). Not left to the browser, which shows a page of its own when the
// answer is lost, and makes a new form with a new key when one comes back to it.
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || !("keepOffline" in form.dataset) || "leaving" in form.dataset || "stay" in form.dataset) return;
  event.preventDefault();
  const button = event.submitter as HTMLButtonElement | null;
  if (button?.ariaBusy === "true") return; // it waits already
  const letter = compose(form, button);
  if (button) button.ariaBusy = "true";
  void (async () => {
    const { outcome, page } = await keepAndHear(form, letter);
    if (outcome === "waiting") {
      // A name stays marked; a number may be sent again, for others.
      if (button && button.name === "") button.ariaBusy = null;
      form.reset();
      banner?.scrollIntoView({ block: "nearest" });
      return;
    }
    if (button) button.ariaBusy = null;
    if (outcome === "lost") say(document.getElementById("said")?.dataset.failed);
    else if (outcome === "refused") {
      form.dataset.leaving = "";
      form.requestSubmit(button);
    } else if (page) arrive(page);
    else location.reload();
  })();
});

/** Goes to the page that answered, without asking for it again: what it says of the deed it says once. */
function arrive({ address, text }: { address: string; text: string }): void {
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const main = document.getElementById("content");
  const next = fresh.getElementById("content");
  if (!main || !next) {
    location.assign(address);
    return;
  }
  history.pushState(null, "", address);
  here = location.pathname;
  document.title = fresh.title;
  main.className = next.className;
  main.replaceChildren(...next.childNodes);
  main.focus();
  scrollTo(0, 0);
}
let here = location.pathname;
// Back from there: the page before is another.
addEventListener("popstate", () => {
  if (location.pathname !== here) location.reload();
});

// On signing out the words of what still waits are forgotten: the computer may be a shared one. The
// entries stay, for the person alone.
document.addEventListener("submit", (event) => {
  if ((event.target as HTMLFormElement).getAttribute("action") !== "/sign-out") return;
  void waiting().then((entries) => entries.forEach((entry) => void put({ ...entry, label: "" })));
});

// Nobody, too: a tablet by the door at which people check in is signed in as no one.
if (who !== "") void meet(who).catch(() => {});
void look();
void show().then(later);
onChange(() => void look());
addEventListener("online", () => {
  patience = 2_000;
  void later();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void later();
});
