import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Tests of commands run the built program.
    globalSetup: ["tests/support/build.ts"],
    // Most tests wait for a process: one worker alone would leave a processor idle.
    maxWorkers: "100%",
    // Real processes that parse real files on machines that may be busy.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
