import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareText } from '../model/text.js';

/**
 * Files below a folder whose path fits a pattern: `*` is a part of a name, `**` any folders, `?` one letter. In order. A
 * file of a package is looked for as Node does: in `node_modules` of the folder, else of the nearest above it.
 */
export function filesLike(folder: string, pattern: string): string[] {
  if (/[*?]/.test(pattern)) return filesBelow(folder, pattern);
  if (existsSync(join(folder, pattern))) return [pattern];
  const isTop = resolve(folder) === resolve(folder, '..');
  return !isTop && pattern.startsWith('node_modules/') ? filesLike(join(folder, '..'), pattern).map((path) => `../${path}`) : [];
}

function filesBelow(folder: string, pattern: string): string[] {
  const source = pattern
    .split(/(\*\*\/|\*|\?)/)
    .map((part) => (part === '**/' ? '(?:.*/)?' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)))
    .join('');
  const expression = new RegExp(`^${source}$`, 'u');
  const depth = pattern.includes('**') ? 12 : pattern.split('/').length;
  return below(folder, '', depth)
    .filter((path) => expression.test(path))
    .sort(compareText);
}

function below(folder: string, at: string, depth: number): string[] {
  if (depth === 0) return [];
  return readdirSync(join(folder, at), { withFileTypes: true }).flatMap((entry) => {
    const path = at === '' ? entry.name : `${at}/${entry.name}`;
    return entry.isDirectory() ? below(folder, path, depth - 1) : [path];
  });
}
