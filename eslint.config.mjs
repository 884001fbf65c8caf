import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { local } from './scripts/lib/eslint-rules.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];
const tests = ['**/*.{test,prove,spec}.{ts,tsx}', 'server/testing/**', 'miniapp/e2e/**'];
const nodeGlobals = [
  'process',
  'console',
  'Buffer',
  'URL',
  'fetch',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'structuredClone',
  'performance',
  'AbortController',
  'TextEncoder',
  'TextDecoder',
  'URLSearchParams',
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that every file calls it the same. Only Taro pages and configs need a default export.',
};
const noDoubleCast = {
  selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
  message: 'A cast through unknown hides a wrong type. Parse the value with its schema or fix the type.',
};
const noNow = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from platform/clock (or a parameter), so that a test can set it.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from platform/clock (or a parameter), so that a test can set it.',
  },
];
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message:
    'Read the configuration from platform/config; it is typed, checked at start and listed in docs/operations.md.',
};
const noRandom = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'Use platform/crypto for what must be unguessable and a seeded generator for synthetic data.',
};
const noHostInFeatures = {
  selector: "MemberExpression[property.name='TARO_ENV']",
  message: 'Host differences live in miniapp/platform/host; add the question there and ask it here.',
};
const honestTests = [
  {
    selector:
      'CallExpression[callee.name=/^(it|test)$/] > :matches(Literal, TemplateLiteral).arguments[value=/^should\\b/i]',
    message: 'Say what happens, without "should": `refuses a code that was already used`.',
  },
  {
    selector: 'CallExpression[callee.name=/^(it|test)$/] > ArrowFunctionExpression > BlockStatement[body.length=0]',
    message: 'An empty test passes whatever the code does. Write it or remove it.',
  },
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo)$/]',
    message: 'Every test runs, always. Fix it or remove it.',
  },
];

const importPatterns = [
  { regex: '^(\\.\\./){3}', message: 'Import across folders by alias: @server/…, @miniapp/…, @contract/…, @rules/….' },
  {
    regex: '^(\\.{1,2}/|@(server|miniapp|contract|rules|privilege-code)/).*\\.(ts|tsx|js)$',
    message: 'Leave the file extension out.',
  },
];
const fullZod = {
  name: 'zod',
  message: "Import from 'zod/mini': full zod compiles parsers with new Function, which mini-programs forbid.",
};

const everywhere = [noDefaultExport, noDoubleCast];

export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'var/**', 'coverage/**', 'node_modules/**', 'server/seeds/sample/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { local },
    rules: {
      'local/require-description': 'error',
      'local/file-name': 'error',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: Object.fromEntries([...nodeGlobals, 'module', 'require', '__dirname'].map(name => [name, 'readonly'])),
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': ['error', { fixToUnknown: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // The compiler knows the names.
      'no-undef': 'off',
      'no-restricted-syntax': ['error', ...everywhere],
      'no-restricted-imports': ['error', { patterns: importPatterns }],
    },
  },
  {
    // Rules that need the compiler's types. A promise nobody awaits is a write nobody knows failed.
    files: ['server/**/*.ts', 'types/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      // Koa's callback and event handlers take a promise where void is written.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['types/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...noNow, noEnvironment, noRandom],
      'no-restricted-imports': ['error', { paths: [fullZod], patterns: importPatterns }],
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: [...tests, 'server/{main,worker}.ts', 'server/platform/{clock,config,log}.ts', 'server/{bench,cli}/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noNow, noEnvironment] },
  },
  {
    files: ['server/features/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noNow, noEnvironment, noRandom] },
  },
  {
    files: ['miniapp/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['miniapp/**/*.{ts,tsx}'],
    ignores: [...tests, 'miniapp/platform/**'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, noHostInFeatures],
      'no-restricted-globals': [
        'error',
        ...['wx', 'my', 'window', 'document', 'localStorage'].map(name => ({
          name,
          message: 'Host differences live in miniapp/platform/host; add the question there and ask it here.',
        })),
      ],
      'no-restricted-imports': ['error', { paths: [fullZod], patterns: importPatterns }],
    },
  },
  {
    // Taro finds pages, the app and build configurations by their default export.
    files: ['miniapp/app.{ts,tsx}', 'miniapp/**/pages/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', noDoubleCast, noHostInFeatures] },
  },
  { files: ['miniapp/**/*.config.ts', 'config/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noDoubleCast] } },
  {
    files: tests,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...honestTests] },
  },
  { files: ['server/cli/**', 'server/bench/**', 'scripts/**', 'config/**'], rules: { 'no-console': 'off' } },
  { files: ['types/ambient/**/*.d.ts'], rules: { 'no-restricted-syntax': ['error', noDoubleCast], 'no-var': 'off' } },
);
