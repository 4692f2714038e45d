/** The window in a browser, before an invented core: `npm run dev`, then /tests/dev.html?theme=dark&language=en&text=200#/today. */
import { answers, desk, openDoor } from './fake/door';

const asked = new URLSearchParams(location.search);
const appearance = {
  ...desk.appearance,
  theme: asked.get('theme') === 'dark' ? ('dark' as const) : ('light' as const),
  language: asked.get('language') === 'en' ? ('en' as const) : ('es' as const),
  text_percent: Number(asked.get('text') ?? 100),
};
openDoor({ ...answers, desk: () => ({ ...desk, appearance }) });
await import('../src/main');
