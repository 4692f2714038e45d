/**
 * A click or an Enter that was meant for what stood there before: the second half of a double click, a key still held.
 * It does nothing to what came in its place.
 */
const apart = { time: 500, way: 8 };

interface Press {
  at: number;
  x: number;
  y: number;
  on: Element | null;
}

const never: Press = { at: -Infinity, x: 0, y: 0, on: null };

/** What a press is meant for: the nearest thing that answers to it, else the place itself. */
function meant(target: EventTarget | null): Element | null {
  return target instanceof Element ? (target.closest('button, a, label, input, textarea, select, [role=row], [role=option], [role=tab]') ?? target) : null;
}

/** Watches the whole window until the returned function is called. */
export function stopCarried(): () => void {
  let before = never;
  let carried = false;
  let held: Element | null = null;
  const down = (event: PointerEvent) => {
    const now: Press = { at: event.timeStamp, x: event.clientX, y: event.clientY, on: meant(event.target) };
    carried = now.at - before.at < apart.time && Math.hypot(now.x - before.x, now.y - before.y) < apart.way && now.on !== before.on;
    before = now;
  };
  const click = (event: MouseEvent) => {
    if (!carried || event.detail === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const key = (event: KeyboardEvent) => {
    before = never;
    carried = false;
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (!event.repeat) held = document.activeElement;
    else if (document.activeElement !== held) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener('pointerdown', down, true);
  window.addEventListener('click', click, true);
  window.addEventListener('keydown', key, true);
  return () => {
    window.removeEventListener('pointerdown', down, true);
    window.removeEventListener('click', click, true);
    window.removeEventListener('keydown', key, true);
  };
}
