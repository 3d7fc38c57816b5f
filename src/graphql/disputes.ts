import { countNotBorneOut } from '../disputes/count-check.js';
import { disputesInSteps, type Dispute } from '../disputes/find.js';
import { VERDICTS, type Rule, type Side } from '../disputes/rule.js';
import { shared, type Shared } from '../graph/shared.js';
import { turns } from '../graph/turns.js';
import type { Dataset } from '../model/dataset.js';
import { compareText, hintOrAll } from '../model/text.js';
import { publishEnum } from './builder.js';
import { listOf, type Connection, type Edge } from './connection.js';
import { countChecksOf, type Asking } from './counts.js';
import type { PageArgs } from './cursor.js';
import { badInput } from './errors.js';
import { claimsAtHand } from './claim-lists.js';
import { claimsOfFact } from './evidence.js';
import { publishList } from './list-type.js';
import { atMost, DISPUTES, PRICE_OF_DISPUTES } from './price.js';
import type { Publisher } from './publisher.js';
import { scopeOf, type Scope, type ClaimHandle } from './scope.js';
import { datasetOf } from './seen.js';
import { toldIn, toldPage } from './told-disputes.js';

const found = new WeakMap<Dataset, Shared<readonly Dispute[]>>();

/** All that disagrees in what a scope sees; found once for each state of the graph and each lens. */
async function disputesIn(asking: Asking, rules: readonly Rule[]): Promise<readonly Dispute[]> {
  const dataset = await datasetOf(asking.scope);
  const { signal } = asking.scope.plain;
  return shared(found, dataset, async (working) => {
    const counts = countNotBorneOut(await countChecksOf({ ...asking, scope: asking.scope.until(working) }, dataset));
    return turns.take(disputesInSteps(asking.publisher.vocabulary, dataset, [...rules, counts]), working);
  }).by(signal);
}

/** How many sides a dispute shows, and how many entities it is about. */
const MOST_SIDES = 20;
const MOST_ABOUT = 20;

interface Handle {
  readonly scope: Scope;
  readonly dispute: Dispute;
}

function isDispute(node: object): boolean {
  return 'dispute' in node;
}

interface DisputeArgs extends PageArgs {
  readonly verdict: readonly string[];
  readonly about?: string | null | undefined;
  readonly rule?: readonly string[] | null | undefined;
  readonly source?: readonly string[] | null | undefined;
}

