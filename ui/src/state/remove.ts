import { call } from "../backend/call";
import type { Ref } from "../backend/contract";
import { records as words } from "../text/records";
import { nav, notes, plan } from "./app";
import { undoNote } from "./session";

/** Removes a record and says so; the note's way back is the one undo. Says whether it was removed. */
export async function removeRow(gone: Ref, said: string): Promise<boolean> {
  if (!(await nav.settled())) return false;
  const used = await call("users", gone).catch(() => null);
  const changed = await notes.try(() => plan.edit("remove_record", gone));
  if (!changed) return false;
  notes.say(used && used.kinds.length > 0 ? `${said}${words.used(used.kinds)}` : said, undoNote(changed.seq, "restore"));
  return true;
}
