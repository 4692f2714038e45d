/** One thing a person asks for that may be refused: whether it is under way and what was said instead. */
import { Refusal, type Failure } from '../backend/door';

export class Attempt {
  busy = $state(false);
  failure = $state.raw<Failure>();

  /** Runs it; a refusal is kept to be shown, anything else is thrown on. */
  async run<T>(ask: () => Promise<T>): Promise<T | undefined> {
    this.busy = true;
    this.failure = undefined;
    try {
      return await ask();
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      this.failure = thrown.failure;
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
