import type { GraphQLSchema } from 'graphql';
import type { Vocabulary } from '../model/vocabulary.js';
import { createBuilder } from './builder.js';
import { alikeIn } from './alike.js';
import { inherited } from './inherited.js';
import { publishClaims } from './all-claims.js';
import { publishCertainty } from './certainty.js';
import { publishDatasets } from './datasets.js';
import { publishEntity } from './entity-type.js';
import { publishHistory } from './history.js';
import { publishLens } from './lens.js';
import { followIds } from './ids-in-arguments.js';
import { letOthersIn } from './let-others-in.js';
import { Nodes } from './nodes.js';
import { Publisher } from './publisher.js';
import { publishEntityLists } from './entity-lists.js';
import { publishKinds } from './kind-fields.js';
import { publishSearch } from './search.js';
import { tellPrices } from './price.js';
import { publishRelations } from './relations.js';

/** Hand-written fields of a kind's own file, added when the schema is published. */
export interface Extension {
  readonly is: 'extension';
  readonly add: (publisher: Publisher) => void;
}

/** Declares hand-written fields, in the file of the kind that they belong to. */
export function extension(add: (publisher: Publisher) => void): Extension {
  return { is: 'extension', add };
}

/** The GraphQL schema of a vocabulary: every kind and relationship, and what hand-written extensions add. */
export function publish(vocabulary: Vocabulary, extensions: readonly Extension[] = []): GraphQLSchema {
  const nodes = new Nodes(vocabulary);
  const publisher = new Publisher(createBuilder(nodes), vocabulary, nodes);
  publishEntity(publisher);
  publishKinds(publisher);
  publishEntityLists(publisher);
  publishSearch(publisher);
  publishClaims(publisher);
  publishRelations(publisher);
  publishLens(publisher);
  publishDatasets(publisher);
  publishCertainty(publisher);
  publishHistory(publisher);
  for (const { add } of extensions) add(publisher);
  const { inputs, outputs, args } = alikeIn(publisher.builder);
  const schema = args.share(inputs.share(publisher.builder.toSchema({ sortSchema: false })));
  return inherited(outputs.share(letOthersIn(followIds(tellPrices(schema)))));
}
