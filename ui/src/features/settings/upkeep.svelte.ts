/** The long pieces of work on the archive: check it, copy it; how far each is and how it ended. */
import { onProgress, type Progress } from '$lib/backend/events';
import { archiveCopy, archiveVerify, archiveVerifyStop, type Checked, type CopyTold } from '$lib/backend/settings';
import { Attempt } from '$lib/controls/attempt.svelte';

export class Upkeep {
  readonly verifying = new Attempt();
  readonly copying = new Attempt();
  verified = $state.raw<Checked>();
  copied = $state.raw<CopyTold>();
  #far = $state.raw<Record<string, Progress>>({});

  /** Hears how far the work is until the returned function is called. */
  listen(): () => void {
    return onProgress((told) => (this.#far = { ...this.#far, [told.job]: told }));
  }

  done(job: string): number {
    return this.#far[job]?.done ?? 0;
  }

  total(job: string): number {
    return this.#far[job]?.total ?? 0;
  }

  async verify(): Promise<void> {
    this.verified = undefined;
    this.#far = {};
    this.verified = (await this.verifying.run(archiveVerify)) ?? undefined;
  }

  async stop(): Promise<void> {
    await archiveVerifyStop();
  }

  /** A sealed copy at a place the person names; nothing when the dialog was closed. */
  async copy(): Promise<void> {
    this.copied = undefined;
    this.#far = {};
    this.copied = (await this.copying.run(archiveCopy)) ?? undefined;
  }
}
