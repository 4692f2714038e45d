/** The first run: what a person has said so far, step by step, until the vault counts. */
import { vaultConfirm, vaultCreate, vaultForget, wordsCheck, type Start, type WordsToKeep } from '$lib/backend/vault';
import { Attempt } from '$lib/controls/attempt.svelte';
import { Chosen } from '$lib/secrets/chosen.svelte';

/** The steps, as they stand at the left. The words are read first and asked back then. */
export const steps = ['whose', 'passphrase', 'words', 'begin'] as const;
/** One page of the first run. */
export type Page = 'whose' | 'passphrase' | 'words' | 'asked' | 'begin';

export class Making {
  page = $state<Page>('whose');
  organisation = $state('');
  computer = $state('');
  writers = $state<string[]>(['']);
  readonly chosen = new Chosen();
  words = $state.raw<WordsToKeep>();
  answers = $state<string[]>([]);
  readonly attempt = new Attempt();

  /** Which of the steps at the left one is on. */
  get step(): number {
    return steps.findIndex((step) => step === (this.page === 'asked' ? 'words' : this.page));
  }

  go(page: Page): void {
    this.attempt.failure = undefined;
    this.page = page;
  }

  /** Makes the vault; it does not count yet. */
  async make(): Promise<void> {
    const { organisation, computer, writers, chosen } = this;
    const request = { organisation, computer, writers, passphrase: chosen.typed, with_keyfile: chosen.keyfile !== null };
    const words = await this.attempt.run(() => vaultCreate(request));
    // The key file is used once: whoever comes back makes or chooses it again.
    chosen.keyfile = null;
    if (!words) return;
    this.words = words;
    this.answers = [];
    this.page = 'words';
  }

  /** Back from the words: nothing stays on disk. */
  async forget(): Promise<void> {
    await this.attempt.run(vaultForget);
    if (this.attempt.failure) return;
    this.words = undefined;
    this.page = 'passphrase';
  }

  /** Compares the three words. */
  async check(): Promise<void> {
    await this.attempt.run(() => wordsCheck(this.answers));
    if (!this.attempt.failure) this.page = 'begin';
  }

  /** The vault counts from now on; its window opens and this one goes. */
  async begin(start: Start): Promise<void> {
    await this.attempt.run(() => vaultConfirm(this.answers, start));
  }
}
