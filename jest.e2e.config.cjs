const base = require('./jest.config.cjs');

/** Journeys: the compiled hosts and the h5 build in Chromium. They need the builds, so `npm test` runs them after those. */
module.exports = {
  ...base,
  roots: ['<rootDir>/miniapp/e2e'],
  testMatch: ['**/*.spec.ts'],
  testTimeout: 180000,
};
