/** A snippet that says one text. */
import { createRawSnippet } from 'svelte';

export const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
