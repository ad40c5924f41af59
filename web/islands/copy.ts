// A button beside what is to be handed on, which copies it. Without it, the text can be selected by hand.

for (const place of document.querySelectorAll<HTMLElement>("[data-copy]")) {
  const button = place.querySelector("button");
  if (button) button.hidden = false;
}

document.addEventListener("click", async (event) => {
  const button = (event.target as Element).closest?.("[data-copy] button");
  const place = button?.closest<HTMLElement>("[data-copy]");
  const field = place?.querySelector("input");
  const told = place?.querySelector("[role=status]");
  if (!place || !field || !told) return;
  field.select();
  // Over plain HTTP there is no clipboard; what is selected can still be copied.
  const copied = await (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(
    () => true,
    () => document.execCommand("copy"),
  );
  if (copied) told.textContent = place.dataset.done ?? "";
});

document.addEventListener("focusin", (event) => {
  const field = event.target as Element;
  if (field instanceof HTMLInputElement && field.readOnly && field.closest("[data-copy]")) field.select();
});
