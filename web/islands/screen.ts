// Pages that show a gathering under way (the projector, the host's phone): an event says that something
// is another, and the live parts of the page are fetched again by its own address. Without a network the
// page stays, its clocks go on, and it says since when it is not in touch. See src/projector/events.rs.
import { tick, timeOfDay } from "./clocks.ts";
import { refresh } from "./live.ts";

const watched = document.querySelector<HTMLElement>("[data-events]");
let tide = watched?.dataset.tide ?? "";
let asking = false;
/** When the server was last heard of, by this device: each minute has an event. */
let heard = Date.now();
const SILENT = 80_000;
/** A connection that is lost and found again within this is no news. */
const BRIEF = 3_000;

/** Fetches the page anew; it may be that of another tide, or none any more. */
async function look(): Promise<void> {
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html", "x-island": "1" } });
    const text = await answer.text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.querySelector<HTMLElement>("[data-events]");
    // Signed out, or the screen was turned off: the page that comes instead says so.
    if (!answer.ok || !fresh) {
      location.reload();
      return;
    }
    tide = fresh.dataset.tide ?? "";
    inTouch();
    refresh(text, "[data-live][id]:not(#flash)");
    tick();
  } catch {
    // No network: the next event, or the next quarter of a minute, asks again.
  } finally {
    asking = false;
  }
}

let source: EventSource | undefined;

function listen(): void {
  source?.close();
  source = new EventSource(watched?.dataset.events ?? "");
  source.addEventListener("open", inTouch);
  source.addEventListener("tide", (event) => {
    inTouch();
    if ((event as MessageEvent<string>).data !== tide) void look();
  });
  source.addEventListener("error", () => setTimeout(apart, BRIEF));
}

function inTouch(): void {
  heard = Date.now();
  apart();
}

/** Says since when the page is not in touch; nothing where it is. */
function apart(): void {
  const lost = source?.readyState !== EventSource.OPEN && Date.now() - heard >= BRIEF;
  const away = lost || Date.now() - heard > SILENT;
  for (const place of document.querySelectorAll<HTMLElement>("[data-apart]")) {
    if (place.hidden === !away) continue;
    place.textContent = (place.dataset.apart ?? "").replace("{time}", timeOfDay(heard));
    place.hidden = !away;
  }
  document.body.classList.toggle("is-apart", away);
}

if (watched) {
  listen();
  setInterval(() => {
    apart();
    // A stream that will not open (too many screens, an old proxy): ask from time to time.
    if (source?.readyState === EventSource.CLOSED) void look();
    // One that says nothing leads nowhere, though nobody said so.
    else if (Date.now() - heard > SILENT) listen();
  }, 15_000);
  addEventListener("online", listen);
  addEventListener("pagehide", () => source?.close());
  // A phone that slept has missed events; a page from the back button has none.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  setInterval(tick, 250);
  tick();
}
