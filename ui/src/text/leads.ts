import { agenda } from "./agenda";
import { checklists, suppliers } from "./checklists";
import { numbers } from "./numbers";
import { stock } from "./procedures";
import { changeover, reach } from "./reach";
import { confirmations } from "./records";
import { inspect } from "./inspect";
import { map, recovery, whatIf } from "./recovery";

/** What tabs are for that show no kind of record; a kind says it of itself. */
export const leads: Record<string, { about: string; help?: string }> = {
  agenda: { about: agenda.about },
  checklists: { about: checklists.about, help: checklists.help },
  inspect: { about: inspect.about, help: inspect.help },
  suppliers: { about: suppliers.about },
  changeover: { about: changeover.about },
  first: { about: confirmations.about },
  map: { about: map.about },
  numbers: { about: numbers.lead },
  reach: { about: reach.about },
  recovery: { about: recovery.about, help: recovery.howToMove },
  stock: { about: stock.about },
  "what-if": { about: whatIf.about },
};
