import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { generatedFiles, referenceSeeds } from './generated.js';
import { pageWithAnswers, readmeWithAnswers } from './readme-answers.js';

/** `npm run generate` writes what is made from the code: the printed schema, the data dictionary, seeds of packages, answers shown in pages. */
const pages = { 'README.md': await readmeWithAnswers(), 'docs/lens.md': await pageWithAnswers('docs/lens.md') };
const files = { ...generatedFiles(), ...referenceSeeds(), ...pages };
for (const [file, text] of Object.entries(files)) writeFileSync(file, text);
spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', ...Object.keys(files)], { stdio: 'inherit' });
