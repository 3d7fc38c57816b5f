import countries from 'i18n-iso-countries';
import { stringify } from 'yaml';

const LANGUAGES = ['en', 'fr', 'ko', 'vi', 'zh', 'ru'] as const;
const SOURCE = 'source/unicode-cldr';

const inEnglish = new Intl.DisplayNames(['en'], { type: 'language' });

/**
 * A seed with the names of countries in six languages, from the Unicode CLDR data that the platform carries
 * (`Intl.DisplayNames`), and with their ISO 3166-1 codes. Ids of countries are their two-letter codes in lower
 * case; an id that is no such code (a state of the past) is passed over.
 */
export function cldrSeed(ids: readonly string[]): string {
  const claims = ids.flatMap((id) => {
    const iso2 = id.slice(id.indexOf('/') + 1).toUpperCase();
    const iso3 = countries.alpha2ToAlpha3(iso2);
    if (iso3 === undefined) return [];
    const names = LANGUAGES.map((lang) => ({ lang, text: new Intl.DisplayNames([lang], { type: 'region' }).of(iso2) ?? iso2 }));
    return [
      { fact: `${id} iso2`, value: iso2, summary: `${iso2} is the two-letter code of ${names[0]?.text ?? iso2}.` },
      { fact: `${id} iso3`, value: iso3, summary: `${iso3} is the three-letter code of ${names[0]?.text ?? iso2}.` },
      ...names.map(({ lang, text }) => ({
        fact: `${id} name`,
        value: { text, lang },
        summary: `${names[0]?.text ?? iso2} is called ${text} in ${inEnglish.of(lang) ?? lang}.`,
      })),
    ];
  });
  const source = {
    id: SOURCE,
    title: 'Names of countries from Unicode CLDR, codes from ISO 3166-1',
    language: 'en',
    published: '2025',
    url: 'https://cldr.unicode.org',
  };
  return `# Written by \`npm run generate\`; change src/load/cldr.ts instead.\n${stringify({ source, claims }, { lineWidth: 0 })}`;
}
