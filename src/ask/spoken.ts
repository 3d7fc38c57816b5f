import { parseTime } from '../model/edtf.js';

const SEASONS: Readonly<Record<string, string>> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };

/** A time in EDTF as people say it; what is none, or is a plain date, as it is. */
export function spokenTime(edtf: string): string {
  if (!/[[{/X~?%]|-2[1-4]$/.test(edtf) || !parseTime(edtf)) return edtf;
  const set = /^[[{](.*)[\]}]$/.exec(edtf)?.[1]?.split(/,\s*/);
  if (set) return set.length === 2 ? set.map(spokenTime).join(' or ') : `between ${spokenTime(set[0] ?? '')} and ${spokenTime(set.at(-1) ?? '')}`;
  const [start = '', end] = edtf.split('/');
  if (end === undefined) return spokenPoint(start);
  if (end === '..' || end === '') return `since ${spokenPoint(start)}`;
  return start === '..' || start === '' ? `until ${spokenPoint(end)}` : `${spokenPoint(start)} to ${spokenPoint(end)}`;
}
function spokenPoint(point: string): string {
  const plain = point.replace(/[~?%]/g, '');
  const about = plain === point ? '' : 'about ';
  const [year = '', part = ''] = plain.split('-');
  if (/^\d{3}X$/.test(plain)) return `${about}the ${plain.slice(0, 3)}0s`;
  if (/^\d{2}XX$/.test(plain)) return `${about}the ${String(Number(plain.slice(0, 2)) + 1)}th century`;
  const season = SEASONS[part];
  return season === undefined ? `${about}${plain}` : `${about}${season} ${year}`;
}
