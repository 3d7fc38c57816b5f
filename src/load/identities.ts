import { valueText, type Claim } from '../model/claim.js';
import type { Identity, Source } from '../model/dataset.js';
import { slug, type Vocabulary } from '../model/vocabulary.js';
import { isEntityId } from '../model/values.js';
import { hint } from '../model/text.js';
import type { YamlFile } from './yaml-file.js';

/** An identity with the file it stands in. */
export interface PlacedIdentity extends Identity {
  readonly file: YamlFile;
  readonly writtenKind: string | null;
  /** Whether its entry is well formed; of another nothing but its id counts. */
  readonly isRead: boolean;
}

/** What the sources say, as far as it could be read: `isWhole` when every file could; `unread` are the ids in claims that could not. */
interface Said {
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly isWhole: boolean;
  readonly unread: ReadonlySet<string>;
}

/** Checks ids, kinds and labels against the vocabulary and, when all of them could be read, against the claims. */
export function checkIdentities(vocabulary: Vocabulary, identities: readonly PlacedIdentity[], { sources, claims, isWhole, unread }: Said): void {
  const used = new Set([
    ...claims.flatMap(({ subject, object, assertedBy, qualifiers }) => [subject, object, assertedBy, ...Object.values(qualifiers)]),
    ...sources.map(({ id }) => id),
  ]);
  const names = namesOf(claims);
  const seen = new Map<string, PlacedIdentity>();
  const known = new Map(identities.map(({ id }) => [id, id]));
  for (const identity of identities) {
    const { id, file } = identity;
    if (identity.isRead) checkKind(vocabulary, identity);
    const twin = seen.get(id);
    if (twin) file.refuse([id], `the id "${id}" stands in ${twin.file.file} too`);
    seen.set(id, identity);
    checkFormer(vocabulary, identity, known);
    if (!isWhole || !identity.isRead || unread.has(id)) continue;
    if (!used.has(id)) file.refuse([id], `no claim uses "${id}"`);
    const kind = vocabulary.kind(identity.kind);
    if (kind?.named && used.has(id) && !names.get(id)?.has(identity.label)) {
      file.refuse([id], `the label "${identity.label}" is shown without a claim: no name claim of "${id}" says it${hint(identity.label, names.get(id) ?? [])}`);
    }
  }
}

/** A former id leads to one entity of its own family, and is nobody's id any more; `known` says whose each id is or was. */
function checkFormer(vocabulary: Vocabulary, { id, file, was = [] }: PlacedIdentity, known: Map<string, string>): void {
  for (const [at, former] of was.entries()) {
    const other = known.get(former);
    const refuse = (why: string) => {
      file.refuse([id, 'was', at], why);
    };
    if (!isEntityId(former)) refuse(`malformed id "${former}"`);
    else if (vocabulary.rootOf(former) !== vocabulary.rootOf(id)) refuse(`"${former}" and "${id}" are of different kinds`);
    else if (other === former) refuse(`"${former}" is an id still; an id that was merged or renamed has no entry of its own`);
    else if (other !== undefined) refuse(`"${former}" leads to "${other}" already`);
    known.set(former, other ?? id);
  }
}

function checkKind(vocabulary: Vocabulary, { id, file, writtenKind }: PlacedIdentity): void {
  if (!isEntityId(id)) {
    file.refuse([id], `malformed id "${id}"; expected a kind, a stroke and lower-case words, such as country/fr`);
    return;
  }
  const root = vocabulary.rootOf(id);
  if (!root) {
    file.refuse([id], `unknown kind "${id.slice(0, id.indexOf('/'))}" in the id${hint(id.slice(0, id.indexOf('/')), vocabulary.roots.map(slug))}`);
    return;
  }
  const kind = writtenKind === null ? root : vocabulary.kind(writtenKind);
  if (!kind) file.refuse([id, 'kind'], `unknown kind "${writtenKind ?? ''}"${vocabulary.hintKind(writtenKind ?? '')}`);
  else if (!vocabulary.lineage(kind).includes(root)) file.refuse([id, 'kind'], `${kind.name} is no ${root.name}, as the id says`);
  else if (kind.abstract) {
    file.refuse(
      [id],
      `needs a kind: one of ${vocabulary
        .concrete(kind)
        .map((item) => item.name)
        .join(', ')}`,
    );
  }
}

function namesOf(claims: readonly Claim[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { subject, predicate, value } of claims) {
    if (predicate === 'name') names.set(subject, (names.get(subject) ?? new Set()).add(valueText(value) ?? ''));
  }
  return names;
}
