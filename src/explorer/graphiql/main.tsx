import 'graphiql/setup-workers/vite';
import { createRoot } from 'react-dom/client';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { documentationPlugin } from './documentation.tsx';
import { EditorNames } from './editor-names.tsx';
import { examplesPlugin } from './examples.tsx';
import { IdLinks } from './id-links.tsx';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './graphiql.css';

const WELCOME = `# Ask here; Ctrl+Space shows what can be asked. The panel on the left holds examples, from simple to rich.
query Partnerships {
  partnerships(first: 10) {
    totalCount
    edges {
      node {
        id
        label
        since {
          edtf
        }
      }
    }
  }
}
`;

/** Whether there is room for a panel beside the editor; elsewhere one opens it and closes it. */
const isWide = matchMedia('(min-width: 48rem)').matches;

const parameters = new URLSearchParams(location.search);
const query = parameters.get('query');
const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const plugins = [examplesPlugin, explorerPlugin({ showAttribution: false }), HISTORY_PLUGIN];
/** An address that names an operation opens it, whatever was open before. */
const opened = query === null ? {} : { initialQuery: query, initialVariables: parameters.get('variables') ?? '' };

const place = document.getElementById('root');
if (place)
  createRoot(place).render(
    <main>
      <h1>GraphiQL</h1>
      <GraphiQL
        fetcher={fetcher}
        plugins={plugins}
        referencePlugin={documentationPlugin}
        {...(query === null && isWide ? { visiblePlugin: examplesPlugin } : {})}
        defaultQuery={WELCOME}
        defaultEditorToolsVisibility="variables"
        shouldPersistHeaders={false}
        {...opened}
      >
        <GraphiQL.Logo>
          <a href="/" className="graphiql-home">
            Entente
          </a>
        </GraphiQL.Logo>
        <GraphiQL.Footer>
          <EditorNames />
          <IdLinks />
        </GraphiQL.Footer>
      </GraphiQL>
    </main>,
  );
