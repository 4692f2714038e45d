/** What every screen of the unlocked window knows: the desk, the kinds, and how to begin a record. */
import { createContext } from 'svelte';
import { desk as askDesk, type Desk } from '../backend/desk';
import { kinds as askKinds, type FieldInfo, type KindInfo } from '../backend/kinds';
import type { FieldInput } from '../backend/records';
import { wear } from '../design/appearance.svelte';
import { keys } from '../keys/keys.svelte';

/** A record being written down in the sheet of quick capture. */
export interface Capture {
  kind: string;
  /** What it begins with, for example the case it belongs to. */
  inputs: FieldInput[];
  /** A record begun before, to go on with. */
  record?: string;
}

/** The frame. */
export class Frame {
  desk = $state.raw<Desk>();
  kinds = $state.raw<KindInfo[]>([]);
  /** How much waits today; nothing while it is not counted. */
  waiting = $state<number>();
  /** The kind of the record one is on. */
  kindHere = $state<string>();
  /** What the capture sheet shows; nothing when it is closed. */
  capture = $state.raw<Capture>();

  /** Reads the desk again. */
  async refresh(): Promise<void> {
    this.show(await askDesk());
  }

  /** Reads the kinds again: their counts change. */
  async refreshKinds(): Promise<void> {
    this.kinds = await askKinds();
  }

  /** A desk that a command gave back. */
  show(desk: Desk): void {
    this.desk = desk;
    keys.singles = desk.appearance.single_keys;
    wear(desk.appearance);
  }

  /** A kind by its id. */
  kind(id: string): KindInfo | undefined {
    return this.kinds.find((kind) => kind.id === id);
  }

  /** A field of a kind. */
  field(kind: string, id: string): FieldInfo | undefined {
    return this.kind(kind)?.fields.find((field) => field.id === id);
  }

  /** Kinds a person writes down: they have a window. */
  get windowKinds(): KindInfo[] {
    return this.kinds.filter((kind) => !kind.internal);
  }

  /** Opens the sheet of a new record. */
  begin(kind: string, inputs: FieldInput[] = []): void {
    this.capture = { kind, inputs };
  }
}

export const [useFrame, giveFrame] = createContext<Frame>();
