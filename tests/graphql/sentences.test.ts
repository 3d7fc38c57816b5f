import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import { scopeOver, world, type Said } from '../lens/world.js';

const LABELS = { 'country/xa': 'Exampland', 'country/xb': 'Samplia', 'person/ada': 'Ada', 'event/talks': 'Ada and Bo talk', 'topic/space': 'Space' };

/** The sentences of a field, as invented claims give them. */
async function sentences(said: readonly Said[], entity: string, field: string): Promise<string[]> {
  const { data, errors } = await graphql({
    schema,
    source: `{ entity(id: "${entity}") { ${field.replace('{}', '{ edges { sentence } }')} } }`,
    contextValue: await scopeOver(world(said, undefined, LABELS)),
  });
  expect(errors).toBeUndefined();
  const found = Object.values((data as { entity: Record<string, { edges: { sentence: string }[] }> }).entity)[0];
  return found?.edges.map(({ sentence }) => sentence).sort() ?? [];
}

const related = (level: string | null, more: Partial<Said> = {}): Said => ({
  fact: 'country/xa DIPLOMATIC_RELATION country/xb',
  ...(level === null ? {} : { with: { level } }),
  ...more,
});

describe('the sentence of a relationship', () => {
  it('names the level of a relation between countries, from either side', async () => {
    const said = [related(null), related('PARTNERSHIP'), related('COMPREHENSIVE_STRATEGIC_PARTNERSHIP')];
    expect(await sentences(said, 'country/xa', '... on Country { diplomaticRelations {} }')).toEqual([
      'Exampland has a comprehensive strategic partnership with Samplia',
      'Exampland has a partnership with Samplia',
      'Exampland has diplomatic relations with Samplia',
    ]);
    expect(await sentences([related('ALLIANCE')], 'country/xb', '... on Country { diplomaticRelations {} }')).toEqual([
      'Samplia has an alliance with Exampland',
    ]);
  });

  it('says of what is hoped for that it is', async () => {
    const hoped = related('STRATEGIC_PARTNERSHIP', { modality: 'HOPED' });
    expect(await sentences([hoped], 'country/xb', '... on Country { diplomaticRelations(intended: ONLY) {} }')).toEqual([
      'It is hoped that Samplia will have a strategic partnership with Exampland',
    ]);
  });

  it('puts the title of a record between quotation marks, at either end', async () => {
    const said: Said[] = [{ fact: 'person/ada TOOK_PART event/talks' }, { fact: 'event/talks when', value: '2020' }];
    expect(await sentences(said, 'person/ada', '... on Person { events {} }')).toEqual(['Ada took part in “Ada and Bo talk”']);
    expect(await sentences(said, 'event/talks', '... on Event { participants {} }')).toEqual(['“Ada and Bo talk” involved Ada']);
  });

  it('names the field that tells it from others between the same two', async () => {
    const said: Said[] = [{ fact: 'country/xa COOPERATES_WITH country/xb', with: { field: 'topic/space' } }];
    expect(await sentences(said, 'country/xb', '... on Country { cooperatesWith {} }')).toEqual(['Samplia cooperates with Exampland in Space']);
  });
});
