/** A passphrase somebody chooses, or lets the machine draw, with a key file for who wants one. */
import { keyfileMake, passphraseStrength, passphraseSuggest, type Strength } from '../backend/vault';
import type { PlainId } from '../language/language.svelte';

export class Chosen {
  typed = $state('');
  again = $state('');
  /** The name of the key file made for it. */
  keyfile = $state<string | null>(null);
  strength = $state.raw<Strength>();
  /** The passphrase the machine drew, while it stands as drawn. */
  drawn = $state('');

  /** Why it cannot be taken yet. */
  get waits(): PlainId | undefined {
    if (!this.strength?.enough) return 'choose-waits-strength';
    return this.again === this.typed ? undefined : 'choose-waits-again';
  }

  /** Weighs it as it is typed; an answer that comes late is not listened to. */
  async weigh(): Promise<void> {
    const typed = this.typed;
    if (this.drawn !== typed) this.drawn = '';
    const strength = await passphraseStrength(typed);
    if (this.typed === typed) this.strength = strength;
  }

  /** Six words drawn by the machine: shown, in the field, to be typed once more. */
  async draw(): Promise<void> {
    this.drawn = await passphraseSuggest();
    this.typed = this.drawn;
    this.again = '';
    await this.weigh();
  }

  /** Makes a key file where the person says. */
  async makeKeyfile(): Promise<void> {
    this.keyfile = await keyfileMake();
  }

  /** Nothing of it stays in the page. */
  clear(): void {
    this.typed = this.again = this.drawn = '';
    this.keyfile = null;
    this.strength = undefined;
  }
}
