// Clocks that run here between two looks at the server, by its time: that of a library's computer may be
// minutes off. `[data-ticker]` is the time that is left of what is on, `[data-wall]` has the clock on the wall.

/** Sets a clock to so many minutes, of which the first began at an instant of this device. */
export function setClock(ticker: HTMLElement, at: number, minutes: number, left: string, past: string): void {
  ticker.dataset.now = "0";
  ticker.dataset.until = String(minutes * 60_000);
  ticker.dataset.since = String(performance.now() - (Date.now() - at));
  ticker.dataset.words = left;
  ticker.dataset.over = past;
  delete ticker.dataset.stops;
  tick();
}

/** The time of day of an instant on this device, as the house writes it: `12:05`, `12 h 05`. */
export function timeOfDay(at: number): string {
  const day = new Date(at);
  return written(day.getHours() * 60 + day.getMinutes(), document.documentElement.lang === "fr");
}

/** Shows all clocks as of now. */
export function tick(): void {
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
  for (const wall of document.querySelectorAll<HTMLElement>("[data-wall]")) {
    const time = wall.querySelector("time");
    if (!time) continue;
    wall.dataset.since ??= String(performance.now());
    wall.dataset.read ??= time.textContent ?? "";
    const into = (Number(wall.dataset.wall) % 60_000) + performance.now() - Number(wall.dataset.since);
    const text = later(wall.dataset.read, Math.floor(into / 60_000));
    if (time.textContent !== text) time.textContent = text;
  }
}

/** `12:59` or `12 h 59`, so many minutes later. */
function later(read: string, minutes: number): string {
  const found = /^(\d+)(\D+)(\d*)$/.exec(read);
  if (!found || minutes === 0) return read;
  const [, hour = "0", between = ":", minute = ""] = found;
  const all = (((Number(hour) * 60 + Number(minute) + minutes) % 1440) + 1440) % 1440;
  return written(all, between !== ":");
}

function written(minutes: number, french: boolean): string {
  const hour = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, "0");
  if (!french) return `${hour}:${rest}`;
  return rest === "00" ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${rest}`;
}
