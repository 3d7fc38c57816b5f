import type { Plugin } from 'graphql-yoga';
import { catalogue } from '../ask/catalogue.js';
import { unknownId } from '../graphql/errors.js';
import { hint } from '../model/text.js';

/**
 * Lets a request name its operation instead of sending it: `/graphql?id=partnerships-of-period&variables=…`, or by
 * the SHA-256 of the operation. The operations are those of the catalogue; a request that sends a document of its own
 * is left alone.
 */
export function persistedOperations(): Plugin {
  return {
    onParams({ params, request, setParams }) {
      const id = new URL(request.url, 'http://localhost').searchParams.get('id');
      if (id === null || params.query) return;
      const question = catalogue().get(id);
      if (!question)
        throw unknownId(
          id,
          hint(
            id,
            catalogue().questions.map(({ name }) => name),
          ),
        );
      setParams({ ...params, query: question.operation });
    },
  };
}
