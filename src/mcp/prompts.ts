interface Prompt {
  readonly about: string;
  readonly args: readonly string[];
  text(given: Readonly<Record<string, string>>): string;
}

/** What a person may start an agent with. */
export const prompts: Readonly<Record<string, Prompt>> = {
  brief_on_two_countries: {
    about: 'A brief on two countries: relations, agreements, visits, partnerships, disputes.',
    args: ['a', 'b'],
    text: ({ a = '', b = '' }) =>
      [
        `Write a brief on the relations of ${a} and ${b} from the graph alone.`,
        'Find both with `search`. Read `timeline` of both together, `ask` about agreements, partnerships and visits between them, and `disputes` about each.',
        'Say when something is only planned, when sources disagree, and what is not recorded. Put the link of a claim behind every sentence.',
      ].join('\n'),
  },
  check_this_sentence: {
    about: 'Checks a sentence against the graph: which claims support it, which contradict it.',
    args: ['sentence'],
    text: ({ sentence = '' }) =>
      [
        `Check this sentence against the graph: ${JSON.stringify(sentence)}`,
        'Split it into single facts. For each, find what it names with `search` and ask for the fact with `ask` and `evidence`; look for denied claims and other values, and read `disputes`.',
        'Answer for each fact SUPPORTED, CONTRADICTED, DISPUTED or NOT RECORDED, with the links of the claims. Nothing recorded is not a contradiction.',
      ].join('\n'),
  },
};
