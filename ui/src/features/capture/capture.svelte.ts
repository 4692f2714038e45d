/** A record being written down: made with the first thing somebody writes, saved with every other. */
import type { Failure } from '$lib/backend/door';
import { files as askFiles, type FileEntry } from '$lib/backend/attachments';
import { onChanged } from '$lib/backend/events';
import { recordCreate, recordPage, recordWrite, type FieldInput, type JsonValue, type Page, type Saved } from '$lib/backend/records';
import { Attempt } from '$lib/controls/attempt.svelte';
import { typingOf, type Typing } from '$lib/controls/typing';
import type { Capture } from '$lib/desk/frame.svelte';
import { kept } from '$lib/desk/kept.svelte';

const NAME = 'capture';

/** What was being captured when the vault was locked. */
export function restored(): Capture | undefined {
  const was = kept.get(NAME);
  if (typeof was !== 'object' || was === null || Array.isArray(was) || typeof was['kind'] !== 'string') return undefined;
  const capture: Capture = { kind: was['kind'], inputs: [] };
  return typeof was['record'] === 'string' ? { ...capture, record: was['record'] } : capture;
}

export class Writing {
  saved = $state.raw<Pick<Saved, 'folio'>>();
  page = $state.raw<Page>();
  attached = $state.raw<FileEntry[]>([]);
  readonly attempt = new Attempt();
  /** Fields that cannot stand as they were typed. */
  faults = $state.raw<Record<string, Failure>>({});
  /** What was being typed, and where. */
  readonly was: { field: string; typing: Typing } | undefined;
  #record: string | undefined;
  /** One act of writing after the other: the first makes the record. */
  #queue: Promise<unknown> = Promise.resolve();
  #typing: { field: string; typing: Typing } | undefined;

  constructor(readonly capture: Capture) {
    this.#record = capture.record;
    this.was = this.#typing = this.#restored();
    this.#keep();
    if (this.#record !== undefined) void this.read(this.#record);
  }

  get record(): string | undefined {
    return this.#record;
  }

  #restored(): { field: string; typing: Typing } | undefined {
    const part = kept.get(NAME);
    if (typeof part !== 'object' || part === null || Array.isArray(part) || part['kind'] !== this.capture.kind) return undefined;
    const typing = typingOf(part['typing'] ?? null);
    return typing && typeof part['field'] === 'string' ? { field: part['field'], typing } : undefined;
  }

  #keep(): void {
    const typing: JsonValue = this.#typing ? { ...this.#typing.typing } : null;
    kept.put(NAME, { kind: this.capture.kind, record: this.#record ?? null, field: this.#typing?.field ?? '', typing });
  }

  /** Every keystroke. */
  typing(field: string, typing: Typing): void {
    this.#typing = { field, typing };
    this.#keep();
  }

  /** Reads again when something of it changed; call it inside an `$effect`. */
  listen(): () => void {
    return onChanged((changed) => {
      if (this.#record !== undefined && (changed.ids.length === 0 || changed.ids.includes(this.#record))) void this.read(this.#record);
    });
  }

  async read(record: string): Promise<void> {
    const [page, files] = await Promise.all([recordPage(record), askFiles(record)]);
    this.page = page;
    this.attached = files;
    this.saved ??= page;
  }

  save(input: FieldInput): Promise<unknown> {
    this.#queue = this.#queue.then(async () => {
      const record = this.#record;
      const done = await this.attempt.run(() => (record === undefined ? recordCreate(this.capture.kind, [...this.capture.inputs, input]) : recordWrite(record, [input])));
      const others = Object.fromEntries(Object.entries(this.faults).filter(([field]) => field !== input.field));
      const failure = this.attempt.failure;
      this.faults = failure?.field === input.field ? { ...others, [input.field]: failure } : others;
      if (!done) return;
      this.saved = done;
      if (record === undefined) {
        this.#record = done.id;
        this.#keep();
      }
      this.page = await recordPage(done.id);
    });
    return this.#queue;
  }

  /** Files come with a record: it is made when there is none yet. */
  async attach(ask: (record: string) => Promise<FileEntry[]>): Promise<void> {
    await this.#queue;
    if (this.#record === undefined) await this.save({ field: 'remarks', typed: null, values: [] });
    const record = this.#record;
    if (record === undefined) return;
    this.attached = (await this.attempt.run(() => ask(record))) ?? this.attached;
  }

  /** What is still in a field one has not left counts too; tells whether all is saved. */
  async leave(): Promise<boolean> {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await this.#queue;
    return this.attempt.failure === undefined && Object.keys(this.faults).length === 0;
  }

  /** Nothing is being written any more. */
  end(): void {
    kept.put(NAME, null);
  }
}
