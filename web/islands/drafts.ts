// Keeps what is typed into a form marked `data-keep="name"` until it is sent: in this tab only, never
// a password, and forgotten on signing out.
const prefix = "klatsch-draft ";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Draft = Record<string, string[]>;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) {
  const key = `${prefix}${location.pathname} ${form.dataset.keep ?? ""}`;
  const empty = JSON.stringify(read(form));
  const draft = load(key);
  // A form that comes back with problems already holds what was typed.
  if (draft && !document.querySelector(".problems") && JSON.stringify(draft) !== empty) {
    fill(form, draft);
    tell(form, key, JSON.parse(empty) as Draft);
  }
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(key, read(form)), 300);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    if (navigator.onLine) forget(key);
  });
}

document.addEventListener("submit", (event) => {
  if ((event.target as HTMLFormElement).getAttribute("action") !== "/sign-out") return;
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) forget(key);
});

function fields(form: HTMLFormElement): Field[] {
  const all = [...form.elements].filter(
    (one): one is Field =>
      one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement,
  );
  return all.filter((field) => field.name !== "" && !["hidden", "password", "file"].includes(field.type));
}

function read(form: HTMLFormElement): Draft {
  const draft: Draft = {};
  for (const field of fields(form)) {
    const values = (draft[field.name] ??= []);
    if (!tickable(field)) values.push(field.value);
    else if (field.checked) values.push(field.value);
  }
  return draft;
}

function fill(form: HTMLFormElement, draft: Draft): void {
  for (const field of fields(form)) {
    const values = draft[field.name];
    if (!values) continue;
    if (tickable(field)) field.checked = values.includes(field.value);
    else if (values[0] !== undefined) field.value = values[0];
    // Counters and the like want to know; this must not count as typing.
    field.dispatchEvent(new Event("input"));
  }
}

function tickable(field: Field): field is HTMLInputElement {
  return field.type === "checkbox" || field.type === "radio";
}

function tell(form: HTMLFormElement, key: string, empty: Draft): void {
  const words = document.getElementById("said")?.dataset;
  const note = document.createElement("p");
  note.className = "kept";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-plain button-small";
  button.textContent = words?.keptDrop ?? "";
  button.addEventListener("click", () => {
    forget(key);
    fill(form, empty);
    note.remove();
  });
  note.append(`${words?.kept ?? ""} `, button);
  form.prepend(note);
}

function load(key: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

function keep(key: string, draft: Draft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: the browser's own memory of the form has to do.
  }
}

function forget(key: string): void {
  sessionStorage.removeItem(key);
}
