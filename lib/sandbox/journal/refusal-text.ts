import { withoutSecrets } from './without-secrets.ts';

const DESCRIPTION_MAX_LENGTH = 300;
const CODE_MAX_LENGTH = 60;

/** The code of a refusal and what it says, from the body of any family; both `undefined` for a body that is none. */
export function refusalText(body: string): {
  readonly code: string | undefined;
  readonly description: string | undefined;
} {
  const { error_uri: uri, code, error, error_description: oauthText, detail, title } = parse(body);
  const ofUri = typeof uri === 'string' ? uri.slice(uri.lastIndexOf('/') + 1) : undefined;
  return {
    code: toText(ofUri ?? code ?? error, CODE_MAX_LENGTH),
    description: toText(oauthText ?? detail ?? title, DESCRIPTION_MAX_LENGTH),
  };
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}

function toText(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' ? withoutSecrets(value, maxLength) : undefined;
}
