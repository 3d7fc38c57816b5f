import { addressOf } from '../data/addresses.ts';
import { useWords } from '../words/words.tsx';

/** How to cite an entity's page, in the forms that reference managers read. */
export function Cite({ id, label }: { id: string; label: string }) {
  const { page } = useWords();
  const url = new URL(addressOf(id), location.href).href;
  const today = new Date().toISOString().slice(0, 10);
  const key = id.replace(/\W+/g, '-');
  const bibtex = `@misc{entente-${key},\n  title = {${bibtexOf(label)}},\n  howpublished = {Entente},\n  url = {${url}},\n  urldate = {${today}}\n}\n`;
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const csl = JSON.stringify(
    [
      {
        id: `entente-${key}`,
        type: 'entry-encyclopedia',
        title: label,
        'container-title': 'Entente',
        URL: url,
        accessed: { 'date-parts': [[year, month, day]] },
      },
    ],
    null,
    2,
  );
  const address = (type: string, text: string) => `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
  return (
    <p className="row">
      <span className="note labelled">{page.cite}</span>
      <a download={`${key}.bib`} href={address('application/x-bibtex', bibtex)}>
        BibTeX
      </a>
      <a download={`${key}.json`} href={address('application/vnd.citationstyles.csl+json', csl)}>
        CSL
      </a>
    </p>
  );
}

/** Text as BibTeX reads it: signs that TeX takes for its own are escaped, braces and backslashes left out. */
function bibtexOf(text: string): string {
  return text.replace(/[{}\\]/g, '').replace(/[&%$#_]/g, '\\$&');
}
