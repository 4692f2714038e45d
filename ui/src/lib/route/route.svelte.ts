/** Where one is. The address is the fragment, so that back and forward are the window's own. */

/** A place in the window. */
export type Route =
  | { at: 'today' }
  | { at: 'list'; kind: string; query: string }
  | { at: 'record'; id: string; tab: string; query: string }
  | { at: 'versions'; id: string }
  | { at: 'merge'; from: string; into: string }
  | { at: 'import'; step: string; id: string }
  | { at: 'export'; query: string }
  | { at: 'report' }
  | { at: 'handover' | 'calls'; of: string }
  | { at: 'ics' }
  | { at: 'mechanism'; part: string; query: string }
  | { at: 'library'; query: string }
  | { at: 'settings'; tab: string }
  | { at: 'help'; screen: string }
  | { at: 'controls' };

/** Reads `list/incident?…` and the like; an unknown place is today. */
export function read(path: string): Route {
  const [place = '', query = ''] = path.split('?', 2);
  const [at = '', first = '', second = ''] = place.split('/').map(decodeURIComponent);
  switch (at) {
    case 'list':
      return { at, kind: first, query };
    case 'record':
      return { at, id: first, tab: second, query: decodeURIComponent(query) };
    case 'versions':
      return { at, id: first };
    case 'merge':
      return { at, from: first, into: second };
    case 'import':
      return { at, step: first, id: second };
    case 'export':
    case 'library':
      return { at, query };
    case 'mechanism':
      return { at, part: first === '' ? 'board' : first, query: decodeURIComponent(query) };
    case 'handover':
    case 'calls':
      return { at, of: first };
    case 'report':
    case 'ics':
    case 'controls':
      return { at };
    case 'settings':
      return { at, tab: first };
    case 'help':
      return { at, screen: first };
    default:
      return { at: 'today' };
  }
}

const path = (): string => location.hash.replace(/^#\/?/, '');

class Router {
  /** The place as written, `record/a1…`. */
  path = $state(path());
  current = $derived(read(this.path));

  constructor() {
    window.addEventListener('hashchange', () => (this.path = path()));
  }

  /** Goes there; back returns. */
  go(to: string): void {
    location.hash = `/${to}`;
  }

  /** Takes the place of where one is: back skips it. */
  replace(to: string): void {
    history.replaceState(null, '', `#/${to}`);
    this.path = to;
  }

  back(): void {
    history.back();
  }

  forward(): void {
    history.forward();
  }
}

export const router = new Router();

/** The address of a place, for links. */
export function href(to: string): string {
  return `#/${to}`;
}
