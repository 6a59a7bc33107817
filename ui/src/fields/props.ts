import type { FieldInfo, RowView } from "../backend/contract";
import type { Beside } from "../state/findings.svelte";
import type { Draft } from "../state/draft.svelte";

/** What every field component takes. */
export type FieldProps = {
  info: FieldInfo;
  draft: Draft;
  /** What is wrong with the stored value, or still open in it, as a sentence. */
  problem?: Beside;
  /** Whether the plan is open for reading only. */
  locked?: boolean;
  /** `<noun>.<field>`, stable. */
  name: string;
  /** Whether 必須 or 任意 is left unsaid: an answer is neither. */
  plain?: boolean;
  /** In a cell of a table: the name of its line. Label and help stand in the table's head. */
  cell?: string;
  /** The record the field belongs to, where it has one. */
  row?: RowView;
};
