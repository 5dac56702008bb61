// Reads the test runner's JSON report: names what was skipped and why, and ends with one line of counts.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const suites = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
);
const skipped = testResults.flatMap(({ assertionResults }) =>
  assertionResults.filter(({ status }) => status === 'pending' || status === 'skipped'),
);
for (const { fullName } of skipped) process.stdout.write(`skipped: ${fullName}\n`);
for (const { name, message } of suites) process.stdout.write(`failed to load: ${name} ${message}\n`);
const lacking = skipped.filter(({ fullName }) => /needs (?:Chromium|PostgreSQL)/.test(fullName));
if (lacking.length > 0) process.stdout.write('A part was skipped that this machine should have had.\n');
process.stdout.write(`${numPassedTests} passed, ${numFailedTests + suites.length} failed, ${numPendingTests} skipped\n`);
process.exitCode = numFailedTests + suites.length + lacking.length > 0 || numPassedTests === 0 ? 1 : 0;
