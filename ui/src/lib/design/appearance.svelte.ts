/** Puts language, theme, text size and row height on the page. */
import type { Appearance } from '../backend/generated/commands';
import { language } from '../language/language.svelte';

/** What the window wears now. */
export const worn = $state<{ appearance: Appearance | undefined }>({ appearance: undefined });

const dark = matchMedia('(prefers-color-scheme: dark)');
dark.addEventListener('change', () => {
  if (worn.appearance) wear(worn.appearance);
});

/** Wears it at once. */
export function wear(appearance: Appearance): void {
  worn.appearance = appearance;
  language.current = appearance.language;
  const page = document.documentElement;
  page.lang = appearance.language;
  const isDark = appearance.theme === 'dark' || (appearance.theme === 'system' && dark.matches);
  page.dataset['theme'] = isDark ? 'dark' : 'light';
  page.dataset['rows'] = appearance.compact;
  page.classList.toggle('t200', appearance.text_percent >= 150);
  page.style.setProperty('--text', String(appearance.text_percent / 100));
}
