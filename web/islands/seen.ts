// Who sees a field stands in a sentence that is folded over the choice: it follows what is chosen.

document.addEventListener("change", (event) => {
  const choice = event.target as Element;
  if (!(choice instanceof HTMLSelectElement)) return;
  const chosen = choice.selectedOptions[0]?.textContent ?? "";
  const told = choice.closest("[data-seen]")?.querySelector("[data-seen-by]");
  if (told) told.textContent = chosen;
});
