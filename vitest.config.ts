import { defineConfig } from 'vitest/config';

// Read by scripts/report.js, which ends a CI run with the counts.
const report: ['json', { outputFile: string }] = ['json', { outputFile: 'test-results/report.json' }];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Chromium and PostgreSQL take their time to start on a small machine.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default', report],
  },
});
