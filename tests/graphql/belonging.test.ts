import { beforeAll, describe, expect, it } from 'vitest';
import { overDataset, type Asked } from './asking.js';
import { world, type Said } from '../lens/world.js';

const SAID: readonly Said[] = [
  { fact: 'city/a LOCATED_IN country/xa' },
  { fact: 'organization/embassy UNIT_OF organization/ministry' },
  { fact: 'organization/service UNIT_OF organization/embassy' },
  { fact: 'person/ada AFFILIATED_WITH organization/ministry' },
  { fact: 'person/ada AFFILIATED_WITH organization/service' },
  { fact: 'person/bo AFFILIATED_WITH country/xa' },
  { fact: 'person/bo HELD_OFFICE office/mayor' },
  { fact: 'office/mayor OFFICE_OF city/a' },
  { fact: 'person/cy AFFILIATED_WITH country/xa' },
  { fact: 'person/cy AFFILIATED_WITH country/xb' },
];

let asked: Asked;
beforeAll(async () => {
  asked = await overDataset(world(SAID));
});

describe('what a person belongs to', () => {
  it('is the narrowest of its bodies and places, through units and places however deep', async () => {
    const bodies = async (name: string) => {
      const { belongsTo } = (await asked.at('person', `{ person(id: "person/${name}") { belongsTo { id } } }`)) as unknown as { belongsTo: { id: string }[] };
      return belongsTo.map(({ id }) => id).sort();
    };
    expect(await bodies('ada')).toEqual(['organization/service']);
    expect(await bodies('bo')).toEqual(['city/a']);
    expect(await bodies('cy')).toEqual(['country/xa', 'country/xb']);
  });
});
