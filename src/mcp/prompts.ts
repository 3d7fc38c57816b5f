/** What a person may start an agent with. */
export interface Prompt {
  readonly about: string;
  /** Its arguments, and what each is. */
  readonly args: Readonly<Record<string, string>>;
  text(given: Readonly<Record<string, string>>): string;
}

/** The prompts by name. */
export const prompts: Readonly<Record<string, Prompt>> = {
  brief_on_two_countries: {
    about: 'A brief on two countries: relations, agreements, visits, partnerships, disputes.',
    args: { a: 'A country, by its name.', b: 'Another country.' },
    text: ({ a = '', b = '' }) =>
      [
        `Write a brief on the relations of ${a} and ${b} from the graph alone.`,
        'Find both with `search`. Read `timeline` of both together, `ask` about agreements, partnerships and visits between them, and `disputes` about each.',
        'Say when something is only planned, when sources disagree, and what is not recorded. Put the link of a claim behind every sentence.',
      ].join('\n'),
  },
  check_this_sentence: {
    about: 'Checks a sentence against the graph: which claims support it, which contradict it.',
    args: { sentence: 'A sentence that states facts.' },
    text: ({ sentence = '' }) =>
      [
        `Check this sentence against the graph: ${JSON.stringify(sentence)}`,
        'Split it into single facts. For each, find what it names with `search` and ask for the fact with `ask` and `evidence`; look for denied claims and other values, and read `disputes`.',
        'Answer for each fact SUPPORTED, CONTRADICTED, DISPUTED or NOT RECORDED, with the links of the claims. Nothing recorded is not a contradiction.',
      ].join('\n'),
  },
};
