// The host's phone without a network: a move that waits on the device is shown as done, so that the next
// can follow. What the server knows better (who gives way to whom) it says when the network is back. Each
// move that waits names the version and what was on as it will be then; see src/projector/moves.rs.
import { compose, stay } from "./live.ts";
import { setClock } from "./clocks.ts";

/** How long the server may take before the page moves on by itself, in milliseconds. */
const SLOW = 1_500;

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || !form.matches("[data-run]") || "leaving" in form.dataset) return;
  event.preventDefault();
  const at = Date.now();
  const { body } = compose(form, event.submitter);
  const version = body.get("seen");
  const before = seen().map((field) => ({ field, value: field.value }));
  let moved = false;
  const move = () => {
    // The server may have moved the page on meanwhile.
    if (!moved && seen().some((field) => field.name === "seen" && field.value === version)) moveRun(body, at);
    moved = true;
  };
  const sent = stay(form, event.submitter, () => before.forEach(({ field, value }) => (field.value = value)));
  const timer = setTimeout(move, SLOW);
  void sent.then((outcome) => {
    clearTimeout(timer);
    if (outcome === "waiting") move();
  });
});

/** Shows a move as done that was posted at an instant. Does nothing where the page stands elsewhere. */
export function moveRun(body: URLSearchParams, at: number): void {
  const run = document.getElementById("run");
  const seenFields = seen();
  const version = seenFields.find((field) => field.name === "seen");
  if (!run || !version || version.value !== body.get("seen")) return;
  const [deed, topic] = (body.get("move") ?? "").split(":");
  let on = seenFields.find((field) => field.name === "on")?.value ?? "";
  const row = topic === undefined ? null : run.querySelector<HTMLElement>(`[data-topic="${CSS.escape(topic)}"]`);
  const { dataset: words } = run;
  if (deed === "begin") {
    on = "welcome";
    show(run, at, words.welcome, words.welcomeHas, words.welcomeLeft, words.welcomeOver);
  } else if (deed === "topic") {
    on = `topic:${topic}`;
    show(run, at, row?.dataset.title, row?.dataset.has, row?.dataset.left, row?.dataset.past);
    row?.remove();
  } else if (deed === "close") {
    on = "close";
    show(run, at, words.close, words.closeHas, words.closeLeft, words.closeOver);
  } else if (deed === "end") {
    on = "over";
    show(run, at, words.thanks, undefined, "", "", words.over);
  } else if (deed === "skip") {
    row?.remove();
  } else if (deed === "more") {
    const ticker = run.querySelector<HTMLElement>("[data-ticker]");
    if (ticker) {
      ticker.dataset.until = String(Number(ticker.dataset.until) + 2 * 60_000);
      ticker.dataset.words = more(ticker.dataset.words);
      ticker.dataset.over = more(ticker.dataset.over);
    }
  } else {
    on = ""; // back: to where, the server knows
  }
  for (const field of seenFields) field.value = field.name === "on" ? on : String(Number(version.value) + 1);
  ahead(run, on);
}

/** `left of 9 min`, two minutes later. */
function more(words = ""): string {
  return words.replace(/^(\D*)(\d+)(\D*)$/, (_, before: string, minutes: string, after: string) => `${before}${Number(minutes) + 2}${after}`);
}

function seen(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>("#run [data-run] input[name=seen], #run [data-run] input[name=on]")];
}

function show(run: HTMLElement, at: number, title = "", minutes = "", left = "", past = "", kicker = run.dataset.now): void {
  const head = run.querySelector(".run-kicker");
  const name = run.querySelector(".run-now h2");
  if (head) head.textContent = kicker ?? "";
  if (name) name.textContent = title;
  run.querySelector(".run-sharers")?.remove();
  let ticker = run.querySelector<HTMLElement>("[data-ticker]");
  if (!ticker && name) {
    ticker = document.createElement("p");
    ticker.className = "ticker";
    ticker.dataset.ticker = "";
    ticker.append(document.createElement("b"), " ", document.createElement("span"));
    name.after(ticker);
  }
  if (minutes === "") ticker?.remove();
  else if (ticker) setClock(ticker, at, Number(minutes), left, past);
}

/** The big button: what comes next. */
function ahead(run: HTMLElement, on: string): void {
  const button = run.querySelector<HTMLButtonElement>('[data-key="run-ahead"]');
  const text = button?.querySelector("span");
  if (!button || !text || on === "") return;
  button.hidden = on === "over";
  const next = run.querySelector<HTMLElement>("[data-topic]:not(.run-out)");
  const [move, words] =
    on === "close"
      ? ["end", run.dataset.finish]
      : next
        ? [`topic:${next.dataset.topic}`, run.dataset.next?.replace("{title}", next.dataset.title ?? "")]
        : ["close", run.dataset.toClose];
  button.value = move;
  button.dataset.says = words ?? "";
  text.textContent = words ?? "";
}
