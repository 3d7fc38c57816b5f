import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import type { Asked } from '../../src/ask/ask.js';
import { rewriteWith } from '../../src/ask/rewriter.js';
import { asking, embedded } from './asking.js';

/** What a model answered once to each question, played back. */
const RECORDED: Readonly<Record<string, string>> = {
  'With whom has Macron been rubbing shoulders lately in 2025?': '{"question":"Who met Macron in 2025?"}',
  'Could you dig out who hobnobbed with Xi Jinping?': '{"question":"Who met Kim Jong-un?"}',
  'How chummy are Tours and Suwon?': '{"plan":{"heads":[{"head":"between","a":"city/tours","b":"city/suwon"}]}}',
  'How chummy are Nantes and Suncheon?': '{"plan":{"heads":[{"head":"between","a":"city/tours","b":"city/suwon"}]}}',
  'How chummy are Cannes and Busan?': '{"plan":{"heads":[{"head":"list","set":{"kinds":["Nonsense"],"tests":[]}}]}}',
  'How chummy are Nice and Daejeon?': 'I would rather not say.',
};

interface Sent {
  readonly url: string | undefined;
  readonly body: { readonly model: string; readonly messages: readonly { readonly role: string; readonly content: string }[] };
}

describe('a model that rewrites what is not understood', () => {
  let ask: (text: string) => Promise<Asked>;
  let server: Server | null = null;
  const sent: Sent[] = [];
  beforeAll(async () => {
    ask = asking(await embedded());
    const listening = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString('utf8')));
      request.on('end', () => {
        const body = JSON.parse(text) as Sent['body'];
        sent.push({ url: request.url, body });
        const content = RECORDED[body.messages.at(-1)?.content ?? ''] ?? '{}';
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
      });
    });
    await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
    server = listening;
    rewriteWith(schema, { url: `http://127.0.0.1:${String((listening.address() as AddressInfo).port)}/v1/`, model: 'recorded' });
    return () => {
      rewriteWith(schema, null);
      server?.close();
    };
  });
  afterEach(() => sent.splice(0));

  it('puts a question into words that are known, and the answer says so', async () => {
    const { outcome, ran, sentence, reading } = await ask('With whom has Macron been rubbing shoulders lately in 2025?');
    expect([outcome, ran?.items]).toEqual(['ANSWERED', ['Lee Jae Myung', 'To Lam']]);
    expect([sentence, reading]).toEqual(Array(2).fill(expect.stringContaining('Put by a language model as “Who met Macron in 2025?”')));
    expect(sent).toMatchObject([{ url: '/v1/chat/completions', body: { model: 'recorded' } }]);
  });

  it('makes a plan, which is checked, run and shown like any other', async () => {
    const { ran, plan } = await ask('How chummy are Tours and Suwon?');
    expect(ran?.items).toContain('Tours and Suwon');
    expect(plan).toEqual({ heads: [{ head: 'between', a: 'city/tours', b: 'city/suwon' }] });
  });

  it.each([
    ['names somebody whom the question does not', 'Could you dig out who hobnobbed with Xi Jinping?'],
    ['plans for somebody whom the question does not name', 'How chummy are Nantes and Suncheon?'],
    ['plans for what there is not', 'How chummy are Cannes and Busan?'],
    ['answers with something else', 'How chummy are Nice and Daejeon?'],
    ['answers with nothing', 'Which elephants met Macron?'],
  ])('is not heard where it %s', async (_why, text) => {
    expect((await ask(text)).outcome).toBe('NOT_UNDERSTOOD');
    expect(sent).toHaveLength(1);
  });

  it('is not asked what is understood', async () => {
    expect((await ask('Who met Macron in 2025?')).sentence).not.toContain('model');
    expect(sent).toEqual([]);
  });

  it('leaves a question as it was where it cannot be had', async () => {
    rewriteWith(schema, { url: 'http://127.0.0.1:1', model: 'none' });
    expect((await ask('How chummy are Tours and Suwon?')).outcome).toBe('NOT_UNDERSTOOD');
  });
});
