// The look somebody chose in this browser, set before the first paint. It runs in <head>, alone:
// app.ts comes after the page. Without scripts the device decides.
export const kept = "klatsch-theme";

export function wear(theme: string | null): void {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

export function chosen(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null; // storage is forbidden here: the device decides
  }
}

wear(chosen());
