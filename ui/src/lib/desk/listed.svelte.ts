/** The lists one was in: where each was left, and which one the open record was reached from. */
import type { ListQuery } from '../backend/lists';

/** Where a list was left. */
export interface Left {
  query: ListQuery;
  /** The saved list it began as. */
  view: string | null;
  /** The row one was on. */
  current: number;
  /** How far it was scrolled. */
  top: number;
}

class Listed {
  #left = new Map<string, Left>();
  /** The list the open record was reached from, for next and previous. */
  from = $state.raw<ListQuery>();

  /** A list is left; the way back finds it so. */
  leave(left: Left): void {
    this.#left.set(left.query.kind, left);
  }

  /** How the list of a kind was left. */
  of(kind: string): Left | undefined {
    return this.#left.get(kind);
  }
}

export const listed = new Listed();
