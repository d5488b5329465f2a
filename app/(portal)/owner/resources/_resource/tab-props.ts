import type { Context } from '#lib/context/context.ts';
import type { Policy, Resource } from '#lib/resources/model.ts';

/** What every tab of a resource's page is given. */
export type TabProps = {
  readonly context: Context;
  /** The organisation acted for, for forms. */
  readonly orgUuid: string;
  readonly orgCode: string;
  readonly resource: Resource;
  readonly policy: Policy | undefined;
};
