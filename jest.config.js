const swc = (parser) => ({
  jsc: {
    parser,
    target: 'es2022',
    transform: { react: { runtime: 'automatic' } },
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
});

/**
 * Run by `npm test`, or one file at a time:
 * `NODE_OPTIONS=--experimental-vm-modules npx jest test/domain/forms.test.ts`
 *
 * @type {import('jest').Config}
 */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  // Everything is an ES module here: PGlite and file-type refuse to be required.
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc({ syntax: 'typescript' })],
    '^.+\\.tsx$': ['@swc/jest', swc({ syntax: 'typescript', tsx: true })],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/.build/'],
  globalSetup: '<rootDir>/test/support/run/global-setup.js',
  globalTeardown: '<rootDir>/test/support/run/global-teardown.js',
  maxWorkers: 2,
  // Modules loaded in a vm context are never given back: a worker that has run a hundred files
  // would spend its time collecting garbage and then die of it.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 120_000,
};
