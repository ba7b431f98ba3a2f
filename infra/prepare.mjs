// Runs before `npm start` and `npm test`, on whatever Node (20 or newer) started npm: plain JavaScript, no dependency.
// Installs what the lock file says when nothing is installed yet or the lock file is newer than what is.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const at = (path) => new URL(path, root);
const changedAt = (path) => (existsSync(at(path)) ? statSync(at(path)).mtimeMs : 0);

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  process.stderr.write(`Rapport needs Node.js 20 or newer; this is ${process.version}.\n`);
  process.exit(1);
}
if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  process.stdout.write('Installing dependencies…\n');
  // Not `npm ci`: it refuses a lock file that was written where the registry lacks another platform's optional packages.
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
