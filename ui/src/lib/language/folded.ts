/** Small letters without accents, to compare what is typed with what a thing is called; ñ is a letter of its own, as in
 * every search. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/(?<!n)\u0303|(?!\u0303)\p{M}/gu, '').normalize('NFC');
}
