import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from './generated.js';

describe('generated files', () => {
  it.each(Object.entries(generatedFiles()))('%s is what the code writes (npm run generate)', (file, text) => {
    expect(readFileSync(file, 'utf8') === text).toBe(true);
  });
});
