import { call } from "../backend/call";
import type { Contract } from "../backend/contract";
import { pickFile, showInFolder } from "../backend/dialogs";
import { exercise as words } from "../text/exercise";
import { notes, works } from "./app";

type Wanted = Partial<Omit<Contract["print_exercise"]["request"], "path">> & { document: string };

/** A paper of an exercise, made where it is needed: asks where, prints, says so. */
export class ExercisePaper {
  making = $state(false);

  async make(wanted: Wanted, name: string) {
    if (this.making) return;
    this.making = true;
    await notes.try(async () => {
      const path = await pickFile("pdf", name);
      if (!path) return;
      const request = { scenario: "", hits: [], exercise: null, ...wanted, path };
      const printed = await works.during(["print"], () => call("print_exercise", request));
      notes.say(words.printed(printed.pages, printed.path), { label: words.folder, run: () => notes.try(() => showInFolder(path)), id: "show-pdf" });
    });
    this.making = false;
  }
}
