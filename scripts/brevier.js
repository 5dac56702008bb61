#!/usr/bin/env node
// The `brevier` command on any Node from 20 on: installs what is missing, then runs src/cli.ts.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import './compile-cache.js';
import { setUp } from './setup.js';

const entry = new URL('../src/cli.ts', import.meta.url);

try {
  const node = setUp('start');
  if (node === process.execPath) await import(entry.href);
  else runWith(node);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function runWith(node) {
  const child = spawn(node, [fileURLToPath(entry), ...process.argv.slice(2)], { stdio: 'inherit', shell: node.endsWith('.cmd') });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}
