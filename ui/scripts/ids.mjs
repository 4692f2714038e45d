// Writes the ids and arguments of every sentence as a TypeScript type. Run by `npm run ids`; a test fails when stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const locales = join(import.meta.dirname, '../../assets/locales/es/');

export function ids() {
  const found = new Set();
  for (const file of readdirSync(locales).filter((name) => name.endsWith('.ftl')).sort()) {
    for (const line of readFileSync(locales + file, 'utf8').split('\n')) {
      const id = /^([a-z][\w-]*) *=/.exec(line)?.[1];
      if (id) found.add(id);
    }
  }
  const list = [...found].sort().map((id) => `  | '${id}'`);
  return `// Written by scripts/ids.mjs from assets/locales. Do not edit.\nexport type MessageId =\n${list.join('\n')};\n`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(import.meta.dirname, '../src/lib/language/ids.ts'), ids());
}
