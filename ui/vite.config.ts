import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  // The fonts of the paper are the fonts of the screen; they lie outside ui/.
  server: { fs: { allow: [".."] } },
  // The room has a page of its own: no screen is in it.
  // A font inside the style sheet would be a data address of 4 MB.
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 2000, rollupOptions: { input: ["index.html", "room.html"] } },
  // A busy machine is no fault of a screen: the runner's own limit is set wide.
  test: { environment: "jsdom", testTimeout: 120_000, hookTimeout: 120_000, setupFiles: ["tests/setup.ts"], include: ["src/**/*.test.ts", "tests/**/*.test.ts"] },
});
