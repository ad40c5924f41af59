// Comforts on top of pages that work without them. Each island finds its own elements and listens on
// the document, so that parts which are exchanged need no second start.
import "./themes.ts";
import "./offline.ts";
import "./menu.ts";
import "./taps.ts";
import "./run.ts";
import "./keep.ts";
import "./worker.ts";
import "./order.ts";
import "./stay.ts"; // after those that do more with a form
import "./counters.ts";
import "./filters.ts";
import "./seek.ts";
import "./drafts.ts";
import "./problems.ts";
import "./screen.ts";
import "./map.ts";
import "./copy.ts";
import "./seen.ts";

document.documentElement.dataset.ready = "";
