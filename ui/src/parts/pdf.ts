import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

let port: Worker | undefined;

/** Opens a PDF. The worker is part of the program; nothing is fetched from anywhere. */
export async function openPdf(bytes: Uint8Array): Promise<pdfjs.PDFDocumentProxy> {
  pdfjs.GlobalWorkerOptions.workerPort = port ??= new Worker(worker, { type: "module" });
  return pdfjs.getDocument({ data: bytes, useWorkerFetch: false, useSystemFonts: false, useWasm: false }).promise;
}

/** Draws a page as wide as its canvas is on screen. */
export async function drawPage(document: pdfjs.PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number) {
  const page = await document.getPage(number);
  const scale = (width / page.getViewport({ scale: 1 }).width) * (window.devicePixelRatio || 1);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
}
