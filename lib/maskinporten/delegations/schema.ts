import { z } from 'zod';
import type { DelegationInput, ScopeDelegation } from './model.ts';

const texts = z.record(z.string(), z.string()).default({});

/** What is read of a resource's document here. */
const schemaDocument = z.object({
  title: texts,
  description: texts,
  delegable: z.boolean().default(false),
  visible: z.boolean().default(false),
  resourceReferences: z.array(z.object({ reference: z.string(), referenceType: z.string() })).default([]),
});

/** What a resource of type `MaskinportenSchema` says of itself and of the scopes that it stands for. */
export function toSchema(document: Readonly<Record<string, unknown>>) {
  const { title, description, delegable, visible, resourceReferences } = schemaDocument.parse(document);
  return {
    title,
    description,
    isDelegable: delegable,
    isVisible: visible,
    scopes: resourceReferences
      .filter(({ referenceType }) => referenceType === 'MaskinportenScope')
      .map(({ reference }) => reference),
  };
}

/** One delegation per consumer, supplier and resource, as Altinn's lookup writes it; the odd capital is Altinn's. */
export type DelegationDto = {
  readonly consumer_org: string;
  readonly supplier_org: string;
  readonly delegation_scheme_Id: null;
  readonly scopes: readonly string[];
  readonly created: string;
  readonly resourceid: string;
};

/** Delegations on the wire: the scopes of one resource together. */
export function toDelegationDtos(delegations: readonly ScopeDelegation[]): readonly DelegationDto[] {
  const groups = Map.groupBy(delegations, (delegation) =>
    [delegation.consumerOrgNo, delegation.supplierOrgNo, delegation.resourceId].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        consumer_org: first.consumerOrgNo,
        supplier_org: first.supplierOrgNo,
        delegation_scheme_Id: null,
        scopes: group.map(({ scope }) => scope),
        created: first.createdAt.toISOString(),
        resourceid: first.resourceId,
      },
    ];
  });
}

/** What `toDelegationDtos` gives. */
export const delegationDtos = z.array(
  z
    .strictObject({
      consumer_org: z.string(),
      supplier_org: z.string(),
      delegation_scheme_Id: z.null(),
      scopes: z.array(z.string()),
      created: z.iso.datetime(),
      resourceid: z.string(),
    })
    .meta({ id: 'DelegatedScopes' }),
);

/** Who delegates which scope to whom, spelt as the lookup's query is. */
export const delegationBody = z
  .object({ consumerOrg: z.string().max(20), supplierOrg: z.string().max(20), scope: z.string().max(255) })
  .meta({ id: 'ScopeDelegation' });

export function toDelegation({ consumerOrg, supplierOrg, scope }: z.output<typeof delegationBody>): DelegationInput {
  return { consumerOrgNo: consumerOrg, supplierOrgNo: supplierOrg, scope };
}
