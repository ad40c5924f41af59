// Forms marked `data-stay` are posted without leaving the page: answers, keenness, undo. Islands that
// do more with theirs (taps.ts, order.ts) are asked first.
import { stay } from "./live.ts";

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || !form.matches("[data-stay]") || "leaving" in form.dataset) return;
  event.preventDefault();
  void stay(form, event.submitter);
});
