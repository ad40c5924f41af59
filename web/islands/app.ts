// Comforts on top of pages that work without them. Each island finds its own elements.
import "./themes.ts";
import "./offline.ts";
