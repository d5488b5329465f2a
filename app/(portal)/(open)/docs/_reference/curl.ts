import { type JsonSchema, toExample } from '#lib/http/describe-schema.ts';
import type { ListedOperation } from '#lib/http/read-openapi.ts';

/** The operation as a command for a shell: `$TOKEN` stands for the token, names in braces for values. */
export function toCurl(operation: ListedOperation, origin: string): string {
  const { method, path, parameters, requestBody, security } = operation;
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => `${name}={${name}}`);
  const url = `${origin}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  const headers = parameters.filter((parameter) => parameter.in === 'header' && parameter.required);
  const [mediaType, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const lines = [
    `curl --globoff${method === 'GET' ? '' : ` --request ${method}`} ${quote(url)}`,
    ...security.map((scheme) =>
      'basic' in scheme ? '--user "$USER:$PASSWORD"' : '--header "Authorization: Bearer $TOKEN"',
    ),
    ...headers.map(({ name }) => `--header ${quote(`${name}: {${name}}`)}`),
    ...(mediaType && body ? dataOf(mediaType, toExample(body.schema as JsonSchema, operation)) : []),
  ];
  return lines.join(' \\\n  ');
}

function dataOf(mediaType: string, example: unknown): readonly string[] {
  switch (mediaType) {
    case 'application/json':
      return [`--header ${quote(`Content-Type: ${mediaType}`)}`, `--data ${quote(JSON.stringify(example, null, 2))}`];
    case 'multipart/form-data':
      return Object.keys(example as object).map((name) => `--form ${quote(`${name}=@${name}.xml`)}`);
    case 'application/x-www-form-urlencoded':
      return Object.entries(example as object).map(
        ([name, value]) => `--data-urlencode ${quote(`${name}=${value === 'string' ? `{${name}}` : String(value)}`)}`,
      );
    default:
      return [
        `--header ${quote(`Content-Type: ${mediaType}`)}`,
        `--data-binary @${mediaType === 'text/plain' ? 'key.pem' : 'body'}`,
      ];
  }
}

/** A word that no shell looks into. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
