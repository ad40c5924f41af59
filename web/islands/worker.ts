// The service worker is wanted once a page asks to be kept (`data-keep-offline`), by somebody who is
// signed in: it keeps such a page as last seen, for when the network is away.
export {};

const keeps = document.querySelector("[data-keep-offline]") !== null;
const who = document.documentElement.dataset.person ?? "";

if ("serviceWorker" in navigator && keeps && who !== "") {
  void navigator.serviceWorker.register("/service-worker.js").catch(() => {});
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), 1_000);
  };
  keep();
  // What was kept of this page is older than what the server knows now.
  document.addEventListener("klatsch-changed", keep);
}

async function tell(): Promise<void> {
  const worker = (await navigator.serviceWorker.ready).active;
  const assets = performance.getEntriesByType("resource").map((entry) => entry.name);
  worker?.postMessage({
    keep: location.href,
    language: document.documentElement.lang,
    assets: assets.filter((name) => name.startsWith(`${location.origin}/assets/`)),
  });
}

// A shared computer: nothing of a person's pages stays when they sign out.
document.addEventListener("submit", (event) => {
  if ((event.target as HTMLFormElement).getAttribute("action") === "/sign-out" && "caches" in window) {
    void caches.delete("klatsch-pages");
  }
});
