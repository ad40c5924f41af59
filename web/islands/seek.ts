// “/” leads to the search field of the page, as in a library catalogue. Not while somebody types.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const at = event.target as HTMLElement;
  if (at.isContentEditable || at.closest("input, textarea, select")) return;
  const fields = document.querySelectorAll<HTMLInputElement>("[data-seek], .seek-form input[type=search]");
  const field = [...fields].find((one) => one.checkVisibility());
  if (field) {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (document.querySelector(".seek-door")) {
    // On a phone there is only the way to the page of the search.
    event.preventDefault();
    location.assign("/search");
  }
});
