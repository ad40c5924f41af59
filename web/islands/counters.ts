// How many characters are left, beside what is typed. The hint says the limit without it.
import { say } from "./live.ts";

type Field = HTMLTextAreaElement | HTMLInputElement;

function show(field: Field, counter: HTMLElement): void {
  const left = Number(field.dataset.most) - [...field.value].length;
  const words = (field.dataset.left ?? "{n}").replace("{n}", String(left));
  if (left < 0) counter.dataset.over = "";
  else delete counter.dataset.over;
  counter.textContent = words;
  // Those who listen hear it near the end, not at each key.
  if (left === 20 || left === 0 || left === -1) say(words);
}

for (const field of document.querySelectorAll<Field>('[data-most]:not([data-left=""])')) {
  const counter = document.createElement("p");
  counter.className = "counter";
  counter.ariaHidden = "true";
  field.after(counter);
  show(field, counter);
  field.addEventListener("input", () => show(field, counter));
}
