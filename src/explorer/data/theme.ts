export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The colours that were chosen before; those of the system where none were. */
export function chosenTheme(): Theme {
  return THEMES.find((theme) => theme === localStorage.getItem('theme')) ?? 'auto';
}

/** Shows the page in the chosen colours. */
export function applyTheme(theme: Theme = chosenTheme()): void {
  localStorage.setItem('theme', theme);
  document.documentElement.dataset['theme'] = theme;
}