/** Publishes disputes, what stands side by side, and the rules that find them. */
export function publishDisputes(publisher: Publisher, ruled: readonly Rule[]): void {
  const { builder, evidence, entity } = publisher;
  const rules = [...ruled, countNotBorneOut([])];

  const verdict = publishEnum(builder, 'DisputeVerdict', 'What claims that differ amount to.', VERDICTS);
  const rule = builder.objectRef<Rule>('DisputeRule').implement({
    description: 'A reason why claims cannot all hold, or only seem so.',
    fields: (t) => ({
      id: t.exposeString('id', { description: 'Its name, to filter by.' }),
      description: t.exposeString('about', { description: 'What it looks for.' }),
      leavesAlone: t.exposeString('leaves', { description: 'What it leaves alone.' }),
    }),
  });
  const side = builder.objectRef<Side & { readonly scope: Scope; readonly id: string }>('DisputeSide').implement({
    description: 'One side of a disagreement.',
    fields: (t) => ({
      says: t.exposeString('says', { description: 'What it says, and who says so.' }),
      claims: t.field({
        type: evidence.claimConnection,
        description: 'The claims that say so; none where the side stands on the date of a source or on a count.',
        args: t.arg.connectionArgs(),
        resolve: ({ scope, id, claims }, args) => claimsAtHand(scope, id, args, () => claims),
      }),
    }),
  });
  const resolution = builder.objectRef<{ readonly claim: ClaimHandle; readonly reason: string }>('DisputeResolution').implement({
    description: 'How a rank decides a dispute.',
    fields: (t) => ({
      claim: t.field({ type: evidence.claim, description: 'The claim that was preferred, or set aside.', resolve: (item) => item.claim }),
      reason: t.exposeString('reason', { description: 'Why, in the words of who ranked it.' }),
    }),
  });
  const dispute = builder.objectRef<Handle>('Dispute').implement({
    description: 'Claims that differ, with the rule that found them and what each side says.',
    interfaces: [builder.nodeInterfaceRef()],
    isTypeOf: (value) => isDispute(value as object),
    fields: (t) => ({
      id: t.id({ description: 'Stays the same while the same things disagree.', resolve: ({ dispute: { id } }) => id }),
      verdict: t.field({
        type: verdict,
        description: 'Whether the claims cannot all hold, or may stand side by side.',
        resolve: (item) => item.dispute.verdict,
      }),
      rule: t.field({ type: rule, description: 'The rule that found it.', resolve: (item) => item.dispute.rule }),
      explanation: t.string({ description: 'What disagrees, in one sentence made from the data.', resolve: (item) => item.dispute.explanation }),
      about: t.field({
        type: [entity],
        extensions: atMost(MOST_ABOUT),
        nullable: { list: false, items: true },
        description: 'The entities that it is about; null for one that is not there under the lens.',
        resolve: ({ scope, dispute: { about } }) => Promise.all(about.slice(0, MOST_ABOUT).map((id) => scope.entity(id))),
      }),
      sides: t.field({
        type: [side],
        extensions: atMost(MOST_SIDES),
        description: 'What each side says.',
        resolve: ({ scope, dispute: { id, sides } }) => sides.slice(0, MOST_SIDES).map((one, at) => ({ ...one, scope, id: `${id} ${String(at)}` })),
      }),
      claims: t.field({
        type: evidence.claimConnection,
        description: 'The claims of all sides.',
        args: t.arg.connectionArgs(),
        resolve: ({ scope, dispute: { id, sides } }, args) => claimsAtHand(scope, id, args, () => sides.flatMap(({ claims }) => claims)),
      }),
      resolution: t.field({
        type: resolution,
        nullable: true,
        description: 'What a rank decides, and why; absent while nothing decides.',
        resolve: ({ scope, dispute: { resolution: decided } }) => decided && { claim: { scope, claim: decided.claim }, reason: decided.reason },
      }),
    }),
  });
  publisher.nodes.add({
    prefix: 'dispute/',
    type: 'Dispute',
    isOne: isDispute,
    find: async (scope, ids, schema) => {
      const all = await disputesIn({ publisher, scope, schema }, ruled);
      return new Map(all.filter(({ id }) => ids.includes(id)).map((item) => [item.id, { scope, dispute: item }]));
    },
    price: PRICE_OF_DISPUTES,
  });
  const list = publishList<Handle>(builder, { name: 'Dispute', of: 'disagreements', type: dispute });

  builder.queryField('disputes', (t) =>
    t.field({
      type: list,
      extensions: DISPUTES,
      description:
        'Claims that differ, each time with the rule that found them, all sides, and what a rank decides: unless `verdict` says otherwise those that cannot all hold, by rule.',
      args: {
        verdict: t.arg({ type: [verdict], defaultValue: ['DISPUTE'], required: true }),
        about: t.arg.id({ required: false, description: 'Only what is about this entity, or about a record that involves it.' }),
        rule: t.arg.stringList({ required: false, description: 'Only what these rules found; `disputeRules` lists them.' }),
        source: t.arg.idList({ required: false, description: 'Only where one of these sources is on a side.', ...publisher.ofSources }),
        ...t.arg.connectionArgs(),
      },
      resolve: async (root, args, request, { schema }) => {
        const scope = scopeOf(root, request);
        checkArgs(args, rules);
        const told = await toldIn(scope);
        if (told) return toldPage(told, scope, rules, args);
        const all = await disputesIn({ publisher, scope, schema }, ruled);
        return pageOf(scope, await select(scope, all, args), args);
      },
    }),
  );
  builder.queryField('disputeRules', (t) =>
    t.field({
      type: [rule],
      extensions: atMost(rules.length),
      description: 'The rules by which claims are found to disagree, each with what it leaves alone.',
      resolve: () => rules,
    }),
  );
  builder.objectField(evidence.fact, 'disputed', (t) =>
    t.boolean({
      extensions: DISPUTES,
      description: 'Whether a claim about it stands on one side of a dispute that no rank decides.',
      resolve: async (fact, _args, _request, { schema }) => {
        const ids = new Set((await claimsOfFact(fact)).map(({ id }) => id));
        const told = await toldIn(fact.scope);
        if (told) return told.isDisputed([...ids]);
        const all = await disputesIn({ publisher, scope: fact.scope, schema }, ruled);
        return all.some(
          (item) => item.verdict === 'DISPUTE' && item.resolution === null && item.sides.some(({ claims }) => claims.some(({ id }) => ids.has(id))),
        );
      },
    }),
  );
}

function checkArgs({ rule }: DisputeArgs, rules: readonly Rule[]): void {
  const names = rules.map(({ id }) => id);
  const wrong = rule?.find((name) => !names.includes(name));
  if (wrong !== undefined) throw badInput(`unknown rule "${wrong.slice(0, 40)}"${hintOrAll(wrong, names)}`);
}

async function select(scope: Scope, disputes: readonly Dispute[], { verdict, about, rule, source }: DisputeArgs): Promise<readonly Dispute[]> {
  const involved = new Set(about ? [about] : []);
  if (about) {
    const ids = [...new Set(disputes.flatMap((item) => item.about))];
    for (const [id, { columns }] of await scope.reader.entities(ids)) {
      const inside = columns['involves'];
      if (Array.isArray(inside) && inside.includes(about)) involved.add(id);
    }
  }
  return disputes.filter(
    (item) =>
      verdict.includes(item.verdict) &&
      (!about || item.about.some((id) => involved.has(id))) &&
      (!rule || rule.includes(item.rule.id)) &&
      (!source || item.about.some((id) => source.includes(id)) || item.sides.some(({ claims }) => claims.some((claim) => source.includes(claim.source)))),
  );
}

function pageOf(scope: Scope, disputes: readonly Dispute[], { verdict, about, rule, source, ...args }: DisputeArgs): Connection<Edge<Handle>> {
  return listOf<Dispute, Handle>({
    list: ['disputes', verdict, about, rule, source],
    args,
    all: () => [...disputes].sort((a, b) => compareText(a.rule.id, b.rule.id) || compareText(a.id, b.id)),
    id: ({ id }) => id,
    node: (dispute) => ({ scope, dispute }),
  });
}
