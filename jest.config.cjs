/** Unit and API tests. `TEST_DB=mariadb` points the API tests at a MariaDB server (see scripts/test.mjs). */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/types', '<rootDir>/server', '<rootDir>/miniapp'],
  // A proof runs a short round here and a long one in `npm run prove` (ROUNDS).
  testMatch: ['**/*.test.ts', '**/*.test.tsx', '**/*.prove.ts'],
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.(m?[jt]sx?)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Packages that ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(cdigit|zxing-wasm)/)'],
  moduleNameMapper: {
    '^@contract/(.*)$': '<rootDir>/types/contract/$1',
    '^@rules/(.*)$': '<rootDir>/types/rules/$1',
    '^@privilege-code/(.*)$': '<rootDir>/types/privilege-code/$1',
    '^@server/(.*)$': '<rootDir>/server/$1',
    '^@miniapp/(.*)$': '<rootDir>/miniapp/$1',
    '\\.(scss|css|svg|png)$': '<rootDir>/server/testing/empty-module.cjs',
  },
  testTimeout: 30000,
};
