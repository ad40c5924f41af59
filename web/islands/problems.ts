// A form that came back: attention goes to what is wrong, as a new page would.
document.querySelector<HTMLElement>(".problems[data-first]")?.focus();
