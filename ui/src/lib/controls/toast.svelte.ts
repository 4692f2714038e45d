/** What can be undone, said until it is dismissed or the next one comes. */
import { undo, type Undoable } from '../backend/lists';

/** A short notice. */
export interface Notice {
  sentence: string;
  /** How it is taken back; a notice without it only says something. */
  token?: string;
}

class Toasts {
  now = $state.raw<Notice>();

  /** Says what was done and offers to undo it. */
  did(done: Undoable): void {
    this.now = done.count > 0 && done.token !== '' ? { sentence: done.sentence, token: done.token } : { sentence: done.sentence };
  }

  say(sentence: string): void {
    this.now = { sentence };
  }

  /** Takes back what the notice is about. */
  async undo(): Promise<void> {
    const token = this.now?.token;
    if (token === undefined) return;
    this.now = undefined;
    this.did({ ...(await undo(token)), token: '' });
  }

  dismiss(): void {
    this.now = undefined;
  }
}

export const toasts = new Toasts();
