import type { DocumentInfo } from "../../backend/contract";

/** What is asked for on the print screen. */
export type Wanted = { document: string; copy: string; ward: string; date: string; forms: boolean };

/** Whether a person chooses between headquarters' copy and the wards'. */
export const differs = ({ copies }: DocumentInfo) => copies === "wards" || copies === "departments";

/** Whether it is a book of a shelf: 本部用 and 部署用 are two books then, with names of their own. */
export const isBook = ({ file, file_ward }: DocumentInfo) => file !== file_ward;

/** Whether one department may have a copy of its own. */
export const byDepartment = ({ copies }: DocumentInfo) => copies === "departments";

/** The copy that was chosen, as the core reads and keeps it. */
export function copyOf(document: DocumentInfo, chosen: string, ward: string): string {
  if (!differs(document) || chosen === "hq") return "hq";
  return byDepartment(document) && ward ? `ward:${ward}` : "ward";
}
