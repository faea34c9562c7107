import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { importDirections } from './scripts/eslint/import-directions.js';
import { noRootConnectionInTransaction } from './scripts/eslint/no-root-connection-in-transaction.js';

const source = (folder) => [`${folder}/**/*.{ts,tsx}`];

const nodeBuiltIns = {
  regex: `^(node:.*|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')}))$`,
  message: 'This code also runs where Node does not: in the browser or in the workflow sandbox.',
};

/** Packages that only one place may know, so that the rest stays free of them. */
const owners = [
  { packages: ['pdfkit', 'fontkit', '@signpdf'], folders: ['activities/documents'] },
  { packages: ['nodemailer'], folders: ['activities/mail'] },
  { packages: ['pg', '@electric-sql/pglite'], folders: ['database'] },
  {
    packages: ['express', 'helmet', 'express-rate-limit', 'better-sse', 'openid-client'],
    folders: ['server'],
  },
  // It lets anybody in: only `npm start` and tests may have it.
  { packages: ['oidc-provider'], folders: ['scripts'] },
  { packages: ['react', 'react-dom', 'formik', 'wouter'], folders: ['forms-ui'] },
  { packages: ['@temporalio/worker'], folders: ['worker'] },
  { packages: ['@temporalio/workflow'], folders: ['workflows'] },
  { packages: ['@temporalio/activity'], folders: ['activities', 'worker'] },
  {
    packages: ['@temporalio/client'],
    folders: ['server', 'worker', 'activities'],
  },
];

/** The packages of others, as seen from `folder`, for no-restricted-imports. */
function packagesOfOthers(folder) {
  return owners
    .filter((owner) => !owner.folders.some((own) => folder === own || folder.startsWith(`${own}/`)))
    .map((owner) => ({
      regex: `^(${owner.packages.join('|')})(/|$)`,
      message: `Only ${owner.folders.join(', ')} may use it.`,
    }));
}

function imports(folder, ...more) {
  return {
    files: source(folder),
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:process',
              importNames: ['env'],
              message: 'config/ reads the environment.',
            },
          ],
          patterns: [...packagesOfOthers(folder), ...more],
        },
      ],
    },
  };
}

const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time as an argument.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Take the time as an argument.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the time as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'Take the time as an argument.',
  },
];

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '.build/', 'data/', 'test/histories/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: {
      samverkan: { rules: { importDirections, noRootConnectionInTransaction } },
    },
    rules: {
      'samverkan/importDirections': 'error',
      'samverkan/noRootConnectionInTransaction': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // An interface may ask for a promise that an implementation has at once.
      '@typescript-eslint/require-await': 'off',
      // `return refuse(response)` ends a handler early in one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Our interfaces use method signatures; what implements them is closures, without `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Generated code (protobuf, node-postgres) types its numbers and its enums apart.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // `onClick={async () => …}`: the component's own error state takes the failure.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // Only config/ reads the environment; scripts and tests stand outside the product.
    files: [
      'domain',
      'workflows',
      'activities',
      'database',
      'worker',
      'server',
      'forms-ui',
    ].flatMap(source),
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come from config/.' },
      ],
    },
  },
  imports('domain', nodeBuiltIns),
  imports('workflows', nodeBuiltIns),
  imports('forms-ui', nodeBuiltIns),
  imports('database'),
  imports('config'),
  imports('server'),
  imports('worker'),
  imports('activities'),
  imports('activities/documents'),
  imports('activities/mail'),
  {
    files: [...source('domain'), ...source('database'), ...source('activities')],
    rules: { 'no-restricted-syntax': ['error', ...noClock] },
  },
  {
    files: source('domain'),
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'setTimeout', 'setInterval', 'window', 'document', 'performance'],
      ],
    },
  },
  {
    files: source('forms-ui'),
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Vite's settings are a script that happens to live beside the pages.
    files: ['forms-ui/vite.config.ts', 'forms-ui/build/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: ['scripts/**', 'test/**', 'server/main.ts', 'worker/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
);
