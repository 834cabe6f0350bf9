// The pages work without scripts. These add: figures that keep themselves current, names that light up at once, and a
// result that follows the text as it is written.

import { keepCurrent } from "./live.js";
import { lightUpNames } from "./names.js";
import { annotateAsWritten } from "./try.js";
import { chooseMany } from "./choose.js";

document.documentElement.classList.add("scripted");
keepCurrent();
lightUpNames();
annotateAsWritten();
chooseMany();
