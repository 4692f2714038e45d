/** What the core tells without being asked. */
import { events, type Changed, type Dropped, type Progress } from './generated/commands';

export type { Changed, Dropped, Progress } from './generated/commands';

/** Listens until the returned function is called. */
function listen<T>(subscribe: (heard: (event: { payload: T }) => void) => Promise<() => void>, heard: (told: T) => void): () => void {
  let left = false;
  let leave: (() => void) | undefined;
  void subscribe((event) => heard(event.payload)).then((end) => {
    if (left) end();
    else leave = end;
  });
  return () => {
    left = true;
    leave?.();
  };
}

export const onChanged = (heard: (changed: Changed) => void) => listen<Changed>((f) => events.changed.listen(f), heard);
export const onProgress = (heard: (progress: Progress) => void) => listen<Progress>((f) => events.progress.listen(f), heard);
export const onDropped = (heard: (dropped: Dropped) => void) => listen<Dropped>((f) => events.dropped.listen(f), heard);
