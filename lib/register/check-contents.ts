import type { Db } from '#db/open.ts';
import type { ValidationError } from '../kernel/errors.ts';
import { findAccessPackages } from '../resources/access-packages/find-access-package.ts';
import { findResources } from '../resources/find-resource.ts';
import { RESOURCE_ATTRIBUTE } from '../resources/model.ts';
import { DELEGABLE_RESOURCE_TYPES, type Right } from './model.ts';
import { registerError } from './problems.ts';

const URN_PARTS_MIN = 4;

/**
 * Collects what is wrong with a list of rights: VLD-9 other attributes than the registry's, VLD-3 unknown resources,
 * VLD-17 kinds that systems cannot hold, VLD-6 duplicates. Whether a resource is delegable shows at approval only.
 */
export async function checkRights(db: Db, rights: readonly Right[]): Promise<readonly ValidationError[]> {
  const pairs = rights.flatMap((right) => right.resource);
  const misnamed = pairs.filter((pair) => pair.id !== RESOURCE_ATTRIBUTE).map((pair) => pair.value);
  const named = pairs.filter((pair) => pair.id === RESOURCE_ATTRIBUTE).map((pair) => pair.value);
  const resources = await findResources(db, named);
  const unknown = named.filter((id) => !resources.has(id));
  const refused = named.filter((id) => {
    const type = resources.get(id)?.resourceType;
    return type !== undefined && !DELEGABLE_RESOURCE_TYPES.includes(type);
  });

  const errors: ValidationError[] = [];
  if (misnamed.length > 0) {
    errors.push(registerError('AUTH.VLD-00009', { 'Invalid Resource Id Details : ': misnamed.join(' | ') }));
  }
  if (unknown.length > 0) {
    errors.push(registerError('AUTH.VLD-00003', { 'ResourceIds Not Found : ': unknown.join(' | ') }));
  }
  if (refused.length > 0) {
    errors.push(registerError('AUTH.VLD-00017', { 'ResourceIds Not Delegable : ': refused.join(' | ') }));
  }
  if (hasDuplicates(rights.map(rightKey))) errors.push(registerError('AUTH.VLD-00006'));
  return errors;
}

/**
 * Collects what is wrong with a list of access packages: VLD-8 malformed, unknown or good for nobody, VLD-7 duplicates,
 * VLD-18 packages for client relations on a system that end users can choose.
 */
export async function checkAccessPackages(
  db: Db,
  urns: readonly string[],
  isVisible: boolean,
): Promise<readonly ValidationError[]> {
  const malformed = urns.filter((urn) => urn.split(':').length < URN_PARTS_MIN);
  const wellFormed = urns.filter((urn) => !malformed.includes(urn));
  const packages = await findAccessPackages(db, wellFormed);
  const unknown = wellFormed.filter((urn) => !packages.has(urn));
  const found = [...packages.values()];
  const useless = found.filter((each) => !each.isDelegable && !each.isAssignable).map((each) => each.urn);
  const details = [
    ['Invalid format', malformed],
    ['Not found', unknown],
    ['Not possible to delegate', useless],
  ] as const;
  const faults = details.filter(([, list]) => list.length > 0).map(([label, list]) => `${label}: ${list.join(', ')}`);

  const errors: ValidationError[] = [];
  if (faults.length > 0) errors.push(registerError('AUTH.VLD-00008', { 'Invalid Urn Details : ': faults.join(' | ') }));
  if (hasDuplicates(urns)) errors.push(registerError('AUTH.VLD-00007'));
  if (isVisible && found.some((each) => each.isDelegable && !each.isAssignable)) {
    errors.push(registerError('AUTH.VLD-00018'));
  }
  return errors;
}

function rightKey(right: Right): string {
  return `${right.action ?? ''}:${right.resource.map((pair) => `${pair.id}:${pair.value}`).join(',')}`;
}

/** Whether some text stands in the list more than once. */
export function hasDuplicates(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length;
}
