/** Puts a layer that floats (`popover="manual"`) beside what it belongs to, inside the window. */
import type { Attachment } from 'svelte/attachments';

/** How a float lies to its anchor. */
export interface Lie {
  /** As wide as the anchor at least. */
  stretch?: boolean;
  /** Its right edge on the anchor's. */
  end?: boolean;
}

/** Shows the element over the page, below its anchor or above where there is no room. */
export function float(anchor: () => Element | undefined, lie: Lie = {}): Attachment<HTMLElement> {
  return (element) => {
    if (typeof element.showPopover === 'function') element.showPopover();
    const place = () => {
      const at = anchor()?.getBoundingClientRect();
      if (!at) return;
      const below = window.innerHeight - at.bottom - 11;
      const above = at.top - 11;
      if (lie.stretch) element.style.minWidth = `${at.width}px`;
      element.style.maxHeight = `${Math.max(below, above, 80)}px`;
      const box = element.getBoundingClientRect();
      const upward = box.height > below && above > below;
      const left = lie.end || at.left + box.width > window.innerWidth - 4 ? at.right - box.width : at.left;
      element.style.top = `${upward ? at.top - box.height - 3 : at.bottom + 3}px`;
      element.style.left = `${Math.max(4, Math.min(left, window.innerWidth - box.width - 4))}px`;
    };
    place();
    const watch = typeof ResizeObserver === 'function' ? new ResizeObserver(place) : undefined;
    watch?.observe(element);
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      watch?.disconnect();
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  };
}

/** Tells when somebody presses outside all of these. */
export function outside(inside: () => (Element | undefined)[], left: () => void): () => void {
  const heard = (event: Event) => {
    const target = event.target;
    if (target instanceof Node && !inside().some((part) => part?.contains(target))) left();
  };
  window.addEventListener('pointerdown', heard, true);
  return () => window.removeEventListener('pointerdown', heard, true);
}
