import { getCurrentWindow } from "@tauri-apps/api/window";

/** Closes the window without asking again. */
export function closeWindow(): Promise<void> {
  return getCurrentWindow().destroy();
}

/** The window closes only after `mayClose` said yes. */
export function onClosing(mayClose: () => Promise<boolean>): Promise<() => void> {
  const window = getCurrentWindow();
  return window.onCloseRequested(async (event) => {
    event.preventDefault();
    if (await mayClose()) await window.destroy();
  });
}
