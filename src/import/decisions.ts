import { existsSync } from 'node:fs';
import { shaped } from '../load/shape-problems.js';
import { YamlFile } from '../load/yaml-file.js';
import type { Problem } from '../load/problem.js';
import { fold, hint } from '../model/text.js';
import { isEntityId } from '../model/values.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { decisionsShape, type Decision } from './shape.js';

const KEYS = ['same', 'label', 'not', 'because'];

/** What somebody decided of look-ups that were not certain, both ways: what is the same, and what is not. */
export class DecisionBook {
  private readonly decisions: ReadonlyMap<string, Decision>;
  readonly used = new Set<string>();

  constructor(decisions: ReadonlyMap<string, Decision> = new Map()) {
    this.decisions = decisions;
  }

  /** The decision of a kind on what was looked up, if there is one; spelling is folded. */
  on(kind: string, sought: string): Decision | null {
    const key = decisionKey(kind, sought);
    const found = this.decisions.get(key);
    if (found) this.used.add(key);
    return found ?? null;
  }

  /** Decisions that nothing looked up: what they were made for is gone, or spelled in another way. */
  unused(): string[] {
    return [...this.decisions.keys()].filter((key) => !this.used.has(key));
  }
}

function decisionKey(kind: string, sought: string): string {
  return `${kind}: ${fold(sought)}`;
}

/** Reads the decisions beside a mapping; none where there is no such file, or nothing in it yet. */
export function readDecisions(path: string, vocabulary: Vocabulary): { readonly book: DecisionBook; readonly problems: readonly Problem[] } {
  if (!existsSync(path)) return { book: new DecisionBook(), problems: [] };
  const file = YamlFile.read(path, path, { mayBeEmpty: true });
  if (Array.isArray(file)) return { book: new DecisionBook(), problems: file };
  const read = shaped(file, decisionsShape.nullable(), KEYS);
  const book = new Map<string, Decision>();
  for (const [kind, decisions] of Object.entries(read ?? {})) {
    if (!vocabulary.kind(kind)) file.refuse([kind], `unknown kind "${kind}"${vocabulary.hintKind(kind)}`);
    for (const [sought, decision] of Object.entries(decisions)) {
      const path = [kind, sought];
      const { same, not = [] } = decision;
      if (same === undefined && not.length === 0) file.refuse(path, 'says neither what it is ("same") nor what it is not ("not")');
      for (const id of [...(same === undefined ? [] : [same]), ...not]) {
        if (!isEntityId(id)) file.refuse(path, `malformed id "${id}"${hint(id, [])}`);
      }
      if (same !== undefined && not.includes(same)) file.refuse(path, `"${same}" is said to be the same and not the same`);
      book.set(decisionKey(kind, sought), decision);
    }
  }
  return { book: new DecisionBook(book), problems: file.problems };
}
