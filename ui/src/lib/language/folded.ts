/** Small letters without accents, to compare what is typed with what a thing is called. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
