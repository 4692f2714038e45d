module.exports = {
  forbidden: [
    {
      name: 'one-door-to-tauri',
      severity: 'error',
      from: { pathNot: '^src/lib/backend/' },
      to: { path: '@tauri-apps' },
    },
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'lib-knows-no-feature',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: '^src/(features|shell|pages)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: 'generated' },
  },
};
