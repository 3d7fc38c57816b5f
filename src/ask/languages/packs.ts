import type { Language } from '../../model/words.js';
import { english } from './en.js';
import { french } from './fr.js';
import { korean } from './ko.js';
import type { Pack } from './pack.js';

/** The words and forms of every language that questions are understood in. */
export const packs: Readonly<Record<Language, Pack>> = { en: english, fr: french, ko: korean };
