/** A claim as the operations select it. */
interface Claim {
  readonly id: string;
  readonly summary: string;
  readonly assertedBy?: { readonly label: string } | null;
  readonly source?: { readonly id: string; readonly label: string } | null;
  readonly span?: { readonly start: number; readonly end: number; readonly text?: string | null } | null;
}

/** What a result may have of characters before it is cut. */
const MOST_CHARACTERS = 24_000;

/** The address under which a client reads an entity or a claim again. */
export function uriOf(id: string): string {
  return `entente:///${id}`;
}

/**
 * A result as agents get it: claims with the link to their source and the span in it, ids with theirs. Lists are
 * shortened until all of it fits, and `cut` says that they were.
 */
export function resultOf(data: unknown): { readonly data: unknown; readonly cut: boolean } {
  const whole = linked(data);
  for (const most of [Number.POSITIVE_INFINITY, 20, 10, 5, 2, 1]) {
    const shorter = shortened(whole, most);
    if (JSON.stringify(shorter).length <= MOST_CHARACTERS) return { data: shorter, cut: most !== Number.POSITIVE_INFINITY };
  }
  return { data: null, cut: true };
}

function linked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(linked);
  if (typeof value !== 'object' || value === null) return value;
  if (isClaim(value)) return cited(value);
  const fields = Object.entries(value).filter(([, own]) => own !== null).map(([key, own]) => [key, linked(own)] as const); // prettier-ignore
  return Object.fromEntries(fields);
}

function isClaim(value: object): value is Claim {
  return 'summary' in value && 'id' in value && String(value.id).startsWith('claim/');
}

/** A claim and what else is told of it, with where it stands as one line and one link. */
function cited({ id, summary, assertedBy, source, span, ...more }: Claim): Record<string, unknown> {
  const place = source ? `${source.label}${span ? `, ${String(span.start)}-${String(span.end)}` : ''}` : 'unknown source';
  return {
    claim: id,
    says: summary,
    source: assertedBy ? `${place}, quoting ${assertedBy.label}` : place,
    link: source ? `${uriOf(source.id)}${span ? `#${String(span.start)}-${String(span.end)}` : ''}` : uriOf(id),
    ...(span?.text ? { words: span.text } : {}),
    ...(linked(more) as Record<string, unknown>),
  };
}

function shortened(value: unknown, most: number): unknown {
  if (Array.isArray(value)) return value.slice(0, most).map((own) => shortened(own, most));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, shortened(own, most)]));
}
