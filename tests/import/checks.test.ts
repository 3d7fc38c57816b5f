import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { claimOf } from '../../src/load/draft.js';
import type { Dataset, Identity } from '../../src/model/dataset.js';
import { imported, problemsOf } from './importing.js';

/** What was told, without what stands around it: level, row and reason. */
const short = (told: readonly string[]) => told.map((line) => line.replace(/^(\w+),[^,]*,(\d+),[^,]*,/, '$1 $2 '));

/** A club of which another set knows members. */
function members(...ids: readonly string[]): Dataset {
  const club: Identity = { id: 'organization/club', kind: 'Organization', label: 'Club' };
  const identities = [club, ...ids.map((id): Identity => ({ id, kind: 'Country', label: id }))];
  const known = { vocabulary, identities: new Map(identities.map((identity) => [identity.id, identity])), knowsAll: true };
  const claims = ids.flatMap(
    (id) =>
      claimOf({ fact: `${id} MEMBER_OF ${club.id}`, when: '1950/1960', source: 'source/other', spans: [], summary: 'It was a member.' }, known).claim ?? [],
  );
  return { identities, sources: [], claims };
}

describe('a check', () => {
  it('tells two at once in what one has at a time, with both rows, and not who follows on the day or in the year', async () => {
    const { told, manifest } = await imported({
      files: {
        'a.csv': `no,post,name,from,to
1,Envoy,A,2001-01-01,2004-05-01
2,Envoy,B,2004-05-01,2006
3,Envoy,C,2006,2009-03
4,Envoy,D,2008-01-01,2010
5,Envoy,D,2008-02,2009
6,Consul,E,2001,
7,Consul,F,2003-02-01,2004-02-01
8,Consul,G,,2003
9,Envoy two,H,2001,2010
`,
      },
      mapping: `
files: { posts: { path: a.csv, id: no } }
rows:
  - of: posts
    let: { spell: { time: ['{from?}', '{to?}'], open: [''] } }
    checks: [{ that: two at once, single: { of: '{post}', who: '{name}', when: '{spell}' } }]
    entities: { office: { kind: Office, id: 'office/{post}-{no}', label: '{post} {no}' } }
    claims: [{ fact: '{office} OFFICE_OF country/fr' }]
`,
    });
    expect(short(told)).toEqual([
      expect.stringMatching(/^doubtful 6 ,E 2001\/\.\.,two at once: G \.\.\/2003 in row 8 of a.csv/),
      expect.stringMatching(/^doubtful 7 ,F 2003-02-01\/2004-02-01,two at once: E 2001\/\.\. in row 6 of a.csv/),
      expect.stringMatching(/^doubtful 4 ,D 2008-01-01\/2010,two at once: C 2006\/2009-03 in row 3 of a.csv/),
      expect.stringMatching(/^doubtful 5 ,D 2008-02\/2009,two at once: C 2006\/2009-03 in row 3 of a.csv/),
    ]);
    expect(manifest.records).toMatchObject({ taken: 9, doubtful: 4, refused: 0 });
  });

  it('tells a member that others never knew as one, where they know members', async () => {
    const mapping = `
files: { members: { path: a.csv } }
rows:
  - of: members
    checks: [{ that: a member, listed: { ends: ['{who}', '{body}'] } }]
    claims: [{ fact: '{who} MEMBER_OF {body}' }]
`;
    const files = { 'a.csv': 'who,body\ncountry/xa,organization/club\ncountry/xb,organization/club\nXC,organization/club\n' };
    const known = members('country/xa');
    const strangers = ['country/xb', 'XC'].map((id): Identity => ({ id, kind: 'Country', label: id }));
    const { told } = await imported({ files, mapping, known: { ...known, identities: [...known.identities, ...strangers] } });
    expect(short(told)).toEqual([
      expect.stringMatching(/^doubtful 2 who,country\/xb,"?a member: others are known to be linked with organization\/club, country\/xb never/),
      expect.stringMatching(/^doubtful 3 who,XC,.*is nothing that was found/),
    ]);
    const none = await imported({ files, mapping, known: { ...members(), identities: [...members('country/xa').identities, ...strangers] } });
    expect(short(none.told)).toEqual([expect.stringMatching(/^doubtful 3 who,XC/)]);
  });

  it('counts rows without any date, which are taken, and tells sums that are none', async () => {
    const { told, manifest, failed } = await imported({
      files: { 'a.csv': 'no,from,to,yes,no_votes,all\n1,1990,,3,4.1,7.1\n2,,1995,1,1,3\n3,,,2,x,3\n4,,,,,5\n' },
      mapping: `
files: { votes: { path: a.csv, id: no } }
rows:
  - of: votes
    checks:
      - { that: it has a date, some: ['{from}', '{to}'] }
      - { that: the votes are all, sum: { of: ['{yes}', '{no_votes}'], is: '{all}' } }
    entities: { office: { kind: Office, id: 'office/post-{no}', label: 'Post {no}' } }
    claims: [{ fact: '{office} OFFICE_OF country/fr' }]
expect: { sums: { votes: { yes: all, no: yes, no_votes: yes } } }
`,
    });
    expect(short(told)).toEqual([
      expect.stringMatching(/^doubtful 2 all,3,"the votes are all: 1 \+ 1 is 2, not 3"/),
      expect.stringMatching(/^doubtful 3 from,,"it has a date: nothing stands in from, to"/),
      expect.stringMatching(/^doubtful 3 all,3,the votes are all: these are no numbers/),
      expect.stringMatching(/^doubtful 4 from,,"it has a date/),
    ]);
    expect(manifest.records).toMatchObject({ taken: 4, doubtful: 3, refused: 0 });
    expect(manifest.reasons).toMatchObject({ 'doubtful from: it has a date: nothing stands in from, to': 2 });
    expect(failed).toEqual([
      '"yes" of "votes" comes to 6 in all, "all" to 18.1',
      '"no" of "votes" comes to 10 in all, "yes" to 6',
      '"no_votes" and "yes" of "votes" are no columns of numbers',
    ]);
  });

  it('tells a span that begins before the day that it should follow, and not one of which only the end is known', async () => {
    const rows = [
      'no,signed,force,ended',
      '1,2001-10-10,2000-09-09,',
      '2,2001-10-10,2001-10,2003',
      '3,2001-10-10,,1999',
      '4,2001-10-10,,2004',
      '5,2001/2003,2002,',
    ];
    const { told } = await imported({
      files: { 'a.csv': rows.join('\n') },
      mapping: `
files: { acts: { path: a.csv, id: no } }
rows:
  - of: acts
    let: { force: { time: ['{force}', '{ended}'] } }
    checks: [{ that: it is signed first, ordered: ['{signed}', '{force}'] }]
    entities: { act: { kind: Agreement, id: 'agreement/{no}', label: 'Act {no}' } }
    claims: [{ fact: '{act} inForce', value: '{force}' }]
`,
    });
    expect(short(told)).toEqual([
      expect.stringMatching(/^doubtful 1 force,2000-09-09\/,it is signed first: 2000-09-09\/ comes before 2001-10-10/),
      expect.stringMatching(/^doubtful 3 force,\/1999,it is signed first: \/1999 comes before 2001-10-10/),
    ]);
  });

  it('is refused where it names what is not there', () => {
    const problems = problemsOf(`
files: { votes: { path: a.csv } }
rows:
  - of: votes
    checks: [{ that: it is right, singl: { of: '{a}', who: '{b}', when: '{c}' } }]
    entities: { office: { kind: Office, id: 'office/{a}', label: '{a}' } }
expect: { sums: { vote: { yes: all } } }
`);
    expect(problems.join('\n')).toContain('unknown key "singl"; did you mean "single"?');
  });
});

describe('a list in a list', () => {
  it('is gone through by a block within a block, of JSON and of text', async () => {
    const { dataset, told } = await imported({
      files: { 'a.json': '[{"no":1,"groups":[["A","B"],["C"]],"text":"D, E; F"},{"no":2,"groups":[],"text":""}]' },
      mapping: `
files: { rounds: { path: a.json, id: no } }
rows:
  - of: rounds
    let: { parts: { split: '{text}', by: ['; '] } }
    each:
      - in: groups
        as: group
        each:
          - in: group
            as: name
            entities: { office: { kind: Office, id: 'office/{name}', label: 'Office {name}' } }
            claims: [{ fact: '{office} OFFICE_OF country/fr' }]
      - in: parts
        as: part
        let: { names: { split: '{part}', by: [', '] } }
        each:
          - in: names
            as: name
            entities: { office: { kind: Office, id: 'office/{name}', label: 'Office {name}' } }
            claims: [{ fact: '{office} OFFICE_OF country/fr' }]
`,
    });
    const made = dataset.claims.filter(({ predicate }) => predicate === 'OFFICE_OF').map(({ subject }) => subject);
    expect(made.sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `office/${name}`));
    expect(told.filter((line) => !line.includes('makes nothing of this row'))).toEqual([]);
  });
});
