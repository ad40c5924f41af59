// The person's menu closes as one expects: by Escape, and by a tap elsewhere.
const menu = document.querySelector<HTMLDetailsElement>("details.me");

document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target as Node)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});
