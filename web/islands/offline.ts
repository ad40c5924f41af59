// Says that the connection is gone, before somebody taps and wonders; and does not let the browser
// throw away what was typed for a page that says the same.
import { say } from "./live.ts";

const banner = document.querySelector<HTMLElement>("[data-offline]");

function look(): void {
  if (banner) banner.hidden = navigator.onLine;
}

addEventListener("online", look);
addEventListener("offline", look);
look();

addEventListener(
  "submit",
  (event) => {
    if (navigator.onLine || (event.target as HTMLFormElement).method !== "post") return;
    event.preventDefault();
    event.stopPropagation();
    look();
    banner?.scrollIntoView({ block: "nearest" });
    say(document.getElementById("said")?.dataset.failed);
  },
  { capture: true },
);
