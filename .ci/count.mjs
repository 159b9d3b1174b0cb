/** Prints the counts of a test run from its JSON report, on one line; fails if a test failed, was left out, or if there is no report. */
import { readFileSync } from "node:fs";

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readResults(process.argv[2]);
// A file that cannot even be loaded has no tests that could fail.
const broken = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"));
const failed = numFailedTests + broken.length;
const left = numPendingTests + numTodoTests;
console.log(`Tests: ${numPassedTests} passed, ${failed} failed${left === 0 ? "" : `, ${left} skipped`}`);
process.exitCode = numPassedTests > 0 && failed === 0 ? 0 : 1;

function readResults(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}
