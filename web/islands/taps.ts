// Attendance: a tapped name shows its mark at once, and so does the number of guests; the ledger follows.
import { compose, stay } from "./live.ts";
import { press, stepGuests, tally } from "./marks.ts";

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const button = event.submitter;
  if (!form.matches("[data-tap]") || "leaving" in form.dataset || !(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  const buttons = [...form.querySelectorAll<HTMLButtonElement>("button[data-mark]")];
  const before = buttons.map((one) => ({ one, value: one.value, pressed: one.ariaPressed }));
  // What is sent is read before what is shown changes.
  const sent = stay(form, button, () => {
    for (const { one, value, pressed } of before) press(one, value, pressed === "true");
    tally();
  });
  const marked = button.value !== "none";
  for (const one of buttons) {
    const pressed = one === button && marked;
    press(one, pressed ? "none" : (one.dataset.mark ?? ""), pressed);
  }
  tally();
  button.ariaBusy = "true";
  void sent.then((outcome) => {
    if (outcome !== "waiting") button.ariaBusy = null;
  });
});

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || !form.matches("[data-stepper]") || "leaving" in form.dataset) return;
  event.preventDefault();
  const { body } = compose(form, event.submitter);
  const before = body.get("was") ?? "";
  const sent = stay(form, event.submitter, () => stepGuests(form, new URLSearchParams({ guests: before, step: "0" })));
  stepGuests(form, body);
  void sent;
});

// Names on the page are found as one types; the search itself looks among everyone.
const find = document.querySelector<HTMLElement>("[data-find]");
const names = find && document.getElementById(find.dataset.find ?? "");
find?.addEventListener("input", (event) => {
  const typed = plain((event.target as HTMLInputElement).value);
  for (const form of names?.querySelectorAll<HTMLElement>("[data-name]") ?? []) {
    const item = form.closest("li");
    if (item) item.hidden = !plain(form.dataset.name ?? "").includes(typed);
  }
});

/** Without accents and capitals, as the search of the server compares. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
