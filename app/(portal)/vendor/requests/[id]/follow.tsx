import { TextLink } from '#app/_ui/text-link.tsx';
import type { AnyRequest } from '#lib/requests/model.ts';
import { toChangeRequestDto, toRequestDto } from '#lib/requests/schema.ts';
import { translator } from '#lib/session/translator.ts';
import { SameAsCall } from '../../_parts/same-as-call.tsx';

const BASE = '/authentication/api/v1/systemuser';
const PATHS = {
  standard: `${BASE}/request/vendor`,
  agent: `${BASE}/request/vendor/agent`,
  change: `${BASE}/changerequest/vendor`,
} as const;

/** How a system hears of the answer, or asks for the same status, and what it is told now. */
export async function Follow({ request, now }: { readonly request: AnyRequest; readonly now: Date }) {
  const t = await translator('vendor');
  const webhooks = await translator('webhooks');
  const json = request.kind === 'change' ? toChangeRequestDto(request, now) : toRequestDto(request, now);
  return (
    <>
      <p className="max-w-[42rem]">
        {webhooks('hint')} <TextLink href="/vendor/activity/webhooks/new">{webhooks('hintLink')}</TextLink>
      </p>
      <SameAsCall
        call={{ method: 'GET', path: `${PATHS[request.kind]}/${request.id}` }}
        scope="altinn:authentication/systemuser.request.read"
        answer={{ label: t('requests.code.response'), json }}
      />
    </>
  );
}
