/** What tables shorten in names of states and bodies, and what it stands for. */
const SHORT: Readonly<Record<string, string>> = { st: 'Saint', ste: 'Sainte', rep: 'Republic', dem: 'Democratic', fed: 'Federal', is: 'Islands' };

/**
 * What a name that nothing bears may be called instead, by how tables write names: with its first words behind a comma or in
 * brackets (`Korea, Republic of`, `Iran (Islamic Republic of)`, `Gambia, The`, `Smith, John`), shortened (`Czech Rep.`,
 * `St. Lucia`), with `&`, or with an article that it has not.
 */
export function turnedNames(name: string): string[] {
  const plain = name
    .replace(/\s*&\s*/g, ' and ')
    .replace(/(?<!\p{L})(\p{L}{2,3})\.(?!\p{L})|^Ste?(?= )/giu, (word, letters?: string) => SHORT[(letters ?? word).toLowerCase()] ?? word);
  const [, noun = '', after = '', within = ''] = /^([^,(]+?)(?:,\s+([^,(]+)|\s+\(([^)]+)\))$/.exec(plain) ?? [];
  const first = (after || within).trim();
  const turned = first === '' ? [] : [`${first} ${noun}`, ...(/\b(?:of|the)$/i.test(first) ? [] : [`${first} of ${noun}`, `${first} of the ${noun}`])];
  return [plain, ...turned].flatMap((form) => (/^the /i.test(form) ? [form, form.slice(4)] : [form]));
}
