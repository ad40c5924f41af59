// Says that the connection is gone, before somebody taps and wonders; and does not let the browser
// throw away what was typed for a page that says the same.
import { timeOfDay } from "./clocks.ts";
import { say } from "./live.ts";

const banner = document.querySelector<HTMLElement>("[data-offline]");

// A page that the device kept says of when it is; what is entered there waits instead of being lost.
const kept = document.documentElement.dataset.kept;
const keeps = document.querySelector("[data-keep-offline]") !== null;

function look(): void {
  if (!banner) return;
  banner.hidden = navigator.onLine && !kept;
  const words = banner.querySelector("p");
  if (!words || banner.hidden) return;
  const old = kept ? (banner.dataset.old ?? "").replace("{time}", timeOfDay(Number(kept))) : "";
  words.textContent = [keeps ? banner.dataset.keeps : words.textContent, old].filter(Boolean).join(" ");
}

addEventListener("online", look);
addEventListener("offline", look);
look();

addEventListener(
  "submit",
  (event) => {
    const form = event.target as HTMLFormElement;
    if (navigator.onLine || form.method !== "post" || "keepOffline" in form.dataset) return;
    event.preventDefault();
    event.stopPropagation();
    look();
    banner?.scrollIntoView({ block: "nearest" });
    say(document.getElementById("said")?.dataset.failed);
  },
  { capture: true },
);
