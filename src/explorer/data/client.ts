import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, fetchExchange } from 'urql';
import { lensKey, type Lens } from './lens.ts';
import { viewExchange } from './view-exchange.ts';

/** Identity of what the cache holds: nodes by their id, everything else within what it belongs to. */
const keys = new Proxy<Record<string, (data: { id?: unknown }) => string | null>>(
  {},
  {
    get:
      () =>
      ({ id }: { id?: unknown }) =>
        typeof id === 'string' ? id : null,
  },
);

const clients = new Map<string, Client>();

/** Lenses whose answers are kept; a slider passes over many. */
const MOST = 12;

/** The client for a lens. Each has a cache of its own, for the same entity may look different through another lens. */
export function clientFor(lens: Lens): Client {
  const key = lensKey(lens);
  const client =
    clients.get(key) ??
    new Client({
      url: '/graphql',
      preferGetMethod: false,
      exchanges: [cacheExchange({ keys }), viewExchange(lens), fetchExchange],
    });
  // The one that was looked through last goes last.
  clients.delete(key);
  clients.set(key, client);
  for (const [oldest] of clients) if (clients.size > MOST) clients.delete(oldest);
  return client;
}
