import type { ObjectRef } from '@pothos/core';
import type { Span } from '../model/claim.js';
import type { Builder, Types } from './builder.js';
import type { Scope } from './scope.js';

export interface SpanHandle {
  readonly scope: Scope;
  readonly source: string;
  readonly span: Span;
}

/** Publishes the words that claims stand on. */
export function publishSpans(builder: Builder): ObjectRef<Types, SpanHandle> {
  return builder.objectRef<SpanHandle>('Span').implement({
    description: "The words of a source that a claim stands on. The words themselves show where the server has the source's text.",
    fields: (t) => ({
      start: t.int({ description: "Where they start, in Unicode code points of the source's text.", resolve: ({ span: { start } }) => start }),
      end: t.int({ description: 'Where they end; this code point is no longer part of them.', resolve: ({ span: { end } }) => end }),
      text: t.string({
        nullable: true,
        description: 'The exact words; null where `Source.textAtHand` is false.',
        resolve: async (handle) => (await textOf(handle))?.slice(handle.span.start, handle.span.end) ?? null,
      }),
      before: t.string({
        nullable: true,
        description: 'What stands before them.',
        args: { characters: t.arg.int({ defaultValue: 60, description: 'How much, at most 400.' }) },
        resolve: async (handle, { characters }) => (await textOf(handle))?.slice(handle.span.start - bounded(characters), handle.span.start) ?? null,
      }),
      after: t.string({
        nullable: true,
        description: 'What stands behind them.',
        args: { characters: t.arg.int({ defaultValue: 60, description: 'How much, at most 400.' }) },
        resolve: async (handle, { characters }) => (await textOf(handle))?.slice(handle.span.end, handle.span.end + bounded(characters)) ?? null,
      }),
      verified: t.boolean({
        description: 'Whether the text at hand has the hash that the source states.',
        resolve: async (handle) => (await textOf(handle)) !== undefined,
      }),
    }),
  });
}

async function textOf({ scope, source }: SpanHandle) {
  const subject = await scope.entity(source);
  return scope.texts.get(String(subject?.entity.columns['sha256']));
}

function bounded(characters: number | null | undefined): number {
  return Math.min(Math.max(characters ?? 60, 0), 400);
}
