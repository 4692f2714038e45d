/** One record as its page holds it. */
import { onChanged } from '$lib/backend/events';
import {
  recordHistory,
  recordLinks,
  recordMoments,
  recordPage,
  recordReveal,
  recordStatus,
  recordUnmerge,
  recordWrite,
  type Change,
  type FieldInput,
  type Moment,
  type Neighbour,
  type Page,
} from '$lib/backend/records';
import type { ListStatus } from '$lib/backend/lists';
import { Attempt } from '$lib/controls/attempt.svelte';
import { toasts } from '$lib/controls/toast.svelte';
import { language } from '$lib/language/language.svelte';

/** How many moments or links are read at once. */
const STEP = 100;

export class Shown {
  page = $state.raw<Page>();
  moments = $state.raw<Moment[]>([]);
  momentsTotal = $state(0);
  links = $state.raw<Neighbour[]>([]);
  linksTotal = $state(0);
  history = $state.raw<Change[]>([]);
  turn = $state(0);
  readonly attempt = new Attempt();
  readonly question = $derived([this.turn, language.current]);

  constructor(readonly id: string) {}

  /** Reads again when something of it changed; call it inside an `$effect`. */
  listen(): () => void {
    return onChanged((changed) => {
      if (changed.ids.length === 0 || changed.ids.includes(this.id) || this.links.some((one) => changed.ids.includes(one.id))) this.turn += 1;
    });
  }

  async read(): Promise<void> {
    this.page = (await this.attempt.run(() => recordPage(this.id))) ?? this.page;
  }

  async readMoments(): Promise<void> {
    const found = await this.attempt.run(() => recordMoments(this.id, 0, Math.max(STEP, this.moments.length)));
    if (found) [this.moments, this.momentsTotal] = [found.moments, found.total];
  }

  async moreMoments(): Promise<void> {
    const found = await this.attempt.run(() => recordMoments(this.id, this.moments.length, STEP));
    if (found) this.moments = [...this.moments, ...found.moments];
  }

  async readLinks(kind: string | null): Promise<void> {
    const found = await this.attempt.run(() => recordLinks(this.id, kind, 0, STEP));
    if (found) [this.links, this.linksTotal] = [found.links, found.total];
  }

  async moreLinks(kind: string | null): Promise<void> {
    const found = await this.attempt.run(() => recordLinks(this.id, kind, this.links.length, STEP));
    if (found) this.links = [...this.links, ...found.links];
  }

  async readHistory(field: string | null): Promise<void> {
    this.history = (await this.attempt.run(() => recordHistory(this.id, field))) ?? this.history;
  }

  async write(input: FieldInput): Promise<void> {
    await this.attempt.run(() => recordWrite(this.id, [input]));
    await this.read();
  }

  async reveal(reason: string): Promise<boolean> {
    const page = await this.attempt.run(() => recordReveal(this.id, reason));
    if (page) this.page = page;
    return page !== undefined;
  }

  async move(status: ListStatus): Promise<void> {
    const done = await this.attempt.run(() => recordStatus(this.id, status));
    if (done) toasts.did(done);
    await this.read();
  }

  async separate(id: string): Promise<void> {
    await this.attempt.run(() => recordUnmerge(id));
    await this.read();
  }
}
