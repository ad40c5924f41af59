// Filters marked `data-auto` apply as soon as something is chosen; their button is then not needed.
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-auto]")) {
  for (const button of form.querySelectorAll<HTMLElement>("[data-auto-button]")) button.hidden = true;
  form.addEventListener("change", (event) => {
    const field = event.target as HTMLElement;
    // A date is chosen key by key: it applies when one leaves it, a search when one says so.
    if (field.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
    else if (field.matches("input[type=date]")) field.addEventListener("blur", () => form.requestSubmit(), { once: true });
  });
}
