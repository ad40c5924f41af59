// Attendance: a tapped name shows its mark at once; the ledger follows.
import { stay } from "./live.ts";

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const button = event.submitter;
  if (!form.matches("[data-tap]") || "leaving" in form.dataset || !(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  const buttons = [...form.querySelectorAll<HTMLButtonElement>("button[data-mark]")];
  const before = buttons.map((one) => ({ one, value: one.value, pressed: one.ariaPressed }));
  // What is sent is read before what is shown changes.
  const sent = stay(form, button, () => {
    for (const { one, value, pressed } of before) mark(one, value, pressed === "true");
  });
  const marked = button.value !== "none";
  for (const one of buttons) {
    const pressed = one === button && marked;
    mark(one, pressed ? "none" : (one.dataset.mark ?? ""), pressed);
  }
  button.ariaBusy = "true";
  void sent.finally(() => (button.ariaBusy = null));
});

function mark(button: HTMLButtonElement, value: string, pressed: boolean): void {
  button.value = value;
  button.setAttribute("aria-pressed", String(pressed));
}
