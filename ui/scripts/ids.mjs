// Writes the ids and arguments of every sentence the window may say as TypeScript types, from assets/locales/es.
// Runs before build, check and dev: the file is never stale and never kept.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Files only the program outside the window reads. */
export const elsewhere = ['cli.ftl', 'errors.ftl', 'report.ftl'];

/** Every sentence of a language: id → names of its arguments. */
export function sentences(tongue) {
  const folder = `${import.meta.dirname}/../../assets/locales/${tongue}/`;
  const found = new Map();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ftl') || elsewhere.includes(file)) continue;
    let args;
    for (const line of readFileSync(folder + file, 'utf8').split('\n')) {
      if (line.startsWith('#')) continue;
      const id = /^([a-z][\w-]*) *=/.exec(line)?.[1];
      if (id) found.set(id, (args = new Set()));
      for (const [, name] of line.matchAll(/\$(\w+)/g)) args?.add(name);
    }
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = [...sentences('es')]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, args]) => `  '${id}': ${args.size ? [...args].map((a) => `'${a}'`).join(' | ') : 'never'};`);
  const folder = new URL('../src/lib/language/generated/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const head = '// Written by scripts/ids.mjs from assets/locales. Not kept.\n/** The arguments of every sentence. */\n';
  writeFileSync(new URL('ids.ts', folder), `${head}export interface Sentences {\n${lines.join('\n')}\n}\n`);
}
