/** One record as its page holds it. */
import { onChanged } from '$lib/backend/events';
import {
  recordHistory,
  recordLinks,
  recordMoments,
  recordPage,
  recordStatus,
  recordUnmerge,
  recordWrite,
  type Change,
  type FieldInput,
  type JsonValue,
  type Moment,
  type Neighbour,
  type Page,
} from '$lib/backend/records';
import type { ListStatus } from '$lib/backend/lists';
import { Attempt } from '$lib/controls/attempt.svelte';
import { identity } from '$lib/controls/choice';
import { toasts } from '$lib/controls/toast.svelte';
import { language } from '$lib/language/language.svelte';

/** How many moments or links are read at once. */
const STEP = 100;

/** A reference with how certain it is; 0 says nothing. */
function withLevel(value: JsonValue, level: number): JsonValue {
  const reference = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { ref: value };
  const bare = Object.fromEntries(Object.entries(reference).filter(([key]) => key !== 'certainty'));
  return level === 0 ? bare : { ...bare, certainty: level };
}

export class Shown {
  page = $state.raw<Page>();
  moments = $state.raw<Moment[]>([]);
  momentsTotal = $state(0);
  links = $state.raw<Neighbour[]>([]);
  linksTotal = $state(0);
  history = $state.raw<Change[]>([]);
  turn = $state(0);
  readonly attempt = new Attempt();
  /** What is said of a field being changed. */
  readonly writing = new Attempt();
  /** Ends when everything that was written is saved. */
  written: Promise<unknown> = Promise.resolve();
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

  /** Saves a field; one act of writing after the other. */
  write(input: FieldInput): Promise<unknown> {
    this.written = this.written.then(async () => {
      const done = await this.writing.run(() => recordWrite(this.id, [input]));
      if (done) await this.read();
    });
    return this.written;
  }

  /** How certain a link is, said where it is written: here, or in the record that points here. */
  async certain(link: Neighbour, level: number): Promise<void> {
    const [owner, other] = link.direction === 'to' ? [this.id, link.id] : [link.id, this.id];
    await this.attempt.run(async () => {
      const page = await recordPage(owner);
      const values = page.fields.find((field) => field.field === link.field)?.values ?? [];
      await recordWrite(owner, [{ field: link.field, typed: null, values: values.map((value) => (identity(value) === other ? withLevel(value, level) : value)) }]);
    });
    this.turn += 1;
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
