import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { injectedClassIsAValue } from './tools/lint/injected-class-is-a-value.mjs';
import { noOpenEnds } from './tools/lint/no-open-ends.mjs';
import { environment, houseStyle, machineClock, ownErrors, wholeTests } from './tools/lint/restrictions.mjs';

const house = {
  rules: { 'injected-class-is-a-value': injectedClassIsAValue, 'no-open-ends': noOpenEnds },
};
const typescript = ['**/*.ts', '**/*.tsx'];
const specs = ['**/*.spec.ts', '**/*.spec.tsx'];
/** Tables that specs read. */
const specTables = ['apps/web/fixtures/**/*.ts'];
/** Flat config replaces a rule's options as a whole, so each place names its full list. */
const restrict = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.vigia/', 'test/artefacts/', 'test/fixtures/', 'samples/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    plugins: { house },
    languageOptions: { globals: globals.node },
    rules: {
      'house/no-open-ends': 'error',
      // A file is one idea; the hard limit sits on the tail, where "the service of the main noun" grows.
      'max-lines': ['error', { max: 300 }],
      'max-params': ['error', { max: 6 }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Leaves files with decorators alone (an injected class must stay a value); the house rule guards those.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'house/injected-class-is-a-value': 'error',
      // The rules below ask the type checker: each finds a fault that no reader sees.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: ['apps/**/*.{ts,tsx,js}', 'libs/**/*.ts'], rules: restrict(houseStyle, environment, ownErrors) },
  { files: ['libs/config/**/*.ts'], rules: restrict(houseStyle, ownErrors) },
  {
    files: ['libs/domain/**/*.ts', 'libs/tracking/**/*.ts'],
    rules: restrict(houseStyle, environment, ownErrors, machineClock),
  },
  { files: ['apps/web/**/*.{ts,tsx}'], languageOptions: { globals: globals.browser } },
  { files: ['apps/*/*.config.ts'], rules: restrict(ownErrors) },
  // Specs play the outside world: bare errors, environments and instants are theirs to make up.
  { files: ['test/**/*.{ts,tsx,mjs}'], rules: { ...restrict(wholeTests), 'no-console': 'off' } },
  { files: specs, rules: { ...restrict(wholeTests), 'max-lines': ['error', { max: 500 }] } },
  { files: specTables, rules: { 'max-lines': ['error', { max: 500 }] } },
  {
    files: [
      'libs/messages/src/{en,es}/**/*.ts',
      'libs/ingest/src/suggestion/words/*.ts',
      'libs/persistence/src/migration/**/*.ts',
      '**/generated/**',
    ],
    rules: { 'max-lines': 'off' },
  },
  { files: ['tools/**/*.mjs', '**/bin/*.js'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
