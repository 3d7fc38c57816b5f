import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** `npm run check`: types, lint, format, dead code, tests; `-- --update` first rewrites what is generated. */
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['tsc']],
  ['lint', ['eslint', 'src', 'schema', 'tests', 'vitest.config.ts']],
  ['format', ['prettier', '--check', '.']],
  ['dead code', ['knip']],
  ['tests', ['vitest', 'run']],
];

if (process.argv.includes('--update')) {
  const { countryNames, generatedFiles } = await import('./generated.js');
  const { pageWithAnswers, readmeWithAnswers } = await import('./readme-answers.js');
  const pages = { 'README.md': await readmeWithAnswers(), 'docs/lens.md': await pageWithAnswers('docs/lens.md') };
  for (const [file, text] of Object.entries({ ...generatedFiles(), ...countryNames(), ...pages })) writeFileSync(file, text);
  spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', '.'], { stdio: 'inherit' });
}

for (const [name, command] of steps) {
  console.log(`\n# ${name}`);
  const { status } = spawnSync('npx', [...command], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${name}: failed`);
    process.exit(1);
  }
}
