'use strict';

/**
 * Run before `npm start` and `npm test`, so it may use Node's own modules alone: installs the
 * packages of package-lock.json unless they are there, and says so when Node is too old.
 */
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const lockFile = path.join(root, 'package-lock.json');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.samverkan-install');
const claimFile = path.join(root, '.build', 'install.pid');

/** The same as `engines` in package.json: ^20.19 || >=22.12. */
function isNodeNewEnough([major, minor]) {
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

function currentStamp() {
  const hash = createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
  return `${hash} ${process.platform}-${process.arch}`;
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Whether npm's own list of what it installed already holds everything that is locked. */
function isInstalled() {
  const installed = readPackages(path.join(modules, '.package-lock.json'));
  return Object.entries(readPackages(lockFile)).every(([name, locked]) => {
    const found = installed[name];
    // Packages for other platforms are optional and stay away.
    return name === '' || (found ? found.version === locked.version : locked.optional === true);
  });
}

function readPackages(file) {
  const text = readText(file);
  return text === '' ? {} : (JSON.parse(text).packages ?? {});
}

/** Waits while another process of this checkout installs. */
function claimInstallation() {
  fs.mkdirSync(path.dirname(claimFile), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(claimFile, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isClaimAbandoned()) fs.rmSync(claimFile, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

function isClaimAbandoned() {
  const pid = Number(readText(claimFile));
  if (!Number.isInteger(pid) || pid <= 0) return isOlderThanASecond(claimFile);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** A claim is created before its pid is in it. */
function isOlderThanASecond(file) {
  const status = fs.statSync(file, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs > 1000;
}

function runNpm() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [program, programArgs] = npm
    ? [process.execPath, [npm, ...args]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
  const { status } = spawnSync(program, programArgs, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

function install() {
  const stamp = currentStamp();
  if (readText(stampFile) === stamp) return;
  claimInstallation();
  try {
    if (!isInstalled()) {
      console.log('Installing packages, about half a minute …');
      if (!runNpm()) {
        fail('The packages could not be installed; mend what npm says above and try again.');
      }
    }
    fs.writeFileSync(stampFile, stamp);
  } finally {
    fs.rmSync(claimFile, { force: true });
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
  throw new Stop();
}

class Stop extends Error {}

try {
  const version = process.versions.node.split('.').map(Number);
  if (!isNodeNewEnough(version)) {
    fail(
      `Node ${process.versions.node} is too old or not supported: install Node 22.12 or newer ` +
        '(or 20.19 of the 20 series) from https://nodejs.org and try again.',
    );
  }
  install();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
}
