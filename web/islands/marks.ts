// What a tap or a step shows before the server has answered, or while it waits on the device.

/** Shows a tapped name as it was tapped. */
export function markTap(form: HTMLFormElement, body: URLSearchParams): void {
  const person = form.querySelector<HTMLInputElement>("input[name=person]")?.value;
  if (!form.matches("[data-tap]") || person !== body.get("person")) return;
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[data-mark]")) {
    const pressed = button.dataset.mark === body.get("mark");
    press(button, pressed ? "none" : (button.dataset.mark ?? ""), pressed);
    button.ariaBusy = "true";
  }
  tally();
}

/** A button that says whether its mark is set, and what pressing it would post. */
export function press(button: HTMLButtonElement, value: string, pressed: boolean): void {
  button.value = value;
  button.setAttribute("aria-pressed", String(pressed));
}

/** How many are here, by the names that are pressed. */
export function tally(): void {
  const place = document.querySelector<HTMLElement>("[data-came]");
  const number = place?.querySelector("b");
  const words = place?.querySelector("span");
  if (!place || !number || !words) return;
  const came = document.querySelectorAll('[data-came-in] button[data-mark="came"][aria-pressed="true"]').length;
  number.textContent = String(came);
  words.textContent = (came === 1 ? place.dataset.one : place.dataset.many) ?? "";
}

/** Shows the guests as they were counted. */
export function stepGuests(form: HTMLFormElement, body: URLSearchParams): void {
  const guests = form.querySelector<HTMLInputElement>("input[name=guests]");
  const was = form.querySelector<HTMLInputElement>("input[name=was]");
  if (!form.matches("[data-stepper]") || !guests || !was) return;
  const typed = body.get("guests") !== body.get("was");
  const from = typed || body.get("step") === "0" ? Number(body.get("guests")) : Number(was.value);
  guests.value = String(Math.max(0, from + Number(body.get("step") ?? 0)));
  was.value = guests.value;
  const fewer = form.querySelector<HTMLButtonElement>("button[name=step][value='-1']");
  if (fewer) fewer.disabled = guests.value === "0";
}
