// A form that came back: attention goes to what is wrong, as a new page would. The list above the form
// names the field of each problem: "Please fill this in" alone could be any of them.
const problems = document.querySelector<HTMLElement>(".problems[data-first]");

for (const link of problems?.querySelectorAll<HTMLAnchorElement>("a[href^='#']") ?? []) {
  const field = document.getElementById(link.hash.slice(1));
  const label = document.querySelector(`label[for="${CSS.escape(link.hash.slice(1))}"]`) ?? field?.querySelector("legend");
  if (!label) continue;
  const name = document.createElement("b");
  name.textContent = label.textContent;
  link.prepend(name, " ");
}

problems?.focus();
