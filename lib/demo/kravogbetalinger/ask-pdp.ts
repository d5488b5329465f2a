import { fetchJson, isObject, type JsonAnswer } from './fetch-json.ts';
import type { OwnToken } from './own-token.ts';
import { backEndFailed } from './problems.ts';
import type { Settings } from './settings.ts';

const ACTION_ID = 'urn:oasis:names:tc:xacml:1.0:action:action-id';
const MINIMUM_LEVEL = 'urn:altinn:minimum-authenticationlevel';

/** A system user has no person behind the keyboard; the platform counts it as level 3. */
const SYSTEM_USER_LEVEL = 3;

const DECISIONS: readonly unknown[] = ['Permit', 'Deny', 'NotApplicable', 'Indeterminate'];

/**
 * Asks the PDP whether a system user may read the claims of an organisation. Only `Permit` is a yes, and not even that
 * when it demands more than level 3. Decisions are not kept: a withdrawal counts in the next call.
 * @throws KravError KB-002 when the PDP cannot be asked or its answer is not one; never a yes.
 * @see XACML 3.0 JSON profile §4.2, §5.2
 */
export async function mayRead(
  settings: Settings,
  ownToken: OwnToken,
  question: { readonly systemUser: string; readonly orgNo: string },
): Promise<boolean> {
  const body = JSON.stringify(toXacmlRequest(settings.resource, question));
  let answer = await ask(settings, ownToken, body);
  if (answer.status === 401) {
    ownToken.forget();
    answer = await ask(settings, ownToken, body);
  }
  const result = readResult(answer);
  return result.decision === 'Permit' && levelsOf(result).every((level) => level <= SYSTEM_USER_LEVEL);
}

async function ask(settings: Settings, ownToken: OwnToken, body: string): Promise<JsonAnswer> {
  return fetchJson('Autorisasjonstjenesten', `${settings.pdpUrl}/authorization/api/v1/authorize`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await ownToken.get()}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body,
  });
}

function toXacmlRequest(resource: string, question: { readonly systemUser: string; readonly orgNo: string }): unknown {
  return {
    Request: {
      AccessSubject: [{ Attribute: [{ AttributeId: 'urn:altinn:systemuser:uuid', Value: question.systemUser }] }],
      Action: [{ Attribute: [{ AttributeId: ACTION_ID, Value: 'read' }] }],
      Resource: [
        {
          Attribute: [
            { AttributeId: 'urn:altinn:resource', Value: resource },
            { AttributeId: 'urn:altinn:organization:identifier-no', Value: question.orgNo },
          ],
        },
      ],
    },
  };
}

/** One question has exactly one result; anything else is not an answer to it. */
function readResult(answer: JsonAnswer): Readonly<Record<string, unknown>> {
  const results = answer.status === 200 && isObject(answer.body) ? answer.body.response : undefined;
  const result: unknown = Array.isArray(results) && results.length === 1 ? results[0] : undefined;
  if (!isObject(result) || !DECISIONS.includes(result.decision)) {
    throw backEndFailed('Autorisasjonstjenesten svarte ikke med en avgjørelse.', answer.body);
  }
  return result;
}

/** The levels that the obligations demand; one that cannot be read counts as out of reach. */
function levelsOf(result: Readonly<Record<string, unknown>>): number[] {
  return listOf(result.obligations)
    .flatMap((obligation) => listOf(obligation.attributeAssignment))
    .filter((assignment) => assignment.category === MINIMUM_LEVEL)
    .map((assignment) => {
      const level = Number.parseInt(String(assignment.value), 10);
      return Number.isNaN(level) ? Number.POSITIVE_INFINITY : level;
    });
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
