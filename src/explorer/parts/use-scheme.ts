import { useEffect, useState } from 'react';

/** Whether it is dark, for what is drawn in colours that no style sheet changes. */
export function useIsDark(): boolean {
  const [isDark, setDark] = useState(isDarkNow);
  useEffect(() => {
    const look = () => setDark(isDarkNow());
    const observer = new MutationObserver(look);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    SYSTEM.addEventListener('change', look);
    return () => {
      observer.disconnect();
      SYSTEM.removeEventListener('change', look);
    };
  }, []);
  return isDark;
}

const SYSTEM = matchMedia('(prefers-color-scheme: dark)');

function isDarkNow(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'dark' || (chosen !== 'light' && SYSTEM.matches);
}
