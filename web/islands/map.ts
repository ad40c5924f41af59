// A drawing one can come nearer to: with the wheel of a mouse (and a key held, so that a page still scrolls), by
// dragging, with keys, or with buttons. Without scripts all of it is shown.
type Box = { x: number; y: number; width: number; height: number };

for (const figure of document.querySelectorAll<HTMLElement>("[data-map]")) {
  const frame = figure.querySelector<HTMLElement>("[data-map-frame]");
  const drawing = figure.querySelector<SVGSVGElement>("svg");
  const keys = figure.querySelector<HTMLElement>("[data-map-keys]");
  if (!frame || !drawing || !keys) continue;
  const whole: Box = { ...box(drawing) };
  let at: Box = { ...whole };

  function box(svg: SVGSVGElement): Box {
    const { x, y, width, height } = svg.viewBox.baseVal;
    return { x, y, width, height };
  }

  function show(next: Box): void {
    // Never farther than all of it, never nearer than a few people, never away from what is drawn.
    const width = Math.min(whole.width, Math.max(whole.width / 40, next.width));
    const height = (width * whole.height) / whole.width;
    const x = Math.min(whole.x + whole.width - width / 2, Math.max(whole.x - width / 2, next.x + (next.width - width) / 2));
    const y = Math.min(whole.y + whole.height - height / 2, Math.max(whole.y - height / 2, next.y + (next.height - height) / 2));
    at = width === whole.width ? { ...whole } : { x, y, width, height };
    drawing!.setAttribute("viewBox", `${at.x} ${at.y} ${at.width} ${at.height}`);
    drawing!.toggleAttribute("data-near", at.width < whole.width);
    // Names and dots grow less than the drawing, so that there is more and more room between them.
    drawing!.style.setProperty("--near", String(Math.sqrt(at.width / whole.width)));
  }

  function zoom(by: number, across = 0.5, down = 0.5): void {
    const width = at.width / by;
    const height = at.height / by;
    show({ x: at.x + (at.width - width) * across, y: at.y + (at.height - height) * down, width, height });
  }

  function move(across: number, down: number): void {
    show({ ...at, x: at.x + at.width * across, y: at.y + at.height * down });
  }

  function act(what: string): boolean {
    switch (what) {
      case "+": case "=": case "in": zoom(1.5); return true;
      case "-": case "out": zoom(1 / 1.5); return true;
      case "0": case "whole": show({ ...whole }); return true;
      case "ArrowLeft": move(-0.15, 0); return true;
      case "ArrowRight": move(0.15, 0); return true;
      case "ArrowUp": move(0, -0.15); return true;
      case "ArrowDown": move(0, 0.15); return true;
      default: return false;
    }
  }

  keys.hidden = false;
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", frame.dataset.label ?? "");
  keys.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("[data-map-do]");
    if (button) act(button.dataset.mapDo ?? "");
  });
  frame.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (act(event.key)) event.preventDefault();
  });
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const room = drawing.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, (event.clientX - room.left) / room.width, (event.clientY - room.top) / room.height);
  }, { passive: false });

  let from: { x: number; y: number } | undefined;
  frame.addEventListener("pointerdown", (event) => {
    // A finger scrolls the page while all is shown, and moves the drawing once one is near.
    if (event.button !== 0 || at.width === whole.width) return;
    from = { x: event.clientX, y: event.clientY };
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener("pointermove", (event) => {
    if (!from) return;
    const room = drawing.getBoundingClientRect();
    move((from.x - event.clientX) / room.width, (from.y - event.clientY) / room.height);
    from = { x: event.clientX, y: event.clientY };
  });
  for (const end of ["pointerup", "pointercancel"]) frame.addEventListener(end, () => { from = undefined; });
}
