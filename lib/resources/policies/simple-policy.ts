import {
  authorizationReferenceOf,
  MINIMUM_LEVEL_CATEGORY,
  type Obligation,
  PACKAGE_ATTRIBUTE,
  type Policy,
  ROLE_ATTRIBUTE,
} from '../model.ts';

/** A rule as its owner thinks of it: these roles and packages may do these actions. */
export type RuleSentence = {
  /** Role codes, e.g. `DAGL`. */
  readonly roles?: readonly string[];
  /** Bare package codes, e.g. `krav-og-utlegg`. */
  readonly packages?: readonly string[];
  readonly actions: readonly string[];
};

/** The obligation that a caller's authentication level be at least so high. */
export function minimumLevel(level: number): Obligation {
  return {
    id: 'urn:altinn:obligation:authenticationLevel1',
    attributeId: 'urn:altinn:obligation-assignment:1',
    category: MINIMUM_LEVEL_CATEGORY,
    value: String(level),
  };
}

/** Builds a policy of a whole resource from sentences; every subject is an alternative of its own. */
export function simplePolicy(identifier: string, sentences: readonly RuleSentence[], level?: number): Policy {
  return {
    rules: sentences.map((sentence, index) => ({
      id: `urn:altinn:resource:${identifier}:ruleid:${index + 1}`,
      subjects: [
        ...(sentence.roles ?? []).map((value) => [{ id: ROLE_ATTRIBUTE, value }]),
        ...(sentence.packages ?? []).map((value) => [{ id: PACKAGE_ATTRIBUTE, value }]),
      ],
      resources: [authorizationReferenceOf(identifier)],
      actions: sentence.actions,
    })),
    obligations: level === undefined ? [] : [minimumLevel(level)],
  };
}
