// The buttons that choose the look of this browser; theme.ts puts it on before the first paint.
import { chosen, kept, wear } from "./theme.ts";

const buttons = document.querySelectorAll<HTMLButtonElement>("[data-theme-choice]");

function show(): void {
  const now = chosen() ?? "auto";
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === now));
  }
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    const choice = button.dataset.themeChoice ?? "auto";
    try {
      localStorage.setItem(kept, choice);
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
    wear(choice);
    show();
  });
}

show();
for (const group of document.querySelectorAll<HTMLElement>("[data-themes]")) group.hidden = false;
