import {
  APP_ATTRIBUTE,
  authorizationReferenceOf,
  type Match,
  ORG_ATTRIBUTE,
  type Policy,
  RESOURCE_ATTRIBUTE,
} from '../model.ts';
import { flatRulesOf, isRightSubject, rightKeyV2Of, urnOf } from './flatten-policy.ts';

/** A right as people read it: what one may do with which part of a resource. */
export type NamedRight = {
  readonly key: string;
  readonly name: string;
  readonly resource: readonly Match[];
  readonly action: string;
};

type Names = Readonly<Record<string, string>>;

/** What the usual actions are called; others keep their own name. */
const ACTION_NAMES: Readonly<Record<string, Names>> = {
  read: { nb: 'Les', nn: 'Les', en: 'Read' },
  write: { nb: 'Skriv', nn: 'Skriv', en: 'Write' },
  sign: { nb: 'Signer', nn: 'Signer', en: 'Sign' },
  confirm: { nb: 'Bekreft', nn: 'Stadfest', en: 'Confirm' },
  delete: { nb: 'Slett', nn: 'Slett', en: 'Delete' },
  instantiate: { nb: 'Start', nn: 'Start', en: 'Start' },
  complete: { nb: 'Fullfør', nn: 'Fullfør', en: 'Complete' },
  reject: { nb: 'Avvis', nn: 'Avvis', en: 'Reject' },
  access: { nb: 'Tilgang', nn: 'Tilgang', en: 'Access' },
  subscribe: { nb: 'Abonner', nn: 'Abonner', en: 'Subscribe' },
  publish: { nb: 'Publiser', nn: 'Publiser', en: 'Publish' },
  send: { nb: 'Send', nn: 'Send', en: 'Send' },
  consent: { nb: 'Samtykk', nn: 'Samtykk', en: 'Consent' },
  requestconsent: { nb: 'Be om samtykke', nn: 'Be om samtykke', en: 'Request consent' },
};

/** What an action is called in a language; its own name when nobody has named it. */
function actionName(action: string, language: string): string {
  const names = Object.hasOwn(ACTION_NAMES, action.toLowerCase()) ? ACTION_NAMES[action.toLowerCase()] : undefined;
  return names?.[language] ?? names?.nb ?? capitalise(action);
}

/**
 * Lists the rights of a resource that end users can have, each once, with a name; rights that only the service owner
 * or an app itself has come along when asked for.
 * @see altinn-api.md §13.5
 */
export function namedRightsOf(
  identifier: string,
  policy: Policy,
  options: { readonly serviceOwner: boolean; readonly app: boolean; readonly language: string },
): readonly NamedRight[] {
  const rights = new Map<string, NamedRight>();
  for (const rule of flatRulesOf(policy)) {
    if (!isRightSubject(rule.subject, options)) continue;
    const resource = byResourceId(identifier, rule.resource);
    const key = rightKeyV2Of(rule.action, resource);
    const parts = resource.filter((match) => match.id !== RESOURCE_ATTRIBUTE).map((match) => `(${match.value})`);
    const name = [actionName(rule.action, options.language), ...parts].join(' ');
    if (!rights.has(key)) rights.set(key, { key, name, resource, action: rule.action });
  }
  return [...rights.values()];
}

/** Names an app by its registry id instead of org and app; the resource itself comes first. */
function byResourceId(identifier: string, resource: readonly Match[]): readonly Match[] {
  const reference = authorizationReferenceOf(identifier).map((match) => urnOf(match).toLowerCase());
  const isApp = [ORG_ATTRIBUTE, APP_ATTRIBUTE].every((id) =>
    resource.some((match) => match.id === id && reference.includes(urnOf(match).toLowerCase())),
  );
  const own = resource.filter((match) => match.id === RESOURCE_ATTRIBUTE);
  const rest = resource.filter(
    (match) => match.id !== RESOURCE_ATTRIBUTE && !(isApp && [ORG_ATTRIBUTE, APP_ATTRIBUTE].includes(match.id)),
  );
  return [...(isApp ? [{ id: RESOURCE_ATTRIBUTE, value: identifier }] : own), ...rest];
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
