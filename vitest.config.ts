import { availableParallelism } from "node:os";
import { type TestProjectInlineConfiguration, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders of tests that run the command: processes that parse real files, or that build and install it. */
const OF_PROCESSES = ["action", "cli", "golden", "inspect", "package", "worker"];

/** Those start first: behind tests that take no time, one worker would wait for the other's last long file. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => OF_PROCESSES.some((folder) => moduleId.includes(`/tests/${folder}/`));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const patterns = OF_PROCESSES.map((folder) => `tests/${folder}/**/*.test.ts`);

const processes: TestProjectInlineConfiguration = { extends: true, test: { name: "processes", include: patterns } };

/** Tests of pure functions share their worker's modules: loading these took longer than most of the tests. */
const functions: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: "functions", include: ["tests/**/*.test.ts"], exclude: patterns, isolate: false },
};

export default defineConfig({
  test: {
    projects: [processes, functions],
    sequence: { sequencer: LongFirst },
    // Tests of commands run the built program.
    globalSetup: ["tests/support/build.ts"],
    // Many tests wait for a limit or for a process that waits: a worker for each processor would leave them idle a quarter of the time.
    maxWorkers: availableParallelism() + 1,
    // Real processes that parse real files on machines that may be busy.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
