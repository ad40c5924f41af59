// Says that the connection is gone, before somebody taps and wonders.
const banner = document.querySelector<HTMLElement>("[data-offline]");

function look(): void {
  if (banner) banner.hidden = navigator.onLine;
}

addEventListener("online", look);
addEventListener("offline", look);
look();
