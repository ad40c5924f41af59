// Posting a form without leaving the page.
//
// The form is posted as its button would post it, with the header `x-island: 1`. The answer is
// followed (303) to a page, and every part of it marked `data-live` (with an id) takes the place of
// the same part here; so the server needs no second way to answer. It may also answer 204. A form
// marked `data-keep-offline` goes by way of the device's outbox (keep.ts).
import { keep } from "./keep.ts";

/** What became of a post. */
export type Outcome = "kept" | "refused" | "lost" | "waiting";

/** What a form posts, and how it is called in words. */
export interface Letter {
  address: string;
  body: URLSearchParams;
  says?: string | undefined;
}

let waiting: Promise<unknown> = Promise.resolve();
let ahead = 0;

/** Posts after those before it, in the order of the taps; what is sent is read now. */
function post(form: HTMLFormElement, button: HTMLElement | null): Promise<Outcome> {
  const letter = compose(form, button);
  if ("keepOffline" in form.dataset) return keep(form, letter);
  ahead += 1;
  const outcome = waiting.then(() => send(letter));
  waiting = outcome;
  return outcome;
}

/** Says a sentence to those who listen. */
export function say(words: string | undefined): void {
  const place = document.getElementById("said");
  if (place) place.textContent = words ?? "";
}

/** Posts, and takes back what was shown too early when it could not be kept. */
export async function stay(form: HTMLFormElement, button: HTMLElement | null, takeBack?: () => void): Promise<Outcome> {
  const outcome = await post(form, button);
  // When kept, the flash says it, in a live part of its own; when waiting, the banner does.
  if (outcome === "kept" || outcome === "waiting") return outcome;
  takeBack?.();
  if (outcome === "refused") leave(form, button); // the server's page says why
  else say(document.getElementById("said")?.dataset.failed);
  return outcome;
}

/** The form's own way, with the page that follows. */
function leave(form: HTMLFormElement, button: HTMLElement | null): void {
  form.dataset.leaving = "";
  form.requestSubmit(button);
}

/** What a form would post, were this button pressed. */
export function compose(form: HTMLFormElement, button: HTMLElement | null): Letter {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  let address = form.getAttribute("action") ?? location.href;
  if (!(button instanceof HTMLButtonElement)) return { address, body };
  if (button.name) body.append(button.name, button.value);
  address = button.getAttribute("formaction") ?? address;
  return { address, body, says: button.value === "none" ? undefined : button.dataset.says };
}

async function send({ address, body }: Letter): Promise<Outcome> {
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { "x-island": "1", accept: "text/html" } });
    const last = (ahead -= 1) === 0;
    if (answer.status >= 500) return "lost";
    if (!answer.ok) return "refused";
    // An earlier answer would undo what was tapped since.
    if (last && answer.status !== 204) refresh(await answer.text());
    hear();
    return "kept";
  } catch {
    ahead -= 1;
    return "lost";
  }
}

/** Tells those who keep the page that the server knows something new. */
export function hear(): void {
  document.dispatchEvent(new Event("klatsch-changed"));
}

/** Puts the live parts of a page in the place of those here. */
export function refresh(text: string, parts = "[data-live][id]"): void {
  if (document.querySelector("[data-lifted]")) return; // not under a dragging finger
  const page = new DOMParser().parseFromString(text, "text/html");
  const key = (document.activeElement as HTMLElement | null)?.dataset.key;
  for (const part of document.querySelectorAll<HTMLElement>(parts)) {
    const fresh = page.getElementById(part.id);
    if (!fresh) continue;
    for (const open of part.querySelectorAll("details[id][open]")) {
      fresh.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute("open", "");
    }
    // The part itself stays, so that a live region is still the one that is listened to.
    part.className = fresh.className;
    part.replaceChildren(...fresh.childNodes);
  }
  if (key) focus(key);
}

/** Focus goes back to the same button, or to its neighbour when that one has become idle. */
function focus(key: string): void {
  const same = document.querySelector<HTMLButtonElement>(`[data-key="${CSS.escape(key)}"]`);
  const target = same?.disabled ? same.parentElement?.querySelector<HTMLElement>("[data-key]:enabled") : same;
  target?.focus({ preventScroll: true });
}
