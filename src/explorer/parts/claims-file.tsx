import { useState } from 'react';
import { useClient, type Client } from 'urql';
import { download } from '../data/download.ts';
import { csvOf } from '../data/list-state.ts';
import { claimTableQuery, type ClaimTable } from '../operations/claims.ts';
import { useWords } from '../words/words.tsx';

/** Most pages of a hundred claims that go into one file. */
const MOST_PAGES = 50;

const COLUMNS = ['id', 'subject', 'predicate', 'object', 'value', 'polarity', 'modality', 'rank', 'basis', 'when', 'asserted by', 'source', 'words', 'summary'];

async function tableOf(client: Client, id: string, after: string | null): Promise<ClaimTable | undefined> {
  return (await client.query(claimTableQuery, { id, after }).toPromise()).data;
}

/** All claims about an entity, whichever end of them it is, as a table for spreadsheets. */
export function ClaimsFile({ id }: { id: string }) {
  const { entity, state } = useWords();
  const client = useClient();
  const [isFailed, setFailed] = useState(false);
  const take = async () => {
    const rows = [COLUMNS];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const data = await tableOf(client, id, after);
      setFailed(!data);
      if (!data) return;
      const claims = data.entity?.claims;
      for (const { node } of claims?.edges ?? [])
        rows.push(
          [
            node.id,
            node.subject?.id,
            node.predicate,
            node.object?.id,
            node.value,
            node.polarity,
            node.modality,
            node.rank,
            node.basis,
            node.when?.edtf,
            node.assertedBy?.id,
            node.source.id,
            node.span?.text,
            node.summary,
          ].map((cell) => cell ?? ''),
        );
      after = claims?.pageInfo.endCursor ?? null;
      if (claims?.pageInfo.hasNextPage !== true) break;
    }
    download(`${id.replace('/', '-')}-claims.csv`, new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => void take()}>
        {entity.claimsFile}
      </button>
      {isFailed ? <span role="alert">{state.failed}</span> : null}
    </>
  );
}
