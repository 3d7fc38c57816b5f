import { identityWith } from '../model/identity.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { PlacedIdentity } from './identities.js';
import { refuseIssues, tellIssue } from './shape-problems.js';
import { entityShape } from './shapes.js';
import type { YamlFile } from './yaml-file.js';

/**
 * The identities of one file. Each entry is checked by itself, so that a slip in one leaves the others as they are; an
 * entry that is wrong, or stands in a file that is no YAML, still makes its id known.
 */
export function readIdentities(file: YamlFile, vocabulary: Vocabulary): PlacedIdentity[] {
  if (file.problems.length > 0) return file.keys().map((id) => unreadIdentity(file, vocabulary, id));
  const values = file.values();
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    file.refuse([], 'expected ids, each with its label');
    return [];
  }
  return Object.entries(values).map(([id, entry]) => {
    const result = entityShape.safeParse(entry, { error: tellIssue });
    if (!result.success) {
      refuseIssues(file, result.error.issues, [id]);
      return unreadIdentity(file, vocabulary, id);
    }
    const { kind: kindName, label, was, called, several } = typeof result.data === 'string' ? { label: result.data } : result.data;
    const kind = kindName === undefined ? vocabulary.rootOf(id) : vocabulary.kind(kindName);
    return {
      ...identityWith({ id, kind: kind?.name ?? '', label, was, called, several }),
      file,
      writtenKind: kindName ?? null,
      isRead: true,
    };
  });
}

/** Its kind is empty where it cannot be told, so that nothing is refused because of it. */
function unreadIdentity(file: YamlFile, vocabulary: Vocabulary, id: string): PlacedIdentity {
  const writtenKind = file.textAt([id, 'kind']);
  const kind = writtenKind === null ? vocabulary.rootOf(id) : vocabulary.kind(writtenKind);
  return { id, kind: kind && !kind.abstract ? kind.name : '', label: '', file, writtenKind, isRead: false };
}
