import { expect, it } from 'vitest';
import { estimate } from '../../src/cli/progress.js';

it('says how long a step still takes once its speed is known, each step by its own', () => {
  let now = 0;
  const left = estimate(() => now);
  expect(left(0, 100, 'claims')).toBe('');
  now = 5_000;
  expect(left(10, 100, 'claims')).toBe(', about 45 s left');
  expect(left(20, 0, 'claims read')).toBe('');
  expect(left(0, 1_000, 'changes')).toBe('');
  now = 15_000;
  expect(left(10, 1_000, 'changes')).toBe(', about 17 min left');
  expect(left(1_000, 1_000, 'changes')).toBe('');
});
