// The order of an agenda, by dragging and by its own buttons. Both post the one form around it: the
// `topic` fields in their order. See agenda.html.
import { stay } from "./live.ts";

interface Drag {
  item: HTMLElement;
  form: HTMLFormElement;
  before: HTMLElement[];
  pointer: number;
  fromPointer: number;
  fromTop: number;
}

let drag: Drag | null = null;

document.addEventListener("pointerdown", (event) => {
  const grip = (event.target as Element).closest<HTMLElement>(".agenda-grip");
  const item = grip?.closest<HTMLElement>("[data-topic]");
  const form = item?.closest("form");
  if (!item || !form || event.button !== 0) return;
  event.preventDefault();
  drag = {
    item,
    form,
    before: topics(form),
    pointer: event.pointerId,
    fromPointer: event.clientY + scrollY,
    fromTop: item.offsetTop,
  };
  item.classList.add("agenda-lifted");
  item.dataset.lifted = "";
});

document.addEventListener("pointermove", (event) => {
  if (!drag || event.pointerId !== drag.pointer) return;
  const { item } = drag;
  const wanted = drag.fromTop + event.clientY + scrollY - drag.fromPointer;
  // The neighbours move around the lifted one: moving itself would end a touch.
  for (;;) {
    const next = neighbour(item, "nextElementSibling");
    if (next && wanted + item.offsetHeight > next.offsetTop + next.offsetHeight / 2) item.before(next);
    else break;
  }
  for (;;) {
    const previous = neighbour(item, "previousElementSibling");
    if (previous && wanted < previous.offsetTop + previous.offsetHeight / 2) item.after(previous);
    else break;
  }
  item.style.transform = `translateY(${wanted - item.offsetTop}px)`;
  if (event.clientY < 80) scrollBy(0, -8);
  if (event.clientY > innerHeight - 80) scrollBy(0, 8);
});

document.addEventListener("pointerup", () => drop(true));
document.addEventListener("pointercancel", () => drop(false));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") drop(false);
});

function drop(keep: boolean): void {
  if (!drag) return;
  const { item, form, before } = drag;
  drag = null;
  item.classList.remove("agenda-lifted");
  item.style.transform = "";
  delete item.dataset.lifted;
  const changed = topics(form).some((topic, at) => topic !== before[at]);
  if (!keep) restore(before);
  else if (changed) void stay(form, null, () => restore(before));
}

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const button = event.submitter;
  if (!form.matches("[data-order]") || "leaving" in form.dataset) return;
  if (!(button instanceof HTMLButtonElement) || button.name !== "move") return;
  event.preventDefault();
  const before = topics(form);
  void stay(form, button, () => restore(before));
  const item = button.closest<HTMLElement>("[data-topic]");
  if (!item) return;
  if (button.value.startsWith("up")) neighbour(item, "previousElementSibling")?.before(item);
  else neighbour(item, "nextElementSibling")?.after(item);
  button.focus({ preventScroll: true });
});

function topics(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-topic]")];
}

/** The next topic that way: the welcome and the close stay where they are. */
function neighbour(item: HTMLElement, side: "nextElementSibling" | "previousElementSibling"): HTMLElement | null {
  const next = item[side];
  return next instanceof HTMLElement && next.matches("[data-topic]") ? next : null;
}

function restore(before: HTMLElement[]): void {
  for (const [at, item] of before.entries()) before[at - 1]?.after(item);
  const [first, second] = before;
  if (first && second && first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_PRECEDING) second.before(first);
}
