import "@testing-library/jest-dom/vitest";
import { vi } from "vitest";

// The main window, to which nobody tells anything; a test may say otherwise.
vi.mock("../src/backend/windows", () => ({
  windowRights: vi.fn(async () => ({ look: true, edit: true, files: true })),
  openLook: vi.fn(async () => undefined),
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
