import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/lib/backend/generated/', '*.js', '*.cjs', 'scripts/'] },
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What a callback gives back is nobody's: `onclick={() => go('x')}` reads best.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-globals': ['error', 'fetch', 'localStorage', 'sessionStorage', 'indexedDB', 'alert', 'confirm', 'prompt'],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date']", message: 'Dates in words come from Rust.' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      // The policy of the window refuses `style="…"`; `style:` directives go through the CSSOM and pass.
      'svelte/no-inline-styles': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date']", message: 'Dates in words come from Rust.' },
        { selector: "SvelteAttribute[key.name='style']", message: 'The policy of the window refuses it: use a style: directive or a class.' },
      ],
      // A map that only a class reads needs no signal of its own.
      'svelte/prefer-svelte-reactivity': 'off',
      // A space between two inline parts is text.
      'svelte/no-useless-mustaches': 'off',
      'svelte/require-each-key': 'error',
      // The router is a hash of our own: every address in the page is one of its places.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // In markup the linter does not see the types of a component's callbacks; svelte-check does, and refuses what does not fit.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
);
