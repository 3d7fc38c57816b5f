import { useEffect } from 'react';
import { useGraphiQL } from '@graphiql/react';

/** Gives each editor a name for those who hear the page; they are all called the same otherwise. */
export function EditorNames() {
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const headers = useGraphiQL((state) => state.headerEditor);
  const response = useGraphiQL((state) => state.responseEditor);
  useEffect(() => {
    query?.updateOptions({ ariaLabel: 'Operation' });
    variables?.updateOptions({ ariaLabel: 'Variables' });
    headers?.updateOptions({ ariaLabel: 'Headers' });
    response?.updateOptions({ ariaLabel: 'Answer' });
  }, [query, variables, headers, response]);
  return null;
}
