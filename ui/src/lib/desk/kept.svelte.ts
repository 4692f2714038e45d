/** What is unsaved, kept in the core at every keystroke and sealed by a lock: the place, open layers, text and caret. */
import { deskKeep } from '../backend/desk';
import type { JsonValue } from '../backend/records';

class Kept {
  #parts: Record<string, JsonValue> = {};
  #waiting = false;
  #sending = false;

  /** Takes what was sealed before the lock. */
  load(sealed: string | null | undefined): void {
    if (!sealed) return;
    const read: unknown = JSON.parse(sealed);
    if (isParts(read)) this.#parts = read;
  }

  /** What a screen kept under its name. */
  get(name: string): JsonValue {
    return this.#parts[name] ?? null;
  }

  /** Keeps it; nothing takes it away. One call is under way at most, with the newest state. */
  put(name: string, value: JsonValue): void {
    if (value === null) {
      this.#parts = Object.fromEntries(Object.entries(this.#parts).filter(([other]) => other !== name));
    } else {
      this.#parts = { ...this.#parts, [name]: value };
    }
    this.#waiting = true;
    if (!this.#sending) void this.#send();
  }

  /** What was kept last has reached the core, or did not in time: nobody waits longer for a lock. */
  async settled(most: number): Promise<void> {
    const end = Date.now() + most;
    while (this.#sending && Date.now() < end) await new Promise((done) => setTimeout(done, 5));
  }

  async #send(): Promise<void> {
    this.#sending = true;
    try {
      while (this.#waiting) {
        this.#waiting = false;
        await deskKeep(JSON.stringify(this.#parts));
      }
    } finally {
      this.#sending = false;
    }
  }
}

function isParts(read: unknown): read is Record<string, JsonValue> {
  return typeof read === 'object' && read !== null && !Array.isArray(read);
}

export const kept = new Kept();
