/** F6: rail, bar, page and panes, one after the other. */

/** Gives the keyboard to the next region: to what had it there last, or to its first part. */
export function nextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null || region === document.body);
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + 1) % regions.length];
  const first = next?.querySelector<HTMLElement>('[aria-current], [role="grid"], a[href], button:not([disabled]), input, [tabindex="0"]');
  (first ?? next)?.focus();
}
