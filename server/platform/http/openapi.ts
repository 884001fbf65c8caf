import * as z from 'zod/mini';
import { commonRefusals, type AnyEndpoint } from '@contract/endpoint';

type JsonSchema = Record<string, unknown>;

const schemaOf = (schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
  return rest;
};

const queryParameters = (endpoint: AnyEndpoint) => {
  const { properties = {}, required = [] } = schemaOf(endpoint.input, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

const refusalResponse = (endpoint: AnyEndpoint) => ({
  description: 'Refused: the code says why',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['code', 'details', 'requestId'],
        properties: {
          code: { type: 'string', enum: [...endpoint.refusals, ...commonRefusals] },
          details: { type: 'object' },
          requestId: { type: 'string' },
        },
      },
    },
  },
});

const operation = (endpoint: AnyEndpoint) => ({
  operationId: endpoint.name,
  summary: endpoint.summary,
  tags: [endpoint.path.split('/')[2]],
  'x-roles': endpoint.who,
  ...(endpoint.method === 'GET'
    ? { parameters: queryParameters(endpoint) }
    : {
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', minLength: 8, maxLength: 100 },
          },
        ],
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.input, 'input') } } },
      }),
  responses: {
    200: { description: 'Done', content: { 'application/json': { schema: schemaOf(endpoint.output, 'output') } } },
    '4XX': refusalResponse(endpoint),
  },
  security: endpoint.who.includes('anonymous') ? [] : [{ session: [] }, { machine: [] }],
});

/** OpenAPI 3.1, generated: nothing is described twice. */
/** One path may stand for reading and for writing the same thing. */
function pathsOf(endpoints: readonly AnyEndpoint[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints)
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  return paths;
}

export const openApi = (endpoints: readonly AnyEndpoint[]) => ({
  openapi: '3.1.0',
  info: { title: 'Zhejiang blood donor service (浙江无偿献血公众服务)', version: '1' },
  paths: pathsOf(endpoints),
  components: {
    securitySchemes: {
      session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      machine: {
        type: 'apiKey',
        in: 'header',
        name: 'x-machine-signature',
        description: 'HMAC-SHA-256 of the request, see docs/integration',
      },
    },
  },
});
