export const elsewhere: string[];
export function sentences(tongue: 'es' | 'en'): Map<string, Set<string>>;
