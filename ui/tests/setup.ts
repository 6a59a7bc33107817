import { configure } from "@testing-library/svelte";
import "@testing-library/jest-dom/vitest";
import { vi } from "vitest";

// The core is another process, and a busy machine is no fault of a screen.
configure({ asyncUtilTimeout: 60_000 });

// Behind the screens is the core itself (core.ts), in front of them nobody: what the shell would do is said here, and a
// test may say otherwise.
vi.mock("../src/backend/call", async () => ({ call: vi.fn((await import("./core")).call) }));
vi.mock("../src/backend/close", () => ({ onClosing: vi.fn(async () => () => undefined), closeWindow: vi.fn(async () => undefined) }));
vi.mock("../src/backend/dialogs", () => ({
  startFile: vi.fn(async () => null),
  pickFile: vi.fn(async () => null),
  showInFolder: vi.fn(async () => true),
  openPrinted: vi.fn(async () => true),
}));
// jsdom has no canvas to draw pages on.
vi.mock("../src/backend/preview", () => ({ preview: vi.fn(async () => Promise.reject({ code: "cancelled", happened: "", safe: "", now: "" })) }));
// The main window, to which nobody tells anything.
vi.mock("../src/backend/windows", () => ({
  windowRights: vi.fn(async () => ({ look: true, edit: true, files: true, room: true })),
  openLook: vi.fn(async () => undefined),
  openRoom: vi.fn(async () => undefined),
  roomState: vi.fn(async () => "shown"),
  swapScreens: vi.fn(async () => undefined),
}));
vi.mock("../src/backend/follow", () => ({ follow: vi.fn(async () => () => undefined) }));

// jsdom has no modal dialogs; ours only need to open and close.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event("close"));
};

// Nor does it scroll.
Element.prototype.scrollIntoView ??= () => undefined;

// Nor has anything in it a size that could change.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof ResizeObserver;
