import { startTestApp, type TestApp } from '@server/testing/test-app';
import { endpoints } from '@contract/index';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('the running service', () => {
  it.each(['/healthz', '/readyz'])('answers %s', async path => {
    expect((await fetch(`${test.baseUrl}${path}`)).status).toBe(200);
  });

  it('describes every operation in /openapi.json', async () => {
    const document = (await (await fetch(`${test.baseUrl}/openapi.json`)).json()) as { paths: Record<string, object> };
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('shows the document on a page', async () => {
    expect(await (await fetch(`${test.baseUrl}/api-docs`)).text()).toContain('swagger-ui');
  });

  it('counts requests in /metrics', async () => {
    expect(await (await fetch(`${test.baseUrl}/metrics`)).text()).toContain('http_request_seconds');
  });

  it('refuses an unknown path with a code', async () => {
    expect(await test.send({ method: 'GET', path: '/api/nothing' }, {})).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });
});
