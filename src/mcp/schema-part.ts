/** How many characters of the schema are shown at once. */
const MOST = 6_000;

/** The definitions of a printed schema that have to do with a word: those named so first, then those with such a field or value, cut to fit. */
export function partOfSchema(sdl: string, word: string): string {
  const wanted = word.toLowerCase();
  const blocks = sdl.split(/\n\n(?=(?:"""|type |interface |enum |input |scalar |union ))/);
  const ranked = blocks
    .map((block) => ({ block, rank: rankOf(block, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || a.block.length - b.block.length);
  const shown: string[] = [];
  let size = 0;
  for (const { block, rank } of ranked) {
    const part = rank === 0 && block.length <= MOST ? block : linesWith(block, wanted);
    if (size + part.length > MOST) break;
    shown.push(part);
    size += part.length;
  }
  if (shown.length === 0) return `Nothing in the schema has to do with "${word}".`;
  return `${shown.join('\n\n')}${shown.length < ranked.length ? `\n\n# ${String(ranked.length - shown.length)} more; name a type to see it` : ''}`;
}

function nameOf(block: string): string {
  return /^(?:type|interface|enum|input|scalar|union) (\w+)/m.exec(block)?.[1]?.toLowerCase() ?? '';
}

function rankOf(block: string, word: string): number {
  const name = nameOf(block);
  if (name === word) return 0;
  if (name === 'query' && new RegExp(`^ {2}${word}\\w*[(:]`, 'im').test(block)) return 1;
  return block.toLowerCase().includes(word) ? 2 : 3;
}

/** The head of a definition, and its lines that have a word, with what explains them. */
function linesWith(block: string, word: string): string {
  const lines = block.split('\n');
  const head = lines.find((line) => /^(?:type|interface|enum|input)/.test(line)) ?? lines[0] ?? '';
  const found = lines.flatMap((line, at) =>
    line.toLowerCase().includes(word) && line !== head ? lines.slice(line.trim().startsWith('"""') ? at : at - 1, at + 2) : [],
  );
  return [head, ...new Set(found), '  …'].join('\n').slice(0, 1_500);
}
