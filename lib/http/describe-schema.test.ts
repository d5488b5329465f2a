import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type JsonSchema, toExample, toRows } from './describe-schema.ts';

const toSchema = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

const body = z.object({
  id: z.string().max(255),
  kind: z.enum(['standard', 'agent']).optional(),
  count: z.int().default(1),
  rights: z.array(z.object({ action: z.string().nullish(), resource: z.array(z.object({ value: z.string() })) })),
  name: z.record(z.string(), z.string()),
});

describe('the table of a body', () => {
  it('lists members with their path, type, need and bounds', () => {
    expect(toRows(toSchema(body))).toMatchObject([
      { name: 'id', type: 'string', required: true, description: 'at most 255 characters' },
      { name: 'kind', type: 'string', required: false, description: 'one of standard, agent' },
      { name: 'count', type: 'integer', required: false, description: 'otherwise 1' },
      { name: 'rights', type: 'array of object', required: true },
      { name: 'rights[].action', type: 'string', required: false },
      { name: 'rights[].resource', type: 'array of object', required: true },
      { name: 'rights[].resource[].value', type: 'string', required: true },
      { name: 'name', type: 'object', required: true },
      { name: 'name.{name}', type: 'string', required: false },
    ]);
  });

  it('ends at a type that contains itself', () => {
    type Node = { readonly children: readonly Node[] };
    const node: z.ZodType<Node> = z.lazy(() => z.object({ children: z.array(node) }));
    expect(toRows(toSchema(node)).length).toBeLessThan(10);
    expect(JSON.stringify(toExample(toSchema(node))).length).toBeLessThan(200);
  });
});

describe('the example of a body', () => {
  it('is accepted by the schema that it was made from', () => {
    expect(body.safeParse(toExample(toSchema(body)))).toMatchObject({ success: true });
  });
});
