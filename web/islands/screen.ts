// Pages that show a gathering under way (the projector, the host's phone): an event says that something
// is another, and the live parts of the page are fetched again by its own address. Clocks run here
// between two looks. See src/projector/events.rs.
import { refresh } from "./live.ts";

const watched = document.querySelector<HTMLElement>("[data-events]");
let tide = watched?.dataset.tide ?? "";
let asking = false;

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
    refresh(text, "[data-live][id]:not(#flash)");
    tick();
  } catch {
    // No network: the next event, or the next quarter of a minute, asks again.
  } finally {
    asking = false;
  }
}

if (watched) {
  const source = new EventSource(watched.dataset.events ?? "");
  source.addEventListener("tide", (event) => {
    if ((event as MessageEvent<string>).data !== tide) void look();
  });
  // A stream that will not open (too many screens, an old proxy): ask from time to time.
  setInterval(() => {
    if (source.readyState === EventSource.CLOSED) void look();
  }, 15_000);
  addEventListener("pagehide", () => source.close());
  // A phone that slept has missed events; a page from the back button has none.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  setInterval(tick, 250);
  tick();
}

/** Clocks by the server's time: that of a library's computer may be minutes off. */
function tick(): void {
  for (const ticker of document.querySelectorAll<HTMLElement>("[data-ticker]")) {
    const { until = "0", now = "0", words = "", over = "" } = ticker.dataset;
    ticker.dataset.since ??= String(performance.now());
    const passed = performance.now() - Number(ticker.dataset.since);
    let left = Math.ceil((Number(until) - Number(now) - passed) / 1000);
    if ("stops" in ticker.dataset) left = Math.max(0, left);
    const seconds = Math.abs(left);
    const [number, about] = ticker.children;
    const text = `${left < 0 ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (number && number.textContent !== text) number.textContent = text;
    const told = left < 0 ? over : words;
    if (about && about.textContent !== told) about.textContent = told;
    ticker.classList.toggle("ticker-over", left < 0);
    ticker.classList.toggle("ticker-soon", left >= 0 && left <= 60);
  }
}
