import { invoke } from "@tauri-apps/api/core";

export type Purpose = "open" | "new" | "copy" | "pdf" | "folder" | "picture" | "file" | "any" | "sheet" | "xlsx" | "csv" | "vcf" | "scenario" | "take-scenario";

/** Asks for a file or folder; null when the person cancelled. */
export function pickFile(purpose: Purpose, suggestion = ""): Promise<string | null> {
  return invoke("pick_file", { purpose, suggestion });
}

/** Shows a file in the system's file manager. */
export function showInFolder(path: string): Promise<boolean> {
  return invoke("show_in_folder", { path });
}

/** Opens a PDF that was just written; false when no program takes it. */
export function openPrinted(path: string): Promise<boolean> {
  return invoke("open_printed", { path });
}

/** The plan the program was started with (a double click on a file). */
export function startFile(): Promise<string | null> {
  return invoke("start_file");
}
