/** What somebody decides of versions that stand against each other. */
import { recordPage, recordSettle, recordVersions, type Decision, type FieldInput, type Page, type Saved, type VersionRow, type Versions } from '$lib/backend/records';
import { Attempt } from '$lib/controls/attempt.svelte';
import { typingOf, type Typing } from '$lib/controls/typing';
import { kept } from '$lib/desk/kept.svelte';

const NAME = 'version';

/** A row by its name. */
export function keyOf(row: VersionRow): string {
  return `${row.field} ${row.item ?? ''}`;
}

export class Settling {
  versions = $state.raw<Versions>();
  page = $state.raw<Page>();
  decided = $state.raw<Record<string, Decision>>({});
  /** The row somebody writes a third version of. */
  third = $state<string>();
  /** The row one is on. */
  current = $state<string>();
  readonly attempt = new Attempt();
  readonly number = $derived(Object.keys(this.decided).length);

  constructor(readonly id: string) {
    const part = this.#kept();
    if (part) this.third = part.row;
  }

  #kept(): { row: string; typing: Typing } | undefined {
    const part = kept.get(NAME);
    if (typeof part !== 'object' || part === null || Array.isArray(part) || part['record'] !== this.id) return undefined;
    const typing = typingOf(part['typing'] ?? null);
    return typing && typeof part['row'] === 'string' ? { row: part['row'], typing } : undefined;
  }

  async read(): Promise<void> {
    const found = await this.attempt.run(() => Promise.all([recordVersions(this.id), recordPage(this.id)]));
    if (found) [this.versions, this.page] = found;
  }

  choose(row: VersionRow, operation: string): void {
    this.#decide(row, { field: row.field, item: row.item, operation, values: null, typed: null });
    if (this.third === keyOf(row)) this.third = undefined;
  }

  /** A third is begun: it counts once something is written. */
  begin(row: VersionRow): void {
    this.decided = Object.fromEntries(Object.entries(this.decided).filter(([key]) => key !== keyOf(row)));
    this.third = keyOf(row);
  }

  write(row: VersionRow, input: FieldInput): void {
    this.#decide(row, { field: row.field, item: row.item, operation: null, values: input.values, typed: input.typed });
  }

  #decide(row: VersionRow, decision: Decision): void {
    this.decided = { ...this.decided, [keyOf(row)]: decision };
  }

  typing(row: VersionRow, typing: Typing): void {
    kept.put(NAME, { record: this.id, row: keyOf(row), typing: { ...typing } });
  }

  /** What was being written of a row when the vault was locked. */
  was(row: VersionRow): Typing | undefined {
    const part = this.#kept();
    return part?.row === keyOf(row) ? part.typing : undefined;
  }

  /** 1, 2, 3 choose in the row one is on, then in the next that is not decided. */
  press(at: number): void {
    const open = (row: VersionRow) => !this.decided[keyOf(row)];
    const rows = this.versions?.rows ?? [];
    const row = rows.find((one) => keyOf(one) === this.current && open(one)) ?? rows.find(open) ?? rows.find((one) => keyOf(one) === this.current);
    const version = row?.versions[at];
    if (row && version) this.choose(row, version.operation);
    else if (row && at === row.versions.length) this.begin(row);
  }

  save(): Promise<Saved | undefined> {
    return this.attempt.run(() => recordSettle(this.id, Object.values(this.decided)));
  }

  /** Elsewhere no third is being written any more. */
  leave(): void {
    kept.put(NAME, null);
  }
}
